import Testing

@testable import PlanRules

struct TaskTimesOutsideBlockTests {
    @Test(arguments: [("09:00-10:00", "11:00-12:30"), ("08:30-10:00", "11:00-12:00")])
    func partOfADay(first: String, last: String) throws {
        let isLast = last == "11:00-12:30"
        try expect(
            .taskTimesOutsideBlock,
            in: """
                # Timeline

                ## Day 2: Kiosks

                #### Morning (‹2:09:00-12:00›)

                - \(isLast ? first : "‹1:\(first)›"): Flash
                - 10:00-11:00: Check
                - \(isLast ? "‹1:\(last)›" : last): Report
                """, reports: .at(1, "but 'Morning' in plan.md:5 is 09:00-12:00", note: 2))
    }

    @Test func listItemAsBox() throws {
        try expect(
            .taskTimesOutsideBlock,
            in: """
                # Zeitplan

                - **Nachmittag (‹2:13:00-17:00›)**
                  - 13:00-15:00: Kopieren
                  - ‹1:15:00-17:30›: Vergleichen
                """, reports: .at(1, "'Vergleichen' is at 15:00-17:30", note: 2))
    }

    @Test func windowThatEndsBehindMidnight() throws {
        try expect(
            .taskTimesOutsideBlock,
            in: """
                # Night

                ## Maintenance (‹2:22:00-02:00›)

                - 22:00-23:30: Stop and copy
                - 23:30-01:00: Switch
                - ‹1:01:00-02:30›: Compare
                """, reports: .at(1, "is 22:00-02:00", note: 2))
    }

    @Test(arguments: [
        "## Window (20:00-22:00)\n\n- 19:45: Open the bridge\n- 20:00-21:00: Copy\n- 21:00-22:00: Switch\n- 22:00: Close\n",
        "## Window (20:00-22:00)\n\n- 20:00-21:00: Copy\n- 21:00-22:00: Switch\n- 22:30: All clear to partners\n",
        "## Morning (09:00-12:00)\n\n- 07:00-08:00: One\n- 08:00-09:00: Two\n",
        "## Window (20:00-22:00 UTC)\n\n- 20:00 UTC: Copy\n- 23:00 CEST: Switch\n- 21:30 UTC: Done\n",
        "## Morning (09:00-12:00)\n\n- 09:00-12:00: All of it\n",
        "## Window (22:00-04:00)\n\n- 22:00: Copy\n- 00:00-04:00: Compare\n",
        "## Morning\n\n- 13:00-14:00: Lunch\n",
        "## Afternoon (1:00-5:00 PM)\n\n- 1:00-3:00 PM: Training\n- 3:00-4:00 PM: Retro\n",
    ])
    func otherListsAreSilent(text: String) throws {
        try expectSilence(of: .taskTimesOutsideBlock, in: "# P\n\n\(text)")
    }
}
