import Plan

/// The last days of an indicator, drawn on the bands of its limits. Positions are in percent of the chart, from left and
/// from the top.
package struct ChartReport: Sendable {
    package struct Tick: Sendable, Hashable {
        package let position: Double
        package let label: String
    }

    package struct TimeTick: Sendable, Hashable {
        package let position: Double
        /// nil for a line without words.
        package let label: String?
        package let isDay: Bool
    }

    /// Values between two limits.
    package struct Zone: Sendable, Hashable {
        package let top: Double
        package let height: Double
        package let tone: Status.Tone
    }

    package struct LimitLine: Sendable, Hashable {
        /// `target`, `alert`, `critical`.
        package let level: String
        package let position: Double
        /// Where its words stand, apart from those of the other limits.
        package let labelPosition: Double
        /// `Alert > 200ms`.
        package let label: String
    }

    package struct Point: Sendable, Hashable {
        package let x: Double
        package let y: Double
        /// Positions of the least and the greatest value around it: `bottom` is below.
        package let bottom: Double
        package let top: Double
    }

    /// A stretch of time.
    package struct Stretch: Sendable, Hashable {
        package let start: Double
        package let width: Double
        /// In words; nil where a list beside the chart says it.
        package let label: String?
    }

    package struct Mark: Sendable, Hashable {
        package let x: Double
        package let y: Double
        package let label: String
        /// Whether there is more room for words on its left.
        package let isRight: Bool
        /// Whether there is more room for words below it.
        package let isTop: Bool
    }

    /// What was measured in some minutes, hours or a day.
    package struct Row: Sendable {
        package let time: ShownTime
        package let minimum: String
        package let mean: String
        package let maximum: String
        package let count: String
        package let status: Status
        /// `a gap of 25 min`; nil without one.
        package let gap: String?
    }

    /// Stable within a plan, from the indicator's name.
    package let id: String
    /// Which of several series is drawn; nil where there is one.
    package let series: String?
    /// Why no line can be drawn; nil when one is.
    package let emptyText: String?
    /// `27 Nov 2026, 14:00 CET to 30 Nov 2026, 14:07 CET`; nil without a line.
    package let span: String?
    package let zones: [Zone]
    package let limits: [LimitLine]
    package let valueTicks: [Tick]
    /// Beyond it the scale is pressed together; nil as a rule.
    package let knee: Double?
    package let timeTicks: [TimeTick]
    /// Unbroken stretches of measurements; nothing is known between two of them.
    package let runs: [[Point]]
    package let gaps: [Stretch]
    /// What the verdict looks at; nil where that is the newest sample alone.
    package let judged: Stretch?
    package let planned: [Stretch]
    package let last: Mark?
    /// The chart in a sentence.
    package let description: String
    /// What else a reader has to know, a sentence each.
    package let notes: [String]
    /// The same in numbers, newest first.
    package let rows: [Row]
    /// How much time a row stands for: `3 h`.
    package let rowLength: String
    /// The runs with fewer points, for a line of some pixels.
    package let spark: [[Point]]

    package var isEmpty: Bool { emptyText != nil }
}
