/// What a point before three digits means in a document: `1.500` is one and a half in English, fifteen hundred in German.
package enum NumberStyle: Sendable, Hashable {
    case decimalPoint
    case decimalComma
    /// The document writes both, so that `1.500` states no number.
    case unclear

    /// From the fractions of a whole text, of one or two digits: `1,5` or `1.5`.
    package init(of utf8: [UInt8]) {
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
