import Foundation
import SourceText
import Testing

@testable import PlanRules

struct JSONLinesTests {
    @Test func oneObjectALine() {
        #expect(
            Sample.report.jsonLines() == """
                {"rule":"input-missing","severity":"info","message":"no file matches 'metrics/*.csv'","at":null,"related":[],"fingerprint":"\(Sample.prints[0])","url":null}
                {"rule":"rollback-time-conflict","severity":"error","message":"'Full Rollback' is budgeted at 30 minutes here, but at 60 minutes in rollback.md:3","at":{"file":"strategy.md","line":12,"column":20,"endLine":12,"endColumn":32},"related":[{"message":"60 min, read from the heading","at":{"file":"rollback.md","line":3,"column":37,"endLine":3,"endColumn":49}}],"fingerprint":"\(Sample.prints[1])","url":null}
                {"rule":"link-broken","severity":"warning","message":"'gone.md' does not exist","at":{"file":"zeit plan.md","line":1,"column":22,"endLine":1,"endColumn":29},"related":[],"fingerprint":"\(Sample.prints[2])","url":null}

                """)
        #expect(LintReport(findings: [], documentCount: 1).jsonLines().isEmpty)
    }

    /// The lines are the findings of the other form, whatever stands in them.
    @Test func sameFindingsAsJSON() throws {
        let report = LintReport(findings: [Sample.hostile, Sample.rollback, Sample.placeless], documentCount: 1)
        let whole = try JSONSerialization.jsonObject(with: Data(report.json().utf8)) as? [String: Any]
        let findings = try #require(whole?["findings"] as? [NSDictionary])
        let lines = try report.jsonLines().utf8.split(separator: UInt8(ascii: "\n")).map {
            try #require(try JSONSerialization.jsonObject(with: Data($0)) as? NSDictionary)
        }
        #expect(lines == findings)
        #expect(lines.count == 3)
    }
}
