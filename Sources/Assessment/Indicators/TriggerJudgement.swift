import Observations
package import Plan
import SourceText

/// Judges one trigger: finds its series as an indicator's are found, and holds its condition against each.
///
/// A trigger that says nothing that could be measured is unknown, and nothing is made of that: plans list conditions for
/// people too.
struct TriggerJudgement {
    let trigger: Trigger
    let matching: MetricMatching
    let sides: MeasureSides
    let now: Instant
    let configuration: AssessmentConfiguration

    func assess() -> TriggerAssessment {
        guard let metric = trigger.metric, let condition = trigger.lastingCondition else {
            return unknown("it names no measure with a limit")
        }
        switch matching.match(metric) {
        case .none(let phrase), .ambiguous(let phrase): return unknown("it is not measured: \(phrase)")
        case .counters(let good, let total):
            guard let counters = settings?.counters else { return unknown("it is not measured") }
            return assess(condition, CounterShare(counters: counters, good: good, total: total).summary)
        case .series(let series):
            return loudest(series.map { assess(condition, withTorn: $0) }) ?? unknown("it has no samples")
        }
    }

    /// Of several series the loudest counts.
    private func loudest(_ judged: [TriggerAssessment]) -> TriggerAssessment? {
        let order: [TriggerVerdict] = [.firing, .pending, .unknown, .quiet]
        return order.lazy.compactMap { verdict in judged.first { $0.verdict == verdict } }.first
    }

    /// A last sample that may be cut off counts where the condition holds.
    private func assess(_ condition: Limit, withTorn series: MetricSummary) -> TriggerAssessment {
        let whole = assess(condition, series)
        guard let torn = series.withTorn.map({ assess(condition, $0) }),
            torn.verdict == .firing || torn.verdict == .pending
        else { return whole }
        return loudest([whole, torn]) ?? whole
    }

    private var settings: KPISettings? { trigger.metric.flatMap(matching.settings(for:)) }

    private func assess(_ condition: Limit, _ series: MetricSummary) -> TriggerAssessment {
        let fresh = SampleFreshness(series, settings: settings, updateInterval: configuration.updateInterval)
        guard let newest = series.recent.last else { return unknown("it has no samples") }
        guard let unit = SeriesUnit(series, settings: settings).unit else {
            return unknown(SeriesUnit(series, settings: settings).phrase)
        }
        guard !fresh.isStale(at: now) else {
            let age = ageLength(now.seconds(since: newest.time))
            return unknown(
                "the newest sample is \(age) old, more than twice the interval of "
                    + durationText(fresh.intervalSeconds), newest)
        }
        let whole = Threshold(
            metric: trigger.metric ?? "", origin: .indicator,
            criticals: [Claim(condition, at: trigger.span, .listItem)], span: trigger.span)
        let (threshold, doubt) = BaselineLimits(
            settings: settings, now: now, intervalSeconds: fresh.intervalSeconds
        ).resolved(whole, of: series, unit: unit)
        if let doubt { return unknown(doubt, newest) }
        let limits = IndicatorLimits(threshold)
        guard let limit = limits.critical else { return unknown("it names no limit", newest) }
        guard let comparison = limit.comparison ?? sign(of: limit) else {
            return unknown("it does not say on which side of \(limit.quantity.text) it is met", newest)
        }
        if let well = lowerIsBetter, comparison.isUpperBound == well {
            return unknown("its limit of \(limit.text) lies on the side that the plan holds to be good", newest)
        }
        let evidence = SeriesEvidence(
            series, unit: unit, intervalSeconds: fresh.intervalSeconds, limits: limits, settings: settings, now: now)
        let judged = judged(limit, comparison, evidence, newest)
        if judged.verdict == .quiet, let doubt = fresh.clockDoubt(at: now) { return unknown(doubt, newest) }
        return judged
    }

    private func judged(
        _ limit: Limit, _ comparison: Comparison, _ evidence: SeriesEvidence, _ newest: MetricSample
    ) -> TriggerAssessment {
        let last = evidence.samples.count - 1
        if let objection = evidence.objection(at: last) { return unknown(objection, newest) }
        let number = limit.quantity.number
        func holds(_ value: Double) -> Bool {
            comparison.holds(isRoundingAway(value, from: number) ? number : value, number)
        }
        switch evidence.reading(of: limit, at: last) {
        case .failure(.unit): return unknown("its measure cannot be compared with \(limit.quantity.text)", newest)
        case .failure(.overflow(let statistic)): return unknown("the \(statistic.text) is too large", newest)
        case .failure(.empty(let phrase)): return unknown(phrase, newest)
        case .success(let reading):
            let text = phrase(reading)
            let limitText = amountText(number, limit.quantity.unit)
            guard holds(reading.value.number) else {
                if let objection = reading.objection ?? evidence.summary.doubt { return unknown(objection, newest) }
                return known(.quiet, "\(text) does not meet \(comparison.rawValue) \(limitText)", reading, newest)
            }
            let met = "\(text) meets \(comparison.rawValue) \(limitText)"
            guard reading.statistic == nil, let seconds = limit.windowSeconds else {
                return known(.firing, met, reading, newest)
            }
            let isLasting = evidence.holdsThroughout(seconds, at: last, in: limit.quantity.unit, holds)
            let length = durationText(seconds)
            return known(
                isLasting ? .firing : .pending, isLasting ? "\(met) for \(length)" : "\(met), not yet for \(length)",
                reading, newest)
        }
    }

    private func phrase(_ reading: SeriesEvidence.Reading) -> String {
        guard let statistic = reading.statistic, let window = reading.windowSeconds else { return reading.value.text }
        return "\(reading.value.text) (\(statistic.text) over \(durationText(window)))"
    }

    // MARK: Sides

    /// A bare number is met from itself on, away from the side that is good.
    private func sign(of limit: Limit) -> Comparison? { lowerIsBetter.map { $0 ? .atLeast : .atMost } }

    private var lowerIsBetter: Bool? { trigger.metric.flatMap(sides.lowerIsBetter) }

    // MARK: Values

    private var planned: PlannedWindow? {
        trigger.metric.flatMap { configuration.plannedWindows.excuse(of: $0, at: now) }
    }

    private func source(_ sample: MetricSample) -> EvidenceSource {
        .observation(path: sample.place.path, line: sample.place.line)
    }

    private func known(
        _ verdict: TriggerVerdict, _ reason: String, _ reading: SeriesEvidence.Reading, _ newest: MetricSample
    ) -> TriggerAssessment {
        TriggerAssessment(
            trigger: trigger, verdict: verdict, reason: reason, value: reading.value, newestSample: newest.time,
            source: source(newest), planned: planned)
    }

    private func unknown(_ reason: String, _ newest: MetricSample? = nil) -> TriggerAssessment {
        TriggerAssessment(
            trigger: trigger, verdict: .unknown, reason: reason, newestSample: newest?.time,
            source: newest.map(source) ?? .none, planned: planned)
    }
}

/// On which side the measures of a plan are well, as its indicators tell.
struct MeasureSides {
    private var sides: [[String]: Bool] = [:]

    init(_ indicators: [Threshold]) {
        for indicator in indicators {
            guard let side = IndicatorLimits(indicator).lowerIsBetter else { continue }
            let words = MetricName(indicator.metric).words
            if sides[words] == nil { sides[words] = side }
        }
    }

    func lowerIsBetter(_ measure: String) -> Bool? { sides[MetricName(measure).words] }
}

extension Trigger {
    /// Its condition, with the length of time that the trigger names for it.
    package var lastingCondition: Limit? {
        condition.map { condition in
            Limit(
                comparison: condition.comparison, quantity: condition.quantity, statistic: condition.statistic,
                windowSeconds: condition.windowSeconds ?? window?.seconds.flatMap { $0 > 0 ? $0 : nil },
                change: condition.change, text: condition.text)
        }
    }
}
