import Testing

@testable import PlanRules

/// Shares of the users that sections of phases tell of.
struct RolloutShareShapeTests {
    private func weeks(_ last: String) -> String {
        """
        # Kitchen assistant

        ## Week 1: Recipe cards

        - ‹1:Roll out to 50% of users›
        - Watch the error rate

        ## Week 2: Shopping lists

        - ‹2:Start at 10% of users›

        ## Week 3: Meal plans

        - \(last)
        """
    }

    @Test func neverToAll() throws {
        try expect(
            .rolloutIncomplete, in: weeks("Beta group only (5%)"),
            reports: .at(1, "Week 1 rolls out to 50% here, and no step of the plan goes on to all users", note: 2))
    }

    @Test(arguments: [
        "Both to 100%", "Open both to all users", "General availability", "Full rollout", "Close the experiment",
        "Release to everyone",
    ])
    func toAll(_ last: String) throws { try expectSilence(of: .rolloutIncomplete, in: weeks(last)) }

    @Test func measures() throws {
        try expectSilence(
            of: .rolloutIncomplete,
            in:
                "# Plan\n\n## Week 1: Cards\n\n- Roll back if 5% of users fail\n\n## Week 2: Lists\n\n- 20% of users adopt it\n"
        )
    }

    private func traffic(_ heading: String, _ flag: String) -> String {
        """
        # Router

        ## ‹2:Phase 1: \(heading)›

        ‹1:\(flag)›

        ## Phase 2: 50% traffic
        """
    }

    @Test func tenantsAreNoTraffic() throws {
        try expect(
            .shareBasisConflict, in: traffic("10% traffic", "Feature flag: `NEW_ROUTER=true` (10% of tenants)"),
            reports: .at(1, "10% of the tenants here, but Phase 1 is for 10% of the traffic in plan.md:3", note: 2))
    }

    @Test(arguments: [
        ("10% traffic", "Feature flag: `NEW_ROUTER=true` (10% of traffic)"),
        ("10% traffic", "Feature flag: `NEW_ROUTER=true` (10% of users)"),
        ("10% of tenants", "Feature flag: `NEW_ROUTER=true` (10% of tenants)"),
        ("10% traffic", "Feature flag: `NEW_ROUTER=true` (20% of tenants)"),
        ("10% traffic", "see the sheet: 10% of tenants are free"),
    ])
    func sameBasis(_ heading: String, _ flag: String) throws {
        try expectSilence(of: .shareBasisConflict, in: traffic(heading, flag))
    }

    private func tenants(_ second: String, _ comment: String) -> String {
        """
        # Router

        ## Phase 1: 10% traffic

        ```bash
        export ROUTER_TENANTS="‹2:delta,fjord,glen›"
        ```

        ## Phase 2: 50% traffic

        ### Rollback

        ```bash
        export ‹1:ROUTER_TENANTS="\(second)"›  # \(comment)
        ```
        """
    }

    @Test func backToOtherTenants() throws {
        try expect(
            .flagValueConflict, in: tenants("delta,fjord", "Back to 10%"),
            reports: .at(
                1, "'ROUTER_TENANTS' is delta, fjord at 10% here, but delta, fjord, glen in plan.md:6", note: 2))
    }

    @Test(arguments: [("glen,delta,fjord", "Back to 10%"), ("delta,fjord", "Back to 5%"), ("delta,...", "Back to 10%")])
    func otherLists(_ second: String, _ comment: String) throws {
        try expectSilence(of: .flagValueConflict, in: tenants(second, comment))
    }

    private func again(_ hold: String) -> String {
        """
        # Router

        ## Phase 1: 10% traffic

        **Duration:** ‹2:3-5 days›

        ## Phase 2: 50% traffic

        **Duration:** 5-7 days

        ## After the fix

        - Enable for 10% of traffic
        - Monitor for ‹1:\(hold)›
        - Increase to 50%
        - Monitor for 6 days
        - Enable for 100%
        """
    }

    @Test func anHourInTheSecondAttempt() throws {
        try expect(
            .stageHoldConflict, in: again("1 hour"),
            reports: .at(1, "10% is held for 60 minutes here, but for 3 to 5 days in plan.md:5", note: 2))
    }

    @Test(arguments: ["4 days", "about a day"])
    func asLong(_ hold: String) throws { try expectSilence(of: .stageHoldConflict, in: again(hold)) }

    private func stages(_ last: String, _ key: String) -> String {
        """
        # Beacon

        Each cohort has a switch, `‹3:\(key)›`.

        ## Stage 1: Crew

        - **Cohort**: `internal`

        ## Stage 2: Friends

        - **Cohort**: `pilot`

        ## Stage 3: General availability

        - **Cohort**: `‹1:\(last)›`

        ## Configuration

        ```json
        { "canary": { "cohorts": { "‹2:internal›": { "‹4:enabled›": true }, "pilot": { "enabled": false }, "‹5:beta›": { "enabled": false } } } }
        ```
        """
    }

    @Test func aStageWithoutItsCohort() throws {
        try expect(
            .cohortUndefined, in: stages("ga", "canary.cohorts.{name}.enabled"),
            reports: .at(1, "cohort 'ga' has a stage here, but is not among the cohorts in plan.md:20", note: 2, 5))
        try expectSilence(of: .cohortUndefined, in: stages("beta", "canary.cohorts.{name}.enabled"))
    }

    @Test func aKeyForEachName() throws {
        try expect(
            .flagNameConflict, in: stages("beta", "canary.cohort.{name}.enabled"),
            reports: .at(
                3,
                "'canary.cohort.{name}.enabled' is named here, but the configuration has 'canary.cohorts.internal.enabled'",
                note: 4))
    }

    @Test(arguments: ["canary.cohorts.{name}.enabled", "canary.cohorts.<name>.enabled", "canary.region.{name}.enabled"])
    func otherKeys(_ key: String) throws { try expectSilence(of: .flagNameConflict, in: stages("beta", key)) }
}
