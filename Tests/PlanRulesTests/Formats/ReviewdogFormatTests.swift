import SourceText
import Testing

@testable import PlanRules

struct ReviewdogFormatTests {
    /// The link's column is 22 for a reader; it begins at byte 43 of its line.
    @Test func exactBytes() {
        #expect(
            Sample.report.rdjson(folder: "docs") == """
                {
                  "source": {
                    "name": "plumbline"
                  },
                  "diagnostics": [
                    {
                      "message": "no file matches 'metrics/*.csv'",
                      "location": {
                        "path": "docs"
                      },
                      "severity": "INFO",
                      "code": {
                        "value": "input-missing"
                      }
                    },
                    {
                      "message": "'Full Rollback' is budgeted at 30 minutes here, but at 60 minutes in rollback.md:3",
                      "location": {
                        "path": "docs/strategy.md",
                        "range": {
                          "start": {
                            "line": 12,
                            "column": 20
                          },
                          "end": {
                            "line": 12,
                            "column": 32
                          }
                        }
                      },
                      "severity": "ERROR",
                      "code": {
                        "value": "rollback-time-conflict"
                      },
                      "relatedLocations": [
                        {
                          "message": "60 min, read from the heading",
                          "location": {
                            "path": "docs/rollback.md",
                            "range": {
                              "start": {
                                "line": 3,
                                "column": 37
                              },
                              "end": {
                                "line": 3,
                                "column": 49
                              }
                            }
                          }
                        }
                      ]
                    },
                    {
                      "message": "'gone.md' does not exist",
                      "location": {
                        "path": "docs/zeit plan.md",
                        "range": {
                          "start": {
                            "line": 1,
                            "column": 43
                          },
                          "end": {
                            "line": 1,
                            "column": 50
                          }
                        }
                      },
                      "severity": "WARNING",
                      "code": {
                        "value": "link-broken"
                      }
                    }
                  ]
                }

                """)
    }
}
