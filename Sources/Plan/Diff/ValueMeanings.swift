import SourceText

extension TimeAmount {
    /// Equal for lengths of time that are the same: `1 h` and `60 minutes`, `< 5 min` and `5 min`.
    var meaningKey: [String] {
        switch kind {
        case .measured:
            [seconds, lowerSeconds].map { $0.map(formatNumber) ?? "" } + [per.map { meaning(of: $0) } ?? ""]
        case .immediate, .notApplicable: ["\(kind)"]
        case .unclear: [meaning(of: text)]
        }
    }

    /// `< 30 min`, `5 min to 10 min`; as printed where it is no number.
    var shortText: String {
        guard kind == .measured, let seconds else { return text }
        let sign = comparison.map { $0 == .equal ? "" : "\($0.rawValue) " } ?? ""
        let lower = lowerSeconds.flatMap { $0 == seconds ? nil : "\(TimeAmount.short($0)) to " } ?? ""
        return "\(sign)\(lower)\(TimeAmount.short(seconds))\(per.map { " per \($0)" } ?? "")"
    }

    /// `60 min` and `90 min` are held against `30 min` at a glance, `1 h 30 min` is not.
    private static func short(_ seconds: Double) -> String {
        (60...7200).contains(seconds) && seconds.truncatingRemainder(dividingBy: 60) == 0
            ? "\(formatNumber(seconds / 60)) min" : formatSeconds(seconds)
    }

    /// Whether one time is longer than another; nil where that cannot be told.
    static func isLonger(_ left: TimeAmount, _ right: TimeAmount) -> Bool? {
        guard left.per == right.per, let mine = left.seconds, let other = right.seconds else { return nil }
        if mine != other { return mine > other }
        guard let least = left.lowerSeconds, let otherLeast = right.lowerSeconds, least != otherLeast else {
            return nil
        }
        return least > otherLeast
    }
}

extension Schedule {
    var meaningKey: [String] {
        guard let unit, range != nil || openStart != nil else { return [meaning(of: text)] }
        return [
            unit.rawValue, relative ? "relative" : "", range.map { "\($0.lowerBound) \($0.upperBound)" } ?? "",
            openStart.map { "\($0)" } ?? "",
        ]
    }
}

extension Quantity {
    var meaningKey: [String] {
        // Nine digits: `0.1 h` and `6 min` are the same.
        [
            unit.dimension.rawValue, unit.perSeconds == nil ? "" : "rate",
            formatNumber((baseValue * 1e6).rounded() / 1e6), unit.dimension == .score ? formatNumber(unit.scale) : "",
        ]
    }
}

extension Limit {
    var meaningKey: [String] {
        quantity.meaningKey + [
            comparison?.rawValue ?? "", statistic?.text ?? "", windowSeconds.map(formatNumber) ?? "",
        ]
    }

    /// Whether one limit lets more pass than another; nil where that cannot be told.
    ///
    /// - Parameter higherIsWorse: Of the measure; nil where that is not known.
    static func isLooser(_ left: Limit, _ right: Limit, higherIsWorse: Bool?) -> Bool? {
        guard let higherIsWorse, left.statistic == right.statistic,
            left.quantity.unit.isComparable(with: right.quantity.unit)
        else { return nil }
        if left.quantity.isSame(as: right.quantity) {
            // A breach must last longer before it counts.
            guard let mine = left.windowSeconds, let other = right.windowSeconds, mine != other else { return nil }
            return mine > other
        }
        return (left.quantity.baseValue > right.quantity.baseValue) == higherIsWorse
    }
}

extension Threshold {
    /// Whether more of the measure is worse, as its limits tell; nil when they do not, or disagree.
    var higherIsWorse: Bool? {
        let targets = self.targets.compactMap { $0.value.comparison?.isUpperBound }
        if let first = targets.first { return targets.allSatisfy { $0 == first } ? first : nil }
        let alarms = (warnings + criticals).compactMap { $0.value.comparison?.isUpperBound }
        if let first = alarms.first { return alarms.allSatisfy { $0 == first } ? !first : nil }
        // Bare numbers: the limits rise or fall from the target to the critical one.
        let steps = [target, warning, critical].compactMap(\.self)
        guard let first = steps.first, let last = steps.last, steps.count > 1,
            first.quantity.unit.isComparable(with: last.quantity.unit), !first.quantity.isSame(as: last.quantity)
        else { return nil }
        return last.quantity.baseValue > first.quantity.baseValue
    }
}
