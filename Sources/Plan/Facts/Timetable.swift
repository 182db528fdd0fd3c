package import SourceText

/// A list or a table whose entries each happen at a time of the day: the tasks of a morning, the run sheet of a night.
package struct Timetable: Sendable {
    package struct Entry: Sendable {
        /// What happens, without the time.
        package let text: String
        package let times: ClockRange
        /// Who does it, from a column of its own.
        package let owner: String?
        /// What stands ahead of the time, in small letters: `sat`, `day 2`; empty for most.
        package let day: String
        /// Where the time stands.
        package let span: SourceSpan

        package init(text: String, times: ClockRange, owner: String? = nil, day: String = "", span: SourceSpan) {
            self.text = text
            self.times = times
            self.owner = owner
            self.day = day
            self.span = span
        }
    }
    /// In reading order; never empty.
    package let entries: [Entry]
    /// The heading or item above that says between which times all of it lies.
    package let box: TimeBlock?
    /// The headings and the line above, nearest first.
    package let titles: [String]
    package let reading: Reading

    package init(entries: [Entry], box: TimeBlock? = nil, titles: [String] = [], reading: Reading) {
        self.entries = entries
        self.box = box
        self.titles = titles
        self.reading = reading
    }
}

extension ClockRange {
    /// Minutes from midnight, beyond 1440 where it lasts into the next day; nil without an end.
    package var minutes: ClosedRange<Int>? {
        guard let endMinute else { return nil }
        return startMinute...(endMinute < startMinute ? endMinute + 1440 : endMinute)
    }

    /// `09:00-09:30`, or `09:00`.
    package var spelled: String { endText.map { "\(startText)-\($0)" } ?? startText }
}
