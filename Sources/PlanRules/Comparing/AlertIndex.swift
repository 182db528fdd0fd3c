import Plan

/// The configured alerts by the words of their measure.
struct AlertIndex {
    private var byWords: [[String]: [Alert]] = [:]

    init(_ alerts: [Alert]) {
        for alert in alerts { byWords[words(of: alert.metric), default: []].append(alert) }
    }

    /// At most a hundred, which no plan states of one measure.
    func alerts(on metric: String) -> [Alert] { Array(byWords[words(of: metric), default: []].prefix(100)) }
}
