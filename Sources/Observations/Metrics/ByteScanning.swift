/// Reading of bytes a word at a time. Every access is checked against the bounds of the span.
///
/// What is scanned this way is padded: behind its end stand ``paddingCount`` bytes that may be read and count for nothing.
extension RawSpan {
    @inline(__always)
    subscript(offset: Int) -> UInt8 { unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self) }

    /// Eight bytes, the first of them the lowest.
    @inline(__always)
    func word(at offset: Int) -> UInt64 {
        UInt64(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    func bytes(_ range: Range<Int>) -> [UInt8] { range.map { self[$0] } }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes(range), as: UTF8.self) }

    /// Where a byte stands next; the end when it does not.
    @inline(__always)
    func next(_ byte: UInt8, from start: Int, to end: Int) -> Int {
        let pattern = ByteWord.repeated(byte)
        var offset = start
        while offset < end {
            let found = ByteWord.zeroes(word(at: offset) ^ pattern)
            if found != 0 { return Swift.min(end, offset + found.trailingZeroBitCount / 8) }
            offset += 8
        }
        return end
    }

    /// Where the last byte of that kind stands; nil when there is none.
    func last(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
        var offset = end
        while offset > start {
            offset -= 1
            if self[offset] == byte { return offset }
        }
        return nil
    }

    func count(_ byte: UInt8, in range: Range<Int>) -> Int {
        range.reduce(0) { $0 + (self[$1] == byte ? 1 : 0) }
    }

    @inline(__always)
    func isEqual(_ range: Range<Int>, to other: RawSpan, at start: Int) -> Bool {
        var offset = range.lowerBound
        var place = start
        while offset + 8 <= range.upperBound {
            if word(at: offset) != other.word(at: place) { return false }
            offset += 8
            place += 8
        }
        let rest = range.upperBound - offset
        return rest == 0 || (word(at: offset) ^ other.word(at: place)) & ByteWord.mask(rest) == 0
    }
}

/// So many bytes may be read behind the end of what is scanned.
let paddingCount = 32

/// Eight bytes in a number, looked at side by side.
enum ByteWord {
    @inline(__always)
    static func repeated(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

    /// The top bit of each byte that is zero; of those behind the first one it may also be set where the byte is one.
    @inline(__always)
    static func zeroes(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    /// As ``zeroes(_:)`` for bytes below a space.
    @inline(__always)
    static func controls(_ word: UInt64) -> UInt64 {
        (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
    }

    /// The lowest bytes.
    @inline(__always)
    static func mask(_ count: Int) -> UInt64 { count >= 8 ? .max : (1 &<< UInt64(count &* 8)) &- 1 }
}
