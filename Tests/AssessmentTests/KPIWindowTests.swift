import Assessment
import Observations
import Plan
import SourceText
import Testing

/// Statistics over a window, limits that must hold for a while, and since when a state lasts.
@Suite struct KPIWindowTests {
    @Test(arguments: [
        ("< 100ms average", [90.0, 90, 130], 310 / 3.0, "average"),
        ("< 100ms median", [1, 200, 2, 400], 101, "median"),
        ("p95 < 100 ms", [1, 2, 3, 400], 400, "p95"),
        ("p50 < 100 ms", [1, 2, 3, 400], 2, "p50"),
        ("< 100ms peak", [400, 1, 2], 400, "maximum"),
        ("< 100ms", [400, 1, 2], 2, "newest sample"),
    ])
    func statisticsAreTakenOverTheLastHour(
        _ target: String, _ values: [Double], _ expected: Double, _ aggregation: String
    ) throws {
        // What is an hour older than the newest sample, or more, does not count, however bad it was.
        let ages = [900.0, 600, 300, 0].suffix(values.count)
        let samples = [(age: 3600.0, value: 9999.0)] + zip(ages, values).map { (age: $0, value: $1) }
        let judged = try kpi(try threshold("Latency", target: target), [series("latency_ms", samples)])
        #expect(judged.aggregation == aggregation)
        #expect(abs(try #require(judged.value).number - expected) < 1e-9)
    }

    @Test func theWindowComesFromTheLimitThenTheConfiguration() throws {
        let samples = series("latency_ms", [(1200, 900), (900, 300), (600, 60), (300, 60), (0, 60)])
        func window(_ target: String, _ settings: KPISettings? = nil) throws -> (Double?, Double?) {
            let judged = try kpi(try threshold("Latency", target: target), [samples], settings: settings)
            return (judged.windowSeconds, judged.value?.number)
        }
        #expect(try window("< 100ms average over 10 minutes") == (600, 60))
        #expect(try window("< 100ms average", KPISettings(kpi: "Latency", windowSeconds: 900)) == (900, 60))
        #expect(try window("< 100ms average") == (3600, 276))
        #expect(try window("< 100ms", KPISettings(kpi: "latency", windowSeconds: 1200)) == (nil, 60))
    }

    @Test func aWindowWithMoreGapsThanNumbersIsNotGreen() throws {
        let threshold = try threshold("Latency", target: "< 100ms average", alert: "> 200ms average")
        #expect(
            try kpi(threshold, [series("latency_ms", [(900, .nan), (600, .nan), (300, 50), (0, 50)])]).verdict
                == .noData)
        let thin = try kpi(threshold, [series("latency_ms", [(900, .nan), (600, .nan), (300, .nan), (0, 50)])])
        #expect(thin.verdict == .noData)
        #expect(thin.reason.contains("1 sample with a number do not cover 1 h: one each 5 min is expected"))
        let bad = try kpi(threshold, [series("latency_ms", [(900, .nan), (600, .nan), (300, .nan), (0, 500)])])
        #expect(bad.verdict == .alert)
    }

    @Test(arguments: [
        ("all of the window is over it", [900.0, 600, 300, 0], [16.0, 16, 16, 16], KPIVerdict.critical),
        ("the window reaches back to its start exactly", [600, 300, 0], [16, 16, 16], .critical),
        ("the series is too short", [300, 0], [16, 16], .alert),
        ("one sample of the window is not over it", [900, 600, 300, 0], [16, 16, 14, 16], .alert),
        ("a sample before the window is not over it", [900, 600, 300, 0], [1, 16, 16, 16], .critical),
        ("a sample of the window has no number", [900, 600, 300, 0], [16, 16, .nan, 16], .alert),
        ("the window has a hole", [1500, 1200, 900, 0], [16, 16, 16, 16], .alert),
        ("the newest is over nothing", [900, 600, 300, 0], [16, 16, 16, 0.5], .onTarget),
    ])
    func aLimitForTenMinutesNeedsEverySample(
        _ what: String, _ ages: [Double], _ values: [Double], _ expected: KPIVerdict
    ) throws {
        let threshold = try threshold("Error rate", target: "< 1%", alert: "> 5%", critical: "> 15% for 10 minutes")
        let settings = KPISettings(kpi: "Error rate", intervalSeconds: 300)
        let judged = try kpi(
            threshold, [series("error_rate_percent", zip(ages, values).map { ($0, $1) })], settings: settings)
        #expect(judged.verdict == expected, "\(what): \(judged.reason)")
    }

    @Test func aTargetForAWhileIsNotMetByTheNewestSampleAlone() throws {
        let threshold = try threshold("Error rate", target: "< 1% for 10 minutes", alert: "> 5%")
        #expect(try kpi(threshold, [steady("error_rate_percent", 0.5)]).verdict == .onTarget)
        let short = series("error_rate_percent", [(300, 0.5), (0, 0.5)])
        #expect(try kpi(threshold, [short]).verdict == .offTarget)
        let broken = series("error_rate_percent", [(900, 0.5), (600, 0.5), (300, 2), (0, 0.5)])
        #expect(try kpi(threshold, [broken]).verdict == .offTarget)
    }

    @Test(arguments: [
        ("from the first sample in the state", [1.0, 61, 62, 74], 600.0),
        ("only the newest", [1, 61, 50, 74], 0),
        ("all of them", [61, 61, 62, 74], 900),
        ("not across a sample without a number", [61, .nan, 62, 74], 300),
        ("not across a louder state", [61, 400, 62, 74], 300),
    ])
    func sinceWhen(_ what: String, _ values: [Double], _ age: Double) throws {
        let threshold = try threshold("Jobs", target: "< 30s", alert: "> 60s", critical: "> 300s")
        let judged = try kpi(threshold, [series("jobs_seconds", zip([900.0, 600, 300, 0], values).map { ($0, $1) })])
        #expect(judged.verdict == .alert)
        #expect(judged.since == now.adding(seconds: -age), "\(what)")
    }

    @Test func aHoleInTheDataEndsTheKnowledgeOfSinceWhen() throws {
        let threshold = try threshold("Jobs", target: "< 30s", alert: "> 60s")
        let settings = KPISettings(kpi: "Jobs", intervalSeconds: 300)
        let judged = try kpi(threshold, [series("jobs_seconds", [(1200, 74), (601, 74), (0, 74)])], settings: settings)
        #expect(judged.since == now)
    }

    @Test func aLongSeriesOfStatisticsIsJudgedInBoundedTime() throws {
        let samples = (0..<20_000).reversed().map { (age: Double($0), value: 74.0) }
        let judged = try kpi(
            try threshold("Jobs", target: "< 30s", alert: "> 60s average"), [series("jobs_seconds", samples)])
        #expect(judged.verdict == .alert)
        #expect(judged.since == nil, "how long it lasts is not known rather than looked for at any cost")
    }
}
