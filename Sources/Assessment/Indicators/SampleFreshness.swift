import Observations
import SourceText

/// How often samples of a series should come, and whether the newest is fresh.
struct SampleFreshness {
    /// Taken for the interval where it is neither configured nor to be seen, in seconds.
    private static let defaultInterval = 3600.0

    private let summary: MetricSummary
    let intervalSeconds: Double

    /// Of a window, the longest interval that is taken for one without being configured: 36 hours of 30 days.
    private static let longestOfWindow = 1.0 / 20

    /// An interval that nobody configured is bounded by how often pages are made, or by a part of the window that the
    /// samples are put together over: two samples a day apart must not pass for fresh for two days on a page that is made
    /// each hour. Two samples alone show no interval.
    init(_ summary: MetricSummary, settings: KPISettings?, updateInterval: Double) {
        self.summary = summary
        let configured = settings?.intervalSeconds.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
        let window = summary.recent.count == 2 ? 0 : (settings?.windowSeconds ?? 0) * Self.longestOfWindow
        intervalSeconds =
            configured ?? min(summary.usualIntervalSeconds ?? Self.defaultInterval, max(updateInterval, window))
    }

    /// Why the newest samples may be older than they say: more of them than a clock that is a little ahead explains are
    /// dated later than now, and may have pushed old ones into the present. nil as a rule.
    func clockDoubt(at now: Instant) -> String? {
        guard let first = summary.firstFuture,
            summary.futureCount >= 3 || first.time.seconds(since: now) > intervalSeconds
        else { return nil }
        let count = summary.futureCount
        return
            "\(count) sample\(count == 1 ? " is" : "s are") dated later than now (\(first.place.text)), so its clock "
            + "or time zone is wrong"
    }

    /// Whether the newest sample is older than twice the interval.
    func isStale(at now: Instant) -> Bool {
        summary.recent.last.map { now.seconds(since: $0.time) > 2 * intervalSeconds } ?? true
    }

    /// `metric-future-dated` when samples were left out; nil otherwise.
    func finding(timeText: (Instant) -> String) -> Finding? {
        guard let first = summary.firstFuture else { return nil }
        let name = summary.identity.text.clipped(to: 100)
        let count = "\(summary.futureCount) sample\(summary.futureCount == 1 ? "" : "s")"
        return Finding(
            rule: "metric-future-dated", severity: .warning,
            message:
                "\(count) of '\(name)' \(summary.futureCount == 1 ? "is" : "are") dated later than now and "
                + "left out, the first at \(timeText(first.time)) (\(first.place.text))",
            at: nil, help: "correct the clock or the time zone of what writes it", identity: [summary.identity.text])
    }
}
