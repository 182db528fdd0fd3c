/// How far a counter rose, from samples that come in stretches: each stretch in order or backwards, stretches in any order.
struct CounterRise: Sendable {
    private struct Stretch {
        var first: (time: Int64, value: Double)
        var last: (time: Int64, value: Double)
        var rise = 0.0
        /// Whether later samples came before earlier ones; nil for a single one.
        var isBackwards: Bool?
    }

    /// More are not put in order: a file that is shuffled would take as many as it has samples.
    private static let stretchLimit = 64

    /// By time, none of them within another.
    private var stretches: [Stretch] = []
    /// The one that the last sample belongs to.
    private var current = 0
    private var isBroken = false
    private var count = 0

    /// From one value to the next: a counter that fell has started anew.
    private static func rise(_ from: Double, _ to: Double) -> Double { to < from ? to : to - from }

    /// nil for no samples, and when they came too far out of order.
    var increase: CounterIncrease? {
        guard !isBroken, let first = stretches.first?.first, let last = stretches.last?.last else { return nil }
        let between = zip(stretches, stretches.dropFirst()).map { Self.rise($0.last.value, $1.first.value) }
        return CounterIncrease(
            first: (Instant(millisecondsSinceEpoch: first.time), first.value),
            lastTime: Instant(millisecondsSinceEpoch: last.time), count: count,
            rise: stretches.reduce(0) { $0 + $1.rise } + between.reduce(0, +))
    }

    /// - Parameter time: none that was added before.
    @inline(__always)
    mutating func add(_ time: Int64, _ value: Double) {
        count += 1
        guard !isBroken else { return }
        if current + 1 == stretches.count, time > stretches[current].last.time, stretches[current].isBackwards != true {
            extend(time, value)
        } else {
            place(time, value)
        }
    }

    @inline(__always)
    private mutating func extend(_ time: Int64, _ value: Double) {
        stretches[current].rise += Self.rise(stretches[current].last.value, value)
        stretches[current].last = (time, value)
        stretches[current].isBackwards = false
    }

    private mutating func place(_ time: Int64, _ value: Double) {
        let next = stretches.firstIndex { $0.last.time > time } ?? stretches.count
        if next < stretches.count, stretches[next].first.time < time {
            isBroken = true
            return
        }
        if next == current, next < stretches.count, stretches[next].isBackwards != false {
            stretches[next].rise += Self.rise(value, stretches[next].first.value)
            stretches[next].first = (time, value)
            stretches[next].isBackwards = true
        } else if next == current + 1, stretches[current].isBackwards != true {
            extend(time, value)
        } else {
            stretches.insert(Stretch(first: (time, value), last: (time, value)), at: next)
            current = next
            if stretches.count > Self.stretchLimit {
                isBroken = true
                stretches = []
            }
        }
    }
}
