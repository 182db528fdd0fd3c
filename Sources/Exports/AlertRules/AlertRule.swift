package import SourceText

/// One alerting rule of Prometheus.
package struct AlertRule: Sendable {
    package enum Severity: String, Sendable {
        case critical, warning, info
    }

    /// `ErrorRateCritical`.
    package let name: String
    /// PromQL that is true for each series that breaks the limit.
    package let expression: String
    /// How long it has to be true before the rule fires, in seconds; 0 at once.
    package let holdSeconds: Double
    package let severity: Severity
    /// The condition as people write it, which tells apart the rules of one name: `> 15% for 5 min`.
    package let limit: String
    /// Id of the phase that the limit is of; nil when it holds for the whole plan.
    package let phase: String?
    /// A sentence without full stop for whoever is woken by it.
    package let summary: String
    /// What the documents say is to be done then, each once; empty where they say nothing.
    package internal(set) var actions: [String]
    /// The places that state the limit, in reading order.
    package internal(set) var places: [SourceSpan]

    /// What makes two rules the same to Prometheus.
    var identity: String { "\(name)\u{0}\(expression)\u{0}\(holdSeconds)\u{0}\(severity.rawValue)\u{0}\(phase ?? "")" }
}
