package import Observations
package import Plan

/// Which windows an assessment of a plan needs of each metric, and which course its indicators are drawn from, so that
/// whoever reads it keeps no more.
///
/// - Parameter configuration: the same that the assessment is made with.
package func metricDemand(plan: Plan, configuration: AssessmentConfiguration, now: Instant) -> MetricDemand {
    let naming = MeasureNaming(settings: configuration.kpis)
    let before = [weekBefore(plan, configuration, now: now)].compactMap(\.self)
    let indicators = plan.thresholds.filter { $0.origin == .indicator }.map { threshold in
        let settings = naming.settings(for: threshold.metric)
        let own = indicatorWindows(IndicatorLimits(threshold), settings, now)
        return (naming.source(of: threshold.metric), settings?.baseline == nil ? own + before : own)
    }
    let triggers = plan.triggers.compactMap { trigger -> (MeasureNaming.Source, [MetricWindow])? in
        guard let metric = trigger.metric, let condition = trigger.lastingCondition else { return nil }
        let settings = naming.settings(for: metric)
        return (naming.source(of: metric), windows(of: [condition], settings) + baseline(settings, now))
    }
    let needs = indicators + triggers + criterionNeeds(plan, naming, now)
    let drawn =
        plan.thresholds.filter { $0.origin == .indicator }.map { naming.source(of: $0.metric) }
        + configuration.kpis.map { naming.source(of: $0.kpi) }
    let historySeconds: @Sendable (String) -> Double = { name in
        let words = MetricName(name).words
        return drawn.contains { $0.names(name, words: words) } ? courseSeconds : 0
    }
    return MetricDemand(now: now, historySeconds: historySeconds) { name in
        let words = MetricName(name).words
        return Set(needs.filter { $0.0.names(name, words: words) }.flatMap(\.1)).sorted()
    }
}

/// The ranks, from 0 to 1 and ascending, of all percentiles that an assessment of a plan may ask a window for, so that a
/// source that reckons them itself knows which.
package func percentileRanks(plan: Plan, configuration: AssessmentConfiguration) -> [Double] {
    let limits =
        plan.thresholds.filter { $0.origin == .indicator }
        .flatMap { [$0.targets, $0.warnings, $0.criticals].flatMap(\.self).map(\.value) }
        + plan.triggers.compactMap(\.condition)
        + statedCriteria(plan).flatMap { CriterionMeasure.names(of: $0).map(\.limit) }
    let statistics = limits.compactMap(\.statistic) + configuration.kpis.compactMap(\.statistic)
    return Set(statistics.compactMap(\.rank)).sorted()
}

/// Each criterion as the limits that it may come to, with the sources that its measure may have.
private func criterionNeeds(
    _ plan: Plan, _ naming: MeasureNaming, _ now: Instant
) -> [(MeasureNaming.Source, [MetricWindow])] {
    statedCriteria(plan).flatMap { criterion in
        CriterionMeasure.names(of: criterion).map { measure in
            let settings = naming.settings(for: measure.name)
            return (naming.source(of: measure.name), windows(of: [measure.limit], settings) + baseline(settings, now))
        }
    }
}

private func indicatorWindows(_ limits: IndicatorLimits, _ settings: KPISettings?, _ now: Instant) -> [MetricWindow] {
    let trend = TrendBasis(limits, settings).map { [$0.window, $0.before] } ?? []
    return windows(of: IndicatorLimits.Kind.allCases.compactMap { limits.limit($0) }, settings) + trend
        + baseline(settings, now)
}

private func windows(of limits: [Limit], _ settings: KPISettings?) -> [MetricWindow] {
    limits.compactMap { $0.usedWindowSeconds(settings) }.map { MetricWindow(seconds: $0) }
}

private func baseline(_ settings: KPISettings?, _ now: Instant) -> [MetricWindow] {
    [BaselineLimits.window(settings, now: now)].compactMap(\.self)
}

/// How far back indicators are drawn, in seconds: a week.
package let courseSeconds = 604_800.0

/// The fallback for a window that nobody names, in seconds.
let defaultWindowSeconds = 3600.0

extension Limit {
    /// How samples are put together for it: as it says itself, else as it is configured; nil where single samples count.
    ///
    /// `> 5% for 5 minutes` means every sample of five minutes whatever is configured, unless single samples mean nothing.
    package func usedStatistic(_ settings: KPISettings?) -> Statistic? {
        if settings?.counters != nil { return .average }
        if let statistic { return statistic }
        guard let configured = settings?.statistic else { return nil }
        return windowSeconds == nil || configured.isOfCounter ? configured : nil
    }

    /// How far back one has to look for it; nil where the newest sample is enough.
    package func usedWindowSeconds(_ settings: KPISettings?) -> Double? {
        if let windowSeconds { return windowSeconds }
        return usedStatistic(settings) == nil ? nil : settings?.windowSeconds ?? defaultWindowSeconds
    }
}

extension Statistic {
    /// Whether single samples of what it is taken of mean nothing by themselves.
    var isOfCounter: Bool { self == .rate || self == .increase }

    /// Of a percentile, from 0 to 1; nil for what is none.
    var rank: Double? {
        switch self {
        case .median: 0.5
        // Rounded, so that p99.9 is 0.999.
        case .percentile(let rank): (min(max(rank, 0), 100) * 1e6).rounded() / 1e8
        case .average, .maximum, .minimum, .total, .increase, .rate: nil
        }
    }
}
