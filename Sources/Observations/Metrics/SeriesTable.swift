import Synchronization

/// Finds the series of a record by the bytes that name it, as they stand in the file.
///
/// Other bytes may name the same series (quotes, order of keys); which one a new stretch of bytes names, the slow reader
/// says once.
struct SeriesTable {
    private struct Slot {
        var hash: UInt64 = 0
        var keyStart: Int32 = 0
        /// Negative for an empty slot.
        var series: Int32 = -1
    }

    private var slots = [Slot](repeating: Slot(), count: 256)
    private var used = 0
    /// Of each key its parts, each with its length before it, and padding at the end.
    private var keys = [UInt8](repeating: 0, count: paddingCount)
    /// Another one in each table, so that nobody can write names that all look alike to it.
    private let seed = UInt64.random(in: .min ... .max)
    /// The parts of the key that is looked for.
    var parts: [Range<Int>]

    init(partCount: Int) { parts = Array(repeating: 0..<0, count: partCount) }

    @inline(__always)
    func hash(_ bytes: RawSpan) -> UInt64 {
        var hash = seed
        for index in 0..<parts.count {
            let part = parts[index]
            var offset = part.lowerBound
            while offset + 8 <= part.upperBound {
                hash = SeriesTable.mixed(hash ^ bytes.word(at: offset))
                offset += 8
            }
            let rest = part.upperBound - offset
            hash = SeriesTable.mixed(hash ^ (bytes.word(at: offset) & ByteWord.mask(rest)) ^ UInt64(rest) << 59)
        }
        return hash
    }

    @inline(__always)
    private static func mixed(_ word: UInt64) -> UInt64 {
        let product = word.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return product.high ^ product.low
    }

    /// The series that ``parts`` of these bytes name; nil when it is not known yet.
    @inline(__always)
    func series(_ bytes: RawSpan, hash: UInt64) -> Int32? {
        var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while true {
            let slot = slots[index]
            if slot.series < 0 { return nil }
            if slot.hash == hash, isKey(at: Int(slot.keyStart), bytes) { return slot.series }
            index = (index + 1) & (slots.count - 1)
        }
    }

    @inline(__always)
    private func isKey(at start: Int, _ bytes: RawSpan) -> Bool {
        let keys = unsafe keys.span.bytes
        var place = start
        for index in 0..<parts.count {
            let part = parts[index]
            guard keys.word(at: place) == UInt64(part.count), bytes.isEqual(part, to: keys, at: place + 8) else {
                return false
            }
            place += 8 + part.count
        }
        return true
    }

    /// Remembers a key that is not there yet; past what can be numbered it is left to the slow reader.
    mutating func add(_ bytes: RawSpan, hash: UInt64, series: Int32) {
        let size = parts.reduce(0) { $0 + 8 + $1.count }
        guard keys.count + size < Int(Int32.max) else { return }
        if used * 2 >= slots.count { grow() }
        let start = keys.count - paddingCount
        keys.removeLast(paddingCount)
        for part in parts {
            for byte in 0..<8 { keys.append(UInt8(truncatingIfNeeded: part.count >> (8 * byte))) }
            keys += bytes.bytes(part)
        }
        keys += repeatElement(0, count: paddingCount)
        place(Slot(hash: hash, keyStart: Int32(start), series: series))
    }

    private mutating func place(_ slot: Slot) {
        var index = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
        while slots[index].series >= 0 { index = (index + 1) & (slots.count - 1) }
        slots[index] = slot
        used += 1
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        used = 0
        for slot in old where slot.series >= 0 { place(slot) }
    }
}

/// Numbers the series of all files, for all workers.
final class SeriesRegistry: Sendable {
    private let known = Mutex<(numbers: [MetricIdentity: Int32], identities: [MetricIdentity])>(([:], []))

    /// The number of a series; which number it is depends on who asks first.
    func number(of identity: MetricIdentity) -> Int32 {
        known.withLock { known in
            if let number = known.numbers[identity] { return number }
            let number = Int32(known.identities.count)
            known.numbers[identity] = number
            known.identities.append(identity)
            return number
        }
    }

    func identities(from start: Int) -> [MetricIdentity] { known.withLock { Array($0.identities[start...]) } }
}
