import Plan
import Testing

/// Weekdays and day numbers from published tables: the Gregorian reform, leap days of both kinds, the epoch.
@Test(arguments: [
    ("1582-10-15", -141_427, 5), ("1600-02-29", -135_081, 2), ("1900-02-28", -25_509, 3), ("1900-03-01", -25_508, 4),
    ("1969-12-31", -1, 3), ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2000-12-31", 11_322, 7),
    ("2024-02-29", 19_782, 4), ("2026-11-23", 20_780, 1), ("2038-01-19", 24_855, 2), ("2100-03-01", 47_541, 1),
])
func knownDays(_ text: String, _ number: Int, _ weekday: Int) throws {
    let date = try #require(CivilDate(iso: text))
    #expect(date.daysSinceEpoch == number)
    #expect(date.isoWeekday == weekday)
    #expect(date.isWeekend == (weekday >= 6))
    #expect(CivilDate(daysSinceEpoch: number) == date)
    #expect(date.description == text)
}

@Test(arguments: [
    "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-04-31", "2026-1-1", "26-01-01",
    "2026-01-01T00:00", "", "----", "२०२६-०१-०१", "+026-01-01",
])
func noSuchDay(_ text: String) {
    #expect(CivilDate(iso: text) == nil)
}

/// Every day of eight centuries follows the one before it.
@Test func daysFollowOneAnother() {
    var previous = CivilDate(daysSinceEpoch: -150_000)
    for number in -149_999...150_000 {
        let date = CivilDate(daysSinceEpoch: number)
        guard date.daysSinceEpoch == number, previous < date, date.isoWeekday == previous.isoWeekday % 7 + 1,
            CivilDate(year: date.year, month: date.month, day: date.day) == date
        else {
            Issue.record("day \(number) is \(date) after \(previous)")
            return
        }
        previous = date
    }
}

@Test(arguments: [
    ("2026-11-23", 1, "2026-11-23"), ("2026-11-23", 5, "2026-11-27"), ("2026-11-23", 6, "2026-11-30"),
    ("2026-11-25", 4, "2026-11-30"), ("2026-11-28", 1, "2026-11-30"), ("2026-11-29", 2, "2026-12-01"),
    ("2026-11-23", 0, "2026-11-20"), ("2026-11-23", -4, "2026-11-16"), ("2026-11-27", 2, "2026-11-30"),
])
func workingDaysSkipWeekends(_ start: String, _ day: Int, _ expected: String) throws {
    let calendar = PlanCalendar(start: try #require(CivilDate(iso: start)), workingDaysOnly: true)
    #expect(calendar.date(ofDay: day).description == expected)
}

/// For every start and every day: the date of a day is that day again, later days are later dates, and a weekend of a
/// working-day plan belongs to its Friday.
@Test(arguments: [true, false])
func daysAndDatesRoundTrip(_ workingDaysOnly: Bool) {
    for offset in 0..<14 {
        let calendar = PlanCalendar(
            start: CivilDate(daysSinceEpoch: 20_780 + offset), workingDaysOnly: workingDaysOnly)
        var previous = calendar.date(ofDay: -41)
        for day in -40...400 {
            let date = calendar.date(ofDay: day)
            #expect(calendar.day(on: date) == day, "start \(calendar.start), day \(day) on \(date)")
            #expect(date > previous)
            #expect(!workingDaysOnly || !date.isWeekend)
            if workingDaysOnly, date.isoWeekday == 5 { #expect(calendar.day(on: date.adding(days: 2)) == day) }
            previous = date
        }
    }
}
