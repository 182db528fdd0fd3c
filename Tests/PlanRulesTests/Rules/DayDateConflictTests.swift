import Testing

@testable import PlanRules

struct DayDateConflictTests {
    @Test(arguments: [
        ("‹1:Tuesday, 3 February 2026›", "Tuesday", ""), ("‹1:Fri 2026-03-05›", "Friday", "Thursday"),
        ("‹1:Mo., 3.3.2026›", "Monday", "Tuesday"), ("‹1:Montag, den 3. März 2026›", "Monday", "Tuesday"),
        ("‹1:lunes, 3 de marzo de 2026›", "Monday", "Tuesday"), ("‹1:lundi 3 mars 2026›", "Monday", "Tuesday"),
        ("‹1:March 5, 2026 (Fri)›", "Friday", "Thursday"), ("‹1:2026-03-05 (Fri)›", "Friday", "Thursday"),
    ])
    func weekdayAndDate(text: String, said: String, known: String) throws {
        if known.isEmpty {
            let plain = text.replacing("‹1:", with: "").replacing("›", with: "")
            try expectSilence(of: .dayDateConflict, in: "# P\n\nThe switch is on \(plain) at noon.\n")
        } else {
            try expect(
                .dayDateConflict, in: "# P\n\nThe switch is on \(text) at noon.\n",
                reports: .at(1, "is no \(said)"))
        }
    }

    @Test func weekdayInACellOfItsOwn() throws {
        try expect(
            .dayDateConflict,
            in: """
                # Nights of the depot move

                | Day | Date | Work |
                |---|---|---|
                | ‹1:Thu | 2026-05-07› | Copy |
                | ‹2:Sat | 2026-05-08› | Switch |
                """, reports: .at(2, "is no Saturday; 2026-05-08 is a Friday"))
    }

    @Test func datesWithoutAYear() throws {
        try expect(
            .dayDateConflict,
            in: """
                # Cellar rewiring

                - ‹2:Mon 4 May›: ring 0
                - ‹1:Thu 6 May›: ring 1
                - Fri 8 May: ring 2
                - Tue 12 May: ring 3
                """, reports: .at(1, "'Thursday 6 May' does not fit 'Monday 4 May'", note: 2))
    }

    @Test(arguments: [
        "Mon 4 May to Fri 8 May 2026", "so 3 March 2026 is the last day", "mar. 3 mars 2026",
        "Night Sat/Sun 2026-02-21/22", "the Friday before 3 March 2026", "Thursday and 3 March 2026", "Wed 3 March",
        "Mon-Fri, 3 March 2026",
        "every Monday until 3 March 2026", "Mon 4 May, Wed 6 May, Fri 8 May, last seen on Mon 1 September",
    ])
    func otherWordsAreSilent(text: String) throws {
        try expectSilence(of: .dayDateConflict, in: "# P\n\n- \(text)\n")
    }

    @Test func oneDayWithTwoDates() throws {
        try expect(
            .dayDateConflict,
            in: [
                (
                    "strategy.md",
                    "# Strategy\n\n| Day | Date |\n|---|---|\n| Day 3 | ‹1:2026-03-04› |\n| Day 4 | 2026-03-06 |\n"
                ),
                (
                    "timeline.md",
                    "# Timeline\n\n## Day 3: Freeze (‹2:5 March 2026›)\n\n## Day 4: Switch (6 March 2026)\n"
                ),
            ], reports: .at(2, "day 3 is 2026-03-05 here, but 2026-03-04 in strategy.md:5", note: 1))
    }

    @Test func aLaterDayWithAnEarlierDate() throws {
        try expect(
            .dayDateConflict,
            in: """
                # P

                ## Day 2: Copy (‹2:2026-03-10›)

                ## Day 4: Switch (‹1:2026-03-11›)
                """, reports: .at(1, "does not follow from day 2 on 2026-03-10", note: 2))
    }

    @Test func theOnlyDayThatDoesNotFollow() throws {
        try expect(
            .dayDateConflict,
            in: """
                # P

                | Day | Date |
                |---|---|
                | Day 1 | 2026-03-05 |
                | Day 2 | ‹2:2026-03-06› |
                | Day 3 | ‹1:2026-03-08› |
                | Day 4 | 2026-03-10 |
                | Day 5 | 2026-03-11 |
                """, reports: .at(1, "day 3 is 2026-03-08 here", note: 2))
    }

    @Test func theStartOfTheFrontMatter() throws {
        try expect(
            .dayDateConflict,
            in: "---\nstart: ‹2:2026-03-09›\n---\n# P\n\n## Day 4: Switch (‹1:2026-03-11›)\n",
            reports: .at(1, "does not follow from day 1 on 2026-03-09", note: 2))
    }

    @Test(arguments: [
        ["2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08"],  // calendar days
        ["2026-03-05", "2026-03-06", "2026-03-09", "2026-03-10"],  // working days
        ["2026-03-05", "2026-03-10", "2026-03-20", "2026-04-10"],  // pauses
        ["2026-04-01", "2026-04-02", "2026-04-07", "2026-04-08"],  // Easter
    ])
    func anyWayOfCountingFits(dates: [String]) throws {
        let days = dates.enumerated().map { "## Day \($0 + 1): Part \($0) (\($1))\n\n" }
        try expectSilence(of: .dayDateConflict, in: "# P\n\n" + days.joined())
    }

    @Test func daysThatAreCountedAnew() throws {
        try expectSilence(
            of: .dayDateConflict,
            in: """
                # P

                ## Phase 1: A
                ### Day 1: x (2026-03-05)
                ## Phase 2: B
                ### Day 1: x (2026-03-15)
                """)
    }
}
