import SourceText
import Testing

@testable import PlanRules

struct FlagEnabledTwiceTests {
    private func plan(_ second: String, name: String = "Second quay", between: String = "") -> String {
        """
        # Quays

        ## Phase 1: First quay

        - [ ] Enable feature flag `‹2:tide_alerts›`
        - [ ] Enable feature flag `berth_map`

        ## Phase 2: \(name)

        - [ ] Enable feature flag `berth_prices`
        \(between)
        - [ ] \(second)
        """
    }

    @Test func switchedOnInTwoPhases() throws {
        try expect(
            .flagEnabledTwice, in: plan("Enable feature flag `‹1:tide_alerts›`"),
            reports: .at(
                1, "'tide_alerts' is switched on in Phase 2 here, but Phase 1 has switched it on in plan.md:5", note: 2)
        )
    }

    @Test(arguments: [
        "Enable feature flag `tide_alerts` for 50% of users", "Enable feature flag `tide_alerts` for all",
        "Verify that flag `tide_alerts` is enabled", "Enable feature flag `tide_alerts` on tablets of the staff",
        "Disable feature flag `tide_alerts`",
    ])
    func anotherStep(_ line: String) throws { try expectSilence(of: .flagEnabledTwice, in: plan(line)) }

    @Test func phasesForUsersOfTheirOwn() throws {
        let line = "Enable feature flag `tide_alerts`"
        try expectSilence(of: .flagEnabledTwice, in: plan(line, name: "Production"))
        try expectSilence(of: .flagEnabledTwice, in: plan(line, name: "Pilot quay (20% of users)"))
        try expectSilence(of: .flagEnabledTwice, in: plan(line, between: "- [ ] Disable `tide_alerts` over night"))
    }

    /// What each harbour switches on is the harbour's.
    @Test func theSameFlagsInEachPhase() throws {
        try expectSilence(
            of: .flagEnabledTwice,
            in: """
                # Harbours

                ## Phase 1: Lisbon

                - [ ] Enable feature flag `tide_alerts`

                ## Phase 2: Porto

                - [ ] Enable feature flag `tide_alerts`
                """)
    }
}
