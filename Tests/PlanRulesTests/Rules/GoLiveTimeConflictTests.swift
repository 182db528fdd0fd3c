import Testing

@testable import PlanRules

struct GoLiveTimeConflictTests {
    @Test func twoDates() throws {
        try expect(
            .goLiveTimeConflict,
            in: [
                (
                    "plan.md",
                    "# Booking desk\n\n**Go-live**: ‹2:14 March 2026›\n\n## Phase 1: Pilot\n\n## Phase 2: All\n"
                ),
                ("comms.md", "# What we tell customers\n\n- **Go-live date**: ‹1:2026-03-16›\n"),
            ], reports: .at(2, "is 2026-03-14 here, but 2026-03-16 in comms.md:3", note: 1))
    }

    @Test func twoTimesOfADay() throws {
        try expect(
            .goLiveTimeConflict,
            in: """
                # Ledger

                ## Summary

                Planned cut-over: ‹2:14 March 2026, 22:00›

                ## Communication

                The cutover is on Saturday, ‹1:14 March 2026 at 20:00›.
                """,
            reports: .at(1, "is 2026-03-14 20:00 here", note: 2))
    }

    @Test func dateOutsideThePhase() throws {
        try expect(
            .goLiveTimeConflict,
            in: """
                # Plan

                | Phase | Dates |
                |---|---|
                | Phase 1: Rehearsal | 2026-03-02 to 2026-03-06 |
                | Phase 2: Cutover | ‹2:2026-03-16 to 2026-03-17› |

                **Go-live**: ‹1:2026-03-14›
                """, reports: .at(1, "but 'Cutover' in plan.md:6", note: 2))
    }

    @Test func aheadOfTheProductionDeployment() throws {
        try expect(
            .goLiveTimeConflict,
            in: """
                # Plan

                **Go-live**: ‹1:2026-03-14›

                ## Phase 1: Staging (2026-03-02 to 2026-03-06)

                ## Phase 2: Production deployment (‹2:2026-03-16 to 2026-03-17›)
                """, reports: .at(1, "but 'Production deployment' in plan.md:7", note: 2))
    }

    @Test func stepOfATimetable() throws {
        try expect(
            .goLiveTimeConflict,
            in: """
                # Night of the ledger

                **Cut-over**: ‹1:14 March 2026, 22:00›

                | Time | Step |
                |---|---|
                | 20:00 | Stop the writers |
                | ‹2:21:00› | Cut-over |
                | 23:00 | Compare |
                """, reports: .at(1, "but 'Cut-over' in plan.md:8 is 21:00", note: 2))
    }

    @Test(arguments: [
        "**Go-live**: 14 March 2026\n\n## Later\n\n**Go-live**: 14 March, 22:00\n",
        "**Pilot go-live**: 14 March 2026\n\n## Later\n\n**Go-live**: 24 March 2026\n",
        "**Go-live**: 14 March 2026\n\n## Phase 2: Everybody\n\n**Go-live**: 24 March 2026\n",
        "**Go-live**: TBD\n\n## Later\n\n**Go-live**: 24 March 2026\n",
        "**Go-live**: 14–16 March 2026\n\n## Later\n\n**Go-live**: 20 March 2026\n",
        "We wait for the go-live of the other team, 14 March 2026\n\n## Later\n\n**Go-live**: 20 March 2026\n",
        "- **Go-live**: Lyon 14 March 2026\n- **Go-live**: Genoa 15 March 2026\n",
    ])
    func otherTimesAreSilent(text: String) throws {
        try expectSilence(of: .goLiveTimeConflict, in: "# P\n\n\(text)")
    }

    private func night(_ launch: String, _ phase: String, _ lines: String) -> String {
        """
        # Booking desk 2.0

        **Go-Live:** \(launch)

        ## PHASE 6: FINAL CHECKS (19:00-19:30)

        - [ ] All is green

        ## \(phase)

        ```bash
        \(lines)
        ```

        ## PHASE 8: CALL (20:00-20:30)

        - [ ] Call the first guests
        """
    }

    @Test(arguments: [("Tonight (‹1:20:30›)", "before"), ("Heute (‹1:19:00›)", "after"), ("‹1:20:30›", "before")])
    func liveAtTheTimeOfTheDeployment(launch: String, side: String) throws {
        try expect(
            .goLiveTimeConflict,
            in: night(launch, "PHASE 7: DEPLOYMENT (‹2:19:30-20:00›)", "‹3:git push origin main›"),
            reports: .at(1, "in plan.md:9 deploys to production \(side) that", note: 2, 3))
    }

    @Test(arguments: [
        ("Tonight (20:00)", "PHASE 7: DEPLOYMENT (19:30-20:00)", "git push origin main"),
        ("Tonight (19:45)", "PHASE 7: DEPLOYMENT (19:30-20:00)", "git push origin main"),
        ("Tonight (20:30)", "PHASE 7: DEPLOYMENT TO STAGING (19:30-20:00)", "git push origin main"),
        ("Tonight (20:30)", "PHASE 7: DEPLOYMENT (19:30-20:00)", "git push origin desk-2"),
        ("Tonight (20:30)", "PHASE 7: DEPLOYMENT (19:30-20:00)", "git push origin main\n./dns switch"),
    ])
    func deploymentsThatFitAreSilent(launch: String, phase: String, lines: String) throws {
        try expectSilence(of: .goLiveTimeConflict, in: night(launch, phase, lines))
    }
}
