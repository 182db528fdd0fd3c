import Observations

/// The samples of one metric with one set of labels, by time; samples of the same time in the order they were read.
struct MetricSeries: Sendable {
    let identity: MetricIdentity
    let samples: [MetricSample]

    /// Sorts the samples by time.
    init(identity: MetricIdentity, samples: [MetricSample]) {
        self.identity = identity
        self.samples = samples.enumerated()
            .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            .map(\.element)
    }
}

extension MetricSeries {
    /// Seconds by which a clock may run ahead of ours before its samples are held to be dated wrongly.
    static let clockTolerance = 60.0

    /// What an assessment needs of a series whose samples are all at hand.
    ///
    /// - Parameter kept: how many of the newest samples stay as they are.
    func summary(for demand: MetricDemand, keeping kept: Int = 1000) -> MetricSummary {
        let limit = demand.now.adding(seconds: Self.clockTolerance)
        let past = Self.distinct(samples.filter { $0.time <= limit })
        let future = samples.filter { $0.time > limit }
        let recent = Array(past.suffix(kept))
        return MetricSummary(
            identity: identity, recent: recent, isRecentComplete: recent.count == past.count,
            windows: demand.windows(identity.name).map { WindowSummary($0, of: past, at: demand.now) },
            usualIntervalSeconds: Self.medianGap(recent), futureCount: future.count, firstFuture: future.first)
    }

    /// A sample that was read twice counts once.
    private static func distinct(_ samples: [MetricSample]) -> [MetricSample] {
        var kept: [MetricSample] = []
        kept.reserveCapacity(samples.count)
        var values: Set<UInt64> = []
        for sample in samples {
            if sample.time != kept.last?.time { values.removeAll(keepingCapacity: true) }
            if values.insert(sample.value.bitPattern).inserted { kept.append(sample) }
        }
        return kept
    }

    /// The median of the times between samples, those of the same moment left out; nil for fewer than two moments.
    private static func medianGap(_ samples: [MetricSample]) -> Double? {
        let gaps = zip(samples.dropFirst(), samples).map { $0.time.seconds(since: $1.time) }.filter { $0 > 0 }.sorted()
        return gaps.isEmpty ? nil : gaps[(gaps.count - 1) / 2]
    }
}
