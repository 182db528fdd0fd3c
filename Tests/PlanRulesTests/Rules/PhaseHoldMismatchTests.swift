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
}
