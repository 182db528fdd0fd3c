import Assessment
import Observations
import Plan
import SourceText
import Testing

/// Every verdict that a number can lead to, limit by limit.
@Suite struct KPIVerdictTests {
    struct Case {
        let target: String?
        let alert: String?
        let critical: String?
        let value: Double
        let verdict: KPIVerdict

        init(_ target: String?, _ alert: String?, _ critical: String?, _ value: Double, _ verdict: KPIVerdict) {
            self.target = target
            self.alert = alert
            self.critical = critical
            self.value = value
            self.verdict = verdict
        }
    }

    static let cases: [Case] = [
        // Lower is better; each limit at, below and above.
        Case("< 1%", "> 5%", "> 15%", 0.0, .onTarget),
        Case("< 1%", "> 5%", "> 15%", 0.999, .onTarget),
        Case("< 1%", "> 5%", "> 15%", 1, .offTarget),
        Case("< 1%", "> 5%", "> 15%", 5, .offTarget),
        Case("< 1%", "> 5%", "> 15%", 5.001, .alert),
        Case("< 1%", "> 5%", "> 15%", 15, .alert),
        Case("< 1%", "> 5%", "> 15%", 15.001, .critical),
        Case("≤ 1%", "≥ 5%", "≥ 15%", 1, .onTarget),
        Case("≤ 1%", "≥ 5%", "≥ 15%", 5, .alert),
        Case("≤ 1%", "≥ 5%", "≥ 15%", 15, .critical),
        // Higher is better.
        Case("> 99.9%", "< 99.5%", "< 99%", 99.95, .onTarget),
        Case("> 99.9%", "< 99.5%", "< 99%", 99.9, .offTarget),
        Case("> 99.9%", "< 99.5%", "< 99%", 99.5, .offTarget),
        Case("> 99.9%", "< 99.5%", "< 99%", 99.4, .alert),
        Case("> 99.9%", "< 99.5%", "< 99%", 99, .alert),
        Case("> 99.9%", "< 99.5%", "< 99%", 98.9, .critical),
        // Bare numbers: the side is told by the other limits, or by their order.
        Case("99.9%", "< 99.5%", "< 99%", 99.9, .onTarget),
        Case("99.9%", "< 99.5%", "< 99%", 99.89, .offTarget),
        Case("1%", "5%", "15%", 1, .onTarget),
        Case("1%", "5%", "15%", 1.1, .offTarget),
        Case("1%", "5%", "15%", 5, .alert),
        Case("1%", "5%", "15%", 15, .critical),
        Case("99%", "95%", "90%", 99, .onTarget),
        Case("99%", "95%", "90%", 95, .alert),
        Case("99%", "95%", "90%", 90, .critical),
        // Beside a target on the same side, an alert limit says what has to be kept.
        Case("< 1%", "< 5%", "> 5%", 0.5, .onTarget),
        Case("< 1%", "< 5%", "> 5%", 3, .offTarget),
        Case("< 1%", "< 5%", "> 5%", 5, .alert),
        Case("< 1%", "< 5%", "> 5%", 6, .critical),
        // Limits may be missing.
        Case("< 1%", nil, nil, 0.5, .onTarget),
        Case("< 1%", nil, nil, 50, .offTarget),
        Case("< 1%", nil, "> 15%", 16, .critical),
        Case(nil, "> 5%", "> 15%", 6, .alert),
        Case(nil, "> 5%", "> 15%", 16, .critical),
        // Without a target nothing can be on it; nor on one that does not say which side is good.
        Case(nil, "> 5%", "> 15%", 0.1, .noData),
        Case("99%", nil, nil, 99, .noData),
        Case("99%", "99%", nil, 99, .noData),
        // Limits out of the order of their levels judge nothing.
        Case("< 10%", "> 5%", "> 15%", 6, .noData),
        Case("< 1%", "> 15%", "> 5%", 0.1, .noData),
        Case("< 1%", "> 15%", "> 5%", 20, .noData),
        Case("> 99%", "< 99.5%", nil, 99.9, .noData),
        Case("5%", "10%", "7%", 1, .noData),
        Case("95%", "99%", "90%", 99.9, .noData),
        // What cannot be was measured wrongly, unless the plan itself sets a limit out there.
        Case("< 1%", "> 5%", "> 15%", -40, .noData),
        Case("> 99.9%", "< 99.5%", "< 99%", 9999, .noData),
        Case("> 99.9%", "< 99.5%", "< 99%", 100, .onTarget),
        Case("< 120%", "> 150%", nil, 110, .onTarget),
        Case("> -5%", "< -10%", nil, -3, .onTarget),
        Case("= 0%", "> 5%", nil, 0, .onTarget),
        Case("= 0%", "> 5%", nil, 1, .offTarget),
    ]

    @Test(arguments: cases)
    func oneSampleAgainstThreeLimits(_ one: Case) throws {
        let threshold = try threshold("Error rate", target: one.target, alert: one.alert, critical: one.critical)
        let judged = try kpi(threshold, [steady("error_rate_percent", one.value)])
        #expect(judged.verdict == one.verdict, "\(judged.reason)")
    }

    @Test func anIndicatorWithoutLimitsHasNoVerdict() throws {
        let judged = try kpi(try threshold("Error rate"), [steady("error_rate_percent", 0)])
        #expect(judged.verdict == .noData)
        #expect(judged.reason == "the plan sets no limits")
    }

    // MARK: Nothing is green without evidence

    /// Samples of a series as ages in seconds and values.
    struct Samples {
        let what: String
        let samples: [(age: Double, value: Double)]
        let name: String
        let verdict: KPIVerdict

        init(
            _ what: String, _ samples: [(age: Double, value: Double)], _ name: String = "error_rate_percent",
            _ verdict: KPIVerdict = .onTarget
        ) {
            self.what = what
            self.samples = samples
            self.name = name
            self.verdict = verdict
        }
    }

    private static let none: Double = .nan

    static let neverGreen: [Samples] = [
        Samples("nothing measures it", [], "errors_percent", .noData),
        Samples("a series without samples", [], "error_rate_percent", .noData),
        Samples("the only sample has no number", [(0, none)], "error_rate_percent", .noData),
        Samples("the newest sample has no number", [(600, 0.1), (300, 0.1), (0, none)], "error_rate_percent", .noData),
        Samples("all samples lie in the future", [(-61, 0.1), (-600, 0.1)], "error_rate_percent", .noData),
        Samples(
            "the newest that counts has no number, a future one has", [(0, none), (-600, 0.1)], "error_rate_percent",
            .noData
        ),
        Samples(
            "a future sample does not refresh an old one", [(7201, 0.1), (-600, 0.1)], "error_rate_percent", .stale),
        Samples("one old sample", [(7201, 0.1)], "error_rate_percent", .stale),
        Samples("more than twice the interval", [(1201, 0.1), (901, 0.1), (601, 0.1)], "error_rate_percent", .stale),
        Samples("one sample months ago", [(1e7, 0.1)], "error_rate_percent", .stale),
        Samples("two samples months apart", [(1e7, 0.1), (200_000, 0.1)], "error_rate_percent", .stale),
        Samples("no unit", [(300, 0.1), (0, 0.1)], "error_rate", .noData),
        Samples("a unit of another kind", [(300, 0.1), (0, 0.1)], "error_rate_ms", .noData),
        Samples("a rate", [(300, 0.1), (0, 0.1)], "error_rate_per_day", .noData),
    ]

    @Test(arguments: neverGreen)
    func isNeverGreen(_ one: Samples) throws {
        let threshold = try threshold("Error rate", target: "< 1%", alert: "> 5%")
        let (assessment, _) = try assessed([threshold], [series(one.name, one.samples)])
        #expect(assessment.kpis.map(\.verdict) == [one.verdict], "\(one.what)")
        #expect(assessment.verdict == .unknown, "\(one.what)")
        #expect(assessment.unknowns.count == 1, "\(one.what)")
    }

    static let stillGreen: [Samples] = [
        Samples("one sample within two hours", [(7200.0, 0.1)]),
        Samples("exactly twice the interval", [(1200, 0.1), (900, 0.1), (600, 0.1)]),
        Samples("a clock that runs a minute ahead", [(-60, 0.1)]),
        Samples("an older sample without a number", [(600, 0.1), (300, .nan), (0, 0.1)]),
        Samples("samples out of order", [(0, 0.1), (600, 7), (300, 0.1)]),
    ]

    @Test(arguments: stillGreen)
    func isStillGreen(_ one: Samples) throws {
        let judged = try kpi(
            try threshold("Error rate", target: "< 1%", alert: "> 5%"), [series(one.name, one.samples)])
        #expect(judged.verdict == .onTarget, "\(one.what): \(judged.reason)")
    }

    @Test func aConfiguredIntervalGoesBeforeTheMedianOfTheGaps() throws {
        let threshold = try threshold("Error rate", target: "< 1%")
        let samples = series("error_rate_percent", [(900, 0.1), (600, 0.1)])
        #expect(try kpi(threshold, [samples]).verdict == .onTarget)
        let settings = KPISettings(kpi: "Error rate", intervalSeconds: 299)
        let judged = try kpi(threshold, [samples], settings: settings)
        #expect(judged.verdict == .stale)
        #expect(judged.since == now.adding(seconds: -600 + 598))
        #expect(judged.reason == "the newest sample, 0.1%, is 10 min old, more than twice the interval of 4 min 59 s")
    }

    @Test(arguments: [Double.nan, .infinity, 0, -300])
    func anIntervalThatIsNoneDoesNotKeepOldSamplesFresh(_ interval: Double) throws {
        let threshold = try threshold("Error rate", target: "< 1%")
        let settings = KPISettings(kpi: "Error rate", intervalSeconds: interval)
        let old = series("error_rate_percent", [(901, 0.1), (601, 0.1)])
        #expect(try kpi(threshold, [old], settings: settings).verdict == .stale)
    }

    @Test func ofSeveralSamplesOfOneMomentTheLoudestCounts() throws {
        let threshold = try threshold("Error rate", target: "< 1%", alert: "> 5%")
        for values in [[0.1, 7], [7, 0.1]] {
            let twice = series("error_rate_percent", [(300, 0.1)] + values.map { (0, $0) })
            #expect(try kpi(threshold, [twice]).verdict == .alert)
        }
        let withNaN = series("error_rate_percent", [(300, 0.1), (0, .nan), (0, 0.1)])
        #expect(try kpi(threshold, [withNaN]).verdict == .noData)
    }

    @Test func ofSeveralSeriesTheLoudestCounts() throws {
        let threshold = try threshold("Error rate", target: "< 1%", alert: "> 5%", critical: "> 15%")
        func host(_ name: String, _ value: Double) -> MetricSeries {
            steady("error_rate_percent", value, labels: [MetricLabel("host", name)])
        }
        let judged = try kpi(threshold, [host("a", 0.1), host("b", 7), host("c", .nan), host("d", 2)])
        #expect(judged.verdict == .alert)
        #expect(judged.reason.hasSuffix("(error_rate_percent{host=b}, one of 4 series)"))
        #expect(try kpi(threshold, [host("a", 0.1), host("c", .nan)]).verdict == .noData)
        #expect(try kpi(threshold, [host("a", 0.1), host("d", 2)]).verdict == .offTarget)
        let good = try kpi(threshold, [host("a", 0.1), host("b", 0.7), host("c", 0.2)])
        #expect(good.value?.number == 0.7, "of equally good ones the worst value is shown")
        #expect(good.reason.hasSuffix("(the worst of 3 series)"))
    }
}
