import Plan

/// A finite number without rounding noise, as Prometheus reads it: 7 per cent as a ratio is 0.07.
func roundedText(_ number: Double) -> String {
    let rounded = formatNumber(number)
    guard let value = Double(rounded), abs(value - number) <= 1e-9 * abs(number) else { return "\(number)" }
    return rounded
}
