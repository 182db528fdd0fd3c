import Plan

/// Which values an indicator can have at all: a share lies between 0 % and 100 %, a length of time or a number of things is
/// not negative. What lies outside was measured or written wrongly, and shows nothing.
///
/// A plan that sets a limit outside (`> 150% of the baseline`, `> -5%`) knows better, and widens the range on that side.
struct PossibleValues {
    private let low: Double?
    private let high: Double?
    private let unit: Unit

    init(unit: Unit, limits: IndicatorLimits) {
        self.unit = unit
        let numbers = limits.numbers(in: unit)
        let isCounted = unit.dimension != .money
        low = isCounted && !numbers.contains { $0 < 0 } ? 0 : nil
        let whole = 1 / unit.scale
        let isShare = unit.dimension == .share && unit.perSeconds == nil
        high = isShare && !numbers.contains { $0 > whole && !isRoundingAway($0, from: whole) } ? whole : nil
    }

    /// Why a value cannot be; nil when it can, or when it is no number at all.
    func objection(to value: Double) -> String? {
        guard !value.isNaN else { return nil }
        let text = amountText(value, unit)
        if let high, value > high, !isRoundingAway(value, from: high) {
            return "a share of \(text) cannot be: it lies outside 0% to 100%"
        }
        if let low, value < low {
            return high == nil
                ? "\(text) cannot be: it is negative" : "a share of \(text) cannot be: it lies outside 0% to 100%"
        }
        return nil
    }
}
