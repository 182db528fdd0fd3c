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

/// A measured value with three digits, or as many as still put it on the same side of each limit as it is.
///
/// 60.04 s is never `60 s, over the limit of 60 s`, and 99.96% never `100%`. Whole digits are never rounded away.
func measuredText(_ value: Double, _ unit: Unit, besides limits: [Double]) -> String {
    guard value.isFinite, value != 0 else { return amountText(value, unit) }
    let ends = unit.dimension == .share ? [0, 1 / unit.scale] : [0]
    for digits in 3...9 {
        let short = rounded(value, places: max(0, digits - 1 - leadingPower(of: abs(value))))
        let agrees = (limits + ends).allSatisfy { (short < $0) == (value < $0) && (short > $0) == (value > $0) }
        if agrees { return amountText(short, unit) }
    }
    return amountText(value, unit)
}

private func rounded(_ value: Double, places: Int) -> Double {
    let factor = (0..<min(places, 300)).reduce(1.0) { product, _ in product * 10 }
    let result = (value * factor).rounded() / factor
    return result.isFinite ? result : value
}

/// The power of ten of a number's first digit.
private func leadingPower(of value: Double) -> Int {
    var power = 0
    var rest = value
    while rest >= 10, power < 310 {
        rest /= 10
        power += 1
    }
    while rest < 1, rest > 0, power > -330 {
        rest *= 10
        power -= 1
    }
    return power
}
