import Assessment
import Observations
import Plan
import SourceText
import Testing

/// How a measure moves: against the window before, against a baseline, and through its error budget.
@Suite struct KPITrendTests {
    private func metric(_ name: String, then: Double, now: Double) -> MetricSeries {
        series(name, stride(from: 6900.0, through: 0, by: -300).map { ($0, $0 >= 3600 ? then : now) })
    }

    @Test(arguments: [
        ("< 100ms average", "latency_ms", 80.0, 60.0, KPITrend.Direction.better, -25.0),
        ("< 100ms average", "latency_ms", 60, 90, .worse, 50),
        ("< 100ms average", "latency_ms", 60, 60, .same, 0),
        ("< 100ms", "latency_ms", 80, 60, .better, -25),
        ("> 99%", "latency_percent", 99.9, 99.5, .worse, -0.4 / 99.9 * 100),
    ])
    func theHourBeforeIsHeldAgainstThisOne(
        _ target: String, _ name: String, _ then: Double, _ now: Double, _ direction: KPITrend.Direction,
        _ change: Double
    ) throws {
        let judged = try kpi(try threshold("Latency", target: target), [metric(name, then: then, now: now)])
        let trend = try #require(judged.trend)
        #expect(trend.direction == direction)
        #expect(abs(trend.then.number - then) < 1e-9)
        #expect(abs(try #require(trend.changePercent) - change) < 1e-6)
    }

    @Test func withoutAKnownWindowBeforeThereIsNoTrend() throws {
        let threshold = try threshold("Latency", target: "< 100ms average")
        let half = series("latency_ms", stride(from: 5400.0, through: 0, by: -300).map { ($0, 60) })
        #expect(try kpi(threshold, [half]).trend == nil)
        let fromNothing = try kpi(threshold, [metric("latency_ms", then: 0, now: 5)]).trend
        #expect(fromNothing?.changePercent == nil)
        #expect(fromNothing?.direction == .worse)
    }

    @Test func onlyASharedTargetOverAWindowHasAnErrorBudget() throws {
        func left(_ target: String, _ name: String, _ value: Double) throws -> Double? {
            try kpi(try threshold("Availability", target: target), [steady(name, value)]).errorBudgetLeft
        }
        #expect(abs(try #require(try left("> 99% average", "availability_percent", 99.37)) - 0.37) < 1e-9)
        #expect(try left("> 99% average", "availability_percent", 99) == 0)
        #expect(abs(try #require(try left("> 99% average", "availability_ratio", 0.97)) + 2) < 1e-9)
        #expect(try left("> 99%", "availability_percent", 99.5) == nil, "a single sample is no window")
        #expect(try left("< 1% average", "availability_percent", 0.5) == nil)
        #expect(try left("> 20ms average", "availability_ms", 30) == nil)
        #expect(try left("> 100% average", "availability_percent", 99) == nil)
    }

    // MARK: Baseline

    private func reduced(_ text: String, _ value: Double, _ settings: KPISettings?) throws -> KPIAssessment {
        let threshold = try threshold("Response time", target: text)
        let old = stride(from: 90_000.0, through: 86_400, by: -300).map { (age: $0, value: 400.0) }
        let new = stride(from: 3600.0, through: 0, by: -300).map { (age: $0, value: value) }
        return try kpi(threshold, [series("response_time_ms", old + new)], settings: settings)
    }

    @Test(arguments: [
        ("reduced by 50%", 190.0, KPIVerdict.onTarget), ("reduced by 50%", 210, .offTarget),
        ("reduced by 100 ms", 290, .onTarget), ("reduced by 100 ms", 310, .offTarget),
        ("increased by 20%", 490, .onTarget), ("increased by 20%", 470, .offTarget),
        ("increased by at most 20%", 470, .onTarget), ("increased by at most 20%", 490, .offTarget),
        ("reduced by at most 20%", 330, .onTarget), ("reduced by at most 20%", 310, .offTarget),
        ("50% faster than before", 190, .onTarget), ("50% faster than before", 210, .offTarget),
    ])
    func aChangeIsHeldAgainstItsBaseline(_ text: String, _ value: Double, _ verdict: KPIVerdict) throws {
        let amount = KPISettings(
            kpi: "Response time", intervalSeconds: 300, baseline: .amount(Quantity(0.4, .seconds)))
        let told = try reduced(text, value, amount)
        #expect(told.verdict == verdict, "\(told.reason)")
        let span = KPISettings(
            kpi: "Response time", intervalSeconds: 300,
            baseline: .span(from: now.adding(seconds: -90_300), to: now.adding(seconds: -86_400)))
        let measured = try reduced(text, value, span)
        #expect(measured.verdict == verdict, "\(measured.reason)")
    }

    @Test(arguments: [("requests_per_second", KPIVerdict.offTarget), ("requests", .noData)])
    func fasterIsMoreOfARateAndNothingOfACount(_ metric: String, _ verdict: KPIVerdict) throws {
        let unit: Unit = metric.hasSuffix("second") ? Unit.none.per(1) : .none
        let settings = KPISettings(kpi: "Requests", metric: metric, baseline: .amount(Quantity(100, unit)))
        let target = try threshold("Requests", target: "50% faster than before")
        #expect(try kpi(target, [steady(metric, 60)], settings: settings).verdict == verdict)
    }

    @Test func withoutABaselineAChangeIsNotKnown() throws {
        #expect(
            try reduced("reduced by 50%", 10, nil).reason
                == "the limit of 'reduced by 50%' needs a baseline, and none is configured")
        func span(_ from: Double, _ to: Double) -> KPISettings {
            KPISettings(
                kpi: "Response time", baseline: .span(from: now.adding(seconds: from), to: now.adding(seconds: to)))
        }
        let early = try reduced("reduced by 50%", 10, span(-900_000, -800_000))
        #expect(early.verdict == .noData)
        #expect(early.reason.hasSuffix("and nothing was measured in its time"))
        let running = try reduced("reduced by 50%", 10, span(-3600, 3600))
        #expect(running.reason.hasSuffix("and the time in which it is measured is not over"))
    }

    /// One sample of a day, or values that cannot be, are no baseline.
    @Test func aBaselineHasToBeMeasuredAsAnyWindow() throws {
        let settings = KPISettings(
            kpi: "Response time", intervalSeconds: 300,
            baseline: .span(from: now.adding(seconds: -90_000), to: now.adding(seconds: -86_400)))
        let recent = stride(from: 3600.0, through: 0, by: -300).map { ($0, 100.0) }
        func judged(_ before: [(Double, Double)]) throws -> KPIAssessment {
            try kpi(
                try threshold("Response time", target: "reduced by 50%"),
                [series("response_time_ms", before + recent)], settings: settings)
        }
        let whole = stride(from: 89_700.0, through: 86_400, by: -300).map { ($0, 400.0) }
        #expect(try judged(whole).verdict == .onTarget)
        let one = try judged([(88_000, 400)])
        #expect(one.verdict == .noData)
        #expect(
            one.reason.hasSuffix(
                "needs a baseline, and in its time 1 sample with a number do not cover 1 h: one each 5 min is expected"),
            "\(one.reason)")
        let odd = try judged(whole.dropLast() + [(86_400, -1)])
        #expect(odd.verdict == .noData)
        #expect(odd.reason.contains("needs a baseline, and in its time −1 ms cannot be"), "\(odd.reason)")
    }

    @Test func aMultipleIsOneOfTheBaseline() throws {
        let threshold = try threshold("Latency", target: "< 100ms", alert: "> 2x")
        let settings = KPISettings(kpi: "Latency", baseline: .amount(Quantity(80, .milliseconds)))
        #expect(try kpi(threshold, [steady("latency_ms", 170)], settings: settings).verdict == .alert)
        #expect(try kpi(threshold, [steady("latency_ms", 90)], settings: settings).verdict == .onTarget)
        #expect(try kpi(threshold, [steady("latency_ms", 90)]).verdict == .noData)
    }
}
