import Assessment
import Observations
import Plan
import SourceText
import Testing

@Suite struct MetricMatchingTests {
    @Test(arguments: [
        ("Hook execution time", "hook_execution_time_ms", true),
        ("Hook execution time", "hookExecutionTimeMs", true),
        ("Hook Execution-Time (ms)", "HOOK_EXECUTION_TIME_SECONDS", true),
        ("Error rate", "error_rate_ratio", true),
        ("Error rate", "ErrorRatePercent", true),
        ("HTTP errors", "HTTPErrors", true),
        ("Größe", "größe_bytes", true),
        ("Error rate", "error_rates_percent", false),
        ("Error rate", "rate_error_percent", false),
        ("Error rate", "error_percent", false),
        ("Latency", "latency_min", false),
        ("ms", "ms", true),
        ("%", "percent", false),
    ])
    func namesAreComparedByTheirWords(_ indicator: String, _ metric: String, _ matches: Bool) throws {
        let (_, findings) = try assessed([try threshold(indicator, target: "< 1")], [steady(metric, 0)])
        #expect(rules(findings).contains("metric-unmatched") == !matches)
        #expect(rules(findings).contains("kpi-unmeasured") == !matches)
    }

    @Test func whatMatchesNothingIsReported() throws {
        let (assessment, findings) = try assessed(
            [try threshold("Error rate", target: "< 1%")], [steady("errors_percent", 0.1)])
        #expect(
            findings.map { "\($0.rule) \($0.severity) \($0.message)" } == [
                "kpi-unmeasured info 'Error rate' is not measured: no metric has its name",
                "metric-unmatched warning metric 'errors_percent' (m.csv:2) belongs to no indicator of the plan",
            ])
        #expect(assessment.kpis.map(\.verdict) == [.noData])
        guard case .none = try #require(assessment.kpis.first).source else {
            Issue.record("nothing measured it, so it has no source")
            return
        }
    }

    @Test func twoMetricsOfOneNameMatchNothing() throws {
        let both = [steady("error_rate_percent", 0.1), steady("error_rate_ratio", 0.001)]
        let (assessment, findings) = try assessed([try threshold("Error rate", target: "< 1%")], both)
        #expect(assessment.kpis.map(\.verdict) == [.noData])
        #expect(
            findings.map(\.message) == [
                "'Error rate' is not measured: 'error_rate_percent' and 'error_rate_ratio' both have its name"
            ])
    }

    @Test func theConfigurationChooses() throws {
        let both = [steady("error_rate_percent", 0.1), steady("http_5xx", 0.2)]
        let indicator = try threshold("Error rate", target: "< 1%")
        let chosen = KPISettings(kpi: "error rate", metric: "http_5xx", unit: "%")
        let (assessment, findings) = try assessed([indicator], both, settings: [chosen])
        #expect(assessment.kpis.map(\.value) == [Quantity(0.2, .percent)])
        #expect(rules(findings) == [], "a metric that has an indicator's words is accounted for")
        let missing = KPISettings(kpi: "Error rate", metric: "gone")
        let (unmeasured, _) = try assessed([indicator], both, settings: [missing])
        #expect(unmeasured.kpis.map(\.reason) == ["it is not measured: metric 'gone' has no samples"])
    }

    @Test func settingsOfNoIndicatorAreReported() throws {
        let settings = KPISettings(kpi: "Error rat", span: span(7))
        let (_, findings) = try assessed(
            [try threshold("Error rate", target: "< 1%")], [steady("error_rate_percent", 0.1)], settings: [settings])
        #expect(rules(findings) == ["kpi-unmeasured", "metric-unmatched"])
        #expect(findings.first?.span == span(7))
    }

    @Test func configuredAndCriterionThresholdsAreNoIndicators() throws {
        let others = [
            try threshold("Error rate", target: "< 1%", origin: .criterion),
            try threshold("Error rate", target: "< 1%", origin: .configuration),
        ]
        #expect(try assessed(others, []).assessment.kpis.isEmpty)
    }

    @Test(arguments: [
        ("error_rate_ratio", nil as String?, 0.005, KPIVerdict.onTarget),
        ("error_rate_ratio", nil, 0.07, .alert),
        ("error_rate", "%", 0.5, .onTarget),
        ("error_rate", "ratio", 0.5, .critical),
        ("error_rate", "percent", 0.5, .onTarget),
        ("error_rate_ratio", "%", 0.5, .onTarget),
        ("error_rate", "furlongs", 0.5, .noData),
        ("error_rate", "ms", 0.5, .noData),
        ("error_rate", "%/day", 0.5, .noData),
        ("error_rate", "", 0.5, .noData),
        ("error_rate", nil, 0.5, .noData),
    ])
    func unitsAreStatedOrToldByTheName(_ name: String, _ unit: String?, _ value: Double, _ expected: KPIVerdict) throws
    {
        let threshold = try threshold("Error rate", target: "< 1%", alert: "> 5%", critical: "> 15%")
        let (assessment, findings) = try assessed([threshold], [steady(name, value, unit: unit)])
        #expect(assessment.kpis.map(\.verdict) == [expected])
        #expect(rules(findings) == (expected == .noData ? ["metric-unit-mismatch"] : []))
    }

    @Test(arguments: [("7%", 0.07), ("0.7%", 0.007), ("29%", 0.29), ("57%", 0.57), ("58%", 0.58)])
    func conversionDoesNotPushAValueOverItsLimit(_ limit: String, _ ratio: Double) throws {
        let threshold = try threshold("Error rate", target: "≤ \(limit)", alert: "> \(limit)")
        #expect(try kpi(threshold, [steady("error_rate_ratio", ratio)]).verdict == .onTarget)
    }

    @Test func countsAndRatesNeedNoOtherUnit() throws {
        #expect(try kpi(try threshold("Open bugs", target: "< 5"), [steady("open_bugs", 4)]).verdict == .onTarget)
        let rate = try threshold("Incidents", target: "< 1/day")
        #expect(try kpi(rate, [steady("incidents_per_day", 0.5)]).verdict == .onTarget)
        #expect(try kpi(rate, [steady("incidents_per_hour", 0.5)]).verdict == .offTarget)
        #expect(try kpi(rate, [steady("incidents", 0)]).verdict == .noData)
    }

    @Test func aMismatchIsShownAtTheLimitAndInItsSource() throws {
        let (assessment, findings) = try assessed([try threshold("Jobs", target: "< 30s")], [steady("jobs", 9)])
        #expect(
            findings.map { "\($0.rule) \($0.severity) \($0.message)" } == [
                "metric-unit-mismatch error metric 'jobs' has no unit (m.csv:26), which cannot be compared with '< 30s'"
            ])
        #expect(findings.first?.span == span())
        #expect(
            assessment.kpis.first?.reason.hasPrefix("a metric without a unit cannot be compared with the target of 30s")
                == true)
    }

    @Test func aLimitOfAnotherKindIsNoReasonToMissABrokenOne() throws {
        let threshold = try threshold("Jobs", target: "< 30s", alert: "> 5%", critical: "> 300s")
        #expect(try kpi(threshold, [steady("jobs_seconds", 400)]).verdict == .critical)
        #expect(try kpi(threshold, [steady("jobs_seconds", 9)]).verdict == .noData)
        #expect(try kpi(threshold, [steady("jobs_seconds", 90)]).verdict == .noData)
    }

    @Test func futureSamplesAreReportedOncePerSeries() throws {
        let future = series("jobs_seconds", [(300, 9), (0, 9), (-120, 9), (-180, 9)])
        let indicators = [try threshold("Jobs", target: "< 30s"), try threshold("jobs", target: "< 20s")]
        let (assessment, findings) = try assessed(indicators, [future])
        #expect(assessment.kpis.map(\.verdict) == [.onTarget, .onTarget])
        #expect(assessment.newestSample == now)
        #expect(
            findings.map(\.message) == [
                "2 samples of 'jobs_seconds' are dated later than now and left out, the first at 2026-11-30T12:02:00Z (m.csv:4)"
            ])
    }

    /// What was measured an hour ago may look as if it were new.
    @Test(arguments: [([-120.0, -180, -240], KPIVerdict.noData), ([-301], .noData), ([-299], .onTarget)])
    func aClockThatIsWrongShowsNothing(_ ahead: [Double], _ expected: KPIVerdict) throws {
        let samples = stride(from: 3600.0, through: 0, by: -300).map { ($0, 9.0) } + ahead.map { ($0, 9.0) }
        let judged = try kpi(try threshold("Jobs", target: "< 30s"), [series("jobs_seconds", samples)])
        #expect(judged.verdict == expected)
        if expected == .noData { #expect(judged.reason.hasSuffix("so its clock or time zone is wrong")) }
        let bad = try kpi(try threshold("Jobs", target: "< 3s", alert: "> 5s"), [series("jobs_seconds", samples)])
        #expect(bad.verdict == .alert, "what is bad is told")
    }

    /// A name of a metric costs what is read of it, and no more.
    @Test func manyMetricsThatBelongToNothingAreCounted() throws {
        let metrics = (0..<2000).map { series("stray_\($0)_percent", [(0, 1)]) }.sorted { $0.identity < $1.identity }
        let (_, findings) = try assessed([try threshold("Error rate", target: "< 1%")], metrics)
        let unmatched = findings.filter { $0.rule == "metric-unmatched" }
        #expect(unmatched.count == 10)
        #expect(unmatched.last?.message == "1991 more metrics belong to no indicator of the plan")
        let few = try assessed([try threshold("Error rate", target: "< 1%")], Array(metrics.prefix(10))).findings
        #expect(few.count { $0.rule == "metric-unmatched" && $0.message.hasPrefix("metric 'stray_") } == 10)
    }

    @Test func namesInMessagesAreCut() throws {
        let name = String(repeating: "x", count: 100_000)
        let (_, findings) = try assessed([try threshold("Error rate", target: "< 1%")], [series(name, [(0, 1)])])
        #expect(findings.filter { $0.rule == "metric-unmatched" }.allSatisfy { $0.message.count < 300 })
    }

    @Test func anIntervalIsNotInferredFromAPairOfSamples() throws {
        let days = 86_400.0
        let settings = KPISettings(kpi: "Jobs", metric: "jobs_seconds", windowSeconds: 30 * days)
        func verdict(_ ages: [Double]) throws -> KPIVerdict {
            try kpi(
                try threshold("Jobs", target: "< 30s"), [series("jobs_seconds", ages.map { ($0 * days, 9) })],
                settings: settings
            ).verdict
        }
        #expect(try verdict([30, 15]) == .stale)
        #expect(try verdict([45, 30, 15]) == .stale, "no more than a twentieth of the window")
        #expect(try verdict([3, 2, 1]) == .onTarget)
        #expect(try verdict([2, 1]) == .stale, "two samples are no rhythm")
    }

    @Test func anEmptyFileIsNamedWhereNothingElseIsKnown() throws {
        let plan = Plan(thresholds: [try threshold("Error rate", target: "< 1%")])
        func reason(_ files: [String]) throws -> String? {
            assess(plan: plan, observations: Observations(emptyFiles: files), clock: try clock())
                .assessment.kpis.first?.reason
        }
        #expect(
            try reason(["m/a.csv"])
                == "it is not measured: no metric has its name, and 'm/a.csv' holds no samples")
        #expect(
            try reason(["m/a.csv", "m/b.csv"])
                == "it is not measured: no metric has its name, and 'm/a.csv' and 1 more hold no samples")
    }
}
