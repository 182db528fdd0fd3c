package import Observations
package import Plan

/// Which windows an assessment of a plan needs of each metric, so that whoever reads it keeps no more.
///
/// - Parameter configuration: the same that the assessment is made with.
package func metricDemand(plan: Plan, configuration: AssessmentConfiguration, now: Instant) -> MetricDemand {
    let naming = MeasureNaming(settings: configuration.kpis)
    let indicators = plan.thresholds.filter { $0.origin == .indicator }.map { threshold in
        let settings = naming.settings(for: threshold.metric)
        return (naming.source(of: threshold.metric), indicatorWindows(IndicatorLimits(threshold), settings, now))
    }
    return MetricDemand(now: now) { name in
        let words = MetricName(name).words
        return Set(indicators.filter { $0.0.names(name, words: words) }.flatMap(\.1)).sorted()
    }
}

private func indicatorWindows(_ limits: IndicatorLimits, _ settings: KPISettings?, _ now: Instant) -> [MetricWindow] {
    IndicatorLimits.Kind.allCases.compactMap { limits.limit($0) }
        .compactMap { windowSeconds(of: $0, settings).map { MetricWindow(seconds: $0) } }
}

/// The fallback for a window that nobody names, in seconds.
let defaultWindowSeconds = 3600.0

/// How samples are put together for a limit: as it says itself, else as it is configured; nil where single samples count.
///
/// `> 5% for 5 minutes` means every sample of five minutes whatever is configured, unless single samples mean nothing.
func statistic(of limit: Limit, _ settings: KPISettings?) -> Statistic? {
    if settings?.counters != nil { return .average }
    if let own = limit.statistic { return own }
    guard let configured = settings?.statistic else { return nil }
    return limit.windowSeconds == nil || configured.isOfCounter ? configured : nil
}

/// How far back one has to look for a limit; nil where the newest sample is enough.
func windowSeconds(of limit: Limit, _ settings: KPISettings?) -> Double? {
    if let told = limit.windowSeconds { return told }
    return statistic(of: limit, settings) == nil ? nil : settings?.windowSeconds ?? defaultWindowSeconds
}

extension Statistic {
    /// Whether single samples of what it is taken of mean nothing by themselves.
    var isOfCounter: Bool { self == .rate || self == .increase }
}
