import Observations
import Plan
import SourceText

/// Judges one indicator: finds its series, holds each against the limits, and keeps the loudest.
struct KPIJudgement {
    let threshold: Threshold
    let settings: KPISettings?
    let now: Instant
    let configuration: AssessmentConfiguration
    /// See ``weekBefore(_:_:now:)``.
    var weekBefore: MetricWindow?

    /// How one series stands; what else there is to say of it is reckoned only for the one that is shown.
    private struct Judged {
        let verdict: KPIVerdict
        let value: Quantity?
        var findings: [Finding] = []
        let assessment: () -> KPIAssessment

        init(
            _ verdict: KPIVerdict, _ value: Quantity?, _ findings: [Finding],
            _ assessment: @escaping () -> KPIAssessment
        ) {
            self.verdict = verdict
            self.value = value
            self.findings = findings
            self.assessment = assessment
        }
    }

    /// Of several series the loudest counts, and of equally loud ones the worst value: one host on target says nothing of
    /// the others.
    func assess(_ match: MetricMatch) -> (assessment: KPIAssessment, findings: [Finding]) {
        switch match {
        case .none(let phrase), .ambiguous(let phrase):
            let finding = Finding(
                rule: "kpi-unmeasured", severity: .info, message: "'\(threshold.metric)' is not measured: \(phrase)",
                at: threshold.span, help: "give the metric the indicator's name, or name it in the configuration",
                identity: [threshold.metric])
            return (noData("it is not measured: \(phrase)"), [finding])
        case .counters(let good, let total):
            guard let counters = settings?.counters else { return (noData("it is not measured"), []) }
            let judged = judge(CounterShare(counters: counters, good: good, total: total).summary, among: 1)
            return (judged.assessment(), judged.findings)
        case .series(let series):
            let judged = series.map { judge($0, among: series.count) }
            let loudest = judged.reduce(nil as Judged?) { loudest, next in
                loudest.map { isLouder(next, than: $0) ? next : $0 } ?? next
            }
            return (loudest?.assessment() ?? noData("it has no samples"), judged.flatMap(\.findings))
        }
    }

    private func isLouder(_ new: Judged, than old: Judged) -> Bool {
        guard new.verdict == old.verdict else { return new.verdict.loudness > old.verdict.loudness }
        guard let new = new.value, let old = old.value, new.unit == old.unit,
            let lowerIsBetter = IndicatorLimits(threshold).lowerIsBetter
        else { return false }
        return lowerIsBetter ? new.number > old.number : new.number < old.number
    }

    /// A last sample that may be cut off counts where it is bad, and shows nothing where it is good.
    private func judge(_ series: MetricSummary, among count: Int) -> Judged {
        let whole = judgeWhole(series, among: count)
        guard let withTorn = series.withTorn else { return whole }
        var torn = judgeWhole(withTorn, among: count)
        guard torn.verdict.isBad || torn.verdict == .offTarget, isLouder(torn, than: whole) else { return whole }
        torn.findings = whole.findings
        return torn
    }

    private func judgeWhole(_ series: MetricSummary, among count: Int) -> Judged {
        let fresh = SampleFreshness(series, settings: settings, updateInterval: configuration.updateInterval)
        var findings = [fresh.finding(timeText: configuration.timeText)].compactMap(\.self)
        let suffix = count > 1 ? " (\(series.identity.text.clipped(to: 100)), one of \(count) series)" : ""
        guard let newest = series.recent.last else {
            let reason =
                series.futureCount > 0
                ? "all its samples are dated later than now"
                : series.torn.map { "its only sample may be cut off (\($0.place.text))" } ?? "it has no samples"
            return Judged(.noData, nil, findings) {
                noData(reason + suffix, history: history(series, unit: nil, seriesCount: count))
            }
        }
        let stated = SeriesUnit(series, settings: settings)
        let (threshold, lack) = BaselineLimits(
            settings: settings, now: now, intervalSeconds: fresh.intervalSeconds
        ).resolved(threshold, of: series, unit: stated.unit ?? .none)
        if stated.unit != nil, let lack {
            return Judged(.noData, nil, findings) {
                noData(
                    lack + suffix, newest: newest, interval: fresh.intervalSeconds,
                    history: history(series, unit: stated.unit, seriesCount: count))
            }
        }
        let limits = IndicatorLimits(threshold)
        guard let unit = stated.unit, limits.hasAny, limits.doubt == nil else {
            if stated.unit == nil { findings.append(stated.mismatch(series, newest, nil, of: threshold)) }
            // What is wrong with the limits is so for every series.
            let reason = stated.unit == nil ? stated.phrase + suffix : limits.doubt ?? "no document sets limits for it"
            return Judged(.noData, nil, findings) {
                noData(
                    reason, newest: newest, interval: fresh.intervalSeconds,
                    history: history(series, unit: stated.unit, seriesCount: count))
            }
        }
        let evidence = SeriesEvidence(
            series, unit: unit, intervalSeconds: fresh.intervalSeconds, limits: limits, settings: settings, now: now)
        if let kind = limits.firstIncomparable(evidence.unit(for:)) {
            findings.append(stated.mismatch(series, newest, kind, of: threshold))
        }
        let judgement = SeriesJudgement(
            limits: limits, evidence: evidence, isOfCriterion: threshold.origin == .criterion)
        let (index, outcome) = newestOutcome(judgement)
        // A window without samples is stale before it is thin.
        let isJudged = outcome.verdict != .noData || outcome.isThin
        let raw = fresh.isStale(at: now) && isJudged ? .stale : outcome.verdict
        let held = settings.flatMap { HeldVerdict(raw, judgement, $0.patience) }
        let verdict = held?.verdict ?? raw
        // What a source keeps back may be worse than what it tells.
        if let doubt = series.doubt ?? fresh.clockDoubt(at: now), verdict.loudness < KPIVerdict.noData.loudness {
            return Judged(.noData, nil, findings) {
                noData(
                    doubt + suffix, newest: newest, interval: fresh.intervalSeconds,
                    history: history(series, unit: unit, seriesCount: count))
            }
        }
        return Judged(verdict, outcome.reading?.value, findings) {
            assessment(threshold, judgement, index, outcome, raw, held, seriesCount: count)
        }
    }

    /// - Parameters:
    ///   - raw: How the sample at the index stands by itself.
    ///   - held: What samples before it make of that.
    private func assessment(
        _ threshold: Threshold, _ judgement: SeriesJudgement, _ index: Int, _ outcome: SeriesJudgement.Outcome,
        _ raw: KPIVerdict, _ held: HeldVerdict?, seriesCount: Int
    ) -> KPIAssessment {
        let newest = judgement.samples[index]
        let wording = KPIWording(
            judgement: judgement, now: now, timeText: configuration.timeText,
            series: judgement.evidence.summary.identity.text.clipped(to: 100), seriesCount: seriesCount)
        let verdict = held?.verdict ?? raw
        let since: Instant? =
            switch raw {
            case .stale: newest.time.adding(seconds: 2 * judgement.intervalSeconds)
            case .noData: nil
            case .onTarget, .offTarget, .alert, .critical: judgement.since(raw)
            }
        let shownUnit = outcome.reading?.value.unit ?? judgement.limits.target?.quantity.unit ?? judgement.unit
        let isKnown = raw != .stale && raw != .noData
        let budget = isKnown ? judgement.errorBudgetLeft : nil
        let remarks = wording.remarks(
            held: held?.phrase, errorBudgetLeft: budget, excuse: verdict == .onTarget ? nil : planned)
        return KPIAssessment(
            threshold: threshold, verdict: verdict,
            reason: wording.reason(raw, outcome, newest, since: since) + remarks, value: outcome.reading?.value,
            aggregation: outcome.reading.map(aggregation), windowSeconds: outcome.reading?.windowSeconds,
            newestSample: newest.time,
            newestValue: newest.value.isNaN ? nil : Quantity(newest.value, judgement.unit).converted(to: shownUnit),
            since: held == nil ? since : nil, intervalSeconds: judgement.intervalSeconds,
            source: .observation(path: newest.place.path, line: newest.place.line), held: held?.phrase,
            errorBudgetLeft: budget, trend: isKnown ? judgement.trend : nil, planned: planned,
            sampleCount: sampleCount(judgement, outcome),
            history: history(judgement.evidence.summary, unit: judgement.unit, seriesCount: seriesCount),
            before: judgement.before(weekBefore))
    }

    /// How many samples the window of the target has; nil where nothing was held against it.
    private func sampleCount(_ judgement: SeriesJudgement, _ outcome: SeriesJudgement.Outcome) -> Int? {
        guard let reading = outcome.reading else { return nil }
        guard reading.statistic == nil, let seconds = judgement.limits.target?.windowSeconds else {
            return reading.sampleCount
        }
        return judgement.evidence.summary.summary(of: MetricWindow(seconds: seconds))?.count
    }

    private func aggregation(_ reading: SeriesEvidence.Reading) -> String {
        if let counters = settings?.counters { return "\(counters.good) of \(counters.total)" }
        return reading.statistic?.text ?? "newest sample"
    }

    /// What is known of its last days, for a chart.
    private func history(_ series: MetricSummary?, unit: Unit?, seriesCount: Int) -> KPIHistory {
        let limits = IndicatorLimits(threshold)
        let statistics = IndicatorLimits.Kind.allCases.compactMap { limits.limit($0)?.usedStatistic(settings) }
        return KPIHistory(
            course: settings?.counters == nil ? series?.course : nil, unit: unit,
            series: seriesCount > 1 ? series?.identity.text.clipped(to: 100) : nil, seriesCount: seriesCount,
            isOfCounter: settings?.counters != nil || statistics.contains(where: \.isOfCounter),
            planned: configuration.plannedWindows.filter { $0.concerns(threshold.metric) })
    }

    private var planned: PlannedWindow? { configuration.plannedWindows.excuse(of: threshold.metric, at: now) }

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

    private func noData(
        _ reason: String, newest: MetricSample? = nil, interval: Double? = nil, history: KPIHistory? = nil
    ) -> KPIAssessment {
        let excuse = planned.map {
            "; within a planned window until \(configuration.timeText($0.to)): \($0.reason)"
        }
        return KPIAssessment(
            threshold: threshold, verdict: .noData, reason: reason + (excuse ?? ""), value: nil, aggregation: nil,
            windowSeconds: nil,
            newestSample: newest?.time, newestValue: nil, since: nil,
            intervalSeconds: interval ?? settings?.intervalSeconds,
            source: newest.map { .observation(path: $0.place.path, line: $0.place.line) } ?? .none, planned: planned,
            history: history ?? self.history(nil, unit: nil, seriesCount: 0))
    }
}

extension MetricSummary {
    /// The same with the sample that may be cut off, where that would be the newest; nil without one.
    var withTorn: MetricSummary? {
        guard let torn, recent.last.map({ $0.time < torn.time }) ?? true else { return nil }
        return MetricSummary(
            identity: identity, recent: recent + [torn], isRecentComplete: isRecentComplete, windows: windows,
            usualIntervalSeconds: usualIntervalSeconds, futureCount: futureCount, firstFuture: firstFuture,
            doubt: doubt, contradiction: contradiction, course: course)
    }
}

extension KPIVerdict {
    var isBad: Bool { self == .alert || self == .critical }

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
