import Observations
import Plan
import SourceText

/// Which series measure an indicator.
enum MetricMatch {
    case series([MetricSeries])
    /// Nothing measures it: a phrase that says so.
    case none(String)
}

/// Finds the series of each indicator and remembers which metrics were used.
struct MetricMatching {
    private let series: [MetricSeries]
    private let settings: [KPISettings]
    /// Names of the metrics, in order, with the words that they are compared by.
    private let names: [(name: String, words: [String])]

    init(series: [MetricSeries], settings: [KPISettings]) {
        self.series = series
        self.settings = settings
        var names: [(name: String, words: [String])] = []
        for one in series where names.last?.name != one.identity.name {
            names.append((one.identity.name, MetricName(one.identity.name).words))
        }
        self.names = names
    }

    /// What the configuration says of an indicator; the exact name goes before the same words.
    func settings(for threshold: Threshold) -> KPISettings? {
        let words = MetricName(threshold.metric).words
        return settings.first { $0.kpi == threshold.metric } ?? settings.first { MetricName($0.kpi).words == words }
    }

    func match(_ threshold: Threshold) -> MetricMatch {
        let settings = settings(for: threshold)
        let metric: String
        if let configured = settings?.metric {
            metric = configured
        } else {
            let words = MetricName(threshold.metric).words
            let candidates = words.isEmpty ? [] : names.filter { $0.words == words }.map(\.name)
            guard let only = candidates.first else { return .none("no metric has its name") }
            guard candidates.count == 1 else {
                let list = candidates.map { "'\($0)'" }.joined(separator: " and ")
                return .none("\(list) both have its name")
            }
            metric = only
        }
        let found = series.filter { $0.identity.name == metric }
        return found.isEmpty ? .none("metric '\(metric)' has no samples") : .series(found)
    }

    /// Whether the plan can do without an indicator.
    func isOptional(_ threshold: Threshold) -> Bool { settings(for: threshold)?.required == false }

    /// Indicators that the configuration names and the plan does not, as indicators without limits: whoever configured
    /// one wants it watched, and it must not vanish with a renamed heading.
    func orphans(_ thresholds: [Threshold]) -> [Threshold] {
        orphanedSettings(thresholds).map { Threshold(metric: $0.kpi, origin: .indicator, span: $0.span) }
    }

    private func orphanedSettings(_ thresholds: [Threshold]) -> [KPISettings] {
        let indicators = Set(thresholds.map { MetricName($0.metric).words })
        return settings.filter { !indicators.contains(MetricName($0.kpi).words) }
    }

    /// `metric-unmatched` for each metric that belongs to no indicator, and for settings whose indicator is not in the plan.
    func unmatched(_ thresholds: [Threshold]) -> [Finding] {
        let configured = Set(settings.compactMap(\.metric))
        let indicators = Set(thresholds.map { MetricName($0.metric).words })
        let metrics = names.filter { !configured.contains($0.name) && !indicators.contains($0.words) }.map { metric in
            let sample = series.first { $0.identity.name == metric.name }?.samples.first
            let place = sample.map { " (\($0.place.text))" } ?? ""
            return Finding(
                rule: "metric-unmatched", severity: .warning,
                message: "metric '\(metric.name)'\(place) belongs to no indicator of the plan", at: nil,
                help: "name its indicator in the configuration, or stop collecting it", identity: [metric.name])
        }
        let orphans = orphanedSettings(thresholds).map { settings in
            Finding(
                rule: "metric-unmatched", severity: .warning,
                message: "indicator '\(settings.kpi)' is configured, but no document sets limits under that name",
                at: settings.span, identity: [settings.kpi])
        }
        return metrics + orphans
    }
}
