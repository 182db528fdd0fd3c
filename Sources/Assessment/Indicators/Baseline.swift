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
        if let undecided = limits.first(where: { $0.change == .faster && baseline.unit.isSpeedless }) {
            return (threshold, "the limit of \(undecided.spokenText) does not say whether more or less is good")
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

    /// `'reduced by 50%'`, as the document says it.
    fileprivate var spokenText: String { "'\(text)'" }

    fileprivate func resolved(against baseline: Quantity, isTarget: Bool) -> Limit {
        guard let isLess = isLess(than: baseline) else { return isMultiple ? multiplied(baseline) : self }
        // Only a share can be taken off or put on; `reduced by 20 ms` is an amount.
        let isShare = isMultiple || quantity.unit.dimension == .share
        let difference = isShare ? baseline.number * quantity.baseValue : quantity.converted(to: baseline.unit)?.number
        guard let difference else { return self }
        let number = isLess ? baseline.number - difference : baseline.number + difference
        // `Rises by at most 5 %` bounds what `rises by 5 %` asks for on the other side.
        let isUpper = isLess == (comparison?.isUpperBound != true)
        let sign: Comparison = isTarget ? (isUpper ? .atMost : .atLeast) : isUpper ? .below : .above
        return amount(Quantity(number, baseline.unit), sign, baseline)
    }

    /// Whether what changes becomes less; nil where nothing changes.
    private func isLess(than baseline: Quantity) -> Bool? {
        switch change {
        case .reduced?: true
        case .increased?: false
        case .faster?: baseline.unit.perSeconds == nil
        case nil: nil
        }
    }

    private func multiplied(_ baseline: Quantity) -> Limit {
        amount(Quantity(baseline.number * quantity.number, baseline.unit), comparison, baseline)
    }

    private func amount(_ amount: Quantity, _ sign: Comparison?, _ baseline: Quantity) -> Limit {
        let shown = "\(sign.map { "\($0.rawValue) " } ?? "")\(amountText(amount.number, amount.unit))"
        return Limit(
            comparison: sign, quantity: amount, statistic: statistic, windowSeconds: windowSeconds,
            text: "\(shown) (\(text), from \(amountText(baseline.number, baseline.unit)))")
    }
}

extension Unit {
    /// Whether nothing of it is fast or slow: neither a length of time nor a rate.
    fileprivate var isSpeedless: Bool { dimension != .time && perSeconds == nil }
}
