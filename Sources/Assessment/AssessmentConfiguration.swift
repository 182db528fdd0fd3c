package import Observations
package import Plan
package import SourceText

/// What a team may say about its measures; all of it may be left out.
package struct AssessmentConfiguration: Sendable {
    package let kpis: [KPISettings]
    /// Writes a moment into a reason, in the plan's time zone; the default writes UTC.
    package let timeText: @Sendable (Instant) -> String

    package init(
        kpis: [KPISettings] = [], timeText: @escaping @Sendable (Instant) -> String = { $0.rfc3339() }
    ) {
        self.kpis = kpis
        self.timeText = timeText
    }
}

/// How one key performance indicator is measured.
package struct KPISettings: Sendable {
    /// The indicator as the plan names it; compared like names everywhere, by its words.
    package let kpi: String
    /// The exact name of the metric; nil matches by words.
    package let metric: String?
    /// Only series that carry all of these labels count.
    package let labels: [MetricLabel]
    /// Of the metric's values: `ms`, `%`, `ratio`; nil takes what the source or the metric's name says.
    package let unit: String?
    /// Expected seconds between samples; nil takes the median of the gaps.
    package let intervalSeconds: Double?
    /// Replaces the statistic of all limits.
    package let statistic: Statistic?
    /// Length of the window for statistics whose limit names none; nil is one hour.
    package let windowSeconds: Double?
    /// Whether the plan's verdict is unknown without fresh data of this indicator.
    package let required: Bool
    /// Where the configuration says so; nil when it does not come from a file.
    package let span: SourceSpan?

    package init(
        kpi: String, metric: String? = nil, labels: [MetricLabel] = [], unit: String? = nil,
        intervalSeconds: Double? = nil, statistic: Statistic? = nil, windowSeconds: Double? = nil,
        required: Bool = true, span: SourceSpan? = nil
    ) {
        self.kpi = kpi
        self.metric = metric
        self.labels = labels
        self.unit = unit
        self.intervalSeconds = intervalSeconds
        self.statistic = statistic
        self.windowSeconds = windowSeconds
        self.required = required
        self.span = span
    }
}
