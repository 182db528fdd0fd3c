import SourceText
import Testing

@testable import PlanRules

struct ConciseFormatTests {
    @Test func oneLineAFinding() {
        #expect(
            Sample.report.concise() == """
                info[input-missing] no file matches 'metrics/*.csv'
                strategy.md:12:20: error[rollback-time-conflict] 'Full Rollback' is budgeted at 30 minutes here, but at 60 minutes in rollback.md:3 (see rollback.md:3:37)
                zeit plan.md:1:22: warning[link-broken] 'gone.md' does not exist

                """)
    }

    @Test func severalPlacesAreNamed() {
        let notes =
            Sample.rollback.related + [Finding.Note("x", at: Sample.link.span ?? Sample.rollback.related[0].span)]
        let finding = Finding(rule: "r", severity: .info, message: "m", at: nil, related: notes)
        #expect(
            LintReport(findings: [finding], documentCount: 1).concise()
                == "info[r] m (see rollback.md:3:37, zeit plan.md:1:22)\n")
    }

    @Test func cleanRunSaysNothing() { #expect(LintReport(findings: [], documentCount: 1).concise().isEmpty) }

    @Test func hostileTextStaysOnItsLine() {
        let text = LintReport(findings: [Sample.hostile], documentCount: 1).concise()
        #expect(text.split(separator: "\n").count == 1)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
        #expect(!text.contains("\u{202e}"))
    }

    /// A runner carries out what a step prints at the start of a line.
    @Test(arguments: ["::error::x.md", "  ::stop-commands::x.md"]) func noPathIsACommand(path: String) {
        let span = SourceSpan(file: SourceFile(path: path, text: "x"), range: 0..<1)
        let report = LintReport(
            findings: [Finding(rule: "r", severity: .error, message: "m", at: span)], documentCount: 1)
        for text in [report.concise(), report.text()] { #expect(text.hasPrefix("./\(path):1:1: error[r]")) }
    }
}
