import Observations
package import Plan

/// What an indicator came to in the window before, beside what it comes to now.
package struct KPITrend: Sendable {
    package enum Direction: String, Sendable, CaseIterable {
        case better, worse, same
        /// The plan does not say whether more or less is good.
        case unknown
    }
    package let direction: Direction
    /// Of the window before, in the limits' unit.
    package let then: Quantity
    package let now: Quantity
    /// Of `then`; negative for less, nil when `then` is 0.
    package let changePercent: Double?
    /// Length of each window.
    package let windowSeconds: Double
    /// How both were put together: `average`.
    package let aggregation: String
}

/// What a trend is reckoned from: the limits' own statistic and window, else the average of an hour.
struct TrendBasis {
    let limit: Limit
    let statistic: Statistic
    let window: MetricWindow
    var before: MetricWindow { MetricWindow(seconds: window.seconds, offsetSeconds: window.seconds) }

    /// nil for an indicator without limits.
    init?(_ limits: IndicatorLimits, _ settings: KPISettings?) {
        guard let limit = limits.target ?? limits.alert ?? limits.critical else { return nil }
        self.limit = limit
        let own = limit.usedStatistic(settings)
        statistic = own ?? .average
        let seconds = own == nil ? nil : limit.usedWindowSeconds(settings)
        window = MetricWindow(seconds: seconds ?? defaultWindowSeconds)
    }
}

extension SeriesJudgement {
    /// nil where one of the two windows is not known well enough.
    var trend: KPITrend? {
        guard let basis = TrendBasis(limits, evidence.settings), let now = known(basis, basis.window),
            let then = known(basis, basis.before)
        else { return nil }
        let change = now.number - then.number
        let direction: KPITrend.Direction =
            now.text == then.text
            ? .same : limits.lowerIsBetter.map { (change < 0) == $0 ? .better : .worse } ?? .unknown
        return KPITrend(
            direction: direction, then: then, now: now,
            changePercent: then.number == 0 ? nil : change / abs(then.number) * 100,
            windowSeconds: basis.window.seconds,
            aggregation: basis.statistic.text)
    }

    private func known(_ basis: TrendBasis, _ window: MetricWindow) -> Quantity? {
        let reading = evidence.reading(
            basis.statistic, over: window, in: basis.limit.quantity.unit, at: samples.count - 1)
        guard case .success(let reading) = reading, reading.objection == nil else { return nil }
        return reading.value
    }

    /// How much of what an availability's target allows to fail is left, from 1 down, below 0 when more has failed.
    ///
    /// nil for what is no share with a lower bound over a window, or not known.
    var errorBudgetLeft: Double? {
        guard limits.lowerIsBetter == false, let target = limits.target, target.quantity.unit.dimension == .share,
            target.quantity.unit.perSeconds == nil, target.quantity.baseValue < 1,
            case .success(let reading) = evidence.reading(of: target, at: samples.count - 1),
            reading.windowSeconds != nil, reading.objection == nil
        else { return nil }
        let left = 1 - (1 - reading.value.baseValue) / (1 - target.quantity.baseValue)
        return abs(left) < 1e-9 ? 0 : left
    }
}
