/// The course of one series so far, in as many parts as may be: where more time has to be held, the parts grow longer.
///
/// Parts start at multiples of their length, so that the outcome does not depend on the order in which samples came.
struct CourseAccumulator: Sendable {
    /// Of one series.
    static let mostParts = 480
    /// Lengths in milliseconds, each a multiple of the one before; days of the plan's zone begin with one of the shorter.
    private static let lengths: [Int64] =
        [1, 5, 15, 30, 60, 120, 360, 720, 1440, 10_080, 100_800, 5_040_000].map { $0 * 60_000 }

    /// Milliseconds since 1970; the start is left out.
    let start: Int64
    let end: Int64
    private var level = 0
    /// The number of the first part, counted from 1970.
    private var base: Int64 = 0
    private var parts: [CoursePart] = []
    /// The part that the last sample fell into, and its times.
    private var current = 0
    private var currentTimes: Range<Int64> = 0..<0

    init(historySeconds: Double, at now: Instant) {
        start = now.adding(seconds: -historySeconds).millisecondsSinceEpoch
        end = now.adding(seconds: Instant.clockToleranceSeconds).millisecondsSinceEpoch
    }

    /// - Parameters:
    ///   - samples: none of a time that was added before.
    ///   - limit: so many parts may be, above 0.
    mutating func add(_ samples: ArraySlice<PackedSample>, upTo limit: Int) {
        for index in samples.indices {
            let time = samples[index].time
            guard time > start, time <= end else { continue }
            if !currentTimes.contains(time) { turn(to: time, upTo: limit) }
            parts[current].add(time, samples[index].value)
        }
    }

    /// Takes up that a moment has two values.
    mutating func addContradiction(at time: Int64, upTo limit: Int) {
        guard time > start, time <= end else { return }
        turn(to: time, upTo: limit)
        parts[current].isContradicted = true
    }

    /// Makes the part of a moment the current one.
    private mutating func turn(to time: Int64, upTo limit: Int) {
        var number = self.number(of: time)
        if parts.isEmpty { base = number }
        while max(base + Int64(parts.count), number + 1) - min(base, number) > limit, coarsen() {
            number = self.number(of: time)
        }
        if number < base {
            parts.insert(contentsOf: [CoursePart](repeating: CoursePart(), count: Int(base - number)), at: 0)
            base = number
        }
        while base + Int64(parts.count) <= number { parts.append(CoursePart()) }
        current = Int(number - base)
        let length = Self.lengths[level]
        currentTimes = number * length..<(number + 1) * length
    }

    private func number(of time: Int64) -> Int64 { Self.floor(time, by: Self.lengths[level]) }

    /// Makes the parts longer.
    ///
    /// - Returns: false when they cannot be.
    private mutating func coarsen() -> Bool {
        guard level + 1 < Self.lengths.count else { return false }
        let factor = Self.lengths[level + 1] / Self.lengths[level]
        level += 1
        let first = Self.floor(base, by: factor)
        var merged: [CoursePart] = []
        for index in parts.indices {
            let place = Int(Self.floor(base + Int64(index), by: factor) - first)
            if place == merged.count { merged.append(CoursePart()) }
            merged[place].append(parts[index])
        }
        (base, parts, currentTimes) = (first, merged, 0..<0)
        return true
    }

    private static func floor(_ number: Int64, by divisor: Int64) -> Int64 {
        number / divisor - (number % divisor < 0 ? 1 : 0)
    }

    /// - Parameters:
    ///   - limit: so many buckets may be.
    ///   - gap: The longest time between two numbers from one moment to another, for parts whose samples came out of order.
    /// - Returns: nil when nothing was measured.
    consuming func course(upTo limit: Int, gap: (Int64, Int64) -> Int64) -> MetricCourse? {
        while parts.count > limit, coarsen() {}
        let length = Self.lengths[level]
        let buckets = parts.indices.compactMap { index in
            parts[index].bucket(start: (base + Int64(index)) * length, gap: gap)
        }
        return buckets.isEmpty ? nil : MetricCourse(bucketSeconds: Double(length) / 1000, buckets: buckets)
    }
}

/// What a part of a course comes to so far.
struct CoursePart: Sendable {
    private var count = 0
    private var numberless = 0
    private var sum = 0.0
    private var scaledSum = 0.0
    private var minimum = Double.infinity
    private var maximum = -Double.infinity
    private var first = Int64.max
    private var last = Int64.min
    private var longestGap: Int64 = 0
    private var isUnordered = false
    var isContradicted = false

    /// Of so large values not even the sum overflows.
    private static let scale = 0x1p-60

    @inline(__always)
    mutating func add(_ time: Int64, _ value: Double) {
        guard value.isFinite else {
            numberless += 1
            return
        }
        if time > last {
            if count > 0 { longestGap = max(longestGap, time - last) }
            last = time
            if count == 0 { first = time }
        } else {
            isUnordered = true
            first = min(first, time)
        }
        count += 1
        sum += value
        scaledSum += value * Self.scale
        minimum = min(minimum, value)
        maximum = max(maximum, value)
    }

    /// Takes up what was measured right after.
    mutating func append(_ next: CoursePart) {
        isContradicted = isContradicted || next.isContradicted
        numberless += next.numberless
        guard next.count > 0 else { return }
        let between = count > 0 ? next.first - last : 0
        longestGap = max(longestGap, next.longestGap, between)
        first = min(first, next.first)
        last = max(last, next.last)
        isUnordered = isUnordered || next.isUnordered
        count += next.count
        sum += next.sum
        scaledSum += next.scaledSum
        minimum = min(minimum, next.minimum)
        maximum = max(maximum, next.maximum)
    }

    func bucket(start: Int64, gap: (Int64, Int64) -> Int64) -> MetricCourse.Bucket? {
        guard count > 0 || numberless > 0 else { return nil }
        let (number, at) = (Double(max(count, 1)), Instant(millisecondsSinceEpoch: start))
        let mean = sum.isFinite ? sum / number : scaledSum / number / Self.scale
        // Reckoned from all times only where the order of the samples does not tell it.
        let longest = isUnordered && count > 1 ? gap(first, last) : longestGap
        return MetricCourse.Bucket(
            start: at, count: count, numberless: numberless, mean: count == 0 ? nil : min(max(mean, minimum), maximum),
            minimum: count == 0 ? nil : minimum, maximum: count == 0 ? nil : maximum,
            first: count == 0 ? at : Instant(millisecondsSinceEpoch: first),
            last: count == 0 ? at : Instant(millisecondsSinceEpoch: last), longestGapSeconds: Double(longest) / 1000,
            isContradicted: isContradicted)
    }
}
