/// What a document says of dates, times of the day and the number of its phases, beside its phases and days.
package struct DocumentTimes: Sendable {
    package var timetables: [Timetable]
    package var datedDays: [Claim<DatedDay>]
    package var weekdays: [Claim<NamedWeekday>]
    package var phaseCounts: [Claim<PhaseCount>]
    package var launches: [Claim<LaunchTime>]
    /// When maintenance is said to be.
    package var windows: [Claim<LaunchTime>]
    package var holds: [ShareHold]
    /// Headings that begin with several days of the plan, each where they stand.
    package var dayBlocks: [Claim<DayBlock>]

    package init(
        timetables: [Timetable] = [], datedDays: [Claim<DatedDay>] = [], weekdays: [Claim<NamedWeekday>] = [],
        phaseCounts: [Claim<PhaseCount>] = [], launches: [Claim<LaunchTime>] = [], windows: [Claim<LaunchTime>] = [],
        holds: [ShareHold] = [], dayBlocks: [Claim<DayBlock>] = []
    ) {
        self.timetables = timetables
        self.datedDays = datedDays
        self.weekdays = weekdays
        self.phaseCounts = phaseCounts
        self.launches = launches
        self.windows = windows
        self.holds = holds
        self.dayBlocks = dayBlocks
    }
}

/// A day of the year, with the year where it is written.
package struct CalendarDay: Sendable, Hashable {
    package let year: Int?
    package let month: Int
    package let day: Int

    /// nil when no year has such a day.
    package init?(year: Int?, month: Int, day: Int) {
        // 2000 was a leap year.
        guard CivilDate(year: year ?? 2000, month: month, day: day) != nil else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    package init(_ date: CivilDate) { (year, month, day) = (date.year, date.month, date.day) }

    /// nil without a year.
    package var date: CivilDate? { year.flatMap { CivilDate(year: $0, month: month, day: day) } }
    /// `2026-03-14`, or `14 March`.
    package var spelled: String { date?.description ?? "\(day) \(CalendarDay.months[month - 1])" }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

/// `Day 3: 4 March 2026`: a day of the plan with its date.
package struct DatedDay: Sendable, Hashable {
    package let day: Int
    package let date: CalendarDay

    package init(day: Int, date: CalendarDay) {
        self.day = day
        self.date = date
    }
}

/// `Tuesday, 3 March 2026`: a date with the day of the week that the document takes it for.
package struct NamedWeekday: Sendable, Hashable {
    /// 1 for Monday to 7 for Sunday.
    package let weekday: Int
    package let date: CalendarDay

    package init(weekday: Int, date: CalendarDay) {
        self.weekday = weekday
        self.date = date
    }
}

/// `The rollout has four phases`.
package struct PhaseCount: Sendable, Hashable {
    package let count: Int
    /// As `Phase.keyword`.
    package let keyword: String

    package init(count: Int, keyword: String) {
        self.count = count
        self.keyword = keyword
    }
}

/// When something goes live: `Go-live: 14 March 2026, 22:00`.
package struct LaunchTime: Sendable, Hashable {
    package let date: CalendarDay?
    /// From midnight.
    package let minute: Int?
    /// What is said to go live, as the key or the subject has it, in small letters: `go-live`, `cut-over`.
    package let name: String

    package init(date: CalendarDay?, minute: Int?, name: String) {
        self.date = date
        self.minute = minute
        self.name = name
    }
}

/// `10% of users, hold for 48 hours`: how long a step of the rollout is to be watched before the next one.
package struct ShareHold: Sendable {
    package let percent: Double
    package let hold: Claim<TimeAmount>

    package init(percent: Double, hold: Claim<TimeAmount>) {
        self.percent = percent
        self.hold = hold
    }
}

/// `Day 2-3: Beta`: what takes several days of the plan, as a heading puts it.
package struct DayBlock: Sendable, Hashable {
    package let days: ClosedRange<Int>
    /// `Beta`.
    package let title: String

    package init(days: ClosedRange<Int>, title: String) {
        self.days = days
        self.title = title
    }
}
