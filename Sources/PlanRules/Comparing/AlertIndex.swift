import Plan
import SourceText

/// The configured alerts by the words of their measure.
struct AlertIndex {
    /// An alert that has an expression, in what is compared of it.
    private struct Measuring {
        /// The telling words of its expression, and those of its name; neither is empty.
        let names: [Set<String>]
        let percentile: String?
    }
    private let alerts: [Alert]
    private var byName: [[String]: [Int]] = [:]
    private var measuring: [Int: Measuring] = [:]
    private var byWord: [String: [Int]] = [:]
    private var actingLists: Set<SourceSpan> = []

    init(_ alerts: [Alert]) {
        self.alerts = alerts
        for (index, alert) in alerts.enumerated() {
            byName[measureKey(alert.metric), default: []].append(index)
            if alert.effect == .acts { actingLists.insert(alert.list) }
            guard let measured = alert.measured else { continue }
            let names = [expressionWords(measured), expressionWords(alert.metric)].filter { !$0.isEmpty }
            measuring[index] = Measuring(names: names, percentile: percentile(in: measured))
            for word in Set(names.joined()) { byWord[word, default: []].append(index) }
        }
    }

    /// At most a hundred, which no plan states of one measure.
    func alerts(on metric: String) -> [Alert] {
        byName.isEmpty ? [] : byName[measureKey(metric), default: []].prefix(100).map { alerts[$0] }
    }

    /// Alerts whose expression or name has words of the measure and none that it has not, or has all of them; the
    /// percentile is the same.
    func alerts(measuring trigger: Trigger) -> [Alert] {
        guard let metric = trigger.metric, !byWord.isEmpty else { return [] }
        let own = expressionWords(metric)
        guard !own.isEmpty, own.count <= 8 else { return [] }
        let rank = percentile(of: trigger)
        return Set(own.flatMap { byWord[$0, default: []].prefix(100) }).sorted().filter { index in
            guard let alert = measuring[index], alert.percentile == rank else { return false }
            return alert.names.contains { $0.isSubset(of: own) || own.isSubset(of: $0) }
        }.map { alerts[$0] }
    }

    /// Whether the list that holds an alert has others that act.
    func hasActingSibling(_ alert: Alert) -> Bool { actingLists.contains(alert.list) }
}

/// The words of a measure's name in any order: `p95 latency` is `Latency (p95)`.
func measureKey(_ name: String) -> [String] {
    Set(words(of: name)).subtracting(["the", "of", "a", "an", "in", "for"]).sorted()
}

/// The words that tell a measure, as a text or an expression of a monitoring system names it.
func expressionWords(_ measure: String) -> Set<String> {
    Set(words(of: String(measure.prefix(500)))).filter { word in
        !plainExpressionWords.contains(word) && !word.allSatisfy { $0.isNumber } && rank(of: word) == nil
            && !(word.first?.isNumber == true && Unit.named(String(word.drop { $0.isNumber })) != nil)
    }
}

/// The percentile that a trigger limits.
func percentile(of trigger: Trigger) -> String? {
    if case .percentile? = trigger.condition?.statistic { return trigger.condition?.statistic?.text }
    return trigger.metric.flatMap(percentile)
}

/// `p99` of `p99 latency` and of `histogram_quantile(0.99, latency)`.
private func percentile(in measure: String) -> String? {
    let text = String(measure.prefix(500))
    if text.holds("quantile("), let call = text.firstRange(of: "quantile(") {
        let number = text[call.upperBound...].prefix { $0.isNumber || $0 == "." }
        return Double(number).map { Statistic.percentile(($0 * 1e6).rounded() / 1e4).text }
    }
    return words(of: text, cuttingPlurals: false).lazy.compactMap(rank).first
}

private func rank(of word: String) -> String? {
    guard word.first == "p", (2...5).contains(word.count), let rank = Double(word.dropFirst()) else { return nil }
    return Statistic.percentile(rank >= 1000 ? rank / 100 : rank > 100 ? rank / 10 : rank).text
}

/// Functions and units of expressions, and what names of alerts and measures say beside what is measured.
private let plainExpressionWords: Set<String> = [
    "rate", "irate", "increase", "sum", "avg", "max", "min", "average", "histogram", "quantile", "by", "le", "bucket",
    "second", "m", "ms", "millisecond", "total", "count", "over", "time", "without", "job", "offset", "clamp", "vector",
    "the", "of", "a", "an", "in", "for", "per", "on", "and", "to", "from", "high", "low", "warning", "critical",
    "alert", "elevated", "too", "spike", "exceeded", "percentage", "ratio", "any",
]
