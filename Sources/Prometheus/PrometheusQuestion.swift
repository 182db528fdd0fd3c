package import Observations

/// What is asked of a server for one metric of one indicator.
package struct PrometheusQuestion: Sendable {
    package enum Subject: Sendable, Hashable {
        /// Every series of a metric that has these labels.
        case metric(String, labels: [MetricLabel])
        /// A PromQL expression that gives an instant vector or a number.
        case query(String)
    }

    /// As the plan names the indicator.
    package let indicator: String
    /// What its series are called in the answer.
    package let name: String
    package let subject: Subject
    package let windows: [MetricWindow]
    /// Percentiles that are wanted, by rank from 0 to 1.
    package let ranks: [Double]
    /// Whether its rise counts and not its value.
    package let isCounter: Bool
    /// Seconds between samples; nil where nobody says.
    package let intervalSeconds: Double?
    /// How far back its course is wanted, as far as its newest samples reach, in seconds; 0 for not at all.
    package let historySeconds: Double

    package init(
        indicator: String, name: String, subject: Subject, windows: [MetricWindow],
        ranks: [Double] = [0.5, 0.9, 0.95, 0.99], isCounter: Bool = false, intervalSeconds: Double? = nil,
        historySeconds: Double = 0
    ) {
        self.indicator = indicator
        self.name = name
        self.subject = subject
        self.windows = Array(Set(windows)).sorted()
        self.ranks = Array(Set(ranks)).sorted()
        self.isCounter = isCounter
        self.intervalSeconds = intervalSeconds
        self.historySeconds = historySeconds
    }

    /// Seconds that a newest sample is looked for at least, and as far back as any window reaches.
    var horizonSeconds: Double {
        windows.map { $0.seconds + $0.offsetSeconds }.reduce(86_400) { max($0, $1) }
    }
}
