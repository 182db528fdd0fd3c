/// The values of single words of a script.
enum ScriptLiterals {
    /// The number a token writes (`1_000`, `0xFF`, `.5`, `1e3`, `5n`); nil when it is none or not finite.
    static func number(_ bytes: ArraySlice<UInt8>) -> Double? {
        var digits = bytes.filter { $0 != UInt8(ascii: "_") }
        guard let first = digits.first, bytes.last != UInt8(ascii: "_") else { return nil }
        if first == UInt8(ascii: "0"), digits.count > 2, let radix = radix(of: digits[1]) {
            if digits.last == UInt8(ascii: "n"), radix < 24 { digits.removeLast() }
            return Int(String(decoding: digits[2...], as: UTF8.self), radix: radix).map(Double.init)
        }
        if digits.last == UInt8(ascii: "n") { digits.removeLast() }
        if digits.last == UInt8(ascii: ".") { digits.removeLast() }
        guard digits.allSatisfy({ $0.isDigit || ".eE+-".utf8.contains($0) }),
            let number = Double(String(decoding: digits, as: UTF8.self)), number.isFinite
        else { return nil }
        return number
    }

    private static func radix(of letter: UInt8) -> Int? {
        switch letter | 0x20 {
        case UInt8(ascii: "x"): 16
        case UInt8(ascii: "o"): 8
        case UInt8(ascii: "b"): 2
        default: nil
        }
    }

    /// The text of a string token, given with its quotes; an escape that means nothing stands for its character.
    static func string(_ quoted: ArraySlice<UInt8>) -> String {
        let bytes = quoted.dropFirst().dropLast()
        guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
        var text: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex else {
                text.append(bytes[index])
                index += 1
                continue
            }
            index += 2
            switch bytes[index - 1] {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "v"): text.append(0x0B)
            case UInt8(ascii: "0"): text.append(0x00)
            case UInt8(ascii: "\n"): break  // a line continued
            case UInt8(ascii: "x"): text += character(hexadecimal(bytes, &index, digits: 2))
            case UInt8(ascii: "u"): text += character(codePoint(bytes, &index))
            case let other: text.append(other)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads what follows `\u`: `{…}`, four digits, or two such halves of a surrogate pair.
    private static func codePoint(_ bytes: ArraySlice<UInt8>, _ index: inout Int) -> UInt32? {
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: "{") {
            let digits = bytes[(index + 1)...].prefix { $0 != UInt8(ascii: "}") }.prefix(8)
            index = min(digits.endIndex + 1, bytes.endIndex)
            return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        }
        guard let high = hexadecimal(bytes, &index, digits: 4) else { return nil }
        guard 0xD800..<0xDC00 ~= high, bytes[index...].starts(with: "\\u".utf8) else { return high }
        var behind = index + 2
        guard let low = hexadecimal(bytes, &behind, digits: 4), 0xDC00..<0xE000 ~= low else { return high }
        index = behind
        return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    }

    private static func hexadecimal(_ bytes: ArraySlice<UInt8>, _ index: inout Int, digits: Int) -> UInt32? {
        let word = bytes[index...].prefix(digits)
        guard word.count == digits, let value = UInt32(String(decoding: word, as: UTF8.self), radix: 16) else {
            return nil
        }
        index = word.endIndex
        return value
    }

    /// The bytes of a character; the replacement character where there is none (half a surrogate pair).
    private static func character(_ code: UInt32?) -> [UInt8] {
        Array(String(Character(code.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")).utf8)
    }
}
