/// How many values are of about a size: each counts with those that share its sign, its power of two and the ten bits
/// behind it.
///
/// A value that is told from it differs from the true one by at most 2⁻¹¹ of that (one part in 2,048); of numbers nearer to
/// zero than 2⁻¹⁰²² it is told as 0. The smallest and the largest value are exact.
package struct ValueHistogram: Sendable, Equatable {
    /// The bound of the relative error.
    package static let relativeError = 1.0 / 2048

    private static let pageSize = 1024
    /// Of each power of two that a value has, in the order in which they came.
    private var counts: [UInt64] = []
    /// Where the counts of a power of two start; -1 where there are none.
    private var starts: [Int32] = []
    /// The key of the first of `starts`.
    private var firstKey = 0
    package private(set) var count = 0
    private(set) var minimum = Double.infinity
    private(set) var maximum = -Double.infinity

    init() {}

    /// - Parameter value: finite.
    @inline(__always)
    mutating func add(_ value: Double) {
        let (key, index) = Self.place(value)
        let slot = key - firstKey
        let start = slot >= 0 && slot < starts.count && starts[slot] >= 0 ? Int(starts[slot]) : open(key)
        counts[start + index] += 1
        count += 1
        minimum = min(minimum, value)
        maximum = max(maximum, value)
    }

    /// Of sign and power of two, ascending with the value, and of the bits behind.
    @inline(__always)
    private static func place(_ value: Double) -> (key: Int, index: Int) {
        let bits = value.bitPattern
        let power = Int(bits >> 52 & 0x7FF)
        let index = Int(bits >> 42 & 0x3FF)
        return value < 0 ? (2047 - power, 1023 - index) : (2048 + power, index)
    }

    private mutating func open(_ key: Int) -> Int {
        if starts.isEmpty { firstKey = key }
        if key < firstKey {
            starts.insert(contentsOf: repeatElement(-1, count: firstKey - key), at: 0)
            firstKey = key
        }
        while starts.count <= key - firstKey { starts.append(-1) }
        let start = counts.count
        starts[key - firstKey] = Int32(start)
        counts += repeatElement(0, count: Self.pageSize)
        return start
    }

    /// Adds what another one counted.
    mutating func add(_ other: ValueHistogram) {
        for slot in other.starts.indices where other.starts[slot] >= 0 {
            let key = other.firstKey + slot
            let known = key - firstKey
            let start = starts.indices.contains(known) && starts[known] >= 0 ? Int(starts[known]) : open(key)
            for index in 0..<Self.pageSize { counts[start + index] += other.counts[Int(other.starts[slot]) + index] }
        }
        count += other.count
        minimum = min(minimum, other.minimum)
        maximum = max(maximum, other.maximum)
    }

    /// See ``ValueDistribution/quantile(_:)``; both neighbours within the bound.
    func quantile(_ rank: Double) -> Double? {
        guard count > 0, rank >= 0, rank <= 1 else { return nil }
        let position = rank * Double(count - 1)
        let low = Int(position)
        let share = position - Double(low)
        let first = value(at: low)
        return share == 0 ? first : first * (1 - share) + value(at: low + 1) * share
    }

    /// The value that so many are smaller than.
    private func value(at index: Int) -> Double {
        if index <= 0 { return minimum }
        if index >= count - 1 { return maximum }
        var left = index
        for slot in starts.indices where starts[slot] >= 0 {
            for place in 0..<Self.pageSize {
                let here = Int(counts[Int(starts[slot]) + place])
                if left < here { return min(max(Self.middle(key: firstKey + slot, place), minimum), maximum) }
                left -= here
            }
        }
        return maximum
    }

    private static func middle(key: Int, _ index: Int) -> Double {
        let isNegative = key < 2048
        let power = UInt64(isNegative ? 2047 - key : key - 2048)
        guard power > 0 else { return 0 }
        let bits = power << 52 | UInt64(isNegative ? 1023 - index : index) << 42 | 1 << 41
        return isNegative ? -Double(bitPattern: bits) : Double(bitPattern: bits)
    }
}
