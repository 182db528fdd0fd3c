import Observations
import Testing

/// What samples come to in windows that end now.
@Suite struct SeriesSummaryTests {
    private let now = Instant(millisecondsSinceEpoch: 1_800_000_000_000)

    private func samples(_ pairs: [(age: Double, value: Double)]) -> [MetricSample] {
        pairs.enumerated().map { index, pair in
            MetricSample(
                time: now.adding(seconds: -pair.age), value: pair.value,
                place: ObservationPlace(path: "m.csv", line: index + 2))
        }
    }

    private func summary(_ pairs: [(age: Double, value: Double)], _ windows: [MetricWindow], keeping: Int = 1000)
        -> MetricSummary
    {
        MetricSeries(identity: MetricIdentity(name: "queue"), samples: samples(pairs))
            .summary(for: MetricDemand(now: now) { _ in windows }, keeping: keeping)
    }

    @Test func aWindowIsOpenAtItsStartAndClosedAtItsEnd() {
        let window = MetricWindow(seconds: 600)
        let before = MetricWindow(seconds: 600, offsetSeconds: 600)
        let summary = summary([(1200, 9), (900, 5), (600, 4), (300, 2), (0, 3)], [window, before])
        #expect(summary.summary(of: window)?.count == 2)
        #expect(summary.summary(of: window)?.mean == 2.5)
        #expect(summary.summary(of: before)?.mean == 4.5)
        #expect(summary.summary(of: window)?.longestGapSeconds == 300)
        #expect(summary.usualIntervalSeconds == 300)
    }

    @Test func whatWasReadTwiceCountsOnce() {
        let summary = summary([(300, 2), (300, 2), (300, 4), (0, .nan), (0, .nan)], [MetricWindow(seconds: 600)])
        #expect(summary.recent.map(\.value.isNaN) == [false, false, true])
        #expect(summary.windows.first?.count == 2)
        #expect(summary.windows.first?.numberless == 1)
    }

    @Test func onlyTheNewestAreKept() {
        let all = (0..<50).map { (age: Double($0) * 60, value: Double($0)) }
        let kept = summary(all, [MetricWindow(seconds: 3600)], keeping: 10)
        #expect(kept.recent.map(\.value) == (0..<10).reversed().map(Double.init))
        #expect(!kept.isRecentComplete)
        #expect(kept.windows.first?.count == 50)
        #expect(summary(all, []).isRecentComplete)
    }

    @Test func aMinutesHasteIsNoFuture() {
        let summary = summary([(0, 1), (-60, 2), (-61, 3), (-600, 4)], [MetricWindow(seconds: 600)])
        #expect(summary.recent.map(\.value) == [1, 2])
        #expect(summary.futureCount == 2)
        #expect(summary.firstFuture?.value == 3)
        #expect(summary.windows.first?.count == 1)
    }

    // MARK: Counters

    @Test(
        arguments: [
            // Samples at both edges: what rose between them.
            ([(600.0, 100.0), (300, 160), (0, 220)], 120.0),
            // The edges lie within 1.1 distances: drawn out to them.
            ([(450, 100), (150, 160)], 120),
            // The start lies farther: by half a distance.
            ([(200, 100), (100, 110), (0, 120)], 25),
            // A counter does not come from below 0.
            ([(300, 0), (0, 60)], 60),
            // A fall is a new start.
            ([(600, 100), (300, 10), (0, 30)], 30),
            ([(300, 7), (0, 7)], 0),
        ] as [([(Double, Double)], Double)])
    func aRiseIsDrawnOutToTheEdges(_ pairs: [(Double, Double)], _ expected: Double) throws {
        let rise = try #require(CounterIncrease(samples(pairs.map { (age: $0.0, value: $0.1) })))
        let result = try #require(rise.inWindow(from: now.adding(seconds: -600), to: now))
        #expect(abs(result - expected) < 1e-9)
    }

    @Test func oneSampleTellsNoRise() throws {
        let rise = try #require(CounterIncrease(samples([(300, 5)])))
        #expect(rise.inWindow(from: now.adding(seconds: -600), to: now) == nil)
        #expect(CounterIncrease([]) == nil)
        #expect(summary([(300, 5)], [MetricWindow(seconds: 600)]).windows.first?.increase == nil)
    }
}
