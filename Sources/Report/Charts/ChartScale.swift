import Plan

/// Which values a chart shows, from bottom to top, and where on it each stands.
struct ChartScale: Equatable {
    let low: Double
    let high: Double

    /// So many times the distance of the limits may values lie outside of them before they are cut off: all limits must
    /// be seen apart, whatever was measured.
    private static let reach = 4.0

    /// - Parameters:
    ///   - limits: numbers of the limits; those that are not finite do not count.
    ///   - values: the least and the greatest of what was measured; nil for nothing.
    ///   - isShare: whether nothing is above 100 as a rule.
    init(limits: [Double], values: ClosedRange<Double>?, isShare: Bool) {
        let limits = limits.filter(\.isFinite).map(Self.held)
        let measured = values.map { [Self.held($0.lowerBound), Self.held($0.upperBound)] } ?? []
        let all = limits + measured
        guard let least = all.min(), let most = all.max() else {
            (low, high) = (0, 1)
            return
        }
        var (bottom, top) = (least, most)
        if let first = limits.min(), let last = limits.max() {
            let distance = last > first ? last - first : first == 0 ? .infinity : abs(first)
            let room = Self.reach * distance
            (bottom, top) = (max(bottom, first - room), min(top, last + room))
        }
        // A zero that is near belongs to the picture.
        if bottom > 0, bottom <= top / 2 { bottom = 0 }
        let span = top > bottom ? top - bottom : max(abs(top) * 0.2, 1e-9)
        let pad = span * 0.08
        let isWhole = isShare && most <= 100
        low = bottom == 0 && least >= 0 ? 0 : bottom - pad
        high = isWhole ? min(top + pad, 100) : top + pad
    }

    /// Sums and differences of such numbers have no end that a number cannot hold.
    private static func held(_ number: Double) -> Double { min(max(number, -1e300), 1e300) }

    /// From the top of the chart, in percent of its height; beyond 0 and 100 for what is cut off.
    func position(_ value: Double) -> Double {
        rounded(min(max((high - Self.held(value)) / (high - low), -10), 11) * 100)
    }

    /// Held inside of the chart.
    func heldPosition(_ value: Double) -> Double { min(max(position(value), 0), 100) }

    func shows(_ value: Double) -> Bool { value >= low && value <= high }

    /// Values at steps that people count in: at least two, where numbers have so many digits, and seven at most.
    func ticks(_ unit: Unit) -> [ChartReport.Tick] {
        let rough = (high - low) / 5
        guard rough > 0, rough.isFinite else { return [] }
        let power = Self.powerOfTen(below: rough)
        let steps = [1.0, 2, 5, 10].map { Self.scaled($0, power) }
        guard let place = steps.firstIndex(where: { $0 >= rough * 0.999 }) else { return [] }
        let step = steps[place]
        let places = place == 3 ? -power - 1 : -power
        return (0...7).compactMap { index in
            let multiple = (low / step).rounded(.up) + Double(index)
            let value = Self.shortened(multiple * step, places: places)
            guard value <= high + step * 1e-6, value >= low - step * 1e-6 else { return nil }
            return ChartReport.Tick(position: heldPosition(value), label: amountText(value, unit))
        }
    }

    /// The greatest power of ten that a number is not below.
    private static func powerOfTen(below number: Double) -> Int {
        var power = 0
        var rest = number
        while rest >= 10 {
            rest /= 10
            power += 1
        }
        while rest < 1, power > -320 {
            rest *= 10
            power -= 1
        }
        return power
    }

    private static func scaled(_ digit: Double, _ power: Int) -> Double {
        power < 0 ? digit / factor(-power) : digit * factor(power)
    }

    private static func factor(_ power: Int) -> Double {
        (0..<min(power, 308)).reduce(1.0) { number, _ in number * 10 }
    }

    /// Without the digits that only the multiplication made: 3 · 0.1 is 0.3.
    private static func shortened(_ value: Double, places: Int) -> Double {
        guard places > 0, places < 300 else { return value }
        let result = (value * factor(places)).rounded() / factor(places)
        return result.isFinite ? result : value
    }
}
