import Assessment
import Configuration
import Observations
import Plan
import Report

/// The settings of measures as the assessment takes them, their times placed in the plan's zone.
extension AssessmentConfiguration {
    /// - Parameter announced: windows of work that people told of, beside those of the settings.
    init(
        _ configuration: PlanConfiguration, announced: [PlannedWindow] = [], updateInterval: Double, zone: PlanZone,
        now: Instant
    ) {
        self.init(
            kpis: configuration.indicators.map { KPISettings($0, zone: zone) },
            plannedWindows: configuration.plannedWindows.map { window in
                PlannedWindow(
                    from: zone.instant(of: window.from.value), to: zone.instant(of: window.to.value),
                    reason: window.reason, kpis: window.kpis.map(\.value))
            } + announced, updateInterval: updateInterval, timeText: { zone.shown($0, now: now).brief },
            civilDate: { zone.civilDate(of: $0) },
            resultNames: configuration.resultNames.map { ResultName(result: $0.result, item: $0.item) },
            resultLimitSeconds: configuration.resultLimit,
            planClock: { zone.moment(shownAs: $0) })
    }
}

extension KPISettings {
    fileprivate init(_ indicator: IndicatorConfiguration, zone: PlanZone) {
        let baseline: Baseline? =
            switch indicator.baseline {
            case .amount(let quantity)?: .amount(quantity)
            case .span(let from, let to)?: .span(from: zone.instant(of: from), to: zone.instant(of: to))
            case nil: nil
            }
        var counters: Counters?
        if let good = indicator.good, let total = indicator.total { counters = Counters(good: good, total: total) }
        self.init(
            kpi: indicator.name.value, metric: indicator.metric, unit: indicator.unit,
            intervalSeconds: indicator.interval, windowSeconds: indicator.window, required: indicator.required,
            labels: indicator.labels.map { MetricLabel($0.key, $0.value) }, query: indicator.query, counters: counters,
            statistic: indicator.statistic,
            patience: Patience(openAfter: indicator.openAfter, closeAfter: indicator.closeAfter), baseline: baseline,
            span: indicator.name.span)
    }
}
