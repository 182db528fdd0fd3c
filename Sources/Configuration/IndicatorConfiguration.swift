package import Plan

/// Where the value of one key performance indicator comes from, and how it is judged.
package struct IndicatorConfiguration: Sendable {
    /// A pair that a series has to have among its labels.
    package struct Label: Sendable, Hashable {
        package let key: String
        package let value: String
    }

    /// What `reduced by 50 %` is held against.
    package enum Baseline: Sendable, Hashable {
        case amount(Quantity)
        /// What was measured between two moments.
        case span(from: WrittenTime, to: WrittenTime)
    }

    /// As the documents name it.
    package let name: Claim<String>
    package var metric: String?
    /// Expected seconds between two samples.
    package var interval: Double?
    /// Seconds that a statistic looks back.
    package var window: Double?
    /// Unit of the metric's values where its name does not say it: `ms`, `%`, `ratio`.
    package var unit: String?
    /// Whether the plan's verdict is unknown without fresh data of it.
    package var required = true
    /// Only series with all of these count.
    package var labels: [Label] = []
    /// What a Prometheus server is asked for it.
    package var query: String?
    /// The counters whose shares are an availability; both or none.
    package var good: String?
    package var total: String?
    /// How samples are put together where the documents name no way.
    package var statistic: Statistic?
    /// So many bad samples, one after the other, make an alert.
    package var openAfter = 1
    /// So many good ones end it.
    package var closeAfter = 1
    package var baseline: Baseline?

    package init(name: Claim<String>) {
        self.name = name
    }
}

/// A time in which what is measured may be bad for a reason that is known beforehand.
package struct PlannedWindowConfiguration: Sendable {
    package let from: Claim<WrittenTime>
    package let to: Claim<WrittenTime>
    package let reason: String
    /// Indicators and triggers that it excuses; empty for all.
    package let kpis: [Claim<String>]
}
