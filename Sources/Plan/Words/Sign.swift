/// A sign of a text: one scalar, or one of the pairs that count as one.
@usableFromInline
package struct Sign: Sendable, Hashable, ExpressibleByUnicodeScalarLiteral {
    /// The scalar; for a pair its two bytes above the scalars there are.
    @usableFromInline let rawValue: UInt32

    @inlinable package static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    @inlinable package init(unicodeScalarLiteral scalar: Unicode.Scalar) { self.init(rawValue: scalar.value) }

    @inlinable init(rawValue: UInt32) { self.rawValue = rawValue }

    init(pair first: UInt8, _ second: UInt8) {
        rawValue = 0x8000_0000 | UInt32(first) << 8 | UInt32(second)
    }

    package static let atMost = Sign(pair: UInt8(ascii: "<"), UInt8(ascii: "="))
    package static let atLeast = Sign(pair: UInt8(ascii: ">"), UInt8(ascii: "="))
    /// `->`
    package static let thinArrow = Sign(pair: UInt8(ascii: "-"), UInt8(ascii: ">"))
    /// `=>`
    package static let thickArrow = Sign(pair: UInt8(ascii: "="), UInt8(ascii: ">"))
    /// `--`
    package static let doubleDash = Sign(pair: UInt8(ascii: "-"), UInt8(ascii: "-"))
    /// `==`
    package static let doubleEqual = Sign(pair: UInt8(ascii: "="), UInt8(ascii: "="))

    /// Whether it is one of the signs of every keyboard, or a pair of them: no arrow, no drawn sign.
    package var isASCII: Bool { rawValue < 0x80 || rawValue >= 0x8000_0000 }
    /// `→`, `->` and `=>`.
    package var isArrow: Bool {
        self == "→" || self == "⇒" || self == "➜" || self == "➡" || self == "⟶" || self == .thinArrow
            || self == .thickArrow
    }
    /// `-`, `–` and `—`.
    package var isDash: Bool { self == "-" || self == "–" || self == "—" }

    /// The comparison that the sign stands for.
    package var comparison: Comparison? {
        switch self {
        case "<": .below
        case .atMost, "≤", "≦": .atMost
        case ">": .above
        case .atLeast, "≥", "≧": .atLeast
        case "=", .doubleEqual: .equal
        default: nil
        }
    }
}
