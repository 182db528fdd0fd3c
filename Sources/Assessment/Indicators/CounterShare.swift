import Observations

/// An availability: how much of what two counters counted went well. All series of a counter count together.
struct CounterShare {
    let counters: KPISettings.Counters
    let good: [MetricSummary]
    let total: [MetricSummary]

    /// Where extrapolation may put a share that is whole.
    private static let tolerance = 1.01

    /// The share as a metric of its own: what its windows call mean is the share, and total the number of events.
    var summary: MetricSummary {
        let all = total + good
        // One counter that has stopped is enough: nobody knows what it would have counted.
        let newest = all.compactMap(\.recent.last).min { $0.time < $1.time }
        let isWhole = all.allSatisfy { !$0.recent.isEmpty }
        let windows = Set(total.flatMap(\.windows).map(\.window)).sorted().map(share)
        return MetricSummary(
            identity: MetricIdentity(name: "\(counters.good) of \(counters.total)", unit: "ratio"),
            recent: isWhole ? [newest].compactMap(\.self).map { newestShare($0, windows) } : [], windows: windows,
            usualIntervalSeconds: all.compactMap(\.usualIntervalSeconds).max(),
            futureCount: all.reduce(0) { $0 + $1.futureCount }, firstFuture: all.compactMap(\.firstFuture).first,
            doubt: all.compactMap(\.doubt).first)
    }

    private func newestShare(_ sample: MetricSample, _ windows: [WindowSummary]) -> MetricSample {
        let share = windows.first { $0.window.offsetSeconds == 0 }?.mean
        return MetricSample(time: sample.time, value: share ?? .nan, place: sample.place)
    }

    private func share(_ window: MetricWindow) -> WindowSummary {
        let parts = (total + good).map { $0.summary(of: window) }
        let events = increase(of: total, window)
        let share = events.flatMap { events in
            events > 0 ? increase(of: good, window).map { held($0 / events) } : nil
        }
        return WindowSummary(
            window: window, count: parts.map { $0?.count ?? 0 }.min() ?? 0, total: events, mean: share, minimum: share,
            maximum: share, distribution: .ranks([:]),
            longestGapSeconds: parts.map { $0?.longestGapSeconds ?? window.seconds }.max() ?? window.seconds)
    }

    private func held(_ share: Double) -> Double { share > 1 && share <= Self.tolerance ? 1 : share }

    /// nil when no series tells one.
    private func increase(of series: [MetricSummary], _ window: MetricWindow) -> Double? {
        let known = series.compactMap { $0.summary(of: window)?.increase }
        return known.isEmpty ? nil : known.reduce(0, +)
    }
}
