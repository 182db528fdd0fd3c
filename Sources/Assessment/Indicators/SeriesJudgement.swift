import Observations
import Plan
import SourceText

/// Holds one series against the limits of its indicator.
struct SeriesJudgement {
    let limits: IndicatorLimits
    private let settings: KPISettings?
    private let possible: PossibleValues
    /// By time; none is dated after the moment of the assessment.
    let samples: [MetricSample]
    let unit: Unit
    let intervalSeconds: Double

    init(
        limits: IndicatorLimits, settings: KPISettings?, samples: [MetricSample], unit: Unit, intervalSeconds: Double
    ) {
        self.limits = limits
        self.settings = settings
        self.samples = samples
        self.unit = unit
        self.intervalSeconds = intervalSeconds
        possible = PossibleValues(unit: unit, limits: limits)
    }

    /// How the indicator stands at one sample, were that the newest.
    struct Outcome {
        let verdict: KPIVerdict
        /// The limit that decides; nil where no limit can be held against.
        let kind: IndicatorLimits.Kind?
        let reading: Reading?
        /// Why there is no verdict, or what else a reader should know; nil when the limit says it all.
        let remark: String?
    }

    /// What is held against a limit.
    struct Reading {
        let value: Quantity
        let statistic: Statistic?
        let windowSeconds: Double?
        let sampleCount: Int
        /// Samples of the window that have no number, or one that cannot be.
        let gaps: Int
        /// Why the window is not known well enough to be well; nil when it is, or when there is none.
        let objection: String?
    }

    /// Why nothing can be held against a limit.
    private enum ReadingFault: Error {
        case unit
        case overflow(Statistic)
    }

    /// The fallback for a window that nobody names, in seconds.
    private static let defaultWindow = 3600.0

    /// - Parameter index: of the sample that is taken for the newest.
    func outcome(at index: Int) -> Outcome {
        guard !samples[index].value.isNaN else {
            return Outcome(verdict: .noData, kind: nil, reading: nil, remark: "the probe answered without a number")
        }
        if let objection = possible.objection(to: samples[index].value) {
            return Outcome(verdict: .noData, kind: nil, reading: nil, remark: objection)
        }
        var doubts: [String] = []
        for (kind, verdict) in [(IndicatorLimits.Kind.critical, KPIVerdict.critical), (.alert, .alert)] {
            guard let limit = limits.limit(kind) else { continue }
            switch reading(of: limit, at: index) {
            case .failure(let fault): doubts.append(doubt(fault, kind, limit))
            case .success(let reading):
                switch isBroken(limit, reading, at: index) {
                case true?: return Outcome(verdict: verdict, kind: kind, reading: reading, remark: nil)
                case false?: if let objection = reading.objection { doubts.append(objection) }
                case nil:
                    doubts.append(
                        "the \(kind.phrase) of \(limit.quantity.text) does not say on which side it is broken")
                }
            }
        }
        return outcomeOfTarget(at: index, doubts: doubts)
    }

    private func outcomeOfTarget(at index: Int, doubts: [String]) -> Outcome {
        guard let target = limits.target else {
            let other = limits.alert ?? limits.critical
            let reading = other.flatMap { try? self.reading(of: $0, at: index).get() } ?? plainReading(at: index)
            let remark = doubts.first ?? "the plan sets no target that it could be on"
            return Outcome(verdict: .noData, kind: nil, reading: reading, remark: remark)
        }
        let reading: Reading
        switch self.reading(of: target, at: index) {
        case .success(let read): reading = read
        case .failure(let fault):
            return Outcome(verdict: .noData, kind: nil, reading: nil, remark: doubt(fault, .target, target))
        }
        guard let isMet = isMet(target, reading, at: index) else {
            return Outcome(
                verdict: .noData, kind: nil, reading: reading,
                remark: "the target of \(target.text) does not say whether more or less is good")
        }
        if let doubt = doubts.first { return Outcome(verdict: .noData, kind: nil, reading: reading, remark: doubt) }
        if let objection = reading.objection {
            return Outcome(verdict: .noData, kind: nil, reading: reading, remark: objection)
        }
        return Outcome(verdict: isMet ? .onTarget : .offTarget, kind: .target, reading: reading, remark: nil)
    }

    private func doubt(_ fault: ReadingFault, _ kind: IndicatorLimits.Kind, _ limit: Limit) -> String {
        switch fault {
        case .unit: "\(unitPhrase) cannot be compared with the \(kind.phrase) of \(limit.quantity.text)"
        case .overflow(let statistic): "the \(statistic.text) of its samples is too large to be reckoned with"
        }
    }

    private var unitPhrase: String {
        unit == .none ? "a metric without a unit" : "a metric in \(unit.symbol.isEmpty ? "ratios" : unit.symbol)"
    }

    // MARK: Limits that must hold for a while

    /// `> 15% for 5 minutes` is broken when every sample of the window breaks it and the window is covered.
    private func isBroken(_ limit: Limit, _ reading: Reading, at index: Int) -> Bool? {
        guard let isBroken = limits.isBroken(limit, by: reading.value.number) else { return nil }
        guard isBroken, let window = sustained(limit) else { return isBroken }
        return holdsThroughout(window, endingAt: index, limit) { limits.isBroken(limit, by: $0) == true }
    }

    private func isMet(_ limit: Limit, _ reading: Reading, at index: Int) -> Bool? {
        guard let isMet = limits.meetsTarget(reading.value.number) else { return nil }
        guard isMet, let window = sustained(limit) else { return isMet }
        return holdsThroughout(window, endingAt: index, limit) { limits.meetsTarget($0) == true }
    }

    /// The window through which every single sample counts: one is named, but no statistic.
    private func sustained(_ limit: Limit) -> Double? {
        limit.statistic == nil ? limit.windowSeconds : nil
    }

    /// Whether samples reach back to the start of the window without a hole, and all of them agree.
    private func holdsThroughout(
        _ seconds: Double, endingAt index: Int, _ limit: Limit, _ holds: (Double) -> Bool
    ) -> Bool {
        let start = samples[index].time.adding(seconds: -seconds)
        var current = index
        while true {
            guard let value = self.value(at: current, in: limit.quantity.unit), holds(value) else { return false }
            if samples[current].time <= start { return true }
            guard current > 0, samples[current].time.seconds(since: samples[current - 1].time) <= 2 * intervalSeconds
            else { return false }
            current -= 1
        }
    }

    // MARK: Values

    private func value(at index: Int, in unit: Unit) -> Double? {
        let value = samples[index].value
        guard !value.isNaN, possible.objection(to: value) == nil else { return nil }
        return Quantity(value, self.unit).converted(to: unit)?.number
    }

    /// What a limit is held against at a sample.
    private func reading(of limit: Limit, at index: Int) -> Result<Reading, ReadingFault> {
        let unit = limit.quantity.unit
        guard let newest = value(at: index, in: unit) else { return .failure(.unit) }
        guard let statistic = limit.statistic else { return .success(reading(newest, unit)) }
        let window = limit.windowSeconds ?? settings?.windowSeconds ?? Self.defaultWindow
        let indices = self.window(window, endingAt: index)
        let values = indices.compactMap { index in value(at: index, in: unit).map { (index: index, value: $0) } }
        guard let result = statistic.of(values.map(\.value)) else { return .failure(.overflow(statistic)) }
        let coverage = WindowCoverage(windowSeconds: window, intervalSeconds: intervalSeconds)
        let objection = coverage.objection(
            ages: values.map { samples[index].time.seconds(since: samples[$0.index].time) })
        return .success(
            Reading(
                value: quantity(result, unit), statistic: statistic, windowSeconds: window, sampleCount: values.count,
                gaps: indices.count - values.count, objection: objection))
    }

    /// The newest value in its own unit, where no limit gives another.
    private func plainReading(at index: Int) -> Reading {
        reading(samples[index].value, unit)
    }

    /// A sample by itself.
    private func reading(_ value: Double, _ unit: Unit) -> Reading {
        Reading(
            value: quantity(value, unit), statistic: nil, windowSeconds: nil, sampleCount: 1, gaps: 0, objection: nil)
    }

    private func quantity(_ value: Double, _ unit: Unit) -> Quantity {
        Quantity(value, unit, text: measuredText(value, unit, besides: limits.numbers(in: unit)))
    }

    /// Indices of the samples of a window that ends with a sample; the sample at its very start is left out.
    private func window(_ seconds: Double, endingAt index: Int) -> Range<Int> {
        let start = samples[index].time.adding(seconds: -seconds)
        return samples[..<index].countOfLeading { $0.time <= start }..<index + 1
    }

    // MARK: Since when

    /// The start of the run of samples, up to the newest, that give the same verdict as the newest does.
    ///
    /// A hole of more than two intervals breaks the run, since nobody knows what was in it.
    /// - Returns: nil when looking further back would take too long.
    func since(_ verdict: KPIVerdict) -> Instant? {
        var first = samples.count - 1
        guard first >= 0 else { return nil }
        var work = 0
        while first > 0 {
            guard samples[first].time.seconds(since: samples[first - 1].time) <= 2 * intervalSeconds else { break }
            let outcome = outcome(at: first - 1)
            guard outcome.verdict == verdict else { break }
            work += outcome.reading.map { $0.sampleCount + $0.gaps } ?? 1
            guard work < 1_000_000 else { return nil }
            first -= 1
        }
        return samples[first].time
    }
}
