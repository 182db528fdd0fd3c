/// When a phase runs, as its heading or table row says it.
package struct Schedule: Sendable, Hashable {
    package enum Unit: String, Sendable, Hashable {
        case day, week, month, sprint, hour, minute
        /// Calendar dates; the numbers are days since 1970-01-01.
        case date
    }
    /// As printed: `Day 6-10`.
    package let text: String
    package let unit: Unit?
    /// In units, both ends included; nil when the text has no numbers that can be read.
    package let range: ClosedRange<Double>?
    /// Counted from the cut-over (`T-3`) and not from 1.
    package let relative: Bool

    package init(text: String, unit: Unit?, range: ClosedRange<Double>?, relative: Bool = false) {
        self.text = text
        self.unit = unit
        self.range = range
        self.relative = relative
    }

    /// Days of the plan, when it is counted in whole days from 1.
    package var days: ClosedRange<Int>? {
        guard unit == .day, !relative, let range, range.lowerBound >= 0, range.upperBound < 100_000 else { return nil }
        return Int(range.lowerBound)...Int(range.upperBound)
    }
}

/// `09:00-09:30`, in minutes from midnight; the end is at most 24:00 and may lie on the next day (`22:00-02:00`).
package struct ClockRange: Sendable, Hashable {
    package let startMinute: Int
    /// nil when only a start is given.
    package let endMinute: Int?

    package init(startMinute: Int, endMinute: Int?) {
        self.startMinute = startMinute
        self.endMinute = endMinute
    }

    package var startText: String { ClockRange.text(startMinute) }
    package var endText: String? { endMinute.map(ClockRange.text) }

    private static func text(_ minute: Int) -> String {
        let hours = minute / 60
        let minutes = minute % 60
        return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
    }
}
