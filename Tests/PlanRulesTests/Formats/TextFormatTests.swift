import SourceText
import Testing

@testable import PlanRules

struct TextFormatTests {
    @Test func bothPlacesAreShown() {
        let report = LintReport(findings: [Sample.rollback], documentCount: 4)
        #expect(
            report.text() == """
                strategy.md:12:20: error[rollback-time-conflict]: 'Full Rollback' is budgeted at 30 minutes here, but at 60 minutes in rollback.md:3
                   |
                12 | ### Full Rollback (< 30 minutes)
                   |                    ^^^^^^^^^^^^ 30 min, read from the heading
                  ::: rollback.md:3:37
                   |
                 3 | #### Level 4: Full System Rollback (< 60 minutes)
                   |                                     ^^^^^^^^^^^^ 60 min, read from the heading
                   = help: make the two agree

                1 error in 4 documents

                """)
    }

    @Test func cleanRunIsOneLine() {
        #expect(LintReport(findings: [], documentCount: 1).text() == "no findings in 1 document\n")
        #expect(LintReport(findings: [], documentCount: 0).text() == "no findings in 0 documents\n")
    }

    @Test func summaryCountsEverything() {
        let findings = Severity.allCases.flatMap { severity in
            (0..<(severity == .error ? 2 : 1)).map {
                Finding(rule: "r", severity: severity, message: "m\($0)", at: nil)
            }
        }
        let report = LintReport(findings: findings, documentCount: 3, suppressed: 1, baselined: 2)
        #expect(
            report.summary
                == "2 errors, 1 warning, 1 note in 3 documents (1 allowed in the documents, 2 in the baseline)")
    }

    @Test func findingWithoutPlace() {
        let finding = Finding(
            rule: "document-missing", severity: .warning, message: "the folder is empty", at: nil, help: "add one")
        #expect(
            LintReport(findings: [finding], documentCount: 0).text() == """
                warning[document-missing]: the folder is empty
                 = help: add one

                1 warning in 0 documents

                """)
    }

    @Test func coloursOnlyWhenAsked() {
        let report = LintReport(findings: [Sample.rollback], documentCount: 4)
        #expect(!report.text().contains("\u{1b}"))
        #expect(report.text(style: .ansi).contains("\u{1b}[1;31merror[rollback-time-conflict]\u{1b}[0m: "))
        #expect(report.text(style: .ansi).contains("\u{1b}[1;31m^^^^^^^^^^^^ 30 min, read from the heading\u{1b}[0m"))
    }

    @Test func hostileTextReachesNoTerminal() {
        let file = SourceFile(path: "a\u{1b}[2J.md", text: "x \u{1b}]0;title\u{7} \u{202e}evil y\u{85}\u{200b}")
        let finding = Finding(
            rule: "r", severity: .info, message: "\u{9b}31m\nnext\u{2028}", at: SourceSpan(file: file, range: 0..<1),
            label: "\u{8}", help: "\r")
        let text = LintReport(findings: [finding], documentCount: 1).text(style: .ansi)
        let own = ["\u{1b}[1;36m", "\u{1b}[1m", "\u{1b}[34m", "\u{1b}[0m"]
        let rest = own.reduce(text) { $0.split(separator: $1, omittingEmptySubsequences: false).joined() }
        for scalar in rest.unicodeScalars where scalar != "\n" {
            #expect(scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format)
        }
        #expect(text.contains("␛]0;title␇ <U+202E>evil y�<U+200B>"))
    }
}

/// Findings that several format tests show.
enum Sample {
    static let strategy = SourceFile(
        path: "strategy.md", text: String(repeating: "\n", count: 11) + "### Full Rollback (< 30 minutes)\n")
    static let rollback = Finding(
        rule: "rollback-time-conflict", severity: .error,
        message: "'Full Rollback' is budgeted at 30 minutes here, but at 60 minutes in rollback.md:3",
        at: SourceSpan(file: strategy, range: 30..<42), label: "30 min, read from the heading",
        related: [
            Finding.Note(
                "60 min, read from the heading",
                at: SourceSpan(
                    file: SourceFile(
                        path: "rollback.md", text: "# R\n\n#### Level 4: Full System Rollback (< 60 minutes)\n"),
                    range: 41..<53))
        ],
        help: "make the two agree", identity: ["full rollback", "30 minutes", "60 minutes"])
}
