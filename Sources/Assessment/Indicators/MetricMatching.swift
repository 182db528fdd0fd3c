import Observations
import Plan
import SourceText

/// Which series measure an indicator.
enum MetricMatch {
    case series([MetricSummary])
    /// The share of the one in the other.
    case counters(good: [MetricSummary], total: [MetricSummary])
    /// Nothing measures it: a phrase that says so.
    case none(String)
    /// Nobody knows which of several metrics does: a phrase that names them.
    case ambiguous(String)
}

/// Finds the series of each indicator and remembers which metrics were used.
struct MetricMatching {
    private let series: [String: [MetricSummary]]
    private let silences: [MetricSilence]
    private let emptyFiles: [String]
    private let naming: MeasureNaming
    /// Names of the metrics, in order, with the words that they are compared by.
    private let names: [(name: String, words: [String])]
    private let namesByWords: [[String]: [String]]

    /// - Parameters:
    ///   - series: by name.
    ///   - emptyFiles: paths of files that hold no samples.
    init(
        series: [MetricSummary], silences: [MetricSilence] = [], emptyFiles: [String] = [], settings: [KPISettings]
    ) {
        self.silences = silences
        self.emptyFiles = emptyFiles
        naming = MeasureNaming(settings: settings)
        var names: [(name: String, words: [String])] = []
        for one in series where names.last?.name != one.identity.name {
            names.append((one.identity.name, MetricName(one.identity.name).words))
        }
        self.names = names
        self.series = Dictionary(grouping: series, by: \.identity.name)
        namesByWords = Dictionary(grouping: names, by: \.words).mapValues { $0.map(\.name) }
    }

    func settings(for measure: String) -> KPISettings? { naming.settings(for: measure) }

    /// - Parameter measure: as the plan names it.
    func match(_ measure: String) -> MetricMatch {
        let match = found(measure)
        // Who was asked and told nothing knows better why.
        guard case .none = match else { return match }
        let words = MetricName(measure).words
        if let silence = silences.first(where: { MetricName($0.indicator).words == words }) {
            return .none(silence.reason)
        }
        guard case .none(let phrase) = match, let empty = emptyFiles.first else { return match }
        let others = emptyFiles.count > 1 ? " and \(emptyFiles.count - 1) more hold" : " holds"
        return .none("\(phrase), and '\(empty)'\(others) no samples")
    }

    private func found(_ measure: String) -> MetricMatch {
        let labels = settings(for: measure)?.labels ?? []
        switch naming.source(of: measure) {
        case .metric(let name): return named(name, labels)
        case .counters(let counters):
            guard case .series(let total) = named(counters.total, labels) else { return named(counters.total, labels) }
            guard case .series(let good) = named(counters.good, labels) else { return named(counters.good, labels) }
            return .counters(good: good, total: total)
        case .words(let words):
            let candidates = words.isEmpty ? [] : namesByWords[words] ?? []
            guard let only = candidates.first else { return .none("no metric has its name") }
            guard candidates.count == 1 else {
                let list = candidates.prefix(2).map { "'\($0.clipped(to: 100))'" }.joined(separator: " and ")
                let more = candidates.count > 2 ? " and \(candidates.count - 2) more" : ""
                return .ambiguous("\(list)\(more) \(candidates.count > 2 ? "all" : "both") have its name")
            }
            return named(only, labels)
        }
    }

    private func named(_ metric: String, _ labels: [MetricLabel]) -> MetricMatch {
        guard let all = series[metric] else {
            return .none("metric '\(metric.clipped(to: 100))' has no samples")
        }
        let found = all.filter { one in labels.allSatisfy(one.identity.labels.contains) }
        guard found.isEmpty else { return .series(found) }
        let wanted = labels.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
        return .none("no series of metric '\(metric)' has the labels \(wanted)")
    }

    /// Whether the plan can do without an indicator.
    func isOptional(_ threshold: Threshold) -> Bool { settings(for: threshold.metric)?.required == false }

    /// Indicators that the configuration names and the plan does not, as indicators without limits: whoever configured
    /// one wants it watched, and it must not vanish with a renamed heading.
    ///
    /// - Parameter measures: Names of what the plan sets limits for: indicators and the measures of criteria.
    func orphans(_ measures: [String]) -> [Threshold] {
        orphanedSettings(measures).map { Threshold(metric: $0.kpi, origin: .indicator, span: $0.span) }
    }

    private func orphanedSettings(_ measures: [String]) -> [KPISettings] {
        let known = Set(measures.map { MetricName($0).words })
        return naming.settings.filter { !known.contains(MetricName($0.kpi).words) }
    }

    /// `metric-unmatched` for each metric that belongs to nothing the plan names, and for settings of no indicator.
    ///
    /// - Parameters:
    ///   - measures: Names of the indicators.
    ///   - criteria: Names of the measures of criteria, which settings may speak of too.
    ///   - others: Names of what else a metric may be of.
    func unmatched(_ measures: [String], criteria: [String], _ others: [String]) -> [Finding] {
        // A metric that has a measure's words is accounted for, even where another one was chosen for it.
        let sources =
            (measures + naming.settings.filter(\.namesMetric).map(\.kpi)).map(naming.source)
            + (measures + criteria + others).map { .words(MetricName($0).words) }
        let known = AccountedMetrics(sources)
        let metrics = names.filter { !known.holds($0.name, words: $0.words) }.map(\.name)
        let strangers = metrics.prefix(metrics.count > Self.mostTold ? Self.mostTold - 1 : Self.mostTold).map(stranger)
        let orphans = orphanedSettings(measures + criteria).map { settings in
            Finding(
                rule: "metric-unmatched", severity: .warning,
                message: "indicator '\(settings.kpi)' is configured, but no document sets limits under that name",
                at: settings.span, identity: [settings.kpi])
        }
        return strangers + [further(metrics.count - strangers.count)].compactMap(\.self) + orphans
    }

    /// So many metrics that belong to nothing are told, the last line for all that are left.
    private static let mostTold = 10

    private func stranger(_ metric: String) -> Finding {
        let place = series[metric]?.first?.recent.first.map { " (\($0.place.text))" } ?? ""
        return unmatched("metric '\(metric.clipped(to: 100))'\(place) belongs to no indicator of the plan", [metric])
    }

    private func further(_ count: Int) -> Finding? {
        count == 0 ? nil : unmatched("\(count) more metrics belong to no indicator of the plan", ["more"])
    }

    private func unmatched(_ message: String, _ identity: [String]) -> Finding {
        Finding(
            rule: "metric-unmatched", severity: .warning, message: message, at: nil,
            help: "name its indicator in the configuration, or stop collecting it", identity: identity)
    }
}

/// The metrics that belong to something, by name and by words.
private struct AccountedMetrics {
    private var names: Set<String> = []
    private var words: Set<[String]> = []

    init(_ sources: [MeasureNaming.Source]) {
        for source in sources {
            switch source {
            case .metric(let name): names.insert(name)
            case .counters(let counters): names.formUnion([counters.good, counters.total])
            case .words(let own): if !own.isEmpty { words.insert(own) }
            }
        }
    }

    func holds(_ name: String, words own: [String]) -> Bool { names.contains(name) || words.contains(own) }
}

extension KPISettings {
    /// Whether it says itself which metric is meant.
    fileprivate var namesMetric: Bool { metric != nil || counters != nil }
}
