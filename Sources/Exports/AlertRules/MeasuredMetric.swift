import Assessment
import Observations
import Plan
import Prometheus
import SourceText

/// What PromQL asks for to learn a measure's value.
struct MeasuredMetric {
    private enum Source {
        /// `hook_execution_time_ms{job="web"}`.
        case selector(String)
        /// An expression, and the seconds between its samples.
        case query(String, stepSeconds: Double)
        /// Selectors of the two counters of an availability.
        case counters(good: String, total: String)
    }

    private let source: Source
    /// Of its values.
    let unit: Unit
    /// Whether nobody named it, and its name was made of the measure's.
    let isDerived: Bool

    /// Why a measure has no metric.
    struct Fault: Error {
        let phrase: String
    }

    /// Its newest value; of two counters the one that has to be there.
    var instant: String {
        switch source {
        case .selector(let selector): selector
        case .query(let query, _): "(\(query)\n)"
        case .counters(_, let total): total
        }
    }

    /// Its samples of a window, put together.
    func over(_ seconds: Double, _ statistic: Statistic) -> String {
        let window = promDuration(seconds)
        switch source {
        case .selector(let selector): return statistic.call(on: "\(selector)[\(window)]")
        case .query(let query, let step):
            return statistic.call(on: "(\(query)\n)[\(window):\(promDuration(step))]")
        case .counters(let good, let total):
            // All series of a counter count together, as in the assessment, and nothing good at all is a share of 0.
            return "(sum(increase(\(good)[\(window)])) or vector(0)) / sum(increase(\(total)[\(window)]))"
        }
    }

    /// True while nothing measures it.
    var isAbsent: String {
        guard case .counters(let good, let total) = source else { return "absent(\(instant))" }
        return "absent(\(total)) or absent(\(good))"
    }

    /// The unit of what a statistic comes to; nil for the rate of a rate.
    func unit(of statistic: Statistic?) -> Unit? {
        guard statistic == .rate else { return unit }
        return unit.perSeconds == nil ? unit.per(1) : nil
    }

    /// The metric that the settings name, else one named for the measure, as the naming rules of Prometheus want it.
    ///
    /// - Parameter limitUnit: of the measure's limits.
    static func find(_ measure: String, _ settings: KPISettings?, limitUnit: Unit) -> Result<Self, Fault> {
        do throws(Fault) {
            let source = try source(settings)
            guard let source else { return .success(try derived(measure, settings, limitUnit)) }
            return .success(
                Self(source: source, unit: try unit(settings, source), isDerived: false))
        } catch {
            return .failure(error)
        }
    }

    private static func source(_ settings: KPISettings?) throws(Fault) -> Source? {
        guard let settings else { return nil }
        if let query = settings.query { return .query(query, stepSeconds: settings.intervalSeconds ?? 60) }
        if let counters = settings.counters {
            return .counters(
                good: try selector(counters.good, settings), total: try selector(counters.total, settings))
        }
        guard let metric = settings.metric else { return nil }
        return .selector(try selector(metric, settings))
    }

    private static func selector(_ metric: String, _ settings: KPISettings?) throws(Fault) -> String {
        guard PromName.isMetric(metric) else { throw Fault(phrase: "'\(metric)' is no name of a metric in Prometheus") }
        let labels = settings?.labels ?? []
        if let label = labels.first(where: { !PromName.isLabel($0.key) }) {
            throw Fault(phrase: "'\(label.key)' is no name of a label in Prometheus")
        }
        return PromName.selector(metric, labels)
    }

    private static func unit(_ settings: KPISettings?, _ source: Source) throws(Fault) -> Unit {
        if case .counters = source { return .ratio }
        guard let stated = settings?.unit else { return settings?.metric.flatMap { MetricName($0).unit } ?? .none }
        guard let unit = Unit(stated: stated) else { throw Fault(phrase: "its unit '\(stated)' is not known") }
        return unit
    }

    private static func derived(
        _ measure: String, _ settings: KPISettings?, _ limitUnit: Unit
    ) throws(Fault) -> Self {
        let words = MetricName(measure).words.map { word in
            word.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        let (unit, ending) = base(limitUnit)
        let name = (words.filter { !$0.isEmpty } + ending).joined(separator: "_")
        guard PromName.isMetric(name), !words.allSatisfy(\.isEmpty) else {
            throw Fault(phrase: "no settings name its metric, and '\(measure)' cannot be made into a name")
        }
        return Self(
            source: .selector(try selector(name, settings)), unit: unit, isDerived: true)
    }

    /// The base unit that Prometheus wants values in, and how it stands in a name.
    private static func base(_ unit: Unit) -> (Unit, [String]) {
        guard unit.perSeconds == nil else { return (unit, []) }
        return switch unit.dimension {
        case .time: (.seconds, ["seconds"])
        case .share: (.ratio, ["ratio"])
        case .bytes: (Unit(.bytes, "B", scale: 1), ["bytes"])
        case .money, .count, .multiple, .score: (unit, [])
        }
    }
}

extension Statistic {
    /// The function that puts the samples of a range together.
    fileprivate func call(on range: String) -> String {
        switch self {
        case .average: "avg_over_time(\(range))"
        case .median: "quantile_over_time(0.5, \(range))"
        case .maximum: "max_over_time(\(range))"
        case .minimum: "min_over_time(\(range))"
        case .total: "sum_over_time(\(range))"
        case .increase: "increase(\(range))"
        case .rate: "rate(\(range))"
        case .percentile(let rank): "quantile_over_time(\(roundedText(rank / 100)), \(range))"
        }
    }
}

/// Whole milliseconds in the largest unit that leaves no rest: `5m`, `90s`, `1500ms`.
func promDuration(_ seconds: Double) -> String {
    let milliseconds = Int64((min(max(seconds, 0.001), 1e10) * 1000).rounded())
    for (size, symbol) in [(Int64(86_400_000), "d"), (3_600_000, "h"), (60_000, "m"), (1000, "s")]
    where milliseconds.isMultiple(of: size) {
        return "\(milliseconds / size)\(symbol)"
    }
    return "\(milliseconds)ms"
}
