import Plan

/// `78 ms`, `1.3%`, `2 /day`: a number with its unit, for people.
func quantityText(_ number: Double, _ unit: Unit) -> String { numberText(number) + unitSuffix(unit) }

/// A measured value, rounded to three digits, or to more where rounding would carry it over a limit.
///
/// 59.97 s against a limit of 60 s stays 59.97 s: shown as `60 s` it would contradict its own verdict.
func measuredText(_ quantity: Quantity, limits: [Double]) -> String {
    let number = quantity.number
    guard number.isFinite else { return "not a number" }
    // 99.96% is not 100%, whatever the limits are.
    let guarded = limits + (quantity.unit.symbol == "%" ? [0, 100] : [0])
    for digits in 3...9 {
        let rounded = rounding(number, digits: digits)
        if guarded.allSatisfy({ ($0 < number) == ($0 < rounded) && ($0 > number) == ($0 > rounded) }) {
            return quantityText(rounded, quantity.unit)
        }
    }
    return quantityText(number, quantity.unit)
}

private func rounding(_ number: Double, digits: Int) -> Double {
    var magnitude = 1.0
    while abs(number) / magnitude >= 10 { magnitude *= 10 }
    // Whole digits are never rounded away: 1,234 ms stays 1234 ms.
    var factor = 1.0
    for _ in 1..<digits { factor *= 10 }
    let scale = max(1, factor / magnitude)
    return (number * scale).rounded() / scale
}

private func numberText(_ number: Double) -> String {
    let text = formatNumber(abs(number))
    let parts = text.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first, whole.count > 4, whole.allSatisfy(\.isNumber) else {
        return (number < 0 ? "−" : "") + text
    }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
        if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
        grouped.append(digit)
    }
    return (number < 0 ? "−" : "") + grouped + (parts.count > 1 ? ".\(parts[1])" : "")
}

private func unitSuffix(_ unit: Unit) -> String {
    let symbol =
        switch unit.dimension {
        case .share where unit.symbol == "%": "%"
        case .score where unit.symbol.isEmpty: "/\(formatNumber(unit.scale))"
        default: unit.symbol.isEmpty ? "" : " \(unit.symbol)"
        }
    guard let period = unit.perSeconds else { return symbol }
    let name: String =
        switch period {
        case 1: "s"
        case 60: "min"
        case 3600: "h"
        case 86_400: "day"
        case 604_800: "week"
        default: formatSeconds(period)
        }
    return "\(symbol)/\(name)"
}
