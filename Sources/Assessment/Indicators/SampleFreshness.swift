import Observations
import SourceText

/// Which samples of a series count at a moment, and how often they should come.
struct SampleFreshness {
    /// Seconds by which a clock may run ahead of ours before its samples are held to be dated wrongly.
    private static let clockTolerance = 60.0
    /// Taken for the interval where it is neither configured nor to be seen, in seconds.
    private static let defaultInterval = 3600.0

    /// By time, none of them dated after the moment.
    let samples: [MetricSample]
    let future: [MetricSample]
    let intervalSeconds: Double

    /// - Parameter longestInferred: bounds an interval that nobody configured: two samples a day apart must not pass for
    ///   fresh for two days on a page that is made each hour.
    init(_ series: MetricSeries, now: Instant, configuredInterval: Double?, longestInferred: Double) {
        let limit = now.adding(seconds: Self.clockTolerance)
        samples = series.samples.filter { $0.time <= limit }
        future = series.samples.filter { $0.time > limit }
        let configured = configuredInterval.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
        intervalSeconds = configured ?? min(Self.medianGap(samples) ?? Self.defaultInterval, longestInferred)
    }

    /// Whether the newest sample is older than twice the interval.
    func isStale(at now: Instant) -> Bool {
        samples.last.map { now.seconds(since: $0.time) > 2 * intervalSeconds } ?? true
    }

    /// The median of the times between samples, those of the same moment left out; nil for fewer than two moments.
    private static func medianGap(_ samples: [MetricSample]) -> Double? {
        let gaps = zip(samples.dropFirst(), samples).map { $0.time.seconds(since: $1.time) }.filter { $0 > 0 }.sorted()
        return gaps.isEmpty ? nil : gaps[(gaps.count - 1) / 2]
    }

    /// `metric-future-dated` when samples were left out; nil otherwise.
    func finding(of series: MetricSeries, timeText: (Instant) -> String) -> Finding? {
        guard let first = future.first else { return nil }
        let count = "\(future.count) sample\(future.count == 1 ? "" : "s")"
        return Finding(
            rule: "metric-future-dated", severity: .warning,
            message:
                "\(count) of '\(series.identity.text)' \(future.count == 1 ? "is" : "are") dated later than now and "
                + "left out, the first at \(timeText(first.time)) (\(first.place.text))",
            at: nil, help: "correct the clock or the time zone of what writes it", identity: [series.identity.text])
    }
}
