import Assessment
import Plan

/// On which side of a number a limit is broken, as PromQL writes it.
struct BreachSign {
    /// `>`.
    let symbol: String
    /// `over`.
    let phrase: String

    init(_ comparison: Comparison) {
        switch comparison {
        case .below: (symbol, phrase) = ("<", "under")
        case .atMost: (symbol, phrase) = ("<=", "at or under")
        case .above: (symbol, phrase) = (">", "over")
        case .atLeast: (symbol, phrase) = (">=", "at or over")
        case .equal: (symbol, phrase) = ("==", "at")
        }
    }

    /// Of a target that has to be met exactly.
    static let differing = BreachSign(symbol: "!=", phrase: "other than")

    private init(symbol: String, phrase: String) {
        self.symbol = symbol
        self.phrase = phrase
    }
}

extension IndicatorLimits {
    /// How a value that misses the target compares with it; nil without a target, or one that does not say.
    var missOfTarget: BreachSign? {
        guard let target else { return nil }
        guard let comparison = target.comparison else { return lowerIsBetter.map { BreachSign($0 ? .above : .below) } }
        return comparison.opposite.map(BreachSign.init) ?? .differing
    }
}

/// What has to be true of a metric, and for how long, before a limit is broken.
///
/// Means what the assessment means: a limit on a statistic (`> 200 ms average`) holds it against the samples of a window;
/// one without (`> 15% for 5 minutes`) against every sample while it lasts.
struct AlertCondition {
    let expression: String
    let holdSeconds: Double
    /// `15%`, `200 ms average over 1 h`.
    let amount: String

    /// - Parameter settings: say how samples are put together where the limit does not.
    /// - Returns: nil when the unit of the metric, or of its rate, cannot be compared with the limit's.
    init?(_ limit: Limit, _ sign: BreachSign, _ metric: MeasuredMetric, _ settings: KPISettings?) {
        guard let unit = metric.unit(of: limit.usedStatistic(settings)),
            let number = limit.quantity.converted(to: unit)?.number
        else { return nil }
        let shown = amountText(limit.quantity.number, limit.quantity.unit)
        guard let statistic = limit.usedStatistic(settings), let window = limit.usedWindowSeconds(settings) else {
            holdSeconds = limit.windowSeconds ?? 0
            expression = "\(metric.instant) \(sign.symbol) \(roundedText(number))"
            amount = shown + (holdSeconds > 0 ? " for \(formatSeconds(holdSeconds))" : "")
            return
        }
        expression = "\(metric.over(window, statistic)) \(sign.symbol) \(roundedText(number))"
        holdSeconds = 0
        amount = "\(shown) (\(statistic.text) over \(formatSeconds(window)))"
    }
}
