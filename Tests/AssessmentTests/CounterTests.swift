import Assessment
import Observations
import Plan
import SourceText
import Testing

/// Counters: how fast they rise, and the share of one in another.
@Suite struct CounterTests {
    @Test func aRateIsTheRiseOfAWindowPerSecond() throws {
        let settings = KPISettings(kpi: "Errors", metric: "errors_total", statistic: .rate)
        let threshold = try threshold("Errors", target: "< 5/min", alert: "> 20/min")
        // 30 in five minutes are 6 a minute.
        let judged = try kpi(threshold, [counter("errors_total", perSample: 30)], settings: settings)
        #expect(judged.verdict == .offTarget)
        #expect(judged.reason.hasPrefix("6/min (rate of 12 samples over 1 h) misses the target of < 5/min"))
        let fine = try kpi(threshold, [counter("errors_total", perSample: 20)], settings: settings)
        #expect(fine.verdict == .onTarget)
    }

    @Test func anIncreaseIsTheRiseOfTheWholeWindow() throws {
        let settings = KPISettings(kpi: "Errors", metric: "errors_total", statistic: .increase)
        let judged = try kpi(
            try threshold("Errors", target: "< 100"), [counter("errors_total", perSample: 10)], settings: settings)
        #expect(
            abs(try #require(judged.value).number - 120) < 1e-9, "eleven steps in 55 minutes, drawn out to the hour")
        #expect(judged.verdict == .offTarget)
    }

    @Test func aRateOfWhatHasOtherUnitsIsRefused() throws {
        let settings = KPISettings(kpi: "Errors", metric: "errors_total", statistic: .rate)
        let (assessment, findings) = try assessed(
            [try threshold("Errors", target: "< 5%")], [counter("errors_total", perSample: 1)], settings: [settings])
        #expect(assessment.kpis.map(\.verdict) == [.noData])
        #expect(rules(findings) == ["metric-unit-mismatch"])
    }

    private let availability = KPISettings(
        kpi: "Availability", counters: KPISettings.Counters(good: "ok_total", total: "all_total"))

    private func share(_ metrics: [MetricSeries], _ settings: KPISettings? = nil) throws -> KPIAssessment {
        try kpi(
            try threshold("Availability", target: "> 99%", alert: "< 95%"), metrics, settings: settings ?? availability)
    }

    @Test func anAvailabilityIsTheShareOfGoodInTotal() throws {
        let judged = try share([counter("all_total", perSample: 1000), counter("ok_total", perSample: 996)])
        #expect(judged.verdict == .onTarget)
        #expect(
            judged.reason == "99.6% (ok_total of all_total over 1 h) meets the target of > 99%; error budget left: 60%")
        #expect(judged.windowSeconds == 3600)
        #expect(judged.aggregation == "ok_total of all_total")
        #expect(abs(try #require(judged.errorBudgetLeft) - 0.6) < 1e-9)
        let bad = try share([counter("all_total", perSample: 1000), counter("ok_total", perSample: 900)])
        #expect(bad.verdict == .alert)
        #expect(bad.reason.hasSuffix("; error budget left: 0% (1000% spent)"), "\(bad.reason)")
    }

    @Test func allSeriesOfACounterCountTogether() throws {
        func host(_ name: String, _ good: Double) -> [MetricSeries] {
            let labels = [MetricLabel("host", name)]
            return [
                counter("all_total", perSample: 100, labels: labels),
                counter("ok_total", perSample: good, labels: labels),
            ]
        }
        let metrics = (host("a", 100) + host("b", 99)).sorted { $0.identity < $1.identity }
        #expect(abs(try #require(try share(metrics).value).number - 99.5) < 1e-9)
        let settings = KPISettings(
            kpi: "Availability", labels: [MetricLabel("host", "b")], counters: availability.counters)
        #expect(abs(try #require(try share(metrics, settings).value).number - 99) < 1e-9)
        let other = KPISettings(
            kpi: "Availability", labels: [MetricLabel("host", "c")], counters: availability.counters)
        #expect(
            try share(metrics, other).reason
                == "it is not measured: no series of metric 'all_total' has the labels host=c")
    }

    /// A sum without one of its parts is another one.
    @Test func aSeriesThatDoesNotTellItsRiseMakesTheShareUnknown() throws {
        func host(_ name: String) -> [MetricLabel] { [MetricLabel("host", name)] }
        let whole = [
            counter("all_total", perSample: 100, labels: host("a")),
            counter("all_total", perSample: 100, labels: host("b")),
            counter("ok_total", perSample: 100, labels: host("a")),
            counter("ok_total", perSample: 100, labels: host("b")),
        ]
        #expect(try share(whole).verdict == .onTarget)
        for index in whole.indices {
            var metrics = whole
            metrics[index] = MetricSeries(identity: whole[index].identity, samples: whole[index].samples.suffix(1))
            let judged = try share(metrics)
            #expect(judged.verdict == .noData)
            #expect(judged.reason.hasPrefix("a single sample does not tell how far"), "\(judged.reason)")
        }
    }

    @Test func whatIsGoodOfNoTotalCountsForNothing() throws {
        func labels(_ host: String, _ code: String? = nil) -> [MetricLabel] {
            [MetricLabel("host", host)] + (code.map { [MetricLabel("code", $0)] } ?? [])
        }
        let total = [counter("all_total", perSample: 100, labels: labels("a"))]
        func good(_ host: String) -> MetricSeries { counter("ok_total", perSample: 50, labels: labels(host, "200")) }
        #expect(try share(total + [good("a")]).verdict == .alert)
        let stray = try share(total + [good("a"), good("b")])
        #expect(stray.verdict == .noData)
        #expect(
            stray.reason.hasPrefix("no series of 'all_total' belongs to 'ok_total{code=200, host=b}'"),
            "\(stray.reason)")
        let bare = [counter("all_total", perSample: 100), good("a"), good("b")]
        #expect(try share(bare).verdict == .onTarget, "labels that only one of them has say nothing of the other")
    }

    @Test func whatCountersDoNotTellIsNotOnTarget() throws {
        let all = counter("all_total", perSample: 1000)
        #expect(try share([all]).reason == "it is not measured: metric 'ok_total' has no samples")
        let idle = try share([counter("all_total", perSample: 0), counter("ok_total", perSample: 0)])
        #expect(idle.verdict == .noData)
        #expect(idle.reason.hasPrefix("no event was counted in the last 1 h"))
        let old = try share([all, series("ok_total", [(9000, 1), (8700, 2)])])
        #expect(old.verdict == .stale)
        let one = try share([series("all_total", [(0, 5)]), series("ok_total", [(0, 5)])])
        #expect(one.verdict == .noData)
        let thin = try share([
            counter("all_total", perSample: 9, over: 600), counter("ok_total", perSample: 9, over: 600),
        ])
        #expect(thin.verdict == .noData)
        let odd = try share([all, counter("ok_total", perSample: 1500)])
        #expect(odd.verdict == .noData)
    }
}
