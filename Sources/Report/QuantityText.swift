import Plan

/// `78 ms`, `1.3%`, `2 /day`: a number with its unit, for people.
func quantityText(_ number: Double, _ unit: Unit) -> String { numberText(number) + unitSuffix(unit) }

/// A measured value with as many digits as may be shown.
func measuredText(_ quantity: Quantity, limits: [Double]) -> String {
    guard quantity.number.isFinite else { return "not a number" }
    return quantityText(measuredNumber(quantity.number, quantity.unit, besides: limits), quantity.unit)
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
