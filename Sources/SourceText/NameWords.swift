/// Cuts a name into lower-case words: `hookExecution_ms`, `Hook execution (ms)` and `HOOK-execution-ms` are the same.
///
/// A capital behind a small letter or a digit starts a word, and so does the last of several capitals before a small
/// letter (`HTTPErrors`). Digits stay with the letters before them. Names are compared by these words, never by
/// substrings: `rate` is no part of `migrated`.
package func nameWords(_ name: some StringProtocol) -> [String] {
    let utf8 = Array(name.utf8)
    if utf8.allSatisfy({ $0 < 0x80 }) {
        return split(utf8, kind: LetterKind.init(ascii:)) { String(decoding: $0.map(lowered), as: UTF8.self) }
    }
    return split(Array(name.unicodeScalars), kind: LetterKind.init(scalar:)) { scalars in
        String(String.UnicodeScalarView(scalars)).lowercased()
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

private func split<Unit>(_ units: [Unit], kind: (Unit) -> LetterKind, word: (ArraySlice<Unit>) -> String) -> [String] {
    var words: [String] = []
    var start: Int?
    var previous = LetterKind.other
    for index in units.indices {
        let current = kind(units[index])
        let startsWord =
            current == .upper
            && (previous != .upper || index + 1 < units.count && kind(units[index + 1]) == .lower)
        if let first = start, current == .other || startsWord {
            words.append(word(units[first..<index]))
            start = nil
        }
        if start == nil, current != .other { start = index }
        previous = current
    }
    if let start { words.append(word(units[start...])) }
    return words
}
