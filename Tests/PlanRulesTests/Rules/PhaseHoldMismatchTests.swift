import Testing

@testable import PlanRules

struct PhaseHoldMismatchTests {
    private func plan(_ time: String, _ line: String) -> String {
        """
        # Tariff service rollout

        ## Stage 1: Canary, 5% of users (\(time))

        - \(line)

        ## Stage 2: Half of the users (Week 5)

        - Raise the flag
        """
    }

    @Test(arguments: [
        ("Day 1", "Monitor for ‹1:72 hours›", "3 days"), ("Day 1-2", "Watch the dashboards for ‹1:5 days›", "5 days"),
        ("Tag 1", "Beobachten für ‹1:4 Tage›", "4 days"), ("2026-03-02", "**Soak time**: ‹1:72 h›", "3 days"),
    ])
    func watchedForLongerThanThePhase(time: String, line: String, length: String) throws {
        try expect(
            .phaseHoldMismatch, in: plan("‹2:\(time)›", line),
            reports: .at(1, "'Stage 1' is to be watched for", note: 2))
    }

    @Test func aStepThatIsScheduledForAWeek() throws {
        try expect(
            .phaseHoldMismatch, in: plan("‹2:Week 2›", "Monitor for ‹1:24-48 hours› before the next stage"),
            reports: .at(1, "but Week 2 in plan.md:3 is 7 days", note: 2))
    }

    @Test(arguments: [
        ("Day 1-3", "Monitor for 72 hours"), ("Day 1-2", "Monitor for 72 hours"),
        ("Day 1", "Monitor for at least 72 hours"),
        ("Day 1", "Monitor for 30 minutes"), ("Week 2", "Monitor for 5 days"), ("Week 2", "Monitor for 24+ hours"),
        ("Day 1", "Monitor errors every 72 hours"), ("Day 1", "Monitor closely"), ("Week 2", "Monitor for 72 hours"),
        ("Day 1", "Keep the backup for 30 days"),
    ])
    func otherLengthsAreSilent(time: String, line: String) throws {
        try expectSilence(of: .phaseHoldMismatch, in: plan(time, line))
    }

    @Test func theNextShareComesTooEarly() throws {
        try expect(
            .phaseHoldMismatch,
            in: [
                (
                    "strategy.md",
                    "# Strategy\n\n## Steps\n\n| Share | Hold |\n|---|---|\n| 10% | ‹1:48 h› |\n| 50% | 24 h |\n| 100% | 72 h |\n"
                ),
                (
                    "timeline.md",
                    "# Timeline\n\n## Day 1: First (‹2:10%› rollout)\n\n## Day 2: Half (‹3:50%› rollout)\n\n## Day 3: All (100% rollout)\n"
                ),
            ], reports: .at(1, "timeline.md:5 goes on to 50% after 1 day", note: 2, 3))
    }

    @Test func sharesInAList() throws {
        try expect(
            .phaseHoldMismatch,
            in: """
                # P

                - 10% of users: monitor for ‹1:3 days›
                - 50% of users: monitor for 2 days

                ## Day 1: First (‹2:10%› rollout)

                ## Day 3: Half (‹3:50%› rollout)

                ## Day 5: All (100% rollout)
                """, reports: .at(1, "10% is to be watched for 3 days here", note: 2, 3))
    }

    /// A phase with much work is longer than what its deployment is watched for.
    @Test func phasesWithOtherWork() throws {
        try expectSilence(
            of: .phaseHoldMismatch,
            in: """
                # P

                ## Phase 1: Staging (Week 1-2)

                - Install
                - Monitor for 24 hours

                ## Phase 2: Everybody (Week 3)

                - Monitor for 3 weeks
                """)
    }

    private func pilot(_ last: String, sections: String = "### Success criteria", schedule: String) -> String {
        """
        # Till gateway rollout

        ## Phase 1: Lab

        1. Install the gateway in the lab

        ## Phase 2: Pilot

        ### Deployment steps

        1. Enable the gateway for the pilot stores
        2. Tell the store managers
        3. \(last)

        \(sections)

        - [ ] No lost receipt
        - [ ] Queue stays below 20 receipts

        ## Phase 3: All stores

        1. Enable the gateway everywhere

        ## Schedule

        - **Week 1**: Phase 1 (Lab - no store)
        - **\(schedule)**: Phase 2 (Pilot - five stores)
        - **Week 4**: Phase 3 (All stores)
        """
    }

    @Test func theLastStepOfAPhaseThatHasAWeek() throws {
        try expect(
            .phaseHoldMismatch,
            in: pilot("Watch pilot stores for ‹1:24-48 hours›", schedule: "‹2:Week 2›"),
            reports: .at(1, "'Phase 2' is to be watched for 24-48 hours here, but Week 2", note: 2))
    }

    @Test(arguments: [
        ("Watch pilot stores for 5 days", "### Success criteria"),
        ("Watch pilot stores for at least 24 hours", "### Success criteria"),
        ("Watch pilot stores for 24-48 hours", "### Preparation tasks"),
        ("Watch pilot stores for 24-48 hours\n4. Train the remaining stores", "### Success criteria"),
    ])
    func phasesThatFillTheirWeek(last: String, sections: String) throws {
        try expectSilence(of: .phaseHoldMismatch, in: pilot(last, sections: sections, schedule: "Week 2"))
    }

    private func beta(_ duration: String, _ days: String, next: String = "Day 4+") -> [(name: String, text: String)] {
        [
            (
                "strategy.md",
                """
                # Router rollout strategy

                ### Stage 1: Pilot (5% traffic)

                - **Duration**: 24 hours

                ### Stage 2: Beta (25% traffic)

                - **Duration**: \(duration)

                ### Stage 3: General availability (100% traffic)

                - **Duration**: Permanent
                """
            ),
            (
                "checklist.md",
                """
                # Router rollout checklist

                ### Day 1: Pilot

                - [ ] Raise to 5%

                ### \(days): Beta

                - [ ] Raise to 25%

                ### \(next): GA

                - [ ] Raise to 100%
                """
            ),
        ]
    }

    @Test func moreHoursThanDays() throws {
        try expect(
            .phaseHoldMismatch, in: beta("‹1:48-72 hours›", "‹2:Day 2-3›"),
            reports: .at(1, "'Stage 2' takes 48-72 hours here, but Day 2-3 in checklist.md:7 is 2 days", note: 2))
    }

    @Test(arguments: [
        ("24-48 hours", "Day 2-3", "Day 4+"), ("48-72 hours", "Day 2-4", "Day 5"),
        ("about 72 hours", "Day 2-3", "Day 4"),
        ("48-72 hours", "Day 2-3", "Day 6"),
    ])
    func hoursThatFitTheirDays(duration: String, days: String, next: String) throws {
        try expectSilence(of: .phaseHoldMismatch, in: beta(duration, days, next: next))
    }
}
