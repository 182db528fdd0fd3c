import SourceText
import Testing

@testable import PlanRules

struct JSONFormatTests {
    @Test func contract() {
        #expect(
            LintReport(findings: [Sample.rollback], documentCount: 2, suppressed: 3).json() == """
                {
                  "schema": "plumbline/lint/1",
                  "findings": [
                    {
                      "rule": "rollback-time-conflict",
                      "severity": "error",
                      "message": "'Full Rollback' is budgeted at 30 minutes here, but at 60 minutes in rollback.md:3",
                      "at": {
                        "file": "strategy.md",
                        "line": 12,
                        "column": 20,
                        "endLine": 12,
                        "endColumn": 32
                      },
                      "related": [
                        {
                          "message": "60 min, read from the heading",
                          "at": {
                            "file": "rollback.md",
                            "line": 3,
                            "column": 37,
                            "endLine": 3,
                            "endColumn": 49
                          }
                        }
                      ],
                      "fingerprint": "\(fingerprints(of: [Sample.rollback])[0])",
                      "url": null
                    }
                  ],
                  "summary": {
                    "errors": 1,
                    "warnings": 0,
                    "infos": 0,
                    "suppressed": 3,
                    "baselined": 0
                  }
                }

                """)
    }

    @Test func noFindingsAndNoPlace() {
        #expect(LintReport(findings: [], documentCount: 1).json().contains("\"findings\": [],"))
        let finding = Finding(rule: "r", severity: .info, message: "m", at: nil)
        let json = LintReport(findings: [finding], documentCount: 1).json()
        #expect(json.contains("\"at\": null,") && json.contains("\"related\": [],") && json.contains("\"infos\": 1,"))
    }

    @Test func columnsCountCharacters() {
        let file = SourceFile(path: "a.md", text: "👩‍👩‍👧 x")
        let finding = Finding(
            rule: "r", severity: .error, message: "m",
            at: SourceSpan(file: file, range: file.bytes.count - 1..<file.bytes.count))
        #expect(LintReport(findings: [finding], documentCount: 1).json().contains("\"column\": 3,"))
    }

    @Test func fingerprintsKeepWhenLinesMove() {
        func finding(_ offset: Int, _ identity: [String], rule: String = "r") -> Finding {
            Finding(
                rule: rule, severity: .error, message: "in line \(offset)",
                at: SourceSpan(file: SourceFile(path: "a.md", text: "xxxxxxxxx"), range: offset..<offset + 1),
                identity: identity)
        }
        #expect(fingerprints(of: [finding(0, ["a"])]) == fingerprints(of: [finding(7, ["a"])]))
        let several = fingerprints(of: [
            finding(0, ["a"]), finding(1, ["a"]), finding(2, ["a", ""]), finding(3, ["a"], rule: "s"), finding(4, []),
        ])
        #expect(Set(several).count == 5)
        #expect(several.allSatisfy { $0.count == 16 && $0.allSatisfy(\.isHexDigit) })
        // FNV-1a over `1:r1:a`, worked out apart from this code.
        #expect(fingerprints(of: [finding(0, ["a"])]) == ["f08c3cec7ae528ce"])
    }
}
