import Observations
import Plan
import SourceText

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
        let hasty = all.filter { $0.firstFuture != nil }.max { $0.futureCount < $1.futureCount }
        let windows = Set(total.flatMap(\.windows).map(\.window)).sorted().map(share)
        return MetricSummary(
            identity: MetricIdentity(name: "\(counters.good) of \(counters.total)", unit: "ratio"),
            recent: isWhole ? [newest].compactMap(\.self).map { newestShare($0, windows) } : [], windows: windows,
            usualIntervalSeconds: all.compactMap(\.usualIntervalSeconds).max(),
            // Of many series each may have a clock that is a little ahead.
            futureCount: hasty?.futureCount ?? 0, firstFuture: hasty?.firstFuture,
            doubt: all.compactMap(\.doubt).first)
    }

    private func newestShare(_ sample: MetricSample, _ windows: [WindowSummary]) -> MetricSample {
        let share = windows.first { $0.window.offsetSeconds == 0 }?.mean
        return MetricSample(time: sample.time, value: share ?? .nan, place: sample.place)
    }

    private func share(_ window: MetricWindow) -> WindowSummary {
        let parts = (total + good).map { $0.summary(of: window) }
        let (counted, fine) = (measured(total, window), measured(good, window))
        let doubt =
            untold(counted + fine, window) ?? uncounted(fine, in: counted) ?? parts.lazy.compactMap { $0?.doubt }.first
        let events = doubt == nil ? increase(of: counted, window) : nil
        let share = events.flatMap { events in
            events > 0 ? increase(of: fine, window).map { held($0 / events) } : nil
        }
        return WindowSummary(
            window: window, count: parts.map { $0?.count ?? 0 }.min() ?? 0, total: events, mean: share, minimum: share,
            maximum: share, distribution: .ranks([:]),
            longestGapSeconds: parts.map { $0?.longestGapSeconds ?? window.seconds }.max() ?? window.seconds,
            doubt: doubt)
    }

    private func held(_ share: Double) -> Double { share > 1 && share <= Self.tolerance ? 1 : share }

    /// What has no sample in a window has counted nothing there.
    private func measured(_ series: [MetricSummary], _ window: MetricWindow) -> [MetricSummary] {
        series.filter { ($0.summary(of: window)?.count ?? 0) > 0 }
    }

    /// nil when there is no series.
    private func increase(of series: [MetricSummary], _ window: MetricWindow) -> Double? {
        let known = series.compactMap { $0.summary(of: window)?.increase }
        return known.isEmpty ? nil : known.reduce(0, +)
    }

    /// That a series does not tell how far it rose, so that a sum without it would be another one.
    private func untold(_ series: [MetricSummary], _ window: MetricWindow) -> String? {
        guard let one = series.first(where: { $0.summary(of: window)?.increase == nil }),
            let count = one.summary(of: window)?.count
        else { return nil }
        let samples = count == 1 ? "a single sample does" : "\(count) samples out of order do"
        return "\(samples) not tell how far '\(one.identity.text.clipped(to: 100))' rose in the last "
            + durationText(window.seconds)
    }

    /// That a good series is part of no total: what went wrong beside it would count nowhere.
    ///
    /// Labels that only one of the counters has say nothing of the other.
    private func uncounted(_ good: [MetricSummary], in total: [MetricSummary]) -> String? {
        func keys(_ series: [MetricSummary]) -> Set<String> { Set(series.flatMap { $0.identity.labels.map(\.key) }) }
        let shared = keys(good).intersection(keys(total))
        func place(_ series: MetricSummary) -> [MetricLabel] {
            series.identity.labels.filter { shared.contains($0.key) }
        }
        let counted = Set(total.map(place))
        guard !total.isEmpty, let one = good.first(where: { !counted.contains(place($0)) }) else { return nil }
        return "no series of '\(counters.total)' belongs to '\(one.identity.text.clipped(to: 100))'"
    }
}
