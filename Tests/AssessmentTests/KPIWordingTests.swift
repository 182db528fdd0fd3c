import Assessment
import Observations
import Plan
import SourceText
import Testing

@Suite struct KPIWordingTests {
    private func reason(_ value: Double, target: String?, alert: String? = nil, _ name: String = "jobs_seconds") throws
        -> String
    {
        try kpi(try threshold("Jobs", target: target, alert: alert), [series(name, [(300, value), (0, value)])]).reason
    }

    @Test func namesBothValuesAndSinceWhen() throws {
        let since = "since 2026-11-30T11:55:00Z"
        #expect(try reason(74, target: "< 30s", alert: "> 60s") == "74 s is over the alert limit of 60 s, \(since)")
        #expect(try reason(45, target: "< 30s", alert: "> 60s") == "45 s misses the target of < 30 s, \(since)")
        #expect(try reason(9, target: "< 30s", alert: "> 60s") == "9 s meets the target of < 30 s, \(since)")
        #expect(try reason(40, target: "> 60s", alert: "< 50s") == "40 s is under the alert limit of 50 s, \(since)")
        #expect(try reason(60, target: "30s", alert: "60s") == "60 s is at the alert limit of 60 s, \(since)")
        #expect(
            try reason(74, target: "< 30s", alert: "> 60s average")
                == "74 s (average of 2 samples over 1 h) is over the alert limit of 60 s, \(since)")
        #expect(
            try reason(.nan, target: "< 30s")
                == "the probe answered without a number (sample of 2026-11-30T12:00:00Z)")
        #expect(
            try reason(9, target: nil, alert: "> 60s")
                == "9 s was measured, but the plan sets no target that it could be on (sample of 2026-11-30T12:00:00Z)")
    }

    @Test func roundingNeverHidesTheDifference() throws {
        #expect(
            try reason(60.0004, target: "< 30s", alert: "> 60s").hasPrefix("60.0004 s is over the alert limit of 60 s"))
        #expect(try reason(29.996, target: "< 30s").hasPrefix("29.996 s meets the target of < 30 s"))
        #expect(try reason(74.333333, target: "< 30s", alert: "> 60s").hasPrefix("74.3 s is over"))
        #expect(try reason(1234.56, target: "< 30s", alert: "> 60s").hasPrefix("1235 s is over"))
        #expect(try reason(0.00123456, target: "< 30s").hasPrefix("0.00123 s meets"))
    }

    @Test func almostAllIsNotAll() throws {
        func text(_ value: Double, _ name: String) throws -> String? {
            try kpi(try threshold("Availability", target: "> 99.9%"), [steady(name, value)]).value?.text
        }
        #expect(try text(99.96, "availability_percent") == "99.96%")
        #expect(try text(0.9999996, "availability_ratio") == "99.99996%")
        #expect(try text(100, "availability_percent") == "100%")
        #expect(try text(0.0000004, "availability_percent") == "0.0000004%")
        #expect(try text(99.9000001, "availability_percent") == "99.9000001%")
        #expect(try text(0.07 * 100, "availability_percent") == "7%")
    }

    @Test func ratesNameTheirPeriod() throws {
        let judged = try kpi(try threshold("Incidents", target: "< 1/day"), [steady("incidents_per_hour", 0.5)])
        #expect(judged.reason.hasPrefix("12/day misses the target of < 1/day"))
    }

    @Test func aStaleReasonNamesTheNewestSampleAndNotTheAverage() throws {
        let threshold = try threshold("Latency", target: "< 100ms average")
        let judged = try kpi(threshold, [series("latency_ms", [(9000, 90), (8700, 90), (8400, 30)])])
        #expect(judged.reason == "the newest sample, 30 ms, is 2 h old, more than twice the interval of 5 min")
        #expect(judged.value == nil, "nothing of it lies in the hour before now")
        #expect(judged.newestValue == Quantity(30, .milliseconds))
    }

    @Test(arguments: [
        ("jobs_ms", 74_000.0, "74 s"), ("jobs_mins", 2, "120 s"), ("jobs_s", 74, "74 s"),
        ("jobsMillis", 74_000, "74 s"),
    ])
    func valuesAreShownInTheUnitOfTheLimit(_ name: String, _ value: Double, _ expected: String) throws {
        #expect(try reason(value, target: "< 30s", alert: "> 60s", name).hasPrefix("\(expected) is over"))
    }

    @Test func saysWhereTheValueComesFrom() throws {
        let judged = try kpi(try threshold("Jobs", target: "< 30s"), [series("jobs_ms", [(300, 1000), (0, 2000)])])
        guard case .observation("m.csv", 3) = judged.source else {
            Issue.record("source is \(judged.source)")
            return
        }
        #expect(judged.value == Quantity(2, .seconds))
        #expect(judged.newestValue == Quantity(2, .seconds))
        #expect(judged.newestSample == now)
        #expect(judged.intervalSeconds == 300)
    }

    @Test func timesAreWrittenAsTheCallerWishes() throws {
        let configuration = AssessmentConfiguration(timeText: { $0.rfc3339(offsetMinutes: 60) })
        let plan = Plan(thresholds: [try threshold("Jobs", target: "< 30s")])
        let observations = observed(plan, [series("jobs_s", [(0, 9)])])
        let assessment = assess(
            plan: plan, observations: observations, clock: try clock(), configuration: configuration
        ).assessment
        #expect(assessment.kpis.first?.reason.hasSuffix("since 2026-11-30T13:00:00+01:00") == true)
    }
}
