/// A measured value as it may be shown: three digits, or as many more as keep it on its side of every limit.
///
/// 60.04 s is never `60 s, over the limit of 60 s`, and 99.96 % never `100%`. Whole digits are never rounded away.
package func measuredNumber(_ number: Double, _ unit: Unit, besides limits: [Double]) -> Double {
    guard number.isFinite, number != 0 else { return number }
    let guarded = limits + (unit.dimension == .share ? [0, 1 / unit.scale] : [0])
    let power = leadingPower(of: abs(number))
    for digits in 3...9 {
        let short = rounded(number, places: max(0, digits - 1 - power))
        if guarded.allSatisfy({ ($0 < number) == ($0 < short) && ($0 > number) == ($0 > short) }) { return short }
    }
    return number
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
