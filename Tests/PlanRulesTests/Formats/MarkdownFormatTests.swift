import MarkdownTree
import SourceText
import Testing

@testable import PlanRules

struct MarkdownFormatTests {
    @Test func exactBytes() {
        #expect(
            Sample.report.markdown() == """
                **1 error, 1 warning, 1 note in 3 documents**

                | severity | place | finding | other place | rule |
                | --- | --- | --- | --- | --- |
                | error | strategy.md:12:20 | 'Full Rollback' is budgeted at 30 minutes here, but at 60 minutes in rollback.md:3 | rollback.md:3:37 (60 min, read from the heading) | `rollback-time-conflict` |
                | warning | zeit plan.md:1:22 | 'gone.md' does not exist |  | `link-broken` |
                | info |  | no file matches 'metrics/\\*.csv' |  | `input-missing` |

                `plumbline explain RULE` says what a rule finds and what it leaves alone, with examples.

                """)
        #expect(LintReport(findings: [], documentCount: 1).markdown() == "**no findings in 1 document**\n")
    }

    @Test func twoHundredRows() {
        let lines = LintReport(findings: Sample.many(150, .info) + Sample.many(60, .warning), documentCount: 1)
            .markdown().split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("| warning |") } == 60)
        #expect(lines.count { $0.hasPrefix("| info |") } == 140)
        #expect(lines.contains("10 more findings are left out."))
        let one = LintReport(findings: Sample.many(201, .error), documentCount: 1).markdown()
        #expect(one.contains("\n\n1 more finding is left out.\n"))
        #expect(!LintReport(findings: Sample.many(200, .error), documentCount: 1).markdown().contains("left out"))
    }

    @Test func longMessagesAreCut() {
        let finding = Finding(rule: "r", severity: .error, message: String(repeating: "é", count: 100_000), at: nil)
        #expect(LintReport(findings: [finding], documentCount: 1).markdown().utf8.count < 2000)
    }

    /// Read by GitHub's parser, a table of hostile texts is a table of five columns with nothing but text in it.
    @Test func nothingOfADocumentIsRendered() throws {
        let text = LintReport(findings: [Sample.hostile], documentCount: 1).markdown()
        let document = MarkdownDocument(SourceFile(path: "summary.md", text: text))
        var cells = 0
        for node in document.root.descendants {
            switch node.kind {
            case .tableCell: cells += 1
            case .document, .paragraph, .strong, .text, .table, .tableRow: break
            // Ours: the name of the rule, and the command behind the table.
            case .codeSpan: #expect(["r", "plumbline explain RULE"].contains(node.plainText.text))
            default: Issue.record("'\(node.span.text.prefix(80))' became \(node.kind)")
            }
        }
        #expect(cells == 10)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
        #expect(rows.count == 3)
        for sign in [
            "@&#8203;team", "#&#8203;12", ":&#8203;tada:", "https:&#8203;//", "www&#8203;.evil", "ops@&#8203;evil",
        ] {
            #expect(rows.last?.contains(sign) == true, "\(sign)")
        }
    }
}
