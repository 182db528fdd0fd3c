import Assessment
import Observations
import Plan
import SourceText
import Testing

/// How many samples it takes to make an alert, and to end it.
@Suite struct HeldVerdictTests {
    private func judged(_ values: [Double], open: Int, close: Int) throws -> KPIAssessment {
        let threshold = try threshold("Error rate", target: "< 1%", alert: "> 5%", critical: "> 15%")
        let samples = values.reversed().enumerated().map { (age: Double($0) * 300, value: $1) }
        let settings = KPISettings(
            kpi: "Error rate", patience: KPISettings.Patience(openAfter: open, closeAfter: close))
        return try kpi(threshold, [series("error_rate_percent", samples)], settings: settings)
    }

    struct Case {
        let values: [Double]
        let open: Int
        let close: Int
        let verdict: KPIVerdict
        let held: String?

        init(_ values: [Double], _ open: Int, _ close: Int, _ verdict: KPIVerdict, _ held: String? = nil) {
            self.values = values
            self.open = open
            self.close = close
            self.verdict = verdict
            self.held = held
        }
    }

    static let cases: [Case] = [
        Case([0, 0, 7], 1, 1, .alert),
        Case([0, 0, 7], 3, 1, .offTarget, "1 of 3 bad samples"),
        Case([0, 7, 7], 3, 1, .offTarget, "2 of 3 bad samples"),
        Case([7, 7, 7], 3, 1, .alert),
        Case([7, 7, 7, 0], 3, 1, .onTarget),
        Case([7, 7, 7, 0], 3, 3, .alert, "1 of 3 good samples"),
        Case([7, 7, 7, 0, 0], 3, 3, .alert, "2 of 3 good samples"),
        Case([7, 7, 7, 0, 0, 0], 3, 3, .onTarget),
        Case([7, 7, 7, 0, 0, 7], 3, 3, .alert),
        Case([7, 7, 7, 0, 0, 7, 0], 3, 3, .alert, "1 of 3 good samples"),
        Case([7, 7, 7, 0, 0, 0, 7], 3, 3, .offTarget, "1 of 3 bad samples"),
        // Louder still takes as many samples of its own.
        Case([7, 7, 20], 3, 1, .alert, "1 of 3 bad samples"),
        Case([20, 20, 20], 3, 1, .critical),
        Case([20, 20, 20, 7], 3, 2, .critical, "1 of 2 good samples"),
        // Whoever misses the target without an alert is no worse than off target.
        Case([7, 7, 7, 2, 2, 2], 3, 3, .offTarget),
        // A sample without a number is neither good nor bad, and the newest has to have one.
        Case([7, .nan, 7, 7], 3, 1, .alert),
        Case([7, 7, 7, .nan], 3, 3, .noData),
    ]

    @Test(arguments: cases) func takesSoManySamples(_ one: Case) throws {
        let judged = try judged(one.values, open: one.open, close: one.close)
        #expect(judged.verdict == one.verdict, "\(judged.reason)")
        #expect(judged.held == one.held)
        #expect(judged.reason.contains("held: ") == (one.held != nil))
    }

    @Test func whatIsHeldBackIsStillSaid() throws {
        let judged = try judged([0, 7], open: 2, close: 1)
        #expect(
            judged.reason
                == "7% is over the alert limit of 5%, since 2026-11-30T12:00:00Z; held: 1 of 2 bad samples")
        #expect(judged.since == nil)
    }

    @Test func withoutAHistoryNothingIsHeldBack() throws {
        let threshold = try threshold("Error rate", target: "< 1%", alert: "> 5%")
        let settings = KPISettings(kpi: "Error rate", patience: KPISettings.Patience(openAfter: 3, closeAfter: 3))
        let plan = Plan(thresholds: [threshold])
        let configuration = AssessmentConfiguration(kpis: [settings])
        let demand = metricDemand(plan: plan, configuration: configuration, now: now)
        let metric = series("error_rate_percent", [(600, 0), (300, 0), (0, 7)]).summary(for: demand, keeping: 1)
        let judged = assess(
            plan: plan, observations: Observations(metrics: [metric]), clock: try clock(), configuration: configuration)
        #expect(judged.assessment.kpis.map(\.verdict) == [.alert])
    }
}
