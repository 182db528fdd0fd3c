/// How far a counter rose between its first and last sample, and what that comes to for a whole window.
///
/// It is reckoned as PromQL's `increase` does, so that a file and a server tell the same: a fall is a new start from 0;
/// the rise between the samples is drawn out to the window's edges where the next sample can be expected to lie beyond
/// them (within 1.1 times the mean distance of samples), else by half of that distance, and never to before the counter
/// was 0.
package struct CounterIncrease: Sendable {
    package let first: (time: Instant, value: Double)
    package let lastTime: Instant
    /// Samples with a number.
    package let count: Int
    /// Between the first and the last sample.
    package let rise: Double

    package init(first: (time: Instant, value: Double), lastTime: Instant, count: Int, rise: Double) {
        self.first = first
        self.lastTime = lastTime
        self.count = count
        self.rise = rise
    }

    /// - Parameter samples: with a number, by time.
    /// - Returns: nil for none.
    package init?(_ samples: [MetricSample]) {
        guard let first = samples.first, let last = samples.last else { return nil }
        let rise = zip(samples, samples.dropFirst()).reduce(0) {
            $0 + ($1.1.value < $1.0.value ? $1.1.value : $1.1.value - $1.0.value)
        }
        self.init(first: (first.time, first.value), lastTime: last.time, count: samples.count, rise: rise)
    }

    /// - Returns: nil for fewer than two samples of different times.
    package func inWindow(from start: Instant, to end: Instant) -> Double? {
        let covered = lastTime.seconds(since: first.time)
        guard count > 1, covered > 0 else { return nil }
        let distance = covered / Double(count - 1)
        var before = first.time.seconds(since: start)
        if before >= distance * 1.1 { before = distance / 2 }
        if rise > 0, first.value >= 0 { before = min(before, covered * (first.value / rise)) }
        var after = end.seconds(since: lastTime)
        if after >= distance * 1.1 { after = distance / 2 }
        let result = rise * ((covered + before + after) / covered)
        return result.isFinite ? result : nil
    }
}
