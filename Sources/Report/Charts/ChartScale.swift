import Plan

/// Which values a chart shows, from bottom to top, and where on it each stands.
struct ChartScale: Equatable {
    let low: Double
    let high: Double
    /// Beyond it lies nothing but the limit farthest out, drawn nearer than it is; nil as a rule.
    let knee: Knee?

    struct Knee: Equatable {
        let value: Double
        /// From the top of the chart, in percent of its height.
        let position: Double
    }

    /// So many times the distance of the limits may values lie outside of them before they are cut off: all limits must
    /// be seen apart, whatever was measured.
    private static let reach = 4.0
    /// A limit so many times as far out as all else would press all else flat.
    private static let farOut = 2.2
    private static let kneeShare = 16.0

    /// - Parameters:
    ///   - limits: numbers of the limits; those that are not finite do not count.
    ///   - values: the least and the greatest of what was measured; nil for nothing.
    ///   - isShare: whether nothing is above 100 as a rule.
    init(limits: [Double], values: ClosedRange<Double>?, isShare: Bool) {
        let limits = limits.filter(\.isFinite).map(Self.held).sorted()
        let measured = values.map { [Self.held($0.lowerBound), Self.held($0.upperBound)] } ?? []
        let all = limits + measured
        guard let least = all.min(), let most = all.max() else {
            (low, high, knee) = (0, 1, nil)
            return
        }
        var (bottom, top) = (least, most)
        if let first = limits.first, let last = limits.last {
            let distance = last > first ? last - first : first == 0 ? .infinity : abs(first)
            (bottom, top) = (max(bottom, first - Self.reach * distance), min(top, last + Self.reach * distance))
        }
        // A zero that is near belongs to the picture.
        if bottom > 0, bottom <= top / 2 { bottom = 0 }
        let span = top > bottom ? top - bottom : max(abs(top) * 0.2, 1e-9)
        let pad = span * 0.08
        low = bottom == 0 && least >= 0 ? 0 : bottom - pad
        high = isShare && most <= 100 ? min(top + pad, 100) : top + pad
        knee = Self.knee(limits, measured, low: low, high: high)
    }

    private static func knee(_ limits: [Double], _ measured: [Double], low: Double, high: Double) -> Knee? {
        guard !measured.isEmpty, limits.count > 1 else { return nil }
        if let core = (limits.dropLast() + measured).max(), let far = limits.last, core > low,
            far - low > farOut * (core - low)
        {
            return Knee(value: core + (core - low) * 0.08, position: kneeShare)
        }
        if let core = (limits.dropFirst() + measured).min(), let far = limits.first, core < high,
            high - far > farOut * (high - core)
        {
            return Knee(value: core - (high - core) * 0.08, position: 100 - kneeShare)
        }
        return nil
    }

    /// Sums and differences of such numbers have no end that a number cannot hold.
    private static func held(_ number: Double) -> Double { min(max(number, -1e300), 1e300) }

    /// From the top of the chart, in percent of its height; held inside of the chart.
    func position(_ value: Double) -> Double {
        let value = min(max(value, low), high)
        guard let knee else { return rounded((high - value) / (high - low) * 100) }
        let share =
            value > knee.value
            ? (high - value) / (high - knee.value) * knee.position
            : knee.position + (knee.value - value) / (knee.value - low) * (100 - knee.position)
        return rounded(min(max(share, 0), 100))
    }

    /// The values that stand to scale.
    private var core: (low: Double, high: Double) {
        guard let knee else { return (low, high) }
        return knee.position < 50 ? (low, knee.value) : (knee.value, high)
    }

    /// Values at steps that people count in: at least two, where numbers have so many digits, and seven at most.
    func ticks(_ unit: Unit) -> [ChartReport.Tick] {
        let (low, high) = core
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
            return ChartReport.Tick(position: position(value), label: amountText(value, unit))
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
