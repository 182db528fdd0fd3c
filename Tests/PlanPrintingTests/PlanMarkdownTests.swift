import Foundation
import MarkdownTree
import Plan
import SourceText
import Testing

@testable import PlanPrinting

private func tree(_ text: String) -> MarkdownDocument { MarkdownDocument(SourceFile(path: "page.md", text: text)) }

/// Through cmark-gfm: a title, and a heading and a table for each kind of fact; nothing else, above all no HTML.
@Test func thePageIsHeadingsAndTables() throws {
    for plan in [try planOf(folder: contentFolder), hostilePlan] {
        let document = tree(planMarkdown(plan))
        #expect(document.findings.isEmpty)
        var headings = 0
        var tables = 0
        for node in document.root.descendants {
            switch node.kind {
            case .heading: headings += 1
            case .table: tables += 1
            case .htmlBlock, .htmlInline, .link, .image, .codeSpan, .codeBlock, .emphasis, .strong, .blockQuote, .list:
                Issue.record("'\(node.span.text.prefix(80))' became markup")
            default: break
            }
        }
        #expect(tables == planTables(plan).count)
        #expect(headings == tables + 1)
    }
}

/// What is escaped reads as it was written.
@Test(arguments: [
    "a|b", "`code`", "*em* **strong**", "_under_ snake_case", "<script>", "a < b & c > d", "[x](y)", "![x](y)",
    "~~no~~",
    "C:\\temp\\", "&amp;", "#1", "$50/day", "https://e.example/a_b", "www.e.example", "{{x}}", "Größe – 東京 🚀", "\\|",
])
func escapedTextReadsAsItWasWritten(_ text: String) throws {
    let document = tree("| x |\n| --- |\n| \(escapedMarkdown(text)) |\n")
    let cells = document.root.descendants.filter { if case .tableCell = $0.kind { true } else { false } }
    #expect(cells.map(\.plainText.text) == ["x", text])
    let heading = try #require(tree("# \(escapedMarkdown(text))\n").root.firstChild)
    #expect(heading.plainText.text == text)
}

@Test func lineBreaksBecomeSpaces() {
    #expect(escapedMarkdown("a\n b\r\n\tc\u{2028}d") == "a b c d")
}
