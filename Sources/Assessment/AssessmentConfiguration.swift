package import Observations
package import Plan

/// What a team may say about its measures, and how the plan's time zone tells the time; all of it may be left out.
package struct AssessmentConfiguration: Sendable {
    package let kpis: [KPISettings]
    /// Times in which measures may be bad for a known reason.
    package let plannedWindows: [PlannedWindow]
    /// Seconds between two pages. An interval that is only inferred from samples is held below it.
    package let updateInterval: Double
    /// Writes a moment into a reason, in the plan's time zone; the default writes UTC.
    package let timeText: @Sendable (Instant) -> String
    /// The date of a moment in the plan's time zone; the default is that of UTC.
    package let civilDate: @Sendable (Instant) -> CivilDate
    /// What results are called, and which item of the plan is meant.
    package let resultNames: [ResultName]
    /// How old good news may be; nil where nobody says.
    package let resultLimitSeconds: Double?
    /// The moment at which the plan's clocks show what a clock in UTC shows at another.
    package let planClock: @Sendable (Instant) -> Instant

    package init(
        kpis: [KPISettings] = [], plannedWindows: [PlannedWindow] = [], updateInterval: Double = 3600,
        timeText: @escaping @Sendable (Instant) -> String = { $0.rfc3339() },
        civilDate: @escaping @Sendable (Instant) -> CivilDate = AssessmentConfiguration.utcDate,
        resultNames: [ResultName] = [], resultLimitSeconds: Double? = nil,
        planClock: @escaping @Sendable (Instant) -> Instant = { $0 }
    ) {
        self.kpis = kpis
        self.plannedWindows = plannedWindows
        self.updateInterval = updateInterval
        self.timeText = timeText
        self.civilDate = civilDate
        self.resultNames = resultNames
        self.resultLimitSeconds = resultLimitSeconds
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
