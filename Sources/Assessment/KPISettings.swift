package import Observations
package import Plan
package import SourceText

/// How one key performance indicator is measured and judged.
package struct KPISettings: Sendable {
    /// What `reduced by 50 %` is held against.
    package enum Baseline: Sendable {
        case amount(Quantity)
        /// What was measured between two moments.
        case span(from: Instant, to: Instant)
    }

    /// How many samples, one after the other, change a verdict.
    package struct Patience: Sendable, Hashable {
        /// So many bad ones make an alert.
        package let openAfter: Int
        /// So many good ones end it.
        package let closeAfter: Int

        package init(openAfter: Int = 1, closeAfter: Int = 1) {
            self.openAfter = max(1, openAfter)
            self.closeAfter = max(1, closeAfter)
        }
    }

    /// The two counters of an availability.
    package struct Counters: Sendable, Hashable {
        package let good: String
        package let total: String

        package init(good: String, total: String) {
            self.good = good
            self.total = total
        }
    }

    /// The indicator as the plan names it; compared like names everywhere, by its words.
    package let kpi: String
    /// The exact name of the metric; nil matches by words.
    package let metric: String?
    /// Of the metric's values: `ms`, `%`, `ratio`; nil takes what the source or the metric's name says.
    package let unit: String?
    /// Expected seconds between samples; nil takes the median of the gaps.
    package let intervalSeconds: Double?
    /// How far back a statistic (`average`, `p95`) reaches whose limit names no length; nil is one hour. Limits without a
    /// statistic are held against the newest sample, whatever stands here; `kpi-window-unused` says so.
    package let windowSeconds: Double?
    /// Whether the plan's verdict is unknown without fresh data of this indicator.
    package let required: Bool
    /// Only series with all of these count.
    package let labels: [MetricLabel]
    /// What a Prometheus server is asked; its answer comes as a metric of the indicator's name, or of `metric`.
    package let query: String?
    /// The value is the share of the one counter's increase in the other's; nil for a metric of its own.
    package let counters: Counters?
    /// How samples are put together for limits that name no way.
    package let statistic: Statistic?
    package let patience: Patience
    package let baseline: Baseline?
    /// Where the configuration says so.
    package let span: SourceSpan

    package init(
        kpi: String, metric: String? = nil, unit: String? = nil, intervalSeconds: Double? = nil,
        windowSeconds: Double? = nil, required: Bool = true, labels: [MetricLabel] = [], query: String? = nil,
        counters: Counters? = nil, statistic: Statistic? = nil, patience: Patience = Patience(),
        baseline: Baseline? = nil, span: SourceSpan
    ) {
        self.kpi = kpi
        self.metric = metric
        self.unit = unit
        self.intervalSeconds = intervalSeconds
        self.windowSeconds = windowSeconds
        self.required = required
        self.labels = labels
        self.query = query
        self.counters = counters
        self.statistic = statistic
        self.patience = patience
        self.baseline = baseline
        self.span = span
    }
}
