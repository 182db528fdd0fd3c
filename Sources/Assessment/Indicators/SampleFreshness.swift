import Observations
import SourceText

/// How often samples of a series should come, and whether the newest is fresh.
struct SampleFreshness {
    /// Taken for the interval where it is neither configured nor to be seen, in seconds.
    private static let defaultInterval = 3600.0

    private let summary: MetricSummary
    let intervalSeconds: Double

    /// - Parameter longestInferred: bounds an interval that nobody configured: two samples a day apart must not pass for
    ///   fresh for two days on a page that is made each hour.
    init(_ summary: MetricSummary, configuredInterval: Double?, longestInferred: Double) {
        self.summary = summary
        let configured = configuredInterval.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
        intervalSeconds =
            configured ?? min(summary.usualIntervalSeconds ?? Self.defaultInterval, longestInferred)
    }

    /// Whether the newest sample is older than twice the interval.
    func isStale(at now: Instant) -> Bool {
        summary.recent.last.map { now.seconds(since: $0.time) > 2 * intervalSeconds } ?? true
    }

    /// `metric-future-dated` when samples were left out; nil otherwise.
    func finding(timeText: (Instant) -> String) -> Finding? {
        guard let first = summary.firstFuture else { return nil }
        let name = summary.identity.text
        let count = "\(summary.futureCount) sample\(summary.futureCount == 1 ? "" : "s")"
        return Finding(
            rule: "metric-future-dated", severity: .warning,
            message:
                "\(count) of '\(name)' \(summary.futureCount == 1 ? "is" : "are") dated later than now and "
                + "left out, the first at \(timeText(first.time)) (\(first.place.text))",
            at: nil, help: "correct the clock or the time zone of what writes it", identity: [name])
    }
}
