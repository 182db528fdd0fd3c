import Testing

@testable import PlanRules

struct PhaseDaysConflictTests {
    private func overview(_ first: String, _ second: String) -> String {
        """
        # Plan

        | Phase | Time |
        | --- | --- |
        | Phase 1: Mirror | \(first) |
        | Phase 2: Shift | \(second) |


        """
    }

    @Test(arguments: [
        ("Day 1-4", "Day 5-7", "Day 5-8"), ("Week 1", "Week 2-3", "Week 3-4"), ("Tag 1-4", "Tag 5-7", "Tag 5-8"),
        ("16.06. – 04.07.2025", "07.07. – 01.08.2025", "14.07. – 01.08.2025"),
        ("1 Jan 2026", "5 Jan 2026", "6 Jan 2026"),
        ("09:00-10:00", "10:00-12:00", "10:30-12:00"), ("Semana 1", "Semana 2-3", "Semana 2-4"),
    ])
    func overviewAgainstHeading(first: String, second: String, headed: String) throws {
        try expect(
            .phaseDaysConflict,
            in: overview(first, "‹1:\(second)›")
                + "## Phase 1: Mirror (\(first))\n\nText.\n\n## Phase 2: Shift (‹2:\(headed)›)\n\nMore text of the phase.\n",
            reports: .at(1, "'Phase 2' is \(second) here, but \(headed) in plan.md", note: 2))
    }

    @Test func twoDocuments() throws {
        try expect(
            .phaseDaysConflict,
            in: [
                (
                    "strategy.md",
                    "# Move of the till\n\n## Phase 1: Mirror (Day 1-4)\n\nAll of it.\n\n## Phase 2: Shift (‹2:Day 5-9›)\n\nAll.\n"
                ),
                ("timeline.md", "# Days of the till\n\n- Phase 1: Mirror (Day 1-4)\n- Phase 2: Shift (‹1:Day 5-8›)\n"),
            ], reports: .at(1, "'Phase 2' is Day 5-8 here, but Day 5-9 in strategy.md:7", note: 2))
    }

    @Test(arguments: [
        // A start, an end, another unit, the same in other words, how many days.
        ("Day 5", "Day 5-8"), ("Day 8", "Day 5-8"), ("Week 2", "Day 5-8"), ("Days 5–8", "Day 5-8"),
        ("Week 2-3", "Weeks 2 to 3"), ("3 days", "Day 5-8"), ("T+3h", "Day 5-8"),
        ("KW 23-24", "Week 2-3"), ("11:00-12:00", "10:00-11:00"),
    ])
    func silent(listed: String, headed: String) throws {
        try expectSilence(
            in: overview("Day 1-4", listed)
                + "## Phase 1: Mirror (Day 1-4)\n\nText.\n\n## Phase 2: Shift (\(headed))\n\nMore text of the phase.\n")
    }

    @Test func daysOfWorkAreNoDaysOfThePlan() throws {
        try expectSilence(
            in: """
                # Plan

                ## Phase 1: Mirror (Day 1-4)

                ## Phase 2: Shift (Day 5-8)

                ## Effort

                | Phase | Person-days |
                | --- | --- |
                | 1 | 3 |
                | 2 | 9 |

                | Phase | Days |
                | --- | --- |
                | 1 | 6 |
                | 2 | 2 |
                """)
    }
}
