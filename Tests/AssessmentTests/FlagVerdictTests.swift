import Assessment
import Observations
import Plan
import SourceText
import Testing

/// Today is day 8.
@Suite struct FlagVerdictTests {
    private func stage(_ day: Int?, _ percent: Double?, defines: Bool = true, phase: String? = nil) -> FlagStage {
        FlagStage(
            percent: percent.map { Claim($0, at: span(), .codeBlock) }, when: nil,
            day: day.map { Claim($0, at: span(), .codeBlock) }, phase: phase, defines: defines, span: span())
    }

    private func judge(
        _ stages: [FlagStage], _ reports: [(percent: Double, age: Double)], day: Int? = 8
    ) throws -> (FlagAssessment, [Finding]) {
        let plan = Plan(phases: [phase(2, days: 7...9)], flags: [Flag(name: "enableCaching", stages: stages)])
        let flags = reports.map {
            FlagResult(flag: "enable_caching", percent: $0.percent, time: now.adding(seconds: -$0.age), span: span(901))
        }
        let (assessment, findings) = try assessed(plan, flags: flags, day: day)
        return (try #require(assessment.flags.first), findings)
    }

    @Test func asPlannedBehindAheadAndUnknown() throws {
        let stages = [stage(6, 20), stage(8, 60), stage(9, 100)]
        #expect(try judge(stages, [(60, 0)]).0.verdict == .asPlanned)
        #expect(try judge(stages, [(59, 0)]).0.verdict == .behind)
        #expect(try judge(stages, [(0, 0)]).0.verdict == .behind)
        #expect(try judge(stages, [(61, 0)]).0.verdict == .ahead)
        let unknown = try judge(stages, []).0
        #expect(unknown.verdict == .unknown)
        #expect(unknown.planned == 60 && unknown.plannedDay == 8 && unknown.actual == nil && unknown.reportedAt == nil)
        #expect(unknown.reason == "60% is planned from day 8, but nothing reports how far it is")
        #expect(try judge(stages, [(60, 0)], day: 7).0.planned == 20)
        #expect(
            try judge(stages, [(20, 60)]).0.reason
                == "60% is planned from day 8, but 20% was reported at 2026-11-30T11:59:00Z")
    }

    @Test func theLatestReportCountsUnlessItIsOfTheFuture() throws {
        let stages = [stage(8, 60)]
        #expect(try judge(stages, [(60, 10), (20, 600)]).0.verdict == .asPlanned)
        #expect(try judge(stages, [(20, 600), (60, 10)]).0.verdict == .asPlanned)
        let (flag, findings) = try judge(stages, [(20, 600), (60, -61)])
        #expect(flag.verdict == .behind)
        #expect(rules(findings) == ["result-future-dated"])
        #expect(try judge(stages, [(60, -61)]).0.verdict == .unknown)
    }

    @Test func beforeItsFirstStage() throws {
        let stages = [stage(9, 20)]
        let quiet = try judge(stages, []).0
        #expect(quiet.verdict == .notDue && quiet.planned == nil)
        #expect(quiet.reason == "its first stage is on day 9")
        #expect(try judge(stages, [(0, 0)]).0.verdict == .notDue)
        #expect(try judge(stages, [(5, 0)]).0.verdict == .ahead)
    }

    @Test func whatThePlanDoesNotSayIsUnknown() throws {
        #expect(try judge([], [(20, 0)]).0.verdict == .unknown)
        #expect(try judge([stage(nil, 20)], [(20, 0)]).0.verdict == .unknown)
        #expect(try judge([stage(7, nil)], [(100, 0)]).0.verdict == .unknown)
        let lost = try judge([stage(7, 20)], [(20, 0)], day: nil).0
        #expect(lost.verdict == .unknown)
        #expect(lost.reason == "no start date of the plan is known; 20% was reported at 2026-11-30T12:00:00Z")
    }

    @Test func documentsThatContradictEachOtherMakeNothingAsPlanned() throws {
        for other in [stage(8, 99), stage(8, 99, defines: false)] {
            let (flag, _) = try judge([stage(8, 20), other], [(20, 0)])
            #expect(flag.verdict == .unknown)
            #expect(
                flag.reason == "20% is planned from day 8 in plan.md:1, but 99% in plan.md:1; "
                    + "20% was reported at 2026-11-30T12:00:00Z")
        }
        #expect(try judge([stage(8, 20), stage(8, 20, defines: false)], [(20, 0)]).0.verdict == .asPlanned)
    }

    @Test func aReportFromBeforeTheStageSaysNothingOfIt() throws {
        let day = 86_400.0
        let stages = [stage(6, 20), stage(8, 60)]
        for percent in [20.0, 60, 100] {
            let (flag, _) = try judge(stages, [(percent, day)])
            #expect(flag.verdict == .unknown)
            #expect(flag.reason.contains("but the last report is older: \(Int(percent))% was reported at"))
        }
        #expect(
            try judge(stages, [(60, day / 2)]).0.verdict == .asPlanned, "midnight of the stage's day is early enough")
        #expect(try judge(stages, [(60, day / 2 + 1)]).0.verdict == .unknown)
        #expect(try judge([stage(6, 20)], [(20, 2 * day)]).0.verdict == .asPlanned)
    }

    @Test func reportsOfOneMomentThatDifferShowNothing() throws {
        let (flag, _) = try judge([stage(8, 60)], [(60, 10), (20, 10), (60, 20)])
        #expect(flag.verdict == .unknown && flag.actual == nil)
        #expect(flag.reason == "two reports of the same moment differ: 60% in plan.md:1, 20% in plan.md:1")
        #expect(try judge([stage(8, 60)], [(60, 10), (60, 10)]).0.verdict == .asPlanned)
        #expect(try judge([stage(8, 60)], [(20, 10), (60, 10), (60, 5)]).0.verdict == .asPlanned)
    }

    @Test func stagesTakeTheDaysOfTheirPhaseAndDefinitionsGoFirst() throws {
        #expect(try judge([stage(nil, 20, phase: "phase-2")], [(20, 0)]).0.plannedDay == 7)
        #expect(try judge([stage(6, 99, defines: false), stage(7, 20)], [(20, 0)]).0.verdict == .asPlanned)
        #expect(try judge([stage(7, 99, defines: false)], [(20, 0)]).0.verdict == .behind)
    }

    /// What is mentioned beside a definition leads on from it, and never back or elsewhere.
    @Test func mentionsLeadOnFromTheLastStageThatIsDefined() throws {
        let (further, _) = try judge([stage(5, 20), stage(7, 100, defines: false)], [(100, 0)])
        #expect(further.verdict == .asPlanned && further.plannedDay == 7)
        #expect(further.stages == [.init(day: 5, percent: 20), .init(day: 7, percent: 100)])
        #expect(try judge([stage(5, 20), stage(7, 10, defines: false)], [(20, 0)]).0.plannedDay == 5)
        #expect(try judge([stage(5, 20), stage(7, nil, defines: false)], [(20, 0)]).0.plannedDay == 5)
        #expect(try judge([stage(8, 60), stage(6, 99, defines: false)], [(60, 0)]).0.stages.count == 1)
    }

    @Test func theLastReportOfEachDayIsKept() throws {
        let (flag, _) = try judge([stage(6, 20)], [(20, 3600), (30, 86_400), (10, 86_500), (5, 100), (6, 100)])
        #expect(flag.reports.map(\.day) == [7])
        #expect(flag.reports.map(\.percent) == [30])
    }
}
