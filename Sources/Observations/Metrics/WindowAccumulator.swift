/// What the samples of one series in one window come to so far.
struct WindowAccumulator: Sendable {
    let window: MetricWindow
    /// Milliseconds since 1970; the start is left out.
    let start: Int64
    let end: Int64
    private var numberless = 0
    private var unboundedCount = 0
    /// The first two samples in it that contradict each other.
    private var contradiction: (known: PackedSample, other: PackedSample)?
    private var count = 0
    private var sum = 0.0
    /// What the sum lost by rounding.
    private var correction = 0.0
    /// The sum of a fraction of each value, for values whose own sum is too large.
    private var scaledSum = 0.0
    private var minimum = Double.infinity
    private var maximum = -Double.infinity
    /// While they are few.
    private var values: [Double] = []
    private var histogram: ValueHistogram?
    private var counter = CounterRise()

    private static let scale = 0x1p-60

    init(_ window: MetricWindow, at now: Instant) {
        self.window = window
        start = window.start(at: now).millisecondsSinceEpoch
        end = window.end(at: now).millisecondsSinceEpoch
    }

    /// - Parameter samples: all of them inside of the window, and none of a time that was added before.
    mutating func add(_ samples: ArraySlice<PackedSample>) {
        for index in samples.indices {
            let value = samples[index].value
            if value.isFinite {
                counter.add(samples[index].time, value)
                add(value)
            } else {
                numberless += 1
                if value.isInfinite { unboundedCount += 1 }
            }
        }
    }

    /// Takes up that a moment has two values, where the window holds it.
    mutating func add(contradicted known: PackedSample, by other: PackedSample) {
        guard contradiction == nil, known.time > start, known.time <= end else { return }
        contradiction = (known, other)
    }

    @inline(__always)
    private mutating func add(_ value: Double) {
        count += 1
        // What was rounded away is exact (D. E. Knuth, "The Art of Computer Programming", volume 2, 4.2.2).
        let next = sum + value
        let part = next - sum
        correction += (sum - (next - part)) + (value - part)
        sum = next
        scaledSum += value * Self.scale
        minimum = min(minimum, value)
        maximum = max(maximum, value)
        if histogram != nil {
            histogram?.add(value)
        } else {
            values.append(value)
            if values.count > ValueDistribution.exactLimit { startHistogram() }
        }
    }

    private mutating func startHistogram() {
        var counts = ValueHistogram()
        for value in values { counts.add(value) }
        histogram = counts
        values = []
    }

    /// - Parameters:
    ///   - longestGap: in milliseconds.
    ///   - sample: names a sample's place.
    func summary(longestGap: Int64, sample: (PackedSample) -> MetricSample) -> WindowSummary {
        // Beyond what a number holds, the correction says nothing.
        let total = sum.isFinite ? sum + correction : sum
        let mean = total.isFinite ? total / Double(count) : scaledSum / Double(count) / Self.scale
        return WindowSummary(
            window: window, count: count, numberless: numberless, total: count == 0 || !total.isFinite ? nil : total,
            mean: count == 0 ? nil : mean, minimum: count == 0 ? nil : minimum, maximum: count == 0 ? nil : maximum,
            distribution: histogram.map { .histogram($0) } ?? .values(values.sorted()),
            increase: counter.increase.flatMap {
                $0.inWindow(
                    from: Instant(millisecondsSinceEpoch: start), to: Instant(millisecondsSinceEpoch: end))
            },
            longestGapSeconds: Double(longestGap) / 1000, doubt: doubt(sample))
    }

    private func doubt(_ sample: (PackedSample) -> MetricSample) -> String? {
        if let contradiction {
            return MetricContradiction(sample(contradiction.known), sample(contradiction.other)).phrase
        }
        guard unboundedCount > 0 else { return nil }
        return "\(unboundedCount) of its samples \(unboundedCount == 1 ? "is" : "are") infinite"
    }
}
