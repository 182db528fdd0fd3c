import Observations
import Plan
import SourceText

/// Judges one indicator: finds its series, holds each against the limits, and keeps the loudest.
struct KPIJudgement {
    let threshold: Threshold
    let settings: KPISettings?
    let now: Instant
    let timeText: (Instant) -> String

    /// Of several series the loudest counts: one host on target says nothing of the others.
    func assess(_ match: MetricMatch) -> (assessment: KPIAssessment, findings: [Finding]) {
        switch match {
        case .none(let phrase):
            let finding = Finding(
                rule: "kpi-unmeasured", severity: .info, message: "'\(threshold.metric)' is not measured: \(phrase)",
                at: threshold.span, help: "give the metric the indicator's name, or name it in the configuration",
                identity: [threshold.metric])
            return (noData("it is not measured: \(phrase)"), [finding])
        case .series(let series):
            var findings: [Finding] = []
            var loudest: KPIAssessment?
            for one in series {
                let judged = assess(one, among: series.count)
                findings += judged.findings
                if loudest.map({ judged.assessment.verdict.loudness > $0.verdict.loudness }) ?? true {
                    loudest = judged.assessment
                }
            }
            return (loudest ?? noData("it has no samples"), findings)
        }
    }

    private func assess(_ series: MetricSeries, among count: Int) -> (assessment: KPIAssessment, findings: [Finding]) {
        let fresh = SampleFreshness(series, now: now, configuredInterval: settings?.intervalSeconds)
        var findings = [fresh.finding(of: series, timeText: timeText)].compactMap(\.self)
        let suffix = count > 1 ? " (\(series.identity.text), one of \(count) series)" : ""
        guard let newest = fresh.samples.last else {
            let reason = fresh.future.isEmpty ? "it has no samples" : "all its samples are dated later than now"
            return (noData(reason + suffix), findings)
        }
        let limits = IndicatorLimits(threshold)
        let stated = statedUnit(series)
        guard let unit = stated.unit, limits.hasAny else {
            if stated.unit == nil { findings.append(mismatch(series, newest, stated.phrase, nil)) }
            let reason = stated.unit == nil ? stated.phrase : "the plan sets no limits"
            return (noData(reason + suffix, newest: newest, interval: fresh.intervalSeconds), findings)
        }
        if let kind = limits.firstIncomparable(with: unit) {
            findings.append(mismatch(series, newest, stated.phrase, kind))
        }
        let judgement = SeriesJudgement(
            limits: limits, settings: settings, samples: fresh.samples, unit: unit,
            intervalSeconds: fresh.intervalSeconds)
        let wording = KPIWording(judgement: judgement, now: now, timeText: timeText, suffix: suffix)
        return (assessment(judgement, wording, isStale: fresh.isStale(at: now)), findings)
    }

    private func assessment(_ judgement: SeriesJudgement, _ wording: KPIWording, isStale: Bool) -> KPIAssessment {
        let (index, outcome) = newestOutcome(judgement)
        let newest = judgement.samples[index]
        let verdict = isStale && outcome.verdict != .noData ? .stale : outcome.verdict
        let since: Instant? =
            switch verdict {
            case .stale: newest.time.adding(seconds: 2 * judgement.intervalSeconds)
            case .noData: nil
            case .onTarget, .offTarget, .alert, .critical: judgement.since(verdict)
            }
        let shownUnit = outcome.reading?.value.unit ?? judgement.unit
        return KPIAssessment(
            threshold: threshold, verdict: verdict, reason: wording.reason(verdict, outcome, newest, since: since),
            value: outcome.reading?.value,
            aggregation: outcome.reading.map { $0.statistic?.text ?? "newest sample" },
            windowSeconds: outcome.reading?.windowSeconds, newestSample: newest.time,
            newestValue: newest.value.isNaN ? nil : Quantity(newest.value, judgement.unit).converted(to: shownUnit),
            since: since, intervalSeconds: judgement.intervalSeconds,
            source: .observation(path: newest.place.path, line: newest.place.line))
    }

    /// Of several samples of the newest moment, a hundred at most, the loudest counts: nobody knows which one is right.
    private func newestOutcome(_ judgement: SeriesJudgement) -> (Int, SeriesJudgement.Outcome) {
        let last = judgement.samples.count - 1
        var loudest = (last, judgement.outcome(at: last))
        var index = last - 1
        while index >= max(0, last - 100), judgement.samples[index].time == judgement.samples[last].time {
            let outcome = judgement.outcome(at: index)
            if outcome.verdict.loudness > loudest.1.verdict.loudness { loudest = (index, outcome) }
            index -= 1
        }
        return loudest
    }

    // MARK: Units

    /// The unit of a series' values: configured, else stated by the source, else told by the metric's name.
    private func statedUnit(_ series: MetricSeries) -> (unit: Unit?, phrase: String) {
        let name = series.identity.name
        if let text = settings?.unit ?? series.identity.unit {
            guard let unit = Unit(stated: text) else {
                return (nil, "'\(name)' is in '\(text)', which is no known unit")
            }
            return (unit, "'\(name)' is in '\(text)'")
        }
        guard let unit = MetricName(name).unit else { return (Unit.none, "'\(name)' has no unit") }
        return (unit, "'\(name)' is in \(unit.symbol.isEmpty ? "ratios" : unit.symbol)")
    }

    private func mismatch(
        _ series: MetricSeries, _ sample: MetricSample, _ phrase: String, _ kind: IndicatorLimits.Kind?
    ) -> Finding {
        let limit: Claim<Limit>? =
            switch kind {
            case .target: threshold.targets.first
            case .alert: threshold.warnings.first
            case .critical: threshold.criticals.first
            case nil: nil
            }
        let text = limit.map { ", which cannot be compared with '\($0.value.text)'" } ?? ""
        return Finding(
            rule: "metric-unit-mismatch", severity: .error,
            message: "metric \(phrase) (\(sample.place.path):\(sample.place.line))\(text)",
            at: limit?.span ?? threshold.span,
            help: "end the metric's name with its unit, as in latency_ms, or name the unit in the configuration",
            identity: [threshold.metric, series.identity.name])
    }

    private func noData(_ reason: String, newest: MetricSample? = nil, interval: Double? = nil) -> KPIAssessment {
        KPIAssessment(
            threshold: threshold, verdict: .noData, reason: reason, value: nil, aggregation: nil, windowSeconds: nil,
            newestSample: newest?.time, newestValue: nil, since: nil,
            intervalSeconds: interval ?? settings?.intervalSeconds,
            source: newest.map { .observation(path: $0.place.path, line: $0.place.line) } ?? .none)
    }
}

extension KPIVerdict {
    /// Louder is greater: what is known to be bad comes before what is not known, and that before all else.
    var loudness: Int {
        switch self {
        case .critical: 5
        case .alert: 4
        case .noData: 3
        case .stale: 2
        case .offTarget: 1
        case .onTarget: 0
        }
    }
}
