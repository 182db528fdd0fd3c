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
    /// In units, both ends included; nil when the text has no numbers that can be read, or names only one end.
    package let range: ClosedRange<Double>?
    /// Counted from the cut-over (`T-3`) and not from 1.
    package let relative: Bool
    /// Where a schedule without an end begins (`Day 6+`, `from Day 6`), in units; nil for any other.
    package let openStart: Double?

    package init(
        text: String, unit: Unit?, range: ClosedRange<Double>?, relative: Bool = false, openStart: Double? = nil
    ) {
        self.text = text
        self.unit = unit
        self.range = range
        self.relative = relative
        self.openStart = openStart
    }

    /// Days of the plan, when it is counted in whole days from 1.
    package var days: ClosedRange<Int>? {
        guard unit == .day, !relative, let range, range.lowerBound >= 0, range.upperBound < 100_000 else { return nil }
        return Int(range.lowerBound)...Int(range.upperBound)
    }

    /// When it begins, in hours, as far as phases of one countdown can be put in order by it; nil for dates and sprints.
    package var hoursFromStart: Double? {
        guard let start = range?.lowerBound ?? openStart else { return nil }
        return switch unit {
        case .minute: start / 60
        case .hour: start
        case .day: start * 24
        case .week: start * 168
        case .month: start * 730
        case .sprint, .date, nil: nil
        }
    }

    /// First day of the plan, when it is counted in whole days from 1; also where no end is known.
    package var firstDay: Int? {
        if let days { return days.lowerBound }
        guard unit == .day, !relative, let openStart, openStart >= 0, openStart < 100_000 else { return nil }
        return Int(openStart)
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
