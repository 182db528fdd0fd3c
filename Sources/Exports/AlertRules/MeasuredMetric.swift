import Assessment
import Plan
import SourceText

/// What PromQL asks for to learn a measure's value.
struct MeasuredMetric {
    /// `hook_execution_time_ms`.
    let selector: String
    /// Of its values.
    let unit: Unit
    /// Whether nobody named it, and its name was made of the measure's.
    let isDerived: Bool

    /// Why a measure has no metric.
    struct Fault: Error {
        let phrase: String
    }

    /// The metric that the settings name, else one named for the measure, as the naming rules of Prometheus want it.
    ///
    /// - Parameter limitUnit: of the measure's limits.
    static func find(_ measure: String, _ settings: KPISettings?, limitUnit: Unit) -> Result<Self, Fault> {
        guard let metric = settings?.metric else { return derived(measure, settings, limitUnit) }
        guard isMetricName(metric) else {
            return .failure(Fault(phrase: "'\(metric)' is no name of a metric in Prometheus"))
        }
        guard let stated = settings?.unit else {
            return .success(Self(selector: metric, unit: MetricName(metric).unit ?? .none, isDerived: false))
        }
        guard let unit = Unit(stated: stated) else {
            return .failure(Fault(phrase: "'\(metric)' is in '\(stated)', which is no known unit"))
        }
        return .success(Self(selector: metric, unit: unit, isDerived: false))
    }

    private static func derived(
        _ measure: String, _ settings: KPISettings?, _ limitUnit: Unit
    ) -> Result<Self, Fault> {
        let words = MetricName(measure).words.map { $0.filter { $0.isASCII && ($0.isLetter || $0.isNumber) } }
        let (unit, ending) = base(limitUnit)
        let name = (words.filter { !$0.isEmpty } + ending).joined(separator: "_")
        guard isMetricName(name), !words.allSatisfy(\.isEmpty) else {
            return .failure(Fault(phrase: "no settings name its metric, and '\(measure)' cannot be made into a name"))
        }
        return .success(Self(selector: name, unit: unit, isDerived: true))
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

    private static func isMetricName(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= first) else { return false }
        return name.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" || scalar == ":")
        }
    }
}
