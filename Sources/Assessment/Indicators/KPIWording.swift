import Observations
import Plan

/// Says why an indicator stands as it does: a sentence without full stop that names both values and since when.
struct KPIWording {
    let judgement: SeriesJudgement
    let now: Instant
    let timeText: (Instant) -> String
    /// The series that is judged, as it is written.
    let series: String
    let seriesCount: Int

    /// Names the series where there are several.
    func reason(
        _ verdict: KPIVerdict, _ outcome: SeriesJudgement.Outcome, _ newest: MetricSample, since: Instant?
    ) -> String {
        let which =
            seriesCount == 1
            ? ""
            : verdict == .onTarget
                ? " (the worst of \(seriesCount) series)" : " (\(series), one of \(seriesCount) series)"
        return sentence(verdict, outcome, newest, since: since) + which
    }

    /// What else a reader has to know: each behind a semicolon.
    func remarks(held: String?, errorBudgetLeft: Double?, excuse: PlannedWindow?) -> String {
        let parts = [
            judgement.limits.disagreement, held.map { "held: \($0)" },
            errorBudgetLeft.map { "error budget left: \(budgetText($0))" },
            excuse.map { "within a planned window until \(timeText($0.to)): \($0.reason)" },
        ]
        return parts.compactMap(\.self).map { "; \($0)" }.joined()
    }

    private func sentence(
        _ verdict: KPIVerdict, _ outcome: SeriesJudgement.Outcome, _ newest: MetricSample, since: Instant?
    ) -> String {
        let since = since.map { ", since \(timeText($0))" } ?? ""
        switch verdict {
        case .stale:
            let age = ageLength(now.seconds(since: newest.time))
            let interval = durationText(judgement.intervalSeconds)
            let last =
                newest.value.isNaN
                ? "" : ", \(newestText(newest, in: outcome.reading?.value.unit ?? judgement.unit)),"
            return "the newest sample\(last) is \(age) old, more than twice the interval of \(interval)"
        case .noData:
            let value = outcome.reading.map { "\(phrase($0)) was measured, but " } ?? ""
            return "\(value)\(outcome.remark ?? "there is no number to judge") (sample of \(timeText(newest.time)))"
        case .onTarget:
            return "\(phrase(outcome.reading)) meets the target of \(text(.target))\(since)"
        case .offTarget:
            if let remark = outcome.remark {
                return "\(phrase(outcome.reading)) meets the target of \(text(.target)) now, but \(remark)"
            }
            return "\(phrase(outcome.reading)) misses the target of \(text(.target))\(since)"
        case .alert, .critical:
            let kind: IndicatorLimits.Kind = verdict == .alert ? .alert : .critical
            let side = side(of: outcome.reading, kind)
            return "\(phrase(outcome.reading)) is \(side) the \(kind.phrase) of \(text(kind))\(since)"
        }
    }

    /// The value of the newest sample itself, whatever statistic the limits ask for.
    private func newestText(_ sample: MetricSample, in unit: Unit) -> String {
        let quantity =
            Quantity(sample.value, judgement.unit).converted(to: unit) ?? Quantity(sample.value, judgement.unit)
        return measuredText(quantity.number, quantity.unit, besides: judgement.limits.numbers(in: quantity.unit))
    }

    /// `74 s`, or `74 s (average of 12 samples over 1 h)`.
    private func phrase(_ reading: SeriesEvidence.Reading?) -> String {
        guard let reading else { return "the value" }
        guard let statistic = reading.statistic, let window = reading.windowSeconds else { return reading.value.text }
        if let counters = judgement.evidence.settings?.counters {
            return "\(reading.value.text) (\(counters.good) of \(counters.total) over \(durationText(window)))"
        }
        let count = "\(reading.sampleCount) sample\(reading.sampleCount == 1 ? "" : "s")"
        let gaps = reading.gaps > 0 ? ", \(reading.gaps) more without a number" : ""
        return "\(reading.value.text) (\(statistic.text) of \(count) over \(durationText(window))\(gaps))"
    }

    /// A target is quoted with its sign; a limit that was broken by its number alone.
    private func text(_ kind: IndicatorLimits.Kind) -> String {
        guard let limit = judgement.limits.limit(kind) else { return "the plan" }
        let amount = amountText(limit.quantity.number, limit.quantity.unit)
        let held = limit.windowSeconds.map { limit.statistic == nil ? " for \(durationText($0))" : "" } ?? ""
        let sign = kind == .target ? limit.comparison.map { "\($0.rawValue) " } ?? "" : ""
        return sign + amount + held
    }

    private func side(of reading: SeriesEvidence.Reading?, _ kind: IndicatorLimits.Kind) -> String {
        guard let value = reading?.value.number, let number = judgement.limits.limit(kind)?.quantity.number else {
            return "beyond"
        }
        return value > number ? "over" : value < number ? "under" : "at"
    }
}

/// `37%`; `0% (180% spent)` when more has failed than may.
package func budgetText(_ left: Double) -> String {
    let spent = measuredText((1 - left) * 100, .percent, besides: [100])
    return left < 0 ? "0% (\(spent) spent)" : measuredText(left * 100, .percent, besides: [0, 100])
}
