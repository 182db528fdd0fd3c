import Observations
import Plan

extension KPISettings {
    /// What the series of its query's answer are called.
    var answerName: String { metric ?? kpi }
}

/// Which metrics measure what the plan names, by the configuration or by the words of their names.
struct MeasureNaming {
    /// Where the values of a measure come from.
    enum Source {
        case metric(String)
        case counters(KPISettings.Counters)
        /// Whatever metric has these words.
        case words([String])

        /// Whether a metric may be of this source.
        func names(_ metric: String, words: [String]) -> Bool {
            switch self {
            case .metric(let name): name == metric
            case .counters(let counters): counters.good == metric || counters.total == metric
            case .words(let own): !own.isEmpty && own == words
            }
        }
    }

    let settings: [KPISettings]

    func settings(for measure: String) -> KPISettings? { settings.settings(for: measure) }

    func source(of measure: String) -> Source {
        let settings = settings(for: measure)
        if let counters = settings?.counters { return .counters(counters) }
        // A query gives its answer this name, whatever else has the measure's words.
        if let settings, settings.query != nil { return .metric(settings.answerName) }
        return settings?.metric.map { .metric($0) } ?? .words(MetricName(measure).words)
    }
}
