import Foundation
import SourceText
import Testing

@testable import PlanRules

struct SARIFFormatTests {
    /// As it stands in the log, without the quotation marks around it.
    private func quoted(_ text: String) -> String { OrderedJSON.string(text).compact() }

    @Test func exactBytes() {
        let (conflict, link) = (RuleHelp("rollback-time-conflict"), RuleHelp("link-broken"))
        #expect(
            Sample.report.sarif(folder: "docs", version: "1.2.3") == """
                {
                  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
                  "version": "2.1.0",
                  "runs": [
                    {
                      "tool": {
                        "driver": {
                          "name": "Plumbline",
                          "version": "1.2.3",
                          "semanticVersion": "1.2.3",
                          "rules": [
                            {
                              "id": "rollback-time-conflict",
                              "shortDescription": {
                                "text": "A rollback is budgeted at two different times."
                              },
                              "fullDescription": {
                                "text": \(quoted(conflict.description))
                              },
                              "help": {
                                "text": \(quoted(conflict.text)),
                                "markdown": \(quoted(conflict.markdown))
                              },
                              "defaultConfiguration": {
                                "level": "error"
                              }
                            },
                            {
                              "id": "link-broken",
                              "shortDescription": {
                                "text": \(quoted(link.summary))
                              },
                              "fullDescription": {
                                "text": \(quoted(link.description))
                              },
                              "help": {
                                "text": \(quoted(link.text)),
                                "markdown": \(quoted(link.markdown))
                              },
                              "defaultConfiguration": {
                                "level": "error"
                              }
                            },
                            {
                              "id": "input-missing",
                              "shortDescription": {
                                "text": "A pattern of plumbline.yml that matches no file."
                              },
                              "fullDescription": {
                                "text": "The measures behind it have no data. Correct the pattern, or have the file written."
                              },
                              "help": {
                                "text": \(quoted(RuleHelp("input-missing").text)),
                                "markdown": "The measures behind it have no data. Correct the pattern, or have the file written."
                              },
                              "defaultConfiguration": {
                                "level": "warning"
                              }
                            }
                          ]
                        }
                      },
                      "columnKind": "utf16CodeUnits",
                      "originalUriBaseIds": {
                        "%SRCROOT%": {
                          "description": {
                            "text": "The folder that plumbline was run in."
                          }
                        }
                      },
                      "results": [
                        {
                          "ruleId": "input-missing",
                          "ruleIndex": 2,
                          "level": "note",
                          "message": {
                            "text": "no file matches 'metrics/*.csv'"
                          },
                          "locations": [
                            {
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "docs",
                                  "uriBaseId": "%SRCROOT%"
                                }
                              }
                            }
                          ],
                          "partialFingerprints": {
                            "plumbline/v1": "\(Sample.prints[0])"
                          }
                        },
                        {
                          "ruleId": "rollback-time-conflict",
                          "ruleIndex": 0,
                          "level": "error",
                          "message": {
                            "text": "'Full Rollback' is budgeted at 30 minutes here, but at 60 minutes in rollback.md:3 (see [docs/rollback.md:3](1))"
                          },
                          "locations": [
                            {
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "docs/strategy.md",
                                  "uriBaseId": "%SRCROOT%"
                                },
                                "region": {
                                  "startLine": 12,
                                  "startColumn": 20,
                                  "endLine": 12,
                                  "endColumn": 32,
                                  "snippet": {
                                    "text": "< 30 minutes"
                                  }
                                },
                                "contextRegion": {
                                  "startLine": 12,
                                  "endLine": 12,
                                  "snippet": {
                                    "text": "### Full Rollback (< 30 minutes)"
                                  }
                                }
                              },
                              "message": {
                                "text": "30 min, read from the heading"
                              }
                            }
                          ],
                          "relatedLocations": [
                            {
                              "id": 1,
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "docs/rollback.md",
                                  "uriBaseId": "%SRCROOT%"
                                },
                                "region": {
                                  "startLine": 3,
                                  "startColumn": 37,
                                  "endLine": 3,
                                  "endColumn": 49,
                                  "snippet": {
                                    "text": "< 60 minutes"
                                  }
                                },
                                "contextRegion": {
                                  "startLine": 3,
                                  "endLine": 3,
                                  "snippet": {
                                    "text": "#### Level 4: Full System Rollback (< 60 minutes)"
                                  }
                                }
                              },
                              "message": {
                                "text": "60 min, read from the heading"
                              }
                            }
                          ],
                          "partialFingerprints": {
                            "plumbline/v1": "\(Sample.prints[1])"
                          }
                        },
                        {
                          "ruleId": "link-broken",
                          "ruleIndex": 1,
                          "level": "warning",
                          "message": {
                            "text": "'gone.md' does not exist"
                          },
                          "locations": [
                            {
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "docs/zeit%20plan.md",
                                  "uriBaseId": "%SRCROOT%"
                                },
                                "region": {
                                  "startLine": 1,
                                  "startColumn": 29,
                                  "endLine": 1,
                                  "endColumn": 36,
                                  "snippet": {
                                    "text": "gone.md"
                                  }
                                },
                                "contextRegion": {
                                  "startLine": 1,
                                  "endLine": 1,
                                  "snippet": {
                                    "text": "| Größe — 👩‍👩‍👧 | [gone](gone.md) |"
                                  }
                                }
                              },
                              "message": {
                                "text": "no file 'gone.md'"
                              }
                            }
                          ],
                          "partialFingerprints": {
                            "plumbline/v1": "\(Sample.prints[2])"
                          }
                        }
                      ]
                    }
                  ]
                }

                """)
    }

    @Test(arguments: [
        ("plan.md", "docs", "docs/plan.md"), ("a b/größe?.md", "", "a%20b/gr%C3%B6%C3%9Fe%3F.md"),
        ("./100%.md", ".", "100%25.md"), ("c:d\n.md", "", "c%3Ad%0A.md"),
    ])
    func addressesAreRelativeAndEncoded(path: String, folder: String, address: String) {
        let span = SourceSpan(file: SourceFile(path: path, text: "x"), range: 0..<1)
        let finding = Finding(rule: "r", severity: .error, message: "m", at: span)
        let text = LintReport(findings: [finding], documentCount: 1).sarif(folder: folder, version: "1")
        #expect(text.contains("\"uri\": \"\(address)\",\n"))
    }

    @Test func aDocumentElsewhereHasItsWholeAddress() {
        let span = SourceSpan(file: SourceFile(path: "/tmp/a b.md", text: "x"), range: 0..<1)
        let finding = Finding(rule: "r", severity: .error, message: "m", at: span)
        let text = LintReport(findings: [finding], documentCount: 1).sarif(version: "1")
        #expect(text.contains("\"uri\": \"file:///tmp/a%20b.md\"\n"))
        #expect(!text.contains("\"uriBaseId\""))
    }

    /// A document must not put links or placeholders into a message.
    @Test(arguments: [
        ("{0} [x](https://evil.example) \\", #"{{0}} \[x\](https://evil.example) \\"#), ("[x", #"\[x"#),
        ("x]", #"x\]"#),
        ("[a[b]]", #"\[a\[b\]\]"#), (#"\[x]"#, #"\\\[x\]"#), ("'[ ] Backup' (10 min)", "'[ ] Backup' (10 min)"),
        (#"C:\temp"#, #"C:\temp"#),
    ])
    func messagesAreLiteral(message: String, text: String) {
        let finding = Finding(rule: "r", severity: .error, message: message, at: nil)
        let log = LintReport(findings: [finding], documentCount: 1).sarif(version: "1")
        #expect(log.contains("\"text\": \(quoted(text))\n"), "\(sarifLiteral(message))")
    }

    @Test func bracketsOfPathsStayInTheLink() {
        let note = Finding.Note("n", at: SourceSpan(file: SourceFile(path: "[a].md", text: "x"), range: 0..<1))
        let finding = Finding(rule: "r", severity: .error, message: "m", at: nil, related: [note])
        let log = LintReport(findings: [finding], documentCount: 1).sarif(version: "1")
        #expect(log.contains(#""text": "m (see [\\[a\\].md:1](1))""#))
    }

    /// A line that is the place itself is no context, and a document without line breaks no excerpt.
    @Test func excerptsAreShortAndMore() {
        let whole = SourceSpan(file: SourceFile(path: "a.md", text: "x\n"), range: 0..<1)
        let long = SourceSpan(
            file: SourceFile(path: "b.md", text: String(repeating: "x", count: 5000)), range: 0..<4000)
        let findings = [whole, long].map { Finding(rule: "r", severity: .error, message: "m", at: $0) }
        let text = LintReport(findings: findings, documentCount: 1).sarif(version: "1")
        #expect(!text.contains("contextRegion"))
        #expect(text.components(separatedBy: "snippet").count == 2)
    }

    @Test func everyRuleHasHelp() throws {
        for id in PlanRule.catalogue.map(\.id) + InputFault.catalogue.map(\.id) {
            let help = RuleHelp(id)
            #expect(help.severity != nil && help.summary.hasSuffix("."), "\(id)")
            #expect(!help.description.isEmpty && !help.text.isEmpty && !help.markdown.isEmpty, "\(id)")
        }
        let markdown = try #require(PlanRule.named("rollback-time-conflict")).markdown
        #expect(markdown.contains("**Reported**\n\n`strategy.md`\n\n````markdown\n# Strategy\n"))
        #expect(markdown.contains("(20 minutes, and \\< 30 minutes)"))
        #expect(RuleHelp("made-up").severity == nil)
    }

    @Test func noFindingsNoRules() {
        let text = LintReport(findings: [], documentCount: 1).sarif(version: "1")
        #expect(text.contains("\"rules\": []") && text.contains("\"results\": []"))
    }
}
