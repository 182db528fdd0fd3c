#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension [UInt8] {
    /// Whether a byte stands somewhere in a range, which is cut to the array.
    ///
    /// Eight bytes at once and without an exit before the end: almost all that is searched is short, or does not hold the
    /// byte.
    package func holds(_ wanted: UInt8, in range: Range<Int>) -> Bool {
        let range = range.clamped(to: indices)
        return unsafe withUnsafeBytes { bytes in
            if range.count < 8 {
                var found: UInt8 = 0
                for index in range { unsafe found |= bytes[index] == wanted ? 1 : 0 }
                return found != 0
            }
            let pattern = ones &* UInt64(wanted)
            let last = range.upperBound - 8
            var found: UInt64 = 0
            var index = range.lowerBound
            while index < last {
                unsafe found |= zeroes(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ pattern)
                index += 8
            }
            unsafe found |= zeroes(bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self) ^ pattern)
            return found != 0
        }
    }

    package func holds(_ wanted: UInt8) -> Bool { holds(wanted, in: indices) }

    /// Whether a word stands anywhere.
    package func holds(word: [UInt8]) -> Bool {
        guard let first = word.first, count >= word.count else { return false }
        return unsafe withUnsafeBytes { bytes in
            guard var place = bytes.baseAddress else { return false }
            let end = unsafe place + (count - word.count + 1)
            while unsafe place < end, let found = unsafe memchr(place, CInt(first), end - place) {
                if unsafe memcmp(found, word, word.count) == 0 { return true }
                unsafe place = UnsafeRawPointer(found) + 1
            }
            return false
        }
    }
}

extension String {
    /// Whether a word stands anywhere, byte for byte: `contains` compares characters and takes many times as long.
    package func holds(_ word: String) -> Bool {
        guard let first = word.utf8.first else { return true }
        var rest = utf8[...]
        while let place = rest.firstIndex(of: first) {
            rest = rest[place...]
            if rest.starts(with: word.utf8) { return true }
            rest.removeFirst()
        }
        return false
    }
}

private let ones: UInt64 = 0x0101_0101_0101_0101

/// Other than zero where a byte of eight is zero.
@inline(__always)
private func zeroes(_ bytes: UInt64) -> UInt64 { (bytes &- ones) & ~bytes & (ones &* 0x80) }
