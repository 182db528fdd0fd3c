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
    /// How far back its course is wanted, in seconds.
    package let historySeconds: Double
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
    let demanded = metricDemand(plan: plan, configuration: configuration, now: now)
    let known = Set(observed.map(\.identity.name))
    let uses = StatisticUses(plan, configuration)
    let measures = plan.thresholds.filter { $0.origin == .indicator }.map(\.metric)
    let orphans = MetricMatching(series: [], settings: configuration.kpis).orphans(measures).map(\.metric)
    return (measures + orphans).flatMap { measure -> [MeasureDemand] in
        guard let settings = uses.naming.settings(for: measure) else { return [] }
        func demand(_ name: String, query: String? = nil) -> MeasureDemand {
            let statistics = uses.statistics(of: name)
            return MeasureDemand(
                measure: measure, name: name, query: query, labels: query == nil ? settings.labels : [],
                windows: demanded.windows(name), ranks: statistics.compactMap(\.rank),
                isCounter: settings.counters != nil || statistics.contains(where: \.isOfCounter),
                intervalSeconds: settings.intervalSeconds, historySeconds: demanded.historySeconds(name))
        }
        if let query = settings.query { return [demand(settings.answerName, query: query)] }
        let names = settings.counters.map { [$0.good, $0.total] } ?? [settings.metric].compactMap(\.self)
        return names.filter { !known.contains($0) }.map { demand($0) }
    }
}

/// How the limits of a plan put the samples of their metrics together.
private struct StatisticUses {
    let naming: MeasureNaming
    private let uses: [(source: MeasureNaming.Source, statistics: [Statistic])]

    init(_ plan: Plan, _ configuration: AssessmentConfiguration) {
        let naming = MeasureNaming(settings: configuration.kpis)
        func use(_ measure: String, _ limits: [Limit]) -> (MeasureNaming.Source, [Statistic]) {
            let settings = naming.settings(for: measure)
            return (naming.source(of: measure), limits.compactMap { $0.usedStatistic(settings) })
        }
        self.naming = naming
        uses =
            plan.thresholds.filter { $0.origin == .indicator }.map { threshold in
                let limits = IndicatorLimits(threshold)
                return use(threshold.metric, IndicatorLimits.Kind.allCases.compactMap { limits.limit($0) })
            }
            + plan.triggers.compactMap { trigger in
                trigger.metric.map { use($0, [trigger.lastingCondition].compactMap(\.self)) }
            }
            + statedCriteria(plan).flatMap { criterion in
                CriterionMeasure.names(of: criterion).map { use($0.name, [$0.limit]) }
            }
    }

    /// Those of every measure that a metric may be meant by.
    func statistics(of metric: String) -> [Statistic] {
        let words = MetricName(metric).words
        return uses.filter { $0.source.names(metric, words: words) }.flatMap(\.statistics)
    }
}
