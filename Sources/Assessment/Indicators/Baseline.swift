import Observations
import Plan

/// What limits that speak of a change (`reduced by 50 %`, `2x baseline`) are held against.
struct BaselineLimits {
    let settings: KPISettings?
    let now: Instant
    /// Expected between samples.
    let intervalSeconds: Double

    /// The window whose measure is the baseline; nil where none has to be measured, or where it is not over yet.
    static func window(_ settings: KPISettings?, now: Instant) -> MetricWindow? {
        guard case .span(let from, let to)? = settings?.baseline, from < to, to <= now else { return nil }
        return MetricWindow(seconds: to.seconds(since: from), offsetSeconds: now.seconds(since: to))
    }

    /// The threshold with every limit that speaks of a change as the amount that it comes to.
    ///
    /// - Returns: also why one of them comes to none.
    func resolved(_ threshold: Threshold, of series: MetricSummary, unit: Unit) -> (Threshold, doubt: String?) {
        let limits = [threshold.targets, threshold.warnings, threshold.criticals].flatMap(\.self).map(\.value)
        // A multiple without a baseline is told like any unit that cannot be compared.
        guard let relative = limits.first(where: { $0.change != nil || settings?.baseline != nil && $0.isMultiple })
        else { return (threshold, nil) }
        let baseline: Quantity
        switch amount(of: series, unit: unit, IndicatorLimits(threshold)) {
        case .success(let known): baseline = known
        case .failure(let lack): return (threshold, "the limit of \(relative.spokenText) \(lack.phrase)")
        }
        func claims(_ claims: [Claim<Limit>], isTarget: Bool) -> [Claim<Limit>] {
            claims.map { $0.map { $0.resolved(against: baseline, isTarget: isTarget) } }
        }
        let resolved = Threshold(
            metric: threshold.metric, origin: threshold.origin, targets: claims(threshold.targets, isTarget: true),
            warnings: claims(threshold.warnings, isTarget: false),
            criticals: claims(threshold.criticals, isTarget: false), span: threshold.span, phase: threshold.phase)
        return (resolved, nil)
    }

    private struct Lack: Error { let phrase: String }

    private func amount(
        of series: MetricSummary, unit: Unit, _ limits: IndicatorLimits
    ) -> Result<Quantity, Lack> {
        switch settings?.baseline {
        case nil: return .failure(Lack(phrase: "needs a baseline, and none is configured"))
        case .amount(let quantity)?: return .success(quantity)
        case .span?:
            guard let window = Self.window(settings, now: now) else {
                return .failure(Lack(phrase: "needs a baseline, and the time in which it is measured is not over"))
            }
            guard let summary = series.summary(of: window), let mean = summary.mean else {
                return .failure(Lack(phrase: "needs a baseline, and nothing was measured in its time"))
            }
            let possible = PossibleValues(unit: unit, limits: limits)
            if let objection = summary.doubt
                ?? [summary.minimum, summary.maximum].lazy.compactMap({ $0.flatMap(possible.objection) }).first
                ?? WindowCoverage(intervalSeconds: intervalSeconds).objection(to: summary)
            {
                return .failure(Lack(phrase: "needs a baseline, and in its time \(objection)"))
            }
            return .success(Quantity(mean, unit))
        }
    }
}

extension Limit {
    fileprivate var isMultiple: Bool { quantity.unit.dimension == .multiple }

    /// `reduced by 50%`.
    fileprivate var spokenText: String {
        switch change {
        case .reduced?: "'reduced by \(text)'"
        case .increased?: "'increased by \(text)'"
        case nil: "'\(text)'"
        }
    }

    fileprivate func resolved(against baseline: Quantity, isTarget: Bool) -> Limit {
        let factor: Double
        let sign: Comparison?
        switch change {
        case nil where isMultiple: (factor, sign) = (quantity.number, comparison)
        case nil: return self
        case .reduced?: (factor, sign) = (1 - quantity.baseValue, isTarget ? .atMost : .below)
        case .increased?: (factor, sign) = (1 + quantity.baseValue, isTarget ? .atLeast : .above)
        }
        // Only a share can be taken off or put on; `reduced by 20 ms` is an amount.
        let isShare = isMultiple || quantity.unit.dimension == .share
        let number =
            isShare
            ? baseline.number * factor
            : quantity.converted(to: baseline.unit).map {
                change == .reduced ? baseline.number - $0.number : baseline.number + $0.number
            }
        guard let number else { return self }
        let amount = Quantity(number, baseline.unit)
        return Limit(
            comparison: sign, quantity: amount, statistic: statistic, windowSeconds: windowSeconds,
            text:
                "\(sign.map { "\($0.rawValue) " } ?? "")\(amountText(number, baseline.unit)) (\(text), from \(amountText(baseline.number, baseline.unit)))"
        )
    }
}
