package import Plan
import SourceText

/// Which limits an indicator is held against, and on which side of them it is well.
///
/// Where documents differ on a limit, the strictest claim counts: the smallest number where less is good, else the
/// greatest. Nobody may be green by a laxer document.
package struct IndicatorLimits: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case target, alert, critical

        /// How a reason calls the limit.
        package var phrase: String { self == .target ? "target" : "\(rawValue) limit" }
    }

    package let target: Limit?
    package let alert: Limit?
    package let critical: Limit?
    /// nil when the plan does not let it be told.
    package let lowerIsBetter: Bool?
    /// Why nothing can be judged by these limits; nil when they fit together.
    package let doubt: String?
    /// `the documents differ on the target (…), and the strictest counts`; nil when they agree.
    let disagreement: String?

    package init(_ threshold: Threshold) {
        let claims = [threshold.targets, threshold.warnings, threshold.criticals]
        let sides = Self.sides(targets: claims[0], breaches: claims[1] + claims[2])
        let direction =
            sides.first
            ?? Self.orderDirection(claims.compactMap { $0.first?.value.quantity })
        let chosen = claims.map { Self.strictest($0.map(\.value), lowerIsBetter: direction) }
        target = chosen[0]
        alert = chosen[1]
        critical = chosen[2]
        lowerIsBetter = direction
        let differing = zip(Kind.allCases, claims).compactMap(Self.difference)
        disagreement =
            differing.isEmpty
            ? nil : "the documents differ on \(differing.joined(separator: " and ")), the strictest counts"
        doubt =
            sides.count > 1
            ? "the documents differ on whether more or less is good"
            : claims.contains(where: Self.isOfSeveralKinds)
                ? "the documents state limits that cannot be compared with each other"
                : Self.disorder(chosen.compactMap(\.self), lowerIsBetter: direction)
    }

    package func limit(_ kind: Kind) -> Limit? {
        switch kind {
        case .target: target
        case .alert: alert
        case .critical: critical
        }
    }

    package var hasAny: Bool { target != nil || alert != nil || critical != nil }

    /// The limits' numbers in a unit, as far as they can be converted.
    package func numbers(in unit: Unit) -> [Double] {
        Kind.allCases.compactMap { limit($0)?.quantity.converted(to: unit)?.number }
    }

    /// The first limit that a metric cannot be held against; nil when it can against all.
    ///
    /// - Parameter unit: of what the metric comes to for a limit; nil where it comes to nothing.
    func firstIncomparable(_ unit: (Limit) -> Unit?) -> Kind? {
        Kind.allCases.first { kind in
            limit(kind).map { unit($0)?.isComparable(with: $0.quantity.unit) != true } ?? false
        }
    }

    // MARK: Which side is good

    /// What the targets' signs say, else the opposite of the alerts' signs; two entries where they contradict each other.
    private static func sides(targets: [Claim<Limit>], breaches: [Claim<Limit>]) -> [Bool] {
        let told = targets.compactMap { $0.value.comparison?.isUpperBound }
        let all = told.isEmpty ? breaches.compactMap { $0.value.comparison?.isUpperBound.map { !$0 } } : told
        // An alert's sign may say what has to be kept, so only the first counts where the target has none.
        guard let first = all.first else { return [] }
        return !told.isEmpty && told.contains(!first) ? [first, !first] : [first]
    }

    /// Which side bare numbers are good on, by their order.
    ///
    /// Lengths of time in descending order are no evidence: nobody wants a latency to be long, so they are out of order.
    private static func orderDirection(_ numbers: [Quantity]) -> Bool? {
        guard let first = numbers.first, let last = numbers.last, first.unit.isComparable(with: last.unit),
            first.baseValue != last.baseValue
        else { return nil }
        if first.baseValue < last.baseValue { return true }
        return first.unit.dimension == .time && first.unit.perSeconds == nil ? nil : false
    }

    // MARK: Claims that differ

    private static func strictest(_ claims: [Limit], lowerIsBetter: Bool?) -> Limit? {
        guard let lowerIsBetter else { return claims.first }
        return claims.reduce(nil as Limit?) { strictest, limit in
            guard let strictest else { return limit }
            let (new, old) = (limit.quantity, strictest.quantity)
            guard new.unit.isComparable(with: old.unit), !new.isSame(as: old) else { return strictest }
            return (new.baseValue < old.baseValue) == lowerIsBetter ? limit : strictest
        }
    }

    private static func isOfSeveralKinds(_ claims: [Claim<Limit>]) -> Bool {
        claims.contains { !$0.value.quantity.unit.isComparable(with: claims[0].value.quantity.unit) }
    }

    /// `the target ('< 1%' in a.md:3, '< 2%' in b.md:9)`; nil when all claims set the same limit.
    private static func difference(_ kind: Kind, _ claims: [Claim<Limit>]) -> String? {
        guard let first = claims.first,
            let other = claims.first(where: { !$0.value.quantity.isSame(as: first.value.quantity) })
        else { return nil }
        let places = [first, other].map { "'\($0.value.text)' in \($0.span.path):\($0.span.start.line)" }
        return "the \(kind.phrase) (\(places.joined(separator: ", ")))"
    }

    /// That the limits do not stand in the order of their levels; nil when they do, or when no side is known.
    private static func disorder(_ limits: [Limit], lowerIsBetter: Bool?) -> String? {
        guard let lowerIsBetter else { return nil }
        for (quieter, louder) in zip(limits, limits.dropFirst()) {
            let (first, second) = (quieter.quantity, louder.quantity)
            guard first.unit.isComparable(with: second.unit), !first.isSame(as: second) else { continue }
            if (first.baseValue < second.baseValue) != lowerIsBetter {
                return "the limits are out of order: '\(quieter.text)' comes before '\(louder.text)'"
            }
        }
        return nil
    }

    // MARK: Judging a value

    /// Whether a value, in the limit's unit, meets the target; nil when the target does not say on which side.
    ///
    /// A bare number is met by the number itself.
    func meetsTarget(_ value: Double) -> Bool? {
        guard let target else { return nil }
        let (value, number) = snapped(value, target)
        if let comparison = target.comparison { return comparison.holds(value, number) }
        return lowerIsBetter.map { $0 ? value <= number : value >= number }
    }

    /// How a value that breaks an alert or critical limit compares with its number; nil when that cannot be told.
    ///
    /// `Alert > 5` is broken above 5. Beside `Target < 1`, `Alert < 5` can only mean what has to be kept, so it is broken
    /// from 5 on. A bare number is broken by the number itself.
    package func breach(of limit: Limit) -> Comparison? {
        guard let comparison = limit.comparison else { return lowerIsBetter.map { $0 ? .atLeast : .atMost } }
        let mustBeKept = comparison.isUpperBound != nil && comparison.isUpperBound == lowerIsBetter
        return mustBeKept ? comparison.opposite : comparison
    }

    /// Whether a value, in the limit's unit, breaks an alert or critical limit; nil when that cannot be told.
    func isBroken(_ limit: Limit, by value: Double) -> Bool? {
        let (value, number) = snapped(value, limit)
        return breach(of: limit)?.holds(value, number)
    }

    /// A value that only rounding tells from the limit is the limit: 0.07 as a percentage is 7.000000000000001.
    private func snapped(_ value: Double, _ limit: Limit) -> (value: Double, limit: Double) {
        let number = limit.quantity.number
        return (isRoundingAway(value, from: number) ? number : value, number)
    }

    /// How a value by itself stands to the limits; nil where they do not tell. What holds only for a while, or of an
    /// average, is left aside: a verdict needs more than this.
    package func zone(of value: Double, in unit: Unit) -> KPIVerdict? {
        guard doubt == nil, value.isFinite else { return nil }
        func converted(_ limit: Limit) -> Double? { Quantity(value, unit).converted(to: limit.quantity.unit)?.number }
        for (limit, verdict) in [(critical, KPIVerdict.critical), (alert, .alert)] {
            guard let limit, let number = converted(limit) else { continue }
            if isBroken(limit, by: number) == true { return verdict }
        }
        guard let target, let number = converted(target) else { return nil }
        return meetsTarget(number).map { $0 ? .onTarget : .offTarget }
    }
}
