/// A number with its unit, and the text it was read from.
package struct Quantity: Sendable, Hashable {
    package let number: Double
    package let unit: Unit
    /// As printed: `100ms`.
    package let text: String

    package init(_ number: Double, _ unit: Unit, text: String? = nil) {
        self.number = number
        self.unit = unit
        self.text =
            text ?? "\(formatNumber(number))\(unit.symbol.isEmpty ? "" : unit.symbol == "%" ? "%" : " \(unit.symbol)")"
    }

    /// In the dimension's base unit; a rate per second.
    package var baseValue: Double { number * unit.scale / (unit.perSeconds ?? 1) }

    /// The same amount in another unit; nil when the two cannot be compared.
    package func converted(to other: Unit) -> Quantity? {
        guard unit.isComparable(with: other) else { return nil }
        if unit == other { return self }
        return Quantity(baseValue / other.scale * (other.perSeconds ?? 1), other)
    }

    /// The amount below zero, as in `< -5 %`.
    var negated: Quantity { Quantity(-number, unit, text: "-" + text) }

    /// Whether both state the same amount: units converted, equal to nine digits.
    package func isSame(as other: Quantity) -> Bool {
        guard unit.isComparable(with: other.unit) else { return false }
        let (a, b) = (baseValue, other.baseValue)
        return abs(a - b) <= 1e-9 * max(abs(a), abs(b))
    }

    package static func == (left: Self, right: Self) -> Bool { left.number == right.number && left.unit == right.unit }
    package func hash(into hasher: inout Hasher) {
        hasher.combine(number)
        hasher.combine(unit)
    }
}

/// `60`, `99.9`, `0.05`: as many digits as the number needs, at most six behind the point.
package func formatNumber(_ number: Double) -> String {
    // Behind 1e15 there is no fraction to round, and the rounding would overflow at last.
    guard abs(number) < 1e15 else { return "\(number)" }
    let rounded = (number * 1_000_000).rounded() / 1_000_000
    if rounded == rounded.rounded() { return String(Int64(rounded)) }
    guard abs(rounded) < 0.001 else { return String(rounded) }
    // Swift would write 4e-05.
    let digits = String(Int64((abs(rounded) * 1_000_000).rounded()))
    var fraction = String(repeating: "0", count: 6 - digits.count) + digits
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return (rounded < 0 ? "-0." : "0.") + fraction
}

/// `40%`.
package func percentText(_ percent: Double) -> String { "\(formatNumber(percent))%" }
