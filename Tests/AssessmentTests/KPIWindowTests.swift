import Assessment
import Observations
import Plan
import SourceText
import Testing

/// Statistics over a window, limits that must hold for a while, and since when a state lasts.
@Suite struct KPIWindowTests {
    @Test(
        arguments: [
            ("< 100ms average", [90.0, 90, 130], 310 / 3.0, "average"),
            ("< 100ms median", [1, 200, 2, 400], 101, "median"),
            ("p95 < 100 ms", [1, 2, 3, 400], 340.45, "p95"),
            ("p50 < 100 ms", [1, 2, 3, 400], 2.5, "p50"),
            ("< 100ms peak", [400, 1, 2], 400, "maximum"),
            ("< 100ms", [400, 1, 2], 2, "newest sample"),
        ] as [(String, [Double], Double, String)])
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

    @Test func theDemandNamesWindowsAndRanks() throws {
        let plan = Plan(
            thresholds: [
                try threshold("Latency", target: "p95 < 100 ms", alert: "> 500ms for 10 minutes"),
                try threshold("Errors", target: "< 5", origin: .criterion),
            ], triggers: [try trigger("Errors", "> 9 for 5 minutes"), try trigger("Load", "> 3 median")])
        let settings = [KPISettings(kpi: "Latency", metric: "slow", windowSeconds: 900, statistic: .percentile(99.9))]
        let configuration = AssessmentConfiguration(kpis: settings)
        let demand = metricDemand(plan: plan, configuration: configuration, now: now)
        #expect(
            demand.windows("slow") == [
                MetricWindow(seconds: 600), MetricWindow(seconds: 900), MetricWindow(seconds: 900, offsetSeconds: 900),
            ])
        #expect(demand.windows("latency_ms") == [])
        #expect(demand.windows("errors_count") == [])
        #expect(demand.windows("errors") == [MetricWindow(seconds: 300)])
        #expect(percentileRanks(plan: plan, configuration: configuration) == [0.5, 0.95, 0.999])
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

    @Test(
        arguments: [
            ("all of them", stride(from: 3300.0, through: 0, by: -300).map(\.self), KPIVerdict.onTarget),
            ("every second one", stride(from: 3300.0, through: 0, by: -600).map(\.self), .noData),
            ("one", [0], .noData),
            ("the newest half", [1500, 1200, 900, 600, 300, 0], .noData),
            ("the oldest and the newest", [3300, 3000, 2700, 2400, 2100, 300, 0], .noData),
        ] as [(String, [Double], KPIVerdict)])
    func aWindowMustBeCovered(_ what: String, _ ages: [Double], _ verdict: KPIVerdict) throws {
        let settings = KPISettings(kpi: "Latency", intervalSeconds: 300)
        let threshold = try threshold("Latency", target: "< 100ms average", alert: "> 200ms average")
        let good = try kpi(threshold, [series("latency_ms", ages.map { ($0, 50) })], settings: settings)
        #expect(good.verdict == verdict, "\(what): \(good.reason)")
        let bad = try kpi(threshold, [series("latency_ms", ages.map { ($0, 500) })], settings: settings)
        #expect(bad.verdict == .alert, "what is known to be bad is said, however little is known: \(what)")
    }

    @Test func anImpossibleValueIsNoNumber() throws {
        let threshold = try AssessmentTests.threshold("Latency", target: "< 100ms average")
        let newest = try kpi(threshold, [series("latency_ms", [(300, 50), (0, -50)])])
        #expect(newest.verdict == .noData)
        #expect(newest.reason == "−50 ms cannot be: it is negative (sample of 2026-11-30T12:00:00Z)")
        let samples = stride(from: 3300.0, through: 0, by: -300).map { ($0, $0 == 600 ? -5000 : 120.0) }
        #expect(try kpi(threshold, [series("latency_ms", samples)]).value?.number == 120)
        let share = try kpi(
            try AssessmentTests.threshold("Error rate", target: "< 1%"), [series("error_rate_percent", [(0, -40)])])
        #expect(share.reason.hasPrefix("a share of −40% cannot be: it lies outside 0% to 100%"))
    }

    @Test func sumsThatOverflowAreNoFaultOfTheUnit() throws {
        let huge = series("latency_ms", [(300, 1e308), (0, 1e308)])
        let average = try kpi(try threshold("Latency", target: "< 100ms average", alert: "> 200ms average"), [huge])
        #expect(average.verdict == .alert)
        let sum = Limit(
            comparison: .below, quantity: Quantity(100, .milliseconds), statistic: .total, text: "< 100ms in total")
        let summed = Threshold(
            metric: "Latency", origin: .indicator, targets: [Claim(sum, at: span(), .field)], span: span())
        let total = try kpi(summed, [huge])
        #expect(total.verdict == .noData)
        #expect(total.reason.hasPrefix("the total of its samples is too large to be reckoned with"))
    }

    @Test func anInferredIntervalIsHeldBelowThatOfThePages() throws {
        let daily = series("latency_ms", [(2 * 86_400, 50), (86_400, 50)])
        let plan = Plan(thresholds: [try threshold("Latency", target: "< 100ms")])
        func verdict(_ configuration: AssessmentConfiguration) throws -> KPIVerdict? {
            assess(
                plan: plan, observations: observed(plan, [daily], configuration: configuration), clock: try clock(),
                configuration: configuration
            ).assessment.kpis.first?.verdict
        }
        let window = KPISettings(kpi: "Latency", windowSeconds: 86_400)
        let interval = KPISettings(kpi: "Latency", intervalSeconds: 86_400)
        #expect(try verdict(AssessmentConfiguration()) == .stale)
        #expect(try verdict(AssessmentConfiguration(updateInterval: 86_400)) == .onTarget)
        #expect(try verdict(AssessmentConfiguration(kpis: [window])) == .stale, "two samples are no rhythm")
        #expect(try verdict(AssessmentConfiguration(kpis: [interval])) == .onTarget)
    }

    @Test func aWindowThatNoLimitUsesIsReported() throws {
        let settings = [KPISettings(kpi: "Latency", windowSeconds: 900)]
        let metrics = [steady("latency_ms", 50)]
        func told(_ target: String) throws -> [String] {
            rules(try assessed([try threshold("Latency", target: target)], metrics, settings: settings).findings)
        }
        #expect(try told("< 100ms") == ["kpi-window-unused"])
        #expect(try told("< 100ms average over 10 minutes") == ["kpi-window-unused"])
        #expect(try told("< 100ms average") == [])
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
