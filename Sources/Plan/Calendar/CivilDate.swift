/// A day of the proleptic Gregorian calendar, without time and zone.
package struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let year: Int
    package let month: Int
    package let day: Int

    /// nil when there is no such day (30 February).
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= CivilDate.dayCount(year: year, month: month) else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// From ISO 8601 text, `2026-11-23` and nothing else.
    package init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Days since 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
    package init(daysSinceEpoch days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    package var daysSinceEpoch: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// 1 for Monday to 7 for Sunday, as ISO 8601 counts.
    package var isoWeekday: Int { (daysSinceEpoch % 7 + 10) % 7 + 1 }
    package var isWeekend: Bool { isoWeekday >= 6 }

    package func adding(days: Int) -> CivilDate { CivilDate(daysSinceEpoch: daysSinceEpoch + days) }

    package var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func dayCount(year: Int, month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// How the days of a plan fall on the calendar.
package struct PlanCalendar: Sendable {
    package let start: CivilDate
    /// Saturdays and Sundays are no days of the plan.
    package let workingDaysOnly: Bool

    package init(start: CivilDate, workingDaysOnly: Bool = false) {
        self.start = start
        self.workingDaysOnly = workingDaysOnly
    }

    /// Date of a day of the plan; day 1 is the start (moved to Monday when only working days count).
    package func date(ofDay day: Int) -> CivilDate {
        guard workingDaysOnly else { return start.adding(days: day - 1) }
        let monday = 1 - start.isoWeekday
        let first = start.isWeekend ? start.adding(days: 8 - start.isoWeekday) : start
        let offset = (first.isoWeekday - 1) + day - 1
        let week = offset >= 0 ? offset / 5 : (offset - 4) / 5
        return (start.isWeekend ? first : start.adding(days: monday)).adding(days: week * 7 + offset - week * 5)
    }

    /// Whether a day of the plan lies before a date; on the weekend after it, where ``day(on:)`` still says that day, too.
    package func isOver(day: Int, on date: CivilDate) -> Bool { self.date(ofDay: day) < date }

    /// Day of the plan on a date, 0 or less before the start. On a weekend of a working-day plan, the Friday's.
    package func day(on date: CivilDate) -> Int {
        guard workingDaysOnly else { return date.daysSinceEpoch - start.daysSinceEpoch + 1 }
        let first = start.isWeekend ? start.adding(days: 8 - start.isoWeekday) : start
        func workdays(_ date: CivilDate) -> Int {
            let monday = date.daysSinceEpoch - (date.isoWeekday - 1)
            // 1969-12-29 is a Monday: day -3 of the epoch.
            return (monday + 3) / 7 * 5 + min(date.isoWeekday, 5)
        }
        return workdays(date) - workdays(first) + 1
    }
}
