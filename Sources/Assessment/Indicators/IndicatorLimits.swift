import Plan

/// Which limits an indicator has, and on which side of them it is well.
struct IndicatorLimits {
    enum Kind: String, CaseIterable {
        case target, alert, critical

        /// How a reason calls the limit.
        var phrase: String { self == .target ? "target" : "\(rawValue) limit" }
    }

    let target: Limit?
    let alert: Limit?
    let critical: Limit?
    /// nil when the plan does not let it be told.
    let lowerIsBetter: Bool?

    init(_ threshold: Threshold) {
        target = threshold.target
        alert = threshold.warning
        critical = threshold.critical
        lowerIsBetter = Self.direction(target: target, breaches: [alert, critical].compactMap(\.self))
    }

    func limit(_ kind: Kind) -> Limit? {
        switch kind {
        case .target: target
        case .alert: alert
        case .critical: critical
        }
    }

    var hasAny: Bool { target != nil || alert != nil || critical != nil }

    /// The limits' numbers in a unit, as far as they can be converted.
    func numbers(in unit: Unit) -> [Double] {
        Kind.allCases.compactMap { limit($0)?.quantity.converted(to: unit)?.number }
    }

    /// The first limit that a metric of this unit cannot be held against; nil when it can against all.
    func firstIncomparable(with unit: Unit) -> Kind? {
        Kind.allCases.first { kind in limit(kind).map { !unit.isComparable(with: $0.quantity.unit) } ?? false }
    }

    /// From the target's sign, else the opposite of an alert's sign, else the order of the numbers.
    private static func direction(target: Limit?, breaches: [Limit]) -> Bool? {
        if let isUpper = target?.comparison?.isUpperBound { return isUpper }
        if let isUpper = breaches.lazy.compactMap({ $0.comparison?.isUpperBound }).first { return !isUpper }
        let numbers = ([target].compactMap(\.self) + breaches).map(\.quantity)
        guard let first = numbers.first, let last = numbers.last, first.unit.isComparable(with: last.unit),
            first.baseValue != last.baseValue
        else { return nil }
        return first.baseValue < last.baseValue
    }

    /// Whether a value, in the limit's unit, meets the target; nil when the target does not say on which side.
    ///
    /// A bare number is met by the number itself.
    func meetsTarget(_ value: Double) -> Bool? {
        guard let target else { return nil }
        let (value, number) = snapped(value, target)
        if let comparison = target.comparison { return comparison.holds(value, number) }
        return lowerIsBetter.map { $0 ? value <= number : value >= number }
    }

    /// Whether a value, in the limit's unit, breaks an alert or critical limit; nil when that cannot be told.
    ///
    /// `Alert > 5` is broken above 5. Beside `Target < 1`, `Alert < 5` can only mean what has to be kept, so it is broken
    /// from 5 on. A bare number is broken by the number itself.
    func isBroken(_ limit: Limit, by value: Double) -> Bool? {
        let (value, number) = snapped(value, limit)
        guard let comparison = limit.comparison else {
            return lowerIsBetter.map { $0 ? value >= number : value <= number }
        }
        let mustBeKept = comparison.isUpperBound != nil && comparison.isUpperBound == lowerIsBetter
        return comparison.holds(value, number) != mustBeKept
    }

    /// A value that only rounding tells from the limit is the limit: 0.07 as a percentage is 7.000000000000001.
    private func snapped(_ value: Double, _ limit: Limit) -> (value: Double, limit: Double) {
        let number = limit.quantity.number
        return (abs(value - number) <= 1e-9 * max(abs(value), abs(number)) ? number : value, number)
    }
}
