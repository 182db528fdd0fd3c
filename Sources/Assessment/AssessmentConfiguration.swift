package import Observations
package import Plan
package import SourceText

/// What a team may say about its measures, and how the plan's time zone tells the time; all of it may be left out.
package struct AssessmentConfiguration: Sendable {
    package let kpis: [KPISettings]
    /// Seconds between two pages. An interval that is only inferred from samples is held below it.
    package let updateInterval: Double
    /// Writes a moment into a reason, in the plan's time zone; the default writes UTC.
    package let timeText: @Sendable (Instant) -> String
    /// The date of a moment in the plan's time zone; the default is that of UTC.
    package let civilDate: @Sendable (Instant) -> CivilDate
    /// What results are called, and which item of the plan is meant.
    package let resultNames: [ResultName]
    /// The moment at which the plan's clocks show what a clock in UTC shows at another.
    package let planClock: @Sendable (Instant) -> Instant

    package init(
        kpis: [KPISettings] = [], updateInterval: Double = 3600,
        timeText: @escaping @Sendable (Instant) -> String = { $0.rfc3339() },
        civilDate: @escaping @Sendable (Instant) -> CivilDate = AssessmentConfiguration.utcDate,
        resultNames: [ResultName] = [], planClock: @escaping @Sendable (Instant) -> Instant = { $0 }
    ) {
        self.kpis = kpis
        self.updateInterval = updateInterval
        self.timeText = timeText
        self.civilDate = civilDate
        self.resultNames = resultNames
        self.planClock = planClock
    }

    /// The date of a moment in UTC.
    package static func utcDate(_ moment: Instant) -> CivilDate {
        CivilDate(daysSinceEpoch: Int((moment.secondsSinceEpoch / 86_400).rounded(.down)))
    }
}

/// That a test or a result means an item of the plan.
package struct ResultName: Sendable {
    /// `suite/test name`, `classname.name`, the name alone; a suite or class alone means all its tests.
    package let result: Claim<String>
    /// The item's id, or its text; a phase's id or name.
    package let item: Claim<String>

    package init(result: Claim<String>, item: Claim<String>) {
        self.result = result
        self.item = item
    }
}

/// How one key performance indicator is measured.
package struct KPISettings: Sendable {
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
    /// Where the configuration says so.
    package let span: SourceSpan

    package init(
        kpi: String, metric: String? = nil, unit: String? = nil, intervalSeconds: Double? = nil,
        windowSeconds: Double? = nil, required: Bool = true, span: SourceSpan
    ) {
        self.kpi = kpi
        self.metric = metric
        self.unit = unit
        self.intervalSeconds = intervalSeconds
        self.windowSeconds = windowSeconds
        self.required = required
        self.span = span
    }
}
