import Assessment
import Observations
import Plan
import SourceText

/// One key performance indicator.
package struct MeasureReport: Sendable {
    package struct LimitText: Sendable {
        /// `Target`, `Alert`, `Critical`.
        package let level: String
        /// As the document prints it: `> 60s`.
        package let text: String
    }
    package let name: String
    /// The contract's word: `no data`.
    package let verdict: String
    package let status: Status
    /// `74 s`; `–` without a value.
    package let value: String
    /// `average, last hour`, or what is known instead of a value.
    package let basis: String
    /// The value as a number in `unit`; nil without one.
    package let number: Double?
    /// Symbol of the unit; empty when there is none.
    package let unit: String
    package let limits: [LimitText]
    /// `Target < 30s · Alert > 60s`; nil when there are none.
    package let limitsText: String?
    /// nil when no limits can be drawn.
    package let band: LimitBand?
    /// A sentence: why the verdict is what it is.
    package let reason: String
    /// `2 min old`; nil without a sample.
    package let age: String?
    package let sampleTime: ShownTime?
    /// `metrics/jobs.csv:812`; nil when nothing measures it.
    package let source: String?
    package let since: ShownTime?
    /// `metrics/jobs.csv:812 · 14:05 CET, 2 min old`.
    package let evidence: String
    /// Where the limits are defined: `strategy.md:41`.
    package let definedAt: String
    /// `2 of 3 good samples`: what holds the verdict against the newest sample.
    package let held: String?
    /// Of 1; below 0 when more has failed than may.
    package let errorBudgetLeft: Double?
    package let trend: TrendReport?
    /// The reason of the planned window that it lies in now.
    package let plannedReason: String?
    package let plannedUntil: ShownTime?
    package let chart: ChartReport
}

/// How a measure moved against the window before.
package struct TrendReport: Sendable {
    /// The contract's word: `better`.
    package let direction: String
    /// In the measure's unit.
    package let previous: Double
    package let changePercent: Double?
    /// `12% better than the hour before (80 ms)`.
    package let text: String

    init(_ trend: KPITrend, limits: [Double]) {
        direction = trend.direction.rawValue
        previous = trend.then.number
        changePercent = trend.changePercent
        let share = trend.changePercent.map { "\(measuredText(abs($0), .percent, besides: [])) " } ?? ""
        let word =
            switch trend.direction {
            case .better, .worse: "\(share)\(trend.direction.rawValue) than"
            case .same: "the same as"
            case .unknown: "\(share)\(trend.now.number < trend.then.number ? "less" : "more") than"
            }
        let then = measuredText(trend.then.number, trend.then.unit, besides: limits)
        text = "\(word) the \(windowText(trend.windowSeconds)) before (\(trend.aggregation) \(then))"
    }
}

/// Each indicator with an id of its own, from its name.
func measureReports(_ kpis: [KPIAssessment], context: ReportContext) -> [MeasureReport] {
    let ids = distinct(
        kpis.map { kpi in
            let name = slug(kpi.threshold.metric).prefix(80)
            return name.isEmpty ? "kpi" : "kpi-\(name)"
        })
    return zip(kpis, ids).map { measureReport($0, id: $1, context: context) }
}

func measureReport(_ kpi: KPIAssessment, id: String, context: ReportContext) -> MeasureReport {
    let threshold = kpi.threshold
    let unit = kpi.value?.unit ?? kpi.limits.target?.quantity.unit ?? kpi.limits.alert?.quantity.unit
    let limits = bandLimits(kpi.limits, in: unit ?? kpi.limits.critical?.quantity.unit ?? .none)
    let numbers = limits.map(\.number)
    // A value past its time is named as the last one known, and no marker of it stands in a green zone.
    let value = kpi.verdict == .stale ? nil : kpi.value.flatMap { $0.number.isFinite ? $0 : nil }
    let valueText = value.map { measuredText($0.number, $0.unit, besides: numbers) } ?? "–"
    let sample = kpi.newestSample.map { context.zone.shown($0, now: context.madeAt) }
    let age = kpi.newestSample.map { ageText(of: $0, at: context.madeAt) }
    let limitTexts = limitTexts(kpi.limits)
    let spoken =
        ([value == nil ? "no value" : valueText]
        + limitTexts.map { "\($0.level.lowercased()) \($0.text)" }).joined(separator: ", ")
    let source = sourceText(kpi.source)
    let since = kpi.since.map { context.zone.shown($0, now: context.madeAt) }
    let trend = kpi.trend.map { TrendReport($0, limits: numbers) }
    return MeasureReport(
        name: threshold.metric, verdict: kpi.verdict.rawValue, status: Status(kpi.verdict), value: valueText,
        basis: basis(kpi, value: value, limits: numbers, age: age), number: value?.number,
        unit: value?.unit.symbol ?? unit?.symbol ?? "", limits: limitTexts,
        limitsText: limitTexts.isEmpty
            ? nil : limitTexts.map { "\($0.level) \($0.text)" }.joined(separator: " · "),
        band: makeBand(
            limits: limits, lessIsGood: kpi.limits.lowerIsBetter ?? true, value: value?.number,
            isShare: unit?.dimension == .share && unit?.symbol == "%", description: spoken),
        reason: sentence(kpi.reason), age: age, sampleTime: sample, source: source, since: since,
        evidence: evidence(
            source: source, sample: sample, age: age, since: since, verdict: kpi.verdict, interval: kpi.intervalSeconds,
            trend: trend),
        definedAt: place(threshold.span), held: kpi.held, errorBudgetLeft: kpi.errorBudgetLeft, trend: trend,
        plannedReason: kpi.planned?.reason,
        plannedUntil: kpi.planned.map { context.zone.shown($0.to, now: context.madeAt) },
        chart: makeChart(
            kpi, id: id, unit: unit ?? kpi.limits.critical?.quantity.unit ?? .none, limits: limits, value: value,
            context: context))
}

/// `strategy.md:41`.
func place(_ span: SourceSpan) -> String { "\(span.path):\(span.start.line)" }

func sourceText(_ source: EvidenceSource) -> String? {
    switch source {
    case .observation(let path, let line): line.map { "\(path):\($0)" } ?? path
    case .document(let span): place(span)
    case .none: nil
    }
}

private func basis(_ kpi: KPIAssessment, value: Quantity?, limits: [Double], age: String?) -> String {
    if value != nil {
        let window = kpi.windowSeconds.map { ", last \(windowText($0))" } ?? ""
        return (kpi.aggregation ?? "newest sample") + window
    }
    guard let age else { return "never measured" }
    guard let newest = kpi.newestValue else {
        return kpi.verdict == .noData ? "newest sample unreadable, \(age)" : "newest sample \(age)"
    }
    return "last value \(measuredText(newest.number, newest.unit, besides: limits)), \(age)"
}

/// `hour`, `5 min`, `2 days`.
func windowText(_ seconds: Double) -> String {
    switch seconds {
    case 60: "minute"
    case 3600: "hour"
    case 86_400: "day"
    case 604_800: "week"
    default: durationText(seconds)
    }
}

private func evidence(
    source: String?, sample: ShownTime?, age: String?, since: ShownTime?, verdict: KPIVerdict, interval: Double?,
    trend: TrendReport?
) -> String {
    guard let source else { return "No source" }
    var parts = [source]
    if let sample, let age { parts.append("\(sample.brief), \(age)") }
    // The reason says of all other verdicts since when they hold.
    if let since, verdict == .stale { parts.append("stale since \(since.brief)") }
    if let interval, verdict == .stale || verdict == .noData {
        parts.append("expected every \(durationText(interval))")
    }
    if let trend { parts.append(trend.text) }
    return parts.joined(separator: " · ")
}

private func limitTexts(_ limits: IndicatorLimits) -> [MeasureReport.LimitText] {
    [("Target", limits.target), ("Alert", limits.alert), ("Critical", limits.critical)].compactMap { level, limit in
        limit.map { .init(level: level, text: $0.text) }
    }
}

private func bandLimits(_ limits: IndicatorLimits, in unit: Unit) -> [BandLimit] {
    [(LimitLevel.target, limits.target), (.warning, limits.alert), (.critical, limits.critical)].compactMap {
        level, limit in
        guard let quantity = limit?.quantity.converted(to: unit) else { return nil }
        return BandLimit(level: level, number: quantity.number, label: amountText(quantity.number, unit))
    }
}
