package import Observations
package import Plan

/// What an indicator's chart is drawn from.
package struct KPIHistory: Sendable {
    /// Of the series that is judged, in its own unit; nil where nothing was measured, or where it is not kept.
    package let course: MetricCourse?
    /// Of the series' values; nil where it is not known.
    package let unit: Unit?
    /// Which of several series it is; nil where there is one.
    package let series: String?
    package let seriesCount: Int
    /// Whether single samples are readings of a counter, which say nothing beside limits of its rise.
    package let isOfCounter: Bool
    /// Times in which it may be bad for a known reason, whenever they are.
    package let planned: [PlannedWindow]

    package init(
        course: MetricCourse? = nil, unit: Unit? = nil, series: String? = nil, seriesCount: Int = 0,
        isOfCounter: Bool = false, planned: [PlannedWindow] = []
    ) {
        self.course = course
        self.unit = unit
        self.series = series
        self.seriesCount = seriesCount
        self.isOfCounter = isOfCounter
        self.planned = planned
    }
}
