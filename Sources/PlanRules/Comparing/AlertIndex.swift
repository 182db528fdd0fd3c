import Plan

/// The configured alerts by the words of their measure.
struct AlertIndex {
    private var byName: [[String]: [Alert]] = [:]

    init(_ alerts: [Alert]) {
        for alert in alerts { byName[measureKey(alert.metric), default: []].append(alert) }
    }

    /// At most a hundred, which no plan states of one measure.
    func alerts(on metric: String) -> [Alert] { Array(byName[measureKey(metric), default: []].prefix(100)) }
}

/// The words of a measure's name in any order: `p95 latency` is `Latency (p95)`.
func measureKey(_ name: String) -> [String] {
    Set(words(of: name)).subtracting(["the", "of", "a", "an", "in", "for"]).sorted()
}
