import Foundation
import Report
import SourceText
import Testing

@testable import Rendering

/// The whole lint result as a page.
@Suite struct FindingsPageTests {
    private func page(_ findings: [Finding], rules: RuleRun = RuleRun()) throws -> (FindingsReport, String) {
        let report = makeReport(
            plan: Example.plan, assessment: Example.assessment(), findings: findings, rules: rules,
            context: Example.context())
        let file = try #require(try renderSite(report, templates: loadTemplates()).first { $0.path == "findings.html" })
        return (report.findings, String(decoding: file.bytes, as: UTF8.self))
    }

    private func finding(_ number: Int, _ severity: Severity = .error, in path: String = "a.md") -> Finding {
        let file = SourceFile(
            path: path, text: (1...600).map { "Stage \($0) opens <b>\($0)</b> percent" }.joined(separator: "\n"))
        let line = file.lineRange(number)
        return Finding(
            rule: "flag-percent-conflict", severity: severity, message: "'flag\(number)' is at two percentages",
            at: SourceSpan(file: file, range: line.lowerBound..<line.lowerBound + 5), label: "read from the <table>",
            related: [Finding.Note("the other side", at: SourceSpan(file: file, range: file.lineRange(600)))],
            help: "make the two agree", identity: ["flag\(number)"])
    }

    private static let rules = RuleRun(
        rules: [RuleRun.Rule(id: "flag-percent-conflict", summary: "a flag is at two percentages at once")], allowed: 1)

    @Test func bothSidesAreShownWithTheirLines() throws {
        let (_, page) = try page([finding(3)], rules: Self.rules)
        #expect(
            page.contains(
                "<span class=\"line\" aria-hidden=\"true\">3</span><mark>Stage</mark> 3 opens &lt;b&gt;3&lt;/b&gt; percent"
            ))
        #expect(page.contains("<span class=\"line\" aria-hidden=\"true\">600</span><mark>Stage 600 opens"))
        for text in [
            "a.md:3", "read from the &lt;table&gt;", "the other side", "Make the two agree.",
            "<code>flag-percent-conflict</code>: A flag is at two percentages at once.", "1 rule ran.",
            "1 finding is allowed by comments in the documents and not shown.", "silent is no proof",
            "1 error in 1 document, settings, metrics and results.",
        ] { #expect(page.contains(text), "\(text)") }
    }

    @Test func findingsAreGroupedByFileInReadingOrder() throws {
        let (report, _) = try page([
            finding(9, .info, in: "b.md"), finding(4, .info), finding(7), finding(2, .warning),
            Finding(rule: "metric-unmatched", severity: .warning, message: "no place", at: nil),
        ])
        #expect(report.files.map(\.title) == ["No file in particular", "a.md", "b.md"])
        #expect(report.files.map(\.summary) == ["1 warning", "1 error, 1 warning, 1 note", "1 note"])
        #expect(report.files[1].findings.map(\.line.place) == ["a.md:2", "a.md:4", "a.md:7"])
    }

    @Test func anchorsStayWhereTheyAreWhenOthersGo() throws {
        let all = try page([finding(1), finding(2), finding(3)]).0.files[0].findings.map(\.anchor)
        let fewer = try page([finding(3)]).0.files[0].findings.map(\.anchor)
        #expect(Set(all).count == 3)
        #expect(all.last == fewer.first)
    }

    @Test func manyFindingsStayUsable() throws {
        let findings = (1...500).map { finding($0, $0 > 490 ? .error : .warning) }
        let (report, page) = try page(findings)
        let shown = report.files.flatMap(\.findings)
        #expect(shown.count == 500)
        #expect(shown.count { !$0.excerpts.isEmpty } == 200)
        // The loudest have theirs, wherever they stand.
        #expect(shown.suffix(10).allSatisfy { !$0.excerpts.isEmpty })
        #expect(page.contains("The 200 loudest findings are shown with the lines they speak of, the others without."))
        #expect(page.utf8.count < 600_000)
    }

    @Test func silenceIsNoProof() throws {
        let (report, page) = try page([], rules: Self.rules)
        #expect(report.outcome == "No contradiction found in 1 document")
        #expect(page.contains("No contradiction found in 1 document."))
        #expect(page.contains("That a rule is silent is no proof"))
        #expect(!page.contains("class=\"tag ok\"><svg aria-hidden=\"true\"><use href=\"#s-check\"/></svg>Passed"))
        #expect(Example.emptyReport.findings.outcome == "There are no documents to hold against each other")
    }

    @Test func aFaultOfAnInputIsNoContradiction() throws {
        let (report, _) = try page([
            Finding(rule: "metric-unmatched", severity: .warning, message: "no indicator", at: nil)
        ])
        #expect(report.outcome == "No contradiction found in 1 document; 1 warning in settings, metrics and results")
    }
}
