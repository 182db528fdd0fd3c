import Plan
import Testing

private func picture(_ schedule: Schedule?) -> String {
    guard let schedule else { return "none" }
    if let start = schedule.openStart { return "\(schedule.unit?.rawValue ?? "no unit") from \(formatNumber(start))" }
    var range = "unknown"
    if let bounds = schedule.range {
        let ends =
            schedule.unit == .date
            ? [bounds.lowerBound, bounds.upperBound].map { CivilDate(daysSinceEpoch: Int($0)).description }
            : [bounds.lowerBound, bounds.upperBound].map(formatNumber)
        range = ends[0] == ends[1] ? ends[0] : "\(ends[0])..\(ends[1])"
    }
    return "\(schedule.relative ? "relative " : "")\(schedule.unit?.rawValue ?? "no unit") \(range)"
}

@Test(arguments: [
    ("Day 6-10", "day 6..10"),
    ("Day 3", "day 3"),
    ("Days 1 to 2", "day 1..2"),
    ("Day 1 - Day 3", "day 1..3"),
    ("Day 11+", "day from 11"),
    ("from Day 6", "day from 6"),
    ("ab Tag 6", "day from 6"),
    ("2 weeks, starting on Week 3", "week from 3"),
    ("Day 6 onwards", "day from 6"),
    ("by Day 5", "day unknown"),
    ("by the end of Day 5", "day unknown"),
    ("until 2026-01-12", "date unknown"),
    ("from Day 1 to Day 5", "day 1..5"),
    ("Day 2 – 25%", "day 2"),
    ("Day 3 - 4 hours", "day 3"),
    ("Day 3 – 5", "day 3..5"),
    ("2.–6. März 2026", "date 2026-03-02..2026-03-06"),
    ("30.3.–3.4.2026", "date 2026-03-30..2026-04-03"),
    ("30.12.–2.1.2027", "date 2026-12-30..2027-01-02"),
    ("22:00-02:00", "minute 1320..1560"),
    ("(Day 4–5)", "day 4..5"),
    ("Tag 6 bis 10", "day 6..10"),
    ("Día 3", "day 3"),
    ("Jour 2", "day 2"),
    ("Week 3–4", "week 3..4"),
    ("Woche 2", "week 2"),
    ("Semana 1-2", "week 1..2"),
    ("Sprint 7", "sprint 7"),
    ("Month 2", "month 2"),
    ("T+2h", "relative hour 2"),
    ("T-30m", "relative minute -30"),
    ("T-3", "relative day -3"),
    ("T+0:30", "relative minute 30"),
    ("D+1", "relative day 1"),
    ("Jan 10-12, 2026", "date 2026-01-10..2026-01-12"),
    ("January 10, 2026", "date 2026-01-10"),
    ("12. Januar 2026", "date 2026-01-12"),
    ("12 janvier 2026", "date 2026-01-12"),
    ("10.01.2026", "date 2026-01-10"),
    ("2026-01-12", "date 2026-01-12"),
    ("2026-01-12 – 2026-01-16", "date 2026-01-12..2026-01-16"),
    ("March 3", "date unknown"),
    ("Feb 30, 2026", "date unknown"),
    ("09:00-09:30", "minute 540..570"),
    ("Monday", "none"),
    ("Today 6", "none"),
    ("Day", "none"),
    ("Day 1.5", "none"),
    ("Day 10-6", "day unknown"),
    ("Day 99999999999999999999", "none"),
    ("Week 1e999", "week 1"),
    ("T+99999999999999999999h", "none"),
    ("Jan 99999999999999999999", "none"),
    ("", "none"),
])
func aTextSaysWhen(_ text: String, _ expected: String) {
    #expect(picture(ScheduleReader(TokenizedText(text)).first()?.schedule) == expected)
}

@Test(arguments: [
    ("Day 6-10", 6...10), ("Day 0", 0...0), ("Week 2", nil), ("T+1", nil), ("2026-01-12", nil),
])
func onlyCountedDaysAreDaysOfThePlan(_ text: String, _ expected: ClosedRange<Int>?) throws {
    #expect(try #require(ScheduleReader(TokenizedText(text)).first()).schedule.days == expected)
}

@Test func aScheduleKeepsItsWords() throws {
    let match = try #require(ScheduleReader(TokenizedText("Gradual rollout (Day 6-10), careful")).first())
    #expect(match.schedule.text == "Day 6-10")
}

@Test func clockTimesAreWrittenWithTwoDigits() {
    let range = ClockRange(startMinute: 545, endMinute: 1440)
    #expect(range.startText == "09:05")
    #expect(range.endText == "24:00")
    #expect(ClockRange(startMinute: 0, endMinute: nil).endText == nil)
}
