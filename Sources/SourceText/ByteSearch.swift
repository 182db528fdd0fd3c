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
        guard let first = word.first, count >= word.count, mayHold(word) else { return false }
        return indices.dropLast(word.count - 1).contains { index in
            self[index] == first && self[index..<index + word.count].elementsEqual(word)
        }
    }

    /// Almost no text holds the first four bytes of a word, and without an exit the compiler looks at many places at once.
    private func mayHold(_ word: [UInt8]) -> Bool {
        guard word.count >= 4 else { return true }
        let (first, second, third, fourth) = (word[0], word[1], word[2], word[3])
        return unsafe withUnsafeBufferPointer { bytes in
            var found: UInt8 = 0
            for index in 0..<bytes.count - 3 {
                let isFirst: UInt8 = unsafe bytes[index] == first ? 1 : 0
                let isSecond: UInt8 = unsafe bytes[index + 1] == second ? 1 : 0
                let isThird: UInt8 = unsafe bytes[index + 2] == third ? 1 : 0
                let isFourth: UInt8 = unsafe bytes[index + 3] == fourth ? 1 : 0
                found |= isFirst & isSecond & isThird & isFourth
            }
            return found != 0
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
