/// What the samples of one series in one window come to, however many they are.
package struct WindowSummary: Sendable {
    package let window: MetricWindow
    /// Samples with a number.
    package let count: Int
    /// Samples without one.
    package let numberless: Int
    /// nil for no samples with a number, or when the sum is too large for a number.
    package let total: Double?
    package let mean: Double?
    package let minimum: Double?
    package let maximum: Double?
    package let distribution: ValueDistribution
    /// How far a counter rose in the whole window, see ``CounterIncrease``; nil when it cannot be told (fewer than two
    /// samples, or samples out of order that could not be put right).
    package let increase: Double?
    /// The longest time in the window without a number, from its start and up to its end, in seconds.
    package let longestGapSeconds: Double
    /// Why nothing of it can be taken for good: samples that contradict each other, or a value without bound; nil as a
    /// rule.
    package let doubt: String?

    package init(
        window: MetricWindow, count: Int, numberless: Int = 0, total: Double?, mean: Double?, minimum: Double?,
        maximum: Double?, distribution: ValueDistribution, increase: Double? = nil, longestGapSeconds: Double,
        doubt: String? = nil
    ) {
        self.window = window
        self.count = count
        self.numberless = numberless
        self.total = total
        self.mean = mean
        self.minimum = minimum
        self.maximum = maximum
        self.distribution = distribution
        self.increase = increase
        self.longestGapSeconds = longestGapSeconds
        self.doubt = doubt
    }

    /// Reckons it from the samples themselves.
    ///
    /// - Parameter samples: of one series, by time, one of each time; those outside of the window do not count.
    package init(_ window: MetricWindow, of samples: [MetricSample], at now: Instant) {
        let inside = samples.filter { window.holds($0.time, at: now) }
        let numbers = inside.filter { !$0.value.isNaN }
        let values = numbers.map(\.value)
        let sum = values.reduce(0, +)
        let count = Double(values.count)
        let times = [window.start(at: now)] + numbers.map(\.time) + [window.end(at: now)]
        self.init(
            window: window, count: values.count, numberless: inside.count - values.count,
            total: values.isEmpty || !sum.isFinite ? nil : sum,
            mean: values.isEmpty ? nil : sum.isFinite ? sum / count : values.reduce(0) { $0 + $1 / count },
            minimum: values.min(), maximum: values.max(), distribution: .values(values.sorted()),
            increase: CounterIncrease(numbers).flatMap {
                $0.inWindow(from: window.start(at: now), to: window.end(at: now))
            },
            longestGapSeconds: zip(times, times.dropFirst()).map { $1.seconds(since: $0) }.max() ?? window.seconds)
    }
}
