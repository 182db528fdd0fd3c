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
}
