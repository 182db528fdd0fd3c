import Observations
import Plan
import SourceText

/// Holds one series against the limits of its indicator.
struct SeriesJudgement {
    let limits: IndicatorLimits
    let evidence: SeriesEvidence
    /// Whether a target that has to be met for a while is not known before it was measured for as long. So it is for a
    /// criterion, which asks whether something was reached; an indicator is off its target until then.
    var isOfCriterion = false

    var samples: [MetricSample] { evidence.samples }
    var unit: Unit { evidence.unit }
    var intervalSeconds: Double { evidence.intervalSeconds }

    /// How the indicator stands at one sample, were that the newest.
    struct Outcome {
        let verdict: KPIVerdict
        /// The limit that decides; nil where no limit can be held against.
        let kind: IndicatorLimits.Kind?
        let reading: SeriesEvidence.Reading?
        /// Why there is no verdict, or what else a reader should know; nil when the limit says it all.
        let remark: String?
        /// Whether there is no verdict only because too little was measured.
        let isThin: Bool

        init(
            _ verdict: KPIVerdict, _ kind: IndicatorLimits.Kind?, _ reading: SeriesEvidence.Reading?,
            remark: String? = nil, isThin: Bool = false
        ) {
            self.verdict = verdict
            self.kind = kind
            self.reading = reading
            self.remark = remark
            self.isThin = isThin
        }
    }

    /// Why a limit could not be held against, and whether that is only for want of samples.
    private typealias Doubt = (text: String, isThin: Bool)

    /// - Parameter index: of the sample that is taken for the newest.
    func outcome(at index: Int) -> Outcome {
        if let objection = evidence.objection(at: index) { return Outcome(.noData, nil, nil, remark: objection) }
        var doubts: [Doubt] = []
        for (kind, verdict) in [(IndicatorLimits.Kind.critical, KPIVerdict.critical), (.alert, .alert)] {
            guard let limit = limits.limit(kind) else { continue }
            switch evidence.reading(of: limit, at: index) {
            case .failure(let fault): doubts.append(doubt(fault, kind, limit))
            case .success(let reading):
                switch isBroken(limit, reading, at: index) {
                case true?: return Outcome(verdict, kind, reading)
                case false?: if let objection = reading.objection { doubts.append((objection, true)) }
                case nil:
                    doubts.append(
                        ("the \(kind.phrase) of \(limit.quantity.text) does not say on which side it is broken", false))
                }
            }
        }
        return outcomeOfTarget(at: index, doubts: doubts)
    }

    private func outcomeOfTarget(at index: Int, doubts: [Doubt]) -> Outcome {
        guard let target = limits.target else {
            let other = limits.alert ?? limits.critical
            let reading =
                other.flatMap { try? evidence.reading(of: $0, at: index).get() } ?? evidence.plainReading(at: index)
            let doubt = doubts.first ?? ("the plan sets no target that it could be on", false)
            return Outcome(.noData, nil, reading, remark: doubt.text, isThin: doubt.isThin)
        }
        let reading: SeriesEvidence.Reading
        switch evidence.reading(of: target, at: index) {
        case .success(let read): reading = read
        case .failure(let fault):
            let doubt = doubt(fault, .target, target)
            return Outcome(.noData, nil, nil, remark: doubt.text, isThin: doubt.isThin)
        }
        guard let isMet = isMet(target, reading, at: index) else {
            return Outcome(
                .noData, nil, reading, remark: "the target of \(target.text) does not say whether more or less is good")
        }
        if let doubt = doubts.first ?? reading.objection.map({ ($0, true) }) {
            return Outcome(.noData, nil, reading, remark: doubt.text, isThin: doubt.isThin)
        }
        if !isMet, let outcome = brokenEarlier(target, reading, at: index) { return outcome }
        return Outcome(isMet ? .onTarget : .offTarget, .target, reading)
    }

    /// A target that is met now and has to be for a while: what was measured before misses it, or nobody knows.
    private func brokenEarlier(_ target: Limit, _ reading: SeriesEvidence.Reading, at index: Int) -> Outcome? {
        guard reading.statistic == nil, let seconds = target.windowSeconds,
            limits.meetsTarget(reading.value.number) == true
        else { return nil }
        let unit = target.quantity.unit
        switch evidence.duration(seconds, at: index, in: unit, { limits.meetsTarget($0) == true }) {
        case .unknown(let phrase):
            return isOfCriterion ? Outcome(.noData, nil, reading, remark: phrase, isThin: true) : nil
        case .broken(let value):
            let text = measuredText(value, unit, besides: limits.numbers(in: unit))
            return Outcome(.offTarget, .target, reading, remark: "\(text) was measured in that time")
        }
    }

    private func doubt(_ fault: SeriesEvidence.Fault, _ kind: IndicatorLimits.Kind, _ limit: Limit) -> Doubt {
        switch fault {
        case .unit: ("\(unitPhrase) cannot be compared with the \(kind.phrase) of \(limit.quantity.text)", false)
        case .overflow(let statistic):
            ("the \(statistic.text) of its samples is too large to be reckoned with", false)
        case .empty(let phrase): (phrase, true)
        }
    }

    private var unitPhrase: String {
        unit == .none ? "a metric without a unit" : "a metric in \(unit.symbol.isEmpty ? "ratios" : unit.symbol)"
    }

    // MARK: Limits that must hold for a while

    /// `> 15% for 5 minutes` is broken when every sample of the window breaks it and the window is covered.
    private func isBroken(_ limit: Limit, _ reading: SeriesEvidence.Reading, at index: Int) -> Bool? {
        guard let isBroken = limits.isBroken(limit, by: reading.value.number) else { return nil }
        guard isBroken, reading.statistic == nil, let seconds = limit.windowSeconds else { return isBroken }
        return evidence.holdsThroughout(seconds, at: index, in: limit.quantity.unit) {
            limits.isBroken(limit, by: $0) == true
        }
    }

    private func isMet(_ limit: Limit, _ reading: SeriesEvidence.Reading, at index: Int) -> Bool? {
        guard let isMet = limits.meetsTarget(reading.value.number) else { return nil }
        guard isMet, reading.statistic == nil, let seconds = limit.windowSeconds else { return isMet }
        return evidence.holdsThroughout(seconds, at: index, in: limit.quantity.unit) {
            limits.meetsTarget($0) == true
        }
    }

    // MARK: Since when

    /// The start of the run of samples, up to the newest, that give the same verdict as the newest does.
    ///
    /// A hole of more than two intervals breaks the run, since nobody knows what was in it.
    /// - Returns: nil when looking further back would take too long, or when older samples are not kept.
    func since(_ verdict: KPIVerdict) -> Instant? {
        let longest =
            IndicatorLimits.Kind.allCases.compactMap { limits.limit($0) }
            .compactMap { $0.usedWindowSeconds(evidence.settings) }.max() ?? 0
        var first = samples.count - 1
        guard first >= 0 else { return nil }
        var work = 0
        while first > 0 {
            guard samples[first].time.seconds(since: samples[first - 1].time) <= 2 * intervalSeconds else { break }
            guard evidence.reachesBack(longest, from: first - 1) else { return nil }
            let outcome = outcome(at: first - 1)
            guard outcome.verdict == verdict else { break }
            work += outcome.reading.map { $0.sampleCount + $0.gaps } ?? 1
            guard work < 300_000 else { return nil }
            first -= 1
        }
        return first == 0 && !evidence.summary.isRecentComplete ? nil : samples[first].time
    }
}
