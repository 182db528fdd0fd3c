/// What a point before three digits means in a document: `1.500` is one and a half in English, fifteen hundred in German.
package enum NumberStyle: Sendable, Hashable {
    case decimalPoint
    case decimalComma
    /// The document writes both, so that `1.500` states no number.
    case unclear

    /// From the fractions of a whole text, of one or two digits: `1,5` or `1.5`.
    package init(of utf8: [UInt8]) {
        guard NumberStyle.mayHoldComma(utf8) else {
            self = .decimalPoint
            return
        }
        var (points, commas) = (false, false)
        unsafe utf8.withUnsafeBufferPointer { bytes in
            for index in 0..<bytes.count {
                let byte = unsafe bytes[index]
                guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), NumberStyle.isFraction(utf8, at: index)
                else { continue }
                if byte == UInt8(ascii: ",") { commas = true } else { points = true }
                if points, commas { break }
            }
        }
        self = !commas ? .decimalPoint : points ? .unclear : .decimalComma
    }

    /// Whether a comma stands between digits; without an exit the compiler looks at many places at once.
    private static func mayHoldComma(_ utf8: [UInt8]) -> Bool {
        guard utf8.count > 2 else { return false }
        return unsafe utf8.withUnsafeBufferPointer { bytes in
            var found: UInt8 = 0
            for index in 0..<bytes.count - 2 {
                let isDigit: UInt8 = unsafe bytes[index] &- 0x30 < 10 ? 1 : 0
                let isComma: UInt8 = unsafe bytes[index + 1] == UInt8(ascii: ",") ? 1 : 0
                let digitFollows: UInt8 = unsafe bytes[index + 2] &- 0x30 < 10 ? 1 : 0
                found |= isDigit & isComma & digitFollows
            }
            return found != 0
        }
    }

    private static func isFraction(_ utf8: [UInt8], at sign: Int) -> Bool {
        func isDigit(_ index: Int) -> Bool { index >= 0 && index < utf8.count && (0x30...0x39).contains(utf8[index]) }
        guard isDigit(sign - 1), isDigit(sign + 1) else { return false }
        let end = isDigit(sign + 2) ? sign + 3 : sign + 2
        guard !isDigit(end) else { return false }
        // Neither a list (`1,2,3`) nor a date or version (`10.01.2026`, `1.2.3`).
        func isSign(_ index: Int) -> Bool {
            index >= 0 && index < utf8.count && utf8[index] == utf8[sign] && isDigit(index + 1)
        }
        var before = sign - 1
        while isDigit(before) { before -= 1 }
        return !isSign(end) && !isSign(before)
    }
}
