import Assessment
import Observations
import Plan
import SourceText
import Testing

/// A planned window excuses, and hides nothing.
@Suite struct PlannedWindowTests {
    private func window(_ from: Double, _ to: Double, _ kpis: [String] = []) -> PlannedWindow {
        PlannedWindow(
            from: now.adding(seconds: from), to: now.adding(seconds: to), reason: "fail-over drill", kpis: kpis)
    }

    private func judged(_ metrics: [MetricSeries], _ windows: [PlannedWindow], triggers: [Trigger] = []) throws
        -> Assessment
    {
        let plan = Plan(
            phases: [phase(1, days: 6...10)],
            thresholds: [
                try threshold("Error rate", target: "< 1%", alert: "> 5%", critical: "> 15%"),
                try threshold("Latency", target: "< 100ms"),
            ], triggers: triggers, checklists: [checklist("list", [("Smoke test", true)])])
        let configuration = AssessmentConfiguration(plannedWindows: windows)
        return assess(
            plan: plan, observations: observed(plan, metrics, configuration: configuration), clock: try clock(),
            configuration: configuration
        ).assessment
    }

    @Test(arguments: [(0.5, KPIVerdict.onTarget), (2, .offTarget), (7, .alert), (20, .critical), (.nan, .noData)])
    func whatIsExcusedDoesNotRaiseTheVerdict(_ value: Double, _ verdict: KPIVerdict) throws {
        let metrics = [steady("error_rate_percent", value), steady("latency_ms", 50)]
        let excused = try judged(metrics, [window(-60, 600)])
        #expect(excused.verdict == .onPlan)
        #expect(excused.troubles.isEmpty)
        #expect(excused.kpis.map(\.verdict) == [verdict, .onTarget], "the verdict itself stays")
        #expect(excused.kpis.first?.planned?.reason == "fail-over drill")
        let isTold = excused.reasons.contains {
            $0.hasPrefix("Error rate is \(verdict == .noData ? "without data" : verdict.rawValue): ")
                && $0.hasSuffix("; within a planned window until 2026-11-30T12:10:00Z: fail-over drill")
        }
        #expect(isTold == (verdict != .onTarget), "\(excused.reasons)")
        let bare = try judged(metrics, [])
        #expect((bare.verdict == .onPlan) == (verdict == .onTarget))
    }

    @Test(arguments: [
        (window: (-60.0, 0.0), isExcused: true), (window: (0, 60), isExcused: true),
        (window: (-60, -1), isExcused: false),
        (window: (1, 60), isExcused: false),
    ])
    func onlyWhileItLasts(_ window: (Double, Double), _ isExcused: Bool) throws {
        let metrics = [steady("error_rate_percent", 7), steady("latency_ms", 50)]
        let judged = try judged(metrics, [self.window(window.0, window.1)])
        #expect(judged.verdict == (isExcused ? .onPlan : .alert))
    }

    @Test func onlyWhatItNames() throws {
        let metrics = [steady("error_rate_percent", 7), steady("latency_ms", 500)]
        #expect(try judged(metrics, [window(-60, 60, ["error-rate"])]).verdict == .offPlan)
        #expect(try judged(metrics, [window(-60, 60, ["Latency"])]).verdict == .alert)
        #expect(
            try judged(metrics, [window(-60, 60, ["Latency"]), window(-60, 60, ["Error rate"])]).verdict == .onPlan)
    }

    @Test func staleDataAreExcusedToo() throws {
        let metrics = [series("error_rate_percent", [(90_000, 0.5)]), steady("latency_ms", 50)]
        #expect(try judged(metrics, []).verdict == .unknown)
        let excused = try judged(metrics, [window(-60, 60)])
        #expect(excused.verdict == .onPlan)
        #expect(excused.reasons.contains { $0.hasPrefix("Error rate is stale: ") })
    }

    @Test func aTriggerOfTheMeasureIsExcusedToo() throws {
        let metrics = [steady("error_rate_percent", 20), steady("latency_ms", 50)]
        let triggers = [try trigger("Error rate", "> 15%")]
        #expect(try judged(metrics, [], triggers: triggers).verdict == .critical)
        let excused = try judged(metrics, [window(-60, 60, ["Error rate"])], triggers: triggers)
        #expect(excused.verdict == .onPlan)
        #expect(excused.triggers.map(\.verdict) == [.firing])
        #expect(excused.reasons.contains { $0.hasPrefix("the trigger 'Error rate > 15%' fires: ") })
    }

    @Test func anExcuseIsNoEvidence() throws {
        let plan = Plan(thresholds: [try threshold("Error rate", target: "< 1%")])
        let configuration = AssessmentConfiguration(plannedWindows: [window(-60, 60)])
        let judged = assess(
            plan: plan, observations: Observations(), clock: try clock(), configuration: configuration)
        #expect(judged.assessment.verdict == .unknown)
    }
}
