/// Reads numbers as JSON writes them, `-12.5e3`, each to the same `Double` as `Double(text)`.
enum DecimalNumber {
    /// The number that starts at an offset, which moves behind it; nil, and the offset where it was, for any other way of
    /// writing and for what needs more than 19 digits.
    @inline(__always)
    static func read(_ bytes: RawSpan, _ offset: inout Int) -> Double? {
        let isNegative = bytes[offset] == UInt8(ascii: "-")
        var at = isNegative ? offset + 1 : offset
        let firstDigit = at
        var digits: UInt64 = 0
        while bytes[at].isDigit {
            digits = digits &* 10 &+ UInt64(bytes[at] &- UInt8(ascii: "0"))
            at += 1
        }
        let wholeCount = at - firstDigit
        guard wholeCount > 0, wholeCount == 1 || bytes[firstDigit] != UInt8(ascii: "0") else { return nil }
        var digitCount = wholeCount
        var exponent = 0
        if bytes[at] == UInt8(ascii: ".") {
            at += 1
            let fraction = at
            while bytes[at].isDigit {
                digits = digits &* 10 &+ UInt64(bytes[at] &- UInt8(ascii: "0"))
                at += 1
            }
            guard at > fraction else { return nil }
            exponent = fraction - at
            digitCount += at - fraction
        }
        // Nineteen digits are below 2⁶⁴; what is longer has overflowed above, and is not looked at.
        guard digitCount <= 19 else { return nil }
        if bytes[at] | 0x20 == UInt8(ascii: "e") {
            guard let written = readExponent(bytes, &at) else { return nil }
            exponent += written
        }
        guard let magnitude = scaled(digits, exponent) ?? Double(bytes.text(firstDigit..<at)) else { return nil }
        offset = at
        return isNegative ? -magnitude : magnitude
    }

    private static func readExponent(_ bytes: RawSpan, _ at: inout Int) -> Int? {
        at += 1
        let isNegative = bytes[at] == UInt8(ascii: "-")
        if isNegative || bytes[at] == UInt8(ascii: "+") { at += 1 }
        let first = at
        var exponent = 0
        while bytes[at].isDigit, at - first < 5 {
            exponent = exponent * 10 + Int(bytes[at] - UInt8(ascii: "0"))
            at += 1
        }
        guard at > first, !bytes[at].isDigit else { return nil }
        return isNegative ? -exponent : exponent
    }

    /// `digits × 10^exponent`, correctly rounded; nil where that takes more than a division.
    @inline(__always)
    private static func scaled(_ digits: UInt64, _ exponent: Int) -> Double? {
        // Both are exact as they are, so one rounding is left (W. D. Clinger, "How to Read Floating Point Numbers
        // Accurately", 1990).
        if digits <= 1 << 53, (-22...22).contains(exponent) {
            return exponent < 0 ? Double(digits) / powers[-exponent] : Double(digits) * powers[exponent]
        }
        if exponent == 0 { return Double(digits) }
        return (-19..<0).contains(exponent) ? quotient(digits, -exponent) : nil
    }

    /// `digits / 10^places`: more bits of the quotient than a `Double` has, the last of them set for a remainder, so that
    /// they are rounded as the quotient itself is.
    private static func quotient(_ digits: UInt64, _ places: Int) -> Double {
        let divisor = wholePowers[places]
        let shift = digits.leadingZeroBitCount
        let high = digits << UInt64(shift)
        // High half below the divisor: the quotient fits.
        let (whole, rest) = high.quotientAndRemainder(dividingBy: divisor)
        let (part, remainder) = divisor.dividingFullWidth((rest, 0))
        let lost = 64 - whole.leadingZeroBitCount
        var bits = whole == 0 ? part : whole << UInt64(64 - lost) | part >> UInt64(lost)
        let dropped = whole == 0 || lost == 0 ? 0 : part & ((1 << UInt64(lost)) - 1)
        if remainder != 0 || dropped != 0 { bits |= 1 }
        // `bits` is the quotient of the shifted digits times 2^(64 - lost), or 2^64.
        return Double(sign: .plus, exponent: (whole == 0 ? 0 : lost) - 64 - shift, significand: Double(bits))
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20,
        1e21, 1e22,
    ]
    private static let wholePowers: [UInt64] = (0...19).map { count in (0..<count).reduce(1) { power, _ in power * 10 }
    }
}
