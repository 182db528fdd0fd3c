import Testing

@testable import PlanRules

struct TaskTimesOverlapTests {
    private func list(_ times: [String]) -> String {
        "# Night\n\n" + times.enumerated().map { "- \($1): Step \($0)\n" }.joined()
    }

    @Test func listOfTasks() throws {
        try expect(
            .taskTimesOverlap,
            in: list(["20:00-20:30", "‹2:20:30-21:15›", "‹1:21:00–21:30›", "21:30 - 22:00"]),
            reports: .at(1, "'Step 2' starts at 21:00 here, but 'Step 1' lasts until 21:15", note: 2))
    }

    /// The morning of a rollout day, with boxes and bold times.
    @Test func dayOfATimeline() throws {
        try expect(
            .taskTimesOverlap,
            in: """
                # Kiosk timeline

                ## Day 3: First kiosks

                #### Morning (08:00-12:00)

                - [ ] **08:00-08:30**: Stand-up
                - [ ] **‹2:08:30-10:30›**: Flash the kiosks of hall A
                - [ ] **‹1:10:00-11:00›**: Flash the kiosks of hall B
                - [ ] **11:00-12:00**: Walk through both halls
                """, reports: .at(1, "lasts until 10:30", note: 2))
    }

    @Test func behindMidnight() throws {
        try expect(
            .taskTimesOverlap, in: list(["22:00-23:00", "‹2:23:00-00:30›", "‹1:00:15-01:00›", "01:00-02:00"]),
            reports: .at(1, "lasts until 00:30", note: 2))
    }

    @Test func oneOwner() throws {
        try expect(
            .taskTimesOverlap,
            in: """
                # Night

                | Start | End | Owner | Task |
                |---|---|---|---|
                | ‹2:20:00 | 21:00› | DBA | Copy |
                | 20:00 | 22:00 | App | Watch the queues |
                | ‹1:20:45 | 21:30› | DBA | Compare |
                | 21:30 | 22:00 | DBA | Switch |
                """, reports: .at(1, "'Compare' starts at 20:45", note: 2))
    }

    @Test(arguments: [
        ["20:00-20:30", "20:30-21:00", "21:00-21:30"],
        ["20:00-20:30", "20:30-21:15", "20:30-21:00", "21:15-22:00"],
        ["20:00-22:00", "20:30-21:00", "21:00-21:30"],
        ["20:00-21:00", "20:30-21:30", "21:00-22:00", "21:30-22:30"],
        ["20:00", "20:30", "20:15"],
        ["Sat 20:00-23:00", "Sun 09:00-10:00", "Sun 10:00-11:00"],
        ["08:00-09:00", "22:00-23:30", "23:30-00:30", "00:30-01:00"],
    ])
    func otherListsAreSilent(times: [String]) throws {
        try expectSilence(of: .taskTimesOverlap, in: list(times))
    }

    @Test(arguments: ["## Parallel tracks", "## On-call shifts", "## Schichten"])
    func whatRunsSideBySide(title: String) throws {
        try expectSilence(
            of: .taskTimesOverlap,
            in: "# P\n\n\(title)\n\n- 08:00-10:30: Ada\n- 10:00-12:00: Ben\n- 12:00-14:00: Cem\n- 14:00-15:00: Ada\n")
    }
}
