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

    package init(
        kpis: [KPISettings] = [], plannedWindows: [PlannedWindow] = [], updateInterval: Double = 3600,
        timeText: @escaping @Sendable (Instant) -> String = { $0.rfc3339() },
        civilDate: @escaping @Sendable (Instant) -> CivilDate = AssessmentConfiguration.utcDate
    ) {
        self.kpis = kpis
        self.plannedWindows = plannedWindows
        self.updateInterval = updateInterval
        self.timeText = timeText
        self.civilDate = civilDate
    }

    /// The date of a moment in UTC.
    package static func utcDate(_ moment: Instant) -> CivilDate {
        CivilDate(daysSinceEpoch: Int((moment.secondsSinceEpoch / 86_400).rounded(.down)))
    }
}
