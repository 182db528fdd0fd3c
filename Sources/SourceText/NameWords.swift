/// Cuts a name into lower-case words: `hookExecution_ms`, `Hook execution (ms)` and `HOOK-execution-ms` are the same.
///
/// A capital behind a small letter or a digit starts a word, and so does the last of several capitals before a small
/// letter (`HTTPErrors`). Digits stay with the letters before them. Names are compared by these words, never by
/// substrings: `rate` is no part of `migrated`.
package func nameWords(_ name: String) -> [String] {
    var name = name
    return name.withUTF8 { unsafe asciiWords($0) } ?? scalarWords(name)
}

package func nameWords(_ name: Substring) -> [String] { nameWords(String(name)) }

/// Letters and digits of an identifier alone: `ENABLE_HOOK_METRICS` and `enable-hook-metrics` are `enableHookMetrics`.
package func identifierKey(_ name: String) -> String {
    let lowered = name.lowercased()
    guard lowered.utf8.allSatisfy({ $0 < 0x80 }) else { return lowered.filter { $0.isLetter || $0.isNumber } }
    let isKept: (UInt8) -> Bool = { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) }
    return lowered.utf8.allSatisfy(isKept) ? lowered : String(decoding: lowered.utf8.filter(isKept), as: UTF8.self)
}

/// nil when a letter is not ASCII.
private func asciiWords(_ bytes: UnsafeBufferPointer<UInt8>) -> [String]? {
    guard unsafe bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    var words: [String] = []
    words.reserveCapacity(4)
    split(bytes.count) {
        unsafe LetterKind(ascii: bytes[$0])
    } take: { range in
        // Most words are so short that their string needs no memory of its own.
        let word = unsafe String(unsafeUninitializedCapacity: range.count) { word in
            for (place, index) in range.enumerated() { unsafe word[place] = lowered(bytes[index]) }
            return range.count
        }
        words.append(word)
    }
    return words
}

private func scalarWords(_ name: String) -> [String] {
    let utf8 = Array(name.utf8)
    var kinds: [LetterKind] = []
    // Where each scalar begins, and where the last one ends.
    var starts = [0]
    for scalar in name.unicodeScalars {
        kinds.append(LetterKind(scalar: scalar))
        starts.append(starts[starts.count - 1] + UTF8.width(scalar))
    }
    var words: [String] = []
    split(kinds.count) {
        kinds[$0]
    } take: { range in
        let word = utf8[starts[range.lowerBound]..<starts[range.upperBound]]
        words.append(String(decoding: word, as: UTF8.self).lowercased())
    }
    return words
}

/// As `nameWords`, for a name in ASCII whose words need not all become strings.
///
/// - Parameter utf8: The name's bytes; afterwards in lower case.
/// - Returns: nil, and the bytes as they were, for a name with other letters.
package func asciiNameWords(_ utf8: inout [UInt8]) -> [Range<Int>]? {
    guard utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(4)
    split(utf8.count) {
        LetterKind(ascii: utf8[$0])
    } take: {
        ranges.append($0)
    }
    for index in utf8.indices { utf8[index] = lowered(utf8[index]) }
    return ranges
}

/// Hands over each word of a name in ASCII that stands in a text, as `nameWords` cuts it, without a string for any.
///
/// - Returns: false, with nothing handed over, for a name with other letters.
package func visitASCIINameWords(_ utf8: [UInt8], in range: Range<Int>, _ visit: (Range<Int>) -> Void) -> Bool {
    unsafe utf8.withUnsafeBufferPointer { bytes in
        guard unsafe bytes[range].allSatisfy({ $0 < 0x80 }) else { return false }
        split(range.count) {
            unsafe LetterKind(ascii: bytes[range.lowerBound + $0])
        } take: {
            visit(range.lowerBound + $0.lowerBound..<range.lowerBound + $0.upperBound)
        }
        return true
    }
}

private enum LetterKind {
    case upper, lower, digit, other

    init(ascii byte: UInt8) {
        switch byte {
        case 0x41...0x5a: self = .upper
        case 0x61...0x7a: self = .lower
        case 0x30...0x39: self = .digit
        default: self = .other
        }
    }

    /// Letters without case count as small ones.
    init(scalar: Unicode.Scalar) {
        if scalar.isASCII {
            self.init(ascii: UInt8(truncatingIfNeeded: scalar.value))
        } else if scalar.properties.isAlphabetic {
            self = scalar.properties.isUppercase ? .upper : .lower
        } else {
            self = scalar.properties.numericType != nil ? .digit : .other
        }
    }
}

private func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5a).contains(byte) ? byte | 0x20 : byte }

/// Hands over the range of each word among units of these kinds.
@inline(__always)
private func split(_ count: Int, kind: (Int) -> LetterKind, take: (Range<Int>) -> Void) {
    var start: Int?
    var previous = LetterKind.other
    var current = count > 0 ? kind(0) : .other
    for index in 0..<count {
        let next = index + 1 < count ? kind(index + 1) : .other
        let startsWord = current == .upper && (previous != .upper || next == .lower)
        if let first = start, current == .other || startsWord {
            take(first..<index)
            start = nil
        }
        if start == nil, current != .other { start = index }
        previous = current
        current = next
    }
    if let start { take(start..<count) }
}
