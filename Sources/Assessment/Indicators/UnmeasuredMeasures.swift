package import Observations
package import Plan

/// What a server has to be asked so that a measure of the plan can be judged.
package struct MeasureDemand: Sendable {
    /// The measure as the plan names it.
    package let measure: String
    /// What its series have to be called.
    package let name: String
    /// What the server is asked instead of a metric of that name; nil for the metric.
    package let query: String?
    /// That a series of the metric has to have.
    package let labels: [MetricLabel]
    package let windows: [MetricWindow]
    /// Percentiles by rank from 0 to 1.
    package let ranks: [Double]
    /// Whether its rise counts and not its value.
    package let isCounter: Bool
    package let intervalSeconds: Double?
}

/// The metrics that a server has to be asked for, by exact name.
///
/// A `query` goes before everything, for whoever wrote one wants it asked. A metric that is found in files is not asked
/// for. What is told apart by its words alone is not asked for either: that a server holds a metric of a like name says
/// little about a plan.
/// - Parameter observed: what the files tell.
package func measuresToAsk(
    plan: Plan, observed: [MetricSummary], configuration: AssessmentConfiguration, now: Instant
) -> [MeasureDemand] {
    let naming = MeasureNaming(settings: configuration.kpis)
    let windows = metricDemand(plan: plan, configuration: configuration, now: now).windows
    let known = Set(observed.map(\.identity.name))
    let thresholds = plan.thresholds.filter { $0.origin == .indicator }
    let measures = thresholds.map(\.metric)
    let orphans = MetricMatching(series: [], settings: configuration.kpis).orphans(measures)
    var demands: [MeasureDemand] = []
    // Indicators of one metric share its answer.
    let ranks = Dictionary(grouping: thresholds + orphans) { naming.settings(for: $0.metric)?.metric ?? $0.metric }
        .mapValues { $0.flatMap { statistics($0, naming).compactMap(\.rank) } }
    for threshold in thresholds + orphans {
        guard let settings = naming.settings(for: threshold.metric) else { continue }
        let isCounter = settings.counters != nil || statistics(threshold, naming).contains(where: \.isOfCounter)
        func add(_ name: String, query: String? = nil) {
            guard query != nil || !known.contains(name) else { return }
            demands.append(
                MeasureDemand(
                    measure: threshold.metric, name: name, query: query, labels: query == nil ? settings.labels : [],
                    windows: windows(name), ranks: ranks[name] ?? [], isCounter: isCounter,
                    intervalSeconds: settings.intervalSeconds))
        }
        if let query = settings.query {
            add(settings.metric ?? threshold.metric, query: query)
        } else if let counters = settings.counters {
            add(counters.good)
            add(counters.total)
        } else if let metric = settings.metric {
            add(metric)
        }
    }
    return demands
}

/// How the limits of a measure put samples together.
private func statistics(_ threshold: Threshold, _ naming: MeasureNaming) -> [Statistic] {
    let limits = IndicatorLimits(threshold)
    return IndicatorLimits.Kind.allCases.compactMap { limits.limit($0) }
        .compactMap { statistic(of: $0, naming.settings(for: threshold.metric)) }
}

extension Statistic {
    /// Of a percentile, from 0 to 1.
    fileprivate var rank: Double? {
        switch self {
        case .median: 0.5
        case .percentile(let percent): min(max(percent, 0), 100) / 100
        default: nil
        }
    }
}
