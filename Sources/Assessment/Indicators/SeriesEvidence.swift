import Observations
import Plan
import SourceText

/// What is known of one series, and what it comes to for a limit: at the moment of the assessment, or as it was when an
/// earlier sample was the newest.
struct SeriesEvidence {
    let summary: MetricSummary
    let settings: KPISettings?
    /// Of the series' values.
    let unit: Unit
    let intervalSeconds: Double
    let now: Instant
    private let limits: IndicatorLimits
    private let possible: PossibleValues

    init(
        _ summary: MetricSummary, unit: Unit, intervalSeconds: Double, limits: IndicatorLimits, settings: KPISettings?,
        now: Instant
    ) {
        self.summary = summary
        self.settings = settings
        self.unit = unit
        self.intervalSeconds = intervalSeconds
        self.now = now
        self.limits = limits
        possible = PossibleValues(unit: unit, limits: limits)
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
    enum Fault: Error {
        case unit
        case overflow(Statistic)
        /// The window has no samples, or none that can be put together so: a phrase that says so.
        case empty(String)
    }

    /// By time; none is dated after the moment of the assessment.
    var samples: [MetricSample] { summary.recent }

    /// Why the value of a sample shows nothing; nil when it does.
    func objection(at index: Int) -> String? {
        // Of counters only windows count.
        if settings?.counters != nil { return nil }
        return samples[index].value.isNaN
            ? "the probe answered without a number" : possible.objection(to: samples[index].value)
    }

    // MARK: Values

    /// What a limit is held against.
    ///
    /// - Parameter index: of the sample that is taken for the newest.
    func reading(of limit: Limit, at index: Int) -> Result<Reading, Fault> {
        let unit = limit.quantity.unit
        guard let statistic = limit.usedStatistic(settings), let seconds = limit.usedWindowSeconds(settings) else {
            guard let newest = value(at: index, in: unit) else { return .failure(.unit) }
            return .success(reading(newest, unit, objection: doubt(of: limit, at: index)))
        }
        return reading(statistic, over: MetricWindow(seconds: seconds), in: unit, at: index)
    }

    /// The newest value in its own unit, where no limit gives another.
    func plainReading(at index: Int) -> Reading { reading(samples[index].value, unit) }

    /// A statistic of a window that ends with a sample, or so long before.
    func reading(
        _ statistic: Statistic, over window: MetricWindow, in unit: Unit, at index: Int
    ) -> Result<Reading, Fault> {
        guard let own = self.unit(of: statistic), own.isComparable(with: unit) else { return .failure(.unit) }
        guard let summary = self.window(window, at: index) else {
            return .failure(.empty("what was measured in \(durationText(window.seconds)) is not kept"))
        }
        let (cleaned, doubt) = statistic.isOfCounter ? (summary, nil) : withoutImpossible(summary)
        guard let result = statistic.value(of: cleaned), result.isFinite else {
            return .failure(emptiness(statistic, cleaned))
        }
        guard let converted = Quantity(result, own).converted(to: unit)?.number else { return .failure(.unit) }
        let objection =
            doubt ?? summary.doubt ?? WindowCoverage(intervalSeconds: intervalSeconds).objection(to: cleaned)
        return .success(
            Reading(
                value: quantity(converted, unit), statistic: statistic, windowSeconds: window.seconds,
                sampleCount: cleaned.count, gaps: cleaned.numberless, objection: objection))
    }

    private func emptiness(_ statistic: Statistic, _ summary: WindowSummary) -> Fault {
        let window = durationText(summary.window.seconds)
        if summary.count == 0 { return .empty("nothing was measured for the last \(window)") }
        if let doubt = summary.doubt { return .empty(doubt) }
        if settings?.counters != nil {
            let isIdle = summary.total == 0
            return .empty(
                "\(isIdle ? "no event was counted" : "the counters do not tell a rise") in the last \(window)")
        }
        if statistic == .total || statistic == .average { return .overflow(statistic) }
        let count = "\(summary.count) sample\(summary.count == 1 ? "" : "s")"
        return .empty("\(count) of the last \(window) do not tell the \(statistic.text)")
    }

    /// The unit of what is held against a limit; nil for the rate of a rate.
    func unit(for limit: Limit) -> Unit? { limit.usedStatistic(settings).map(unit(of:)) ?? unit }

    /// The unit of what a statistic comes to; nil for the rate of a rate.
    private func unit(of statistic: Statistic) -> Unit? {
        guard statistic == .rate else { return unit }
        return unit.perSeconds == nil ? unit.per(1) : nil
    }

    func value(at index: Int, in unit: Unit) -> Double? {
        guard objection(at: index) == nil else { return nil }
        return Quantity(samples[index].value, self.unit).converted(to: unit)?.number
    }

    /// A sample by itself.
    private func reading(_ value: Double, _ unit: Unit, objection: String? = nil) -> Reading {
        Reading(
            value: quantity(value, unit), statistic: nil, windowSeconds: nil, sampleCount: 1, gaps: 0,
            objection: objection)
    }

    /// Why a sample, or the time for which a limit has to hold, shows nothing.
    private func doubt(of limit: Limit, at index: Int) -> String? {
        let time = samples[index].time
        if let contradiction = summary.contradiction, contradiction.time == time { return contradiction.phrase }
        guard let seconds = limit.windowSeconds, time == samples.last?.time else { return nil }
        return summary.summary(of: MetricWindow(seconds: seconds))?.doubt
    }

    private func quantity(_ value: Double, _ unit: Unit) -> Quantity {
        Quantity(value, unit, text: measuredText(value, unit, besides: limits.numbers(in: unit)))
    }

    // MARK: Windows

    /// Whether a limit may depend on samples that are no longer kept, were a sample the newest.
    func reachesBack(_ seconds: Double, from index: Int) -> Bool {
        guard !summary.isRecentComplete, let oldest = samples.first else { return true }
        return oldest.time <= samples[index].time.adding(seconds: -seconds)
    }

    /// - Returns: nil when the samples that are kept do not reach back so far.
    func window(_ window: MetricWindow, at index: Int) -> WindowSummary? {
        let isNewest = samples[index].time == samples.last?.time
        if isNewest, let known = summary.summary(of: window) { return known }
        guard reachesBack(window.seconds + window.offsetSeconds, from: index) else { return nil }
        let end = isNewest ? now : samples[index].time
        let range = indices(after: window.start(at: end), upTo: window.end(at: end))
        return WindowSummary(window, of: Array(samples[range]), at: end)
    }

    private func indices(after start: Instant, upTo end: Instant) -> Range<Int> {
        let low = samples.countOfLeading { $0.time <= start }
        return low..<max(low, samples.countOfLeading { $0.time <= end })
    }

    /// Leaves out values that cannot be, as far as the single values are known.
    ///
    /// - Returns: also why the rest shows nothing, where they are not.
    private func withoutImpossible(_ summary: WindowSummary) -> (WindowSummary, String?) {
        guard let low = summary.minimum, let high = summary.maximum,
            let objection = possible.objection(to: low) ?? possible.objection(to: high)
        else { return (summary, nil) }
        guard case .values(let all) = summary.distribution else { return (summary, objection) }
        let values = all.filter { possible.objection(to: $0) == nil }
        let removed = all.count - values.count
        let sum = values.reduce(0, +)
        let count = Double(values.count)
        return (
            WindowSummary(
                window: summary.window, count: values.count, numberless: summary.numberless + removed,
                total: values.isEmpty || !sum.isFinite ? nil : sum,
                mean: values.isEmpty ? nil : sum.isFinite ? sum / count : values.reduce(0) { $0 + $1 / count },
                minimum: values.first, maximum: values.last, distribution: .values(values),
                // Where they lay is not known; at worst all of them beside the longest hole.
                longestGapSeconds: summary.longestGapSeconds + Double(removed) * intervalSeconds,
                doubt: summary.doubt),
            nil
        )
    }

    // MARK: Limits that must hold for a while

    /// Whether all that was measured through so many seconds keeps to a condition: the window is covered, neither its
    /// smallest nor its largest value leaves the condition, and what was in force at its start kept to it too.
    ///
    /// - Parameter unit: of the values that the condition is asked of.
    func holdsThroughout(_ seconds: Double, at index: Int, in unit: Unit, _ holds: (Double) -> Bool) -> Bool {
        let window = self.window(MetricWindow(seconds: seconds), at: index)
        // A window shorter than the distance of samples may be empty while the newest sample is fresh.
        if let window, window.count > 0 {
            guard window.numberless == 0, WindowCoverage(intervalSeconds: intervalSeconds).objection(to: window) == nil,
                let edges = converted([window.minimum, window.maximum], to: unit), edges.allSatisfy(holds)
            else { return false }
        }
        let isNewest = samples[index].time == samples.last?.time
        let start = (isNewest ? now : samples[index].time).adding(seconds: -seconds)
        var current = index
        while let value = value(at: current, in: unit), holds(value) {
            // One sample alone lasts no time.
            if samples[current].time <= start, current < index { return true }
            guard current > 0 else { return !summary.isRecentComplete && (window?.count ?? 0) > 1 }
            guard samples[current].time.seconds(since: samples[current - 1].time) <= 2 * intervalSeconds else {
                return false
            }
            current -= 1
        }
        return false
    }

    /// What the values of so many seconds show of a condition that the newest keeps to.
    enum Duration {
        case broken(by: Double)
        /// Too little was measured to say: why.
        case unknown(String)
    }

    /// - Parameter unit: of the values that the condition is asked of.
    func duration(_ seconds: Double, at index: Int, in unit: Unit, _ holds: (Double) -> Bool) -> Duration {
        let length = durationText(seconds)
        guard let window = window(MetricWindow(seconds: seconds), at: index), window.count > 0 else {
            return .unknown("what was measured in the last \(length) is not known")
        }
        if let broken = converted([window.minimum, window.maximum], to: unit)?.first(where: { !holds($0) }) {
            return .broken(by: broken)
        }
        if window.numberless > 0 {
            return .unknown("\(window.numberless) samples of the last \(length) have no number")
        }
        return .unknown(
            WindowCoverage(intervalSeconds: intervalSeconds).objection(to: window)
                ?? "it was not measured through all of the last \(length)")
    }

    private func converted(_ values: [Double?], to unit: Unit) -> [Double]? {
        let result = values.compactMap { $0 }.compactMap { Quantity($0, self.unit).converted(to: unit)?.number }
        return result.count == values.count ? result : nil
    }
}

extension Statistic {
    /// - Returns: nil where a window does not tell it.
    fileprivate func value(of window: WindowSummary) -> Double? {
        switch self {
        case .average: window.mean
        case .total: window.total
        case .maximum: window.maximum
        case .minimum: window.minimum
        case .median, .percentile: rank.flatMap(window.distribution.quantile)
        case .increase: window.increase
        case .rate: window.increase.map { $0 / window.window.seconds }
        }
    }
}
