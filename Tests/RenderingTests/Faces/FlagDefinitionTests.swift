import Assessment
import Foundation
import Plan
import Report
import SourceText
import Testing

@testable import Rendering

@Suite struct FlagDefinitionTests {
    private func flags(_ report: Report) throws -> [String: [String: Any]] {
        let value = try JSONSerialization.jsonObject(with: Data(flagDefinitions(report).serialized().utf8))
        return try #require((value as? [String: Any])?["flags"] as? [String: [String: Any]])
    }

    private func flag(_ percent: Double, due: Bool = true) throws -> [String: Any] {
        let flag = Example.flag("enableBasket", day: 6, percent: percent, .unknown, due: due)
        return try #require(
            try flags(Example.report(assessment: Example.assessment(flags: [flag])))["enableBasket"])
    }

    @Test(arguments: [
        (0.5, 5, 995), (5.0, 5, 95), (12.5, 125, 875), (33.333333, 33_333_333, 66_666_667), (1e-9, 1, 99_999_999),
        (99.9999999999, 99_999_999, 1),
    ])
    func weightsAreWhole(percent: Double, on: Int, off: Int) {
        let flag = Example.flag("enableBasket", day: 6, percent: percent, .unknown)
        let json = flagDefinitions(Example.report(assessment: Example.assessment(flags: [flag]))).compact()
        #expect(json.contains(#"["on",\#(on)],["off",\#(off)]]"#), "\(json)")
    }

    @Test func allAndNobodyNeedNoTargeting() throws {
        let (nobody, all) = (try flag(0), try flag(100))
        #expect(nobody["targeting"] == nil && nobody["defaultVariant"] as? String == "off")
        #expect(all["targeting"] == nil && all["defaultVariant"] as? String == "on")
    }

    private func reason(_ flag: [String: Any]?) -> String? {
        (flag?["metadata"] as? [String: Any])?["reason"] as? String
    }

    @Test func whatIsNotPlannedIsOffAndSaysWhy() throws {
        let flag = try flag(40, due: false)
        #expect(flag["defaultVariant"] as? String == "off" && flag["targeting"] == nil)
        #expect(reason(flag) == "no stage of it is due yet")
        let dateless = Example.assessment().with(calendar: nil, day: nil)
        let all = try flags(Example.report(assessment: dateless))
        #expect(all.values.allSatisfy { $0["defaultVariant"] as? String == "off" && $0["targeting"] == nil })
        #expect(reason(all["enableHookMetrics"]) == "no start date is known, so no stage of it is due")
    }

    @Test func whereDocumentsDifferTheLowerCounts() throws {
        let stages = [60.0, 40].map { percent in
            FlagStage(
                percent: Example.claim(percent), when: nil, day: Example.claim(7), defines: true, span: Example.span(9))
        }
        let assessment = FlagAssessment(
            flag: Flag(name: "enableBasket", stages: stages), verdict: .unknown, reason: "", planned: 60, plannedDay: 7,
            actual: nil, reportedAt: nil)
        let flag = try flags(Example.report(assessment: Example.assessment(flags: [assessment])))["enableBasket"]
        #expect(reason(flag) == "40% is planned from day 7, though the documents also say 60%")
    }

    /// A stage without a percentage.
    @Test func switchedOnIsNoPercentage() throws {
        let assessment = FlagAssessment(
            flag: Flag(name: "enableBasket", stages: []), verdict: .unknown, reason: "", planned: nil, plannedDay: 3,
            actual: nil, reportedAt: nil)
        let flag = try flags(Example.report(assessment: Example.assessment(flags: [assessment])))["enableBasket"]
        #expect(flag?["defaultVariant"] as? String == "off")
        #expect(reason(flag) == "the plan switches it on from day 3, but gives no percentage")
    }

    /// Day 8 is 2026-11-30.
    @Test(arguments: [
        ("Staff (Day 6)", "first", ["staff", "Staff (Day 6)"]), ("Staff", "from day 8 on", ["staff", "Staff"]),
        ("Staff", "Week 2", ["staff", "Staff"]), ("Club", "2026-11-30", ["club", "Club"]), ("会員", "Day 1", ["会員"]),
        ("Staff", "from day 9 on", nil), ("Staff", "Week 3", nil), ("Staff", "2026-12-01", nil),
        ("Staff", "first", nil),
    ])
    func wavesWhoseDayHasComeAreIn(name: String, text: String, expected: [String]?) throws {
        var plan = Example.plan
        plan.userWaves = [UserWave(name: name, text: text, order: 1, span: Example.span(3))]
        let json = flagDefinitions(Example.report(plan: plan)).compact()
        guard let expected else { return #expect(!json.contains(#"{"var":"wave"}"#)) }
        let names = expected.map { "\"\($0)\"" }.joined(separator: ",")
        #expect(json.contains(#"{"if":[{"in":[{"var":"wave"},[\#(names)]]},"on",{"var":"targetingKey"},"#))
    }

    @Test func waveWithoutADayIsNamed() {
        var plan = Example.plan
        plan.userWaves = [UserWave(name: "Staff", text: "first", order: 1, span: Example.span(3))]
        #expect(flagDefinitions(Example.report(plan: plan)).compact().contains(#""wavesWithoutDay":"staff""#))
    }

    @Test func verdictIsToldAndChangesNoFlag() throws {
        let (critical, well) = (
            Example.report(assessment: Example.assessment(verdict: .critical)),
            Example.report(assessment: Example.assessment(verdict: .onPlan))
        )
        #expect(flagDefinitions(critical).compact().contains(#""verdict":"critical""#))
        #expect(NSDictionary(dictionary: try flags(critical)) == NSDictionary(dictionary: try flags(well)))
    }
}
