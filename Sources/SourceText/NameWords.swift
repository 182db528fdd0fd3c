/// Cuts a name into lower-case words: `hookExecution_ms`, `Hook execution (ms)` and `HOOK-execution-ms` are the same.
///
/// A capital behind a small letter or a digit starts a word, and so does the last of several capitals before a small
/// letter (`HTTPErrors`). Digits stay with the letters before them. Names are compared by these words, never by
/// substrings: `rate` is no part of `migrated`.
package func nameWords(_ name: some StringProtocol) -> [String] {
    var utf8 = Array(name.utf8)
    if let ranges = asciiNameWords(&utf8) { return ranges.map { String(decoding: utf8[$0], as: UTF8.self) } }
    let scalars = Array(name.unicodeScalars)
    return split(scalars, kind: LetterKind.init(scalar:)).map {
        String(String.UnicodeScalarView(scalars[$0])).lowercased()
    }
}

/// As `nameWords`, for a name in ASCII whose words need not all become strings.
///
/// - Parameter utf8: The name's bytes; afterwards in lower case.
/// - Returns: nil, and the bytes as they were, for a name with other letters.
package func asciiNameWords(_ utf8: inout [UInt8]) -> [Range<Int>]? {
    guard utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let ranges = split(utf8, kind: LetterKind.init(ascii:))
    for index in utf8.indices { utf8[index] = lowered(utf8[index]) }
    return ranges
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

private func split<Unit>(_ units: [Unit], kind: (Unit) -> LetterKind) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var previous = LetterKind.other
    for index in units.indices {
        let current = kind(units[index])
        let startsWord =
            current == .upper
            && (previous != .upper || index + 1 < units.count && kind(units[index + 1]) == .lower)
        if let first = start, current == .other || startsWord {
            words.append(first..<index)
            start = nil
        }
        if start == nil, current != .other { start = index }
        previous = current
    }
    if let start { words.append(start..<units.count) }
    return words
}
