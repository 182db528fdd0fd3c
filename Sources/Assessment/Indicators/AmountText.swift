import Plan

/// `60 s`, `99.9%`, `0.5/day`: a number with its unit and the period of a rate.
func amountText(_ number: Double, _ unit: Unit) -> String {
    let period: String? =
        switch unit.perSeconds {
        case nil: nil
        case 1: "s"
        case 60: "min"
        case 3600: "h"
        case 86_400: "day"
        case 604_800: "week"
        case let seconds?: durationText(seconds)
        }
    return Quantity(number, unit).text + (period.map { "/\($0)" } ?? "")
}

/// A measured value with as many digits as may be shown.
func measuredText(_ value: Double, _ unit: Unit, besides limits: [Double]) -> String {
    amountText(measuredNumber(value, unit, besides: limits), unit)
}
