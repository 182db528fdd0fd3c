import SourceText
import Testing

@testable import PlanRules

struct GitLabFormatTests {
    @Test func exactBytes() {
        #expect(
            Sample.report.gitlab(folder: "docs") == """
                [
                  {
                    "description": "no file matches 'metrics/*.csv'",
                    "check_name": "input-missing",
                    "fingerprint": "\(Sample.prints[0])",
                    "severity": "info",
                    "location": {
                      "path": "docs",
                      "lines": {
                        "begin": 1,
                        "end": 1
                      }
                    }
                  },
                  {
                    "description": "'Full Rollback' is budgeted at 30 minutes here, but at 60 minutes in rollback.md:3",
                    "check_name": "rollback-time-conflict",
                    "fingerprint": "\(Sample.prints[1])",
                    "severity": "major",
                    "location": {
                      "path": "docs/strategy.md",
                      "lines": {
                        "begin": 12,
                        "end": 12
                      }
                    }
                  },
                  {
                    "description": "'gone.md' does not exist",
                    "check_name": "link-broken",
                    "fingerprint": "\(Sample.prints[2])",
                    "severity": "minor",
                    "location": {
                      "path": "docs/zeit plan.md",
                      "lines": {
                        "begin": 1,
                        "end": 1
                      }
                    }
                  }
                ]

                """)
        #expect(LintReport(findings: [], documentCount: 1).gitlab() == "[]\n")
    }

    /// A message that does not name the other place gets it added.
    @Test(arguments: [
        ("m", "m (see docs/rollback.md:3)"), ("30 in rollback.md:3; so", "30 in rollback.md:3; so"),
        ("30 in rollback.md:31", "30 in rollback.md:31 (see docs/rollback.md:3)"),
    ])
    func otherPlacesAreNamed(message: String, description: String) {
        let finding = Finding(
            rule: "r", severity: .error, message: message, at: Sample.rollback.span, related: Sample.rollback.related)
        let text = LintReport(findings: [finding], documentCount: 1).gitlab(folder: "docs/")
        #expect(text.contains("\"description\": \"\(description)\","))
    }

    @Test(arguments: [(0..<3, 1, 2), (0..<2, 1, 1), (2..<2, 2, 2), (0..<4, 1, 2)])
    func linesCovered(range: Range<Int>, begin: Int, end: Int) {
        let span = SourceSpan(file: SourceFile(path: "./a.md", text: "a\nb\nc"), range: range)
        let finding = Finding(rule: "r", severity: .error, message: "m", at: span)
        let text = LintReport(findings: [finding], documentCount: 1).gitlab()
        #expect(text.contains("\"path\": \"a.md\""))
        #expect(text.contains("\"begin\": \(begin),"))
        #expect(text.contains("\"end\": \(end)\n"))
    }

    /// Web pages show these messages as they are: nothing in one may hide what stands there.
    @Test func messagesOfAllPagesAreSafe() {
        let report = LintReport(findings: [Sample.hostile], documentCount: 1)
        for text in [report.gitlab(), report.rdjson(), report.markdown(), report.junit(), report.concise()] {
            #expect(text.contains("U+202E"))
            #expect(!text.contains("\u{202e}") && !text.contains("\u{1b}") && !text.contains("\\u001b"))
        }
    }
}
