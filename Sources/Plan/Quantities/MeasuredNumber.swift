/// A measured value as it may be shown: three digits, or as many more as keep it on its side of every limit.
///
/// 60.04 s is never `60 s, over the limit of 60 s`, and 99.96 % never `100%`. Whole digits are never rounded away. What
/// only rounding tells from a limit is that limit, as it is for the verdict.
func measuredNumber(_ number: Double, _ unit: Unit, besides limits: [Double]) -> Double {
    guard number.isFinite, number != 0 else { return number }
    let guarded = limits + (unit.dimension == .share ? [0, 1 / unit.scale] : [0])
    if let limit = guarded.first(where: { isRoundingAway(number, from: $0) }) { return limit }
    let power = leadingPower(of: abs(number))
    for digits in 3...11 {
        let short = rounded(number, places: max(0, digits - 1 - power))
        if guarded.allSatisfy({ ($0 < number) == ($0 < short) && ($0 > number) == ($0 > short) }) { return short }
    }
    return number
}

/// ``measuredNumber(_:_:besides:)`` as digits. Unlike `formatNumber` it does not stop at six behind the point, where
/// 0.9999999 would be 1.
func measuredDigits(_ number: Double, _ unit: Unit, besides limits: [Double]) -> String {
    plainDigits(measuredNumber(number, unit, besides: limits))
}

/// Whether a value differs from a limit by no more than the rounding of a conversion makes.
package func isRoundingAway(_ value: Double, from limit: Double) -> Bool {
    abs(value - limit) <= 1e-9 * max(abs(value), abs(limit))
}

/// The shortest digits of a number, written without an exponent wherever a person would.
private func plainDigits(_ number: Double) -> String {
    guard abs(number) < 0.001, number != 0 else { return formatWhole(number) }
    let power = leadingPower(of: abs(number))
    guard power > -12 else { return "\(number)" }
    // 4.2e-05: the digits behind as many zeros as the exponent says.
    let text = "\(abs(number))"
    let digits = text.prefix { $0 != "e" }.filter { $0 != "." }
    let trimmed = digits.drop { $0 == "0" }
    var fraction = String(repeating: "0", count: max(0, -power - 1)) + trimmed
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return (number < 0 ? "-0." : "0.") + fraction
}

private func formatWhole(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : "\(number)"
}

private func rounded(_ number: Double, places: Int) -> Double {
    let factor = (0..<min(places, 300)).reduce(1.0) { product, _ in product * 10 }
    let result = (number * factor).rounded() / factor
    return result.isFinite ? result : number
}

/// The power of ten of a number's first digit.
private func leadingPower(of number: Double) -> Int {
    var power = 0
    var rest = number
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
