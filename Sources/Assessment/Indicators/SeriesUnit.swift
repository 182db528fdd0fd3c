import Observations
import Plan
import SourceText

/// The unit of a series' values: configured, else stated by the source, else told by the metric's name.
struct SeriesUnit {
    /// nil when what is stated is no unit.
    let unit: Unit?
    /// `'latency' is in 'ms'`.
    let phrase: String

    init(_ series: MetricSummary, settings: KPISettings?) {
        let name = series.identity.name
        let shown = name.clipped(to: 100)
        if let text = settings?.unit ?? series.identity.unit {
            unit = Unit(stated: text)
            phrase = "'\(shown)' is in '\(text.clipped(to: 40))'" + (unit == nil ? ", which is no known unit" : "")
        } else if let told = MetricName(name).unit {
            unit = told
            phrase = "'\(shown)' is in \(told.symbol.isEmpty ? "ratios" : told.symbol)"
        } else {
            unit = Unit.none
            phrase = "'\(shown)' has no unit"
        }
    }

    /// `metric-unit-mismatch`, at the limit that the series cannot be held against; nil `kind` where the unit is unknown.
    func mismatch(
        _ series: MetricSummary, _ sample: MetricSample, _ kind: IndicatorLimits.Kind?, of threshold: Threshold
    ) -> Finding {
        let limit: Claim<Limit>? =
            switch kind {
            case .target: threshold.targets.first
            case .alert: threshold.warnings.first
            case .critical: threshold.criticals.first
            case nil: nil
            }
        let text = limit.map { ", which cannot be compared with '\($0.value.text)'" } ?? ""
        return Finding(
            rule: "metric-unit-mismatch", severity: .error,
            message: "metric \(phrase) (\(sample.place.text))\(text)",
            at: limit?.span ?? threshold.span,
            help: "end the metric's name with its unit, as in latency_ms, or name the unit in the configuration",
            identity: [threshold.metric, series.identity.name])
    }
}
