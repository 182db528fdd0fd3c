/// `60 s`, `99.9%`, `0.5/day`, `12,000 ms`: a number with its unit and the period of a rate, as every output writes it.
package func amountText(_ number: Double, _ unit: Unit) -> String {
    grouped(formatNumber(abs(number)), isNegative: number < 0) + unitSuffix(unit)
}

/// A measured value with as many digits as may be shown beside its limits; `not a number` where it is none.
package func measuredText(_ number: Double, _ unit: Unit, besides limits: [Double]) -> String {
    guard number.isFinite else { return "not a number" }
    let digits = measuredDigits(abs(number), unit, besides: limits.map { number < 0 ? -$0 : $0 })
    return grouped(digits, isNegative: number < 0) + unitSuffix(unit)
}

private func grouped(_ text: String, isNegative: Bool) -> String {
    let parts = text.split(separator: ".", maxSplits: 1)
    let sign = isNegative ? "−" : ""
    guard let whole = parts.first, whole.count > 4, whole.allSatisfy(\.isNumber) else { return sign + text }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
        if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
        grouped.append(digit)
    }
    return sign + grouped + (parts.count > 1 ? ".\(parts[1])" : "")
}

private func unitSuffix(_ unit: Unit) -> String {
    let symbol =
        switch unit.dimension {
        case .share where unit.symbol == "%": "%"
        case .score where unit.symbol.isEmpty: "/\(formatNumber(unit.scale))"
        default: unit.symbol.isEmpty ? "" : " \(unit.symbol)"
        }
    guard let period = unit.perSeconds else { return symbol }
    let name =
        switch period {
        case 1: "s"
        case 60: "min"
        case 3600: "h"
        case 86_400: "day"
        case 604_800: "week"
        default: durationText(period)
        }
    return "\(symbol)/\(name)"
}
