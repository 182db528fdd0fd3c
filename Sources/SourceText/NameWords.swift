/// Cuts a name into lower-case words: `hookExecution_ms`, `Hook execution (ms)` and `HOOK-execution-ms` are the same.
///
/// A capital behind a small letter or a digit starts a word, and so does the last of several capitals before a small
/// letter (`HTTPErrors`). Digits stay with the letters before them. Names are compared by these words, never by
/// substrings: `rate` is no part of `migrated`.
package func nameWords(_ name: String) -> [String] {
    var name = name
    return name.withUTF8 { bytes in
        var words: [String] = []
        words.reserveCapacity(min(4, bytes.count))
        unsafe split(bytes) { unsafe words.append(smallWord(bytes, $0)) }
        return words
    }
}

package func nameWords(_ name: Substring) -> [String] { nameWords(String(name)) }

/// Letters and digits of an identifier alone: `ENABLE_HOOK_METRICS` and `enable-hook-metrics` are `enableHookMetrics`.
package func identifierKey(_ name: String) -> String {
    let lowered = name.lowercased()
    guard lowered.utf8.allSatisfy({ $0 < 0x80 }) else { return lowered.filter { $0.isLetter || $0.isNumber } }
    let isKept: (UInt8) -> Bool = { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) }
    return lowered.utf8.allSatisfy(isKept) ? lowered : String(decoding: lowered.utf8.filter(isKept), as: UTF8.self)
}

/// Hands over each word of a name that stands in a text, as `nameWords` cuts it, without a string for any.
package func visitNameWords(_ utf8: [UInt8], in range: Range<Int>, _ visit: (Range<Int>) -> Void) {
    unsafe utf8.withUnsafeBufferPointer { bytes in
        unsafe split(UnsafeBufferPointer(rebasing: bytes[range])) {
            visit(range.lowerBound + $0.lowerBound..<range.lowerBound + $0.upperBound)
        }
    }
}

/// A word in small letters.
private func smallWord(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var all: UInt8 = 0
    for index in range { unsafe all |= bytes[index] }
    guard all < 0x80 else {
        return unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self).lowercased()
    }
    // Most words are so short that their string needs no memory of its own.
    return unsafe String(unsafeUninitializedCapacity: range.count) { word in
        for (place, index) in range.enumerated() { unsafe word[place] = lowered(bytes[index]) }
        return range.count
    }
}

/// What a character is to a name, and how many bytes it takes.
private struct Letter {
    enum Kind { case upper, lower, digit, other }
    let kind: Kind
    let length: Int

    static let none = Letter(.other, 0)

    private init(_ kind: Kind, _ length: Int) {
        self.kind = kind
        self.length = length
    }

    /// The letter at an offset; a byte that begins no character stands for itself.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        let byte = unsafe bytes[index]
        if byte < 0x80 { self.init(Letter.kind(ascii: byte), 1) } else { unsafe self.init(foreign: bytes, at: index) }
    }

    private init(foreign bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        let byte = unsafe bytes[index]
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard byte >= 0xC0, index + length <= bytes.count else {
            self.init(.other, 1)
            return
        }
        var value = UInt32(byte) & (0x7F >> UInt32(length))
        for place in 1..<length { value = unsafe value << 6 | UInt32(bytes[index + place] & 0x3F) }
        self.init(Unicode.Scalar(value).map(Letter.kind) ?? .other, length)
    }

    private static func kind(ascii byte: UInt8) -> Kind {
        switch byte {
        case 0x41...0x5a: .upper
        case 0x61...0x7a: .lower
        case 0x30...0x39: .digit
        default: .other
        }
    }

    /// Letters without case count as small ones.
    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        // `×` and `÷` are the only signs among the letters of Latin-1; dashes, quotes and spaces have a block of their own.
        case 0xD7, 0xF7, 0x2000...0x206F: return .other
        case 0xC0...0xDE: return .upper
        case 0xDF...0xFF: return .lower
        default: break
        }
        if scalar.properties.isAlphabetic { return scalar.properties.isUppercase ? .upper : .lower }
        return scalar.properties.numericType != nil ? .digit : .other
    }
}

private func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5a).contains(byte) ? byte | 0x20 : byte }

/// Hands over the bytes of each word.
@inline(__always)
private func split(_ bytes: UnsafeBufferPointer<UInt8>, take: (Range<Int>) -> Void) {
    var start: Int?
    var previous = Letter.Kind.other
    var index = 0
    var letter = unsafe bytes.isEmpty ? .none : Letter(bytes, at: 0)
    while index < bytes.count {
        let end = index + letter.length
        let next = unsafe end < bytes.count ? Letter(bytes, at: end) : .none
        let current = letter.kind
        let startsWord = current == .upper && (previous != .upper || next.kind == .lower)
        if let first = start, current == .other || startsWord {
            take(first..<index)
            start = nil
        }
        if start == nil, current != .other { start = index }
        previous = current
        index = end
        letter = next
    }
    if let start { take(start..<index) }
}
