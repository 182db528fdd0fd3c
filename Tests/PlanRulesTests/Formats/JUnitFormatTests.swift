import Foundation
import SourceText
import Testing

@testable import PlanRules

#if canImport(FoundationXML)
    import FoundationXML
#endif

struct JUnitFormatTests {
    @Test func exactBytes() {
        #expect(
            Sample.report.junit(folder: "docs") == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="plumbline" tests="3" failures="2" errors="0">
                <testsuite name="plumbline lint" tests="3" failures="2" errors="0" skipped="0">
                <testcase classname="plumbline" name="input-missing: no file matches 'metrics/*.csv'">
                <system-out>info[input-missing]: no file matches 'metrics/*.csv'
                </system-out>
                </testcase>
                <testcase classname="strategy.md" name="rollback-time-conflict: 'Full Rollback' is budgeted at 30 minutes here, but at 60 minutes in rollback.md:3" file="docs/strategy.md" line="12">
                <failure type="rollback-time-conflict" message="'Full Rollback' is budgeted at 30 minutes here, but at 60 minutes in rollback.md:3">strategy.md:12:20: error[rollback-time-conflict]: 'Full Rollback' is budgeted at 30 minutes here, but at 60 minutes in rollback.md:3
                   |
                12 | ### Full Rollback (&lt; 30 minutes)
                   |                    ^^^^^^^^^^^^ 30 min, read from the heading
                  ::: rollback.md:3:37
                   |
                 3 | #### Level 4: Full System Rollback (&lt; 60 minutes)
                   |                                     ^^^^^^^^^^^^ 60 min, read from the heading
                   = help: make the two agree
                </failure>
                </testcase>
                <testcase classname="zeit plan.md" name="link-broken: 'gone.md' does not exist" file="docs/zeit plan.md" line="1">
                <failure type="link-broken" message="'gone.md' does not exist">zeit plan.md:1:22: warning[link-broken]: 'gone.md' does not exist
                  |
                1 | | Größe — 👩‍👩‍👧 | [gone](gone.md) |
                  |                       ^^^^^^^ no file 'gone.md'
                  = help: write it
                </failure>
                </testcase>
                </testsuite>
                </testsuites>

                """)
    }

    @Test func cleanRunIsOneTestThatPasses() {
        #expect(
            LintReport(findings: [], documentCount: 4).junit() == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="plumbline" tests="1" failures="0" errors="0">
                <testsuite name="plumbline lint" tests="1" failures="0" errors="0" skipped="0">
                <testcase classname="plumbline" name="lint"></testcase>
                </testsuite>
                </testsuites>

                """)
    }

    /// Readers that tell tests apart by their names would keep one of them.
    @Test func namesAreUnlikeInADocument() {
        let findings = (0..<3).map { index in
            Finding(
                rule: "r", severity: .error, message: "m",
                at: SourceSpan(file: SourceFile(path: "a.md", text: "abc"), range: index..<index + 1))
        }
        let text = LintReport(findings: findings, documentCount: 1).junit()
        for name in ["r: m", "r: m (2)", "r: m (3)"] { #expect(text.contains("name=\"\(name)\"")) }
    }

    @Test func hostileTextIsStillXML() throws {
        let text = LintReport(findings: [Sample.hostile], documentCount: 1).junit()
        let document = try XMLDocument(xmlString: text)
        let failure = try #require(try document.nodes(forXPath: "//failure").first)
        #expect(failure.stringValue?.contains("<img src=x onerror=alert(1)>") == true)
        #expect(failure.childCount == 1)
        #expect(!text.contains("\u{1b}") && !text.contains("\u{ffff}"))
    }
}
