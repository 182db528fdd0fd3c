import Assessment
import Observations
import Plan
import Testing

/// What an indicator came to before day 1.
@Suite struct BeforeFigureTests {
    /// A plan of eight days; the tests' now is its last one.
    private func plan(lastPhase: ClosedRange<Int>) throws -> Plan {
        Plan(
            start: CivilDate(iso: "2026-11-23"), phases: [phase(1, days: 1...3), phase(2, days: lastPhase)],
            thresholds: [try threshold("Response time", target: "< 100 ms")])
    }

    /// One sample each hour from 20 days ago, 400 ms until day 1 and 90 ms from then on.
    private var metric: MetricSeries {
        // Day 1 began seven and a half days before now.
        series(
            "response_time_ms",
            stride(from: 20 * 86_400.0, through: 0, by: -3600).map { age in (age, age >= 7.5 * 86_400 ? 400 : 90) })
    }

    private func before(_ plan: Plan, _ metrics: [MetricSeries], _ settings: [KPISettings] = []) throws -> BeforeFigure?
    {
        try #require(try assessed(plan, metrics: metrics, settings: settings).assessment.kpis.first).before
    }

    @Test func theWeekBeforeIsMeasuredInTheLastPhase() throws {
        guard case .measured(let before)? = try before(try plan(lastPhase: 8...9), [metric]) else {
            Issue.record("nothing was measured")
            return
        }
        #expect(before.value.number == 400)
        #expect(before.value.unit == .milliseconds)
        #expect(before.sampleCount == 168)
        #expect(before.aggregation == "average")
        #expect(before.objection == nil)
        #expect(before.to == now.adding(seconds: -7.5 * 86_400))
    }

    @Test func nobodyAsksBeforeTheLastPhase() throws {
        let plan = try plan(lastPhase: 9...12)
        #expect(try before(plan, [metric]) == nil)
        let demand = metricDemand(plan: plan, configuration: AssessmentConfiguration(), now: now)
        #expect(demand.windows("response_time_ms").allSatisfy { $0.seconds < 86_400 })
    }

    @Test func nothingMeasuredIsSaidInWords() throws {
        let young = series("response_time_ms", [(600, 90), (300, 90), (0, 90)])
        guard case .unknown(let reason)? = try before(try plan(lastPhase: 8...9), [young]) else {
            Issue.record("something was made up")
            return
        }
        #expect(reason == "nothing was measured in the week before day 1")
        #expect(try before(try plan(lastPhase: 8...9), []) == nil)
    }

    @Test func whatIsStatedGoesBeforeWhatIsMeasured() throws {
        let settings = KPISettings(kpi: "Response time", baseline: .amount(Quantity(156, .milliseconds)))
        guard case .stated(let quantity)? = try before(try plan(lastPhase: 9...12), [metric], [settings]) else {
            Issue.record("the settings were not asked")
            return
        }
        #expect(quantity.number == 156)
    }

    /// The verdict is what it is without the week before.
    @Test func noVerdictRestsOnIt() throws {
        let with = try assessed(try plan(lastPhase: 8...9), metrics: [metric]).assessment
        let without = try assessed(try plan(lastPhase: 9...12), metrics: [metric]).assessment
        #expect(with.kpis.map(\.verdict) == without.kpis.map(\.verdict))
        #expect(with.kpis.map(\.reason) == without.kpis.map(\.reason))
    }
}
