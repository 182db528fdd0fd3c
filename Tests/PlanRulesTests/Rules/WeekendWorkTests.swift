import Testing

@testable import PlanRules

struct WeekendWorkTests {
    private func plan(_ dates: [String], _ more: String = "") -> String {
        "# Till timeline\n\n\(more)\n\n"
            + dates.enumerated().map { "## Day \($0 + 1): Part \($0) (\($1))\n\n- Work\n\n" }.joined()
    }

    @Test func aSaturdayAmongWorkingDays() throws {
        try expect(
            .weekendWork, in: plan(["2026-03-05", "6 March 2026", "‹1:7 March 2026›"]),
            reports: .at(1, "day 3 is 2026-03-07 here, a Saturday"))
    }

    @Test func bothDaysAreOneFinding() throws {
        try expect(
            .weekendWork,
            in: plan(["2026-03-04", "2026-03-05", "2026-03-06", "‹1:2026-03-07›", "‹2:2026-03-08›"]),
            reports: .at(1, "day 4", note: 2))
    }

    @Test(arguments: [
        "The switch is done on the weekend, when the shops are closed.", "Saturday cover: Ada.", "Wochenende: Ben.",
        "El sábado hay guardia.",
    ])
    func whatIsMeantIsSilent(line: String) throws {
        try expectSilence(of: .weekendWork, in: plan(["2026-03-05", "2026-03-06", "2026-03-07"], line))
    }

    @Test(arguments: [
        ["2026-03-04", "2026-03-05", "2026-03-06"], ["2026-03-07", "2026-03-08"],
        ["2026-03-07", "2026-03-14", "2026-03-21"],
        ["5 March", "6 March", "7 March"],
    ])
    func otherDatesAreSilent(dates: [String]) throws {
        try expectSilence(of: .weekendWork, in: plan(dates))
    }
}
