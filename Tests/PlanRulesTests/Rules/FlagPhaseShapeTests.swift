import Testing

@testable import PlanRules

/// What phases say of flags in blocks, comments and criteria.
struct FlagPhaseShapeTests {
    private func criterion(_ text: String) -> String {
        """
        # Harbour telemetry

        ## Phase 1: Foundation

        - `HBR_TIDE_API_ENABLED=‹1:false›`
        - `HBR_RECORDING_ENABLED=true`
        - `HBR_STORM_DRILLS_ENABLED=false`

        ### Success criteria

        - [ ] ‹2:\(text)›

        ## Phase 2: Pilot

        - `HBR_TIDE_API_ENABLED=true`
        - `HBR_STORM_DRILLS_ENABLED=true`
        """
    }

    @Test(arguments: ["Tide API endpoints accessible (but disabled)", "Tide API baseline established"])
    func inUse(_ text: String) throws {
        try expect(
            .criterionFlagOff, in: criterion(text), reports: .at(1, "'HBR_TIDE_API_ENABLED' is off in Phase 1", note: 2)
        )
    }

    @Test(arguments: [
        "Storm drills framework initialized", "Tide API pipeline ready", "Tide API deployed", "Tide API disabled",
    ])
    func prepared(_ text: String) throws { try expectSilence(of: .criterionFlagOff, in: criterion(text)) }

    private func block(_ comment: String, _ name: String = "NEXT_PUBLIC_ENABLE_NEW_MAP", more: String = "") -> String {
        """
        # Map

        ## Phase 1: Start

        ```bash
        \(comment)
        \(name)=‹1:true›
        ```
        \(more)
        ## Phase 2: Later

        - Look at the map
        """
    }

    @Test func builtInForAShare() throws {
        try expect(
            .flagSwitchForShare, in: block("# Enable for ‹2:10%› of users"),
            reports: .at(
                1, "'NEXT_PUBLIC_ENABLE_NEW_MAP' is built in as on for all here, but is meant for 10%", note: 2))
    }

    @Test func builtInWhereTheStrategyNamesAShare() throws {
        try expect(
            .flagSwitchForShare,
            in: block("", "VITE_STORE_READ", more: "\n#### Dark launch\n\n- ‹2:10% of users get it initially›\n"),
            reports: .at(1, "'VITE_STORE_READ' is built in as on for all here, but is meant for 10%", note: 2))
    }

    @Test func builtInAndDivided() throws {
        try expectSilence(
            of: .flagSwitchForShare, in: block("# Enable for 10% of users", more: "\nThe middleware picks them.\n"))
        try expectSilence(of: .flagSwitchForShare, in: block("# Enable for 100% of users"))
        try expectSilence(of: .flagSwitchForShare, in: block("# Enable for 10% of users", "ENABLE_NEW_MAP"))
        try expectSilence(
            of: .flagSwitchForShare,
            in: block("", "VITE_NEW_MAP", more: "\n- 1% of users see errors\n- Halt if 5% of users fail\n"))
    }

    private func twice(_ comment: String, first: String = "true") -> String {
        """
        # Store

        ## Phase 1: Reading

        ```bash
        STORE_READ_ENABLED=‹2:\(first)›
        STORE_WRITE_ENABLED=false
        ```

        ## Phase 2: Writing

        ```bash
        \(comment)
        ‹1:STORE_READ_ENABLED›=true
        STORE_WRITE_ENABLED=true
        ```
        """
    }

    @Test func setAgain() throws {
        try expect(
            .flagEnabledTwice, in: twice("# Enable read operations"),
            reports: .at(
                1, "'STORE_READ_ENABLED' is switched on in Phase 2 here, but Phase 1 has set it on in plan.md:6",
                note: 2))
    }

    @Test func repeated() throws {
        try expectSilence(of: .flagEnabledTwice, in: twice("# As before"))
        try expectSilence(of: .flagEnabledTwice, in: twice("# Enable read operations", first: "false"))
        try expectSilence(of: .flagEnabledTwice, in: twice("# Enable reading for all users"))
    }

    private func emergency(_ title: String, _ comment: String) -> String {
        """
        # Map

        ## \(title)

        ```bash
        # Disable all new features immediately
        ‹1:MAP_ENABLE_ALL_FEATURES›=false
        ```

        ## Commands

        ```bash
        # Enable all features\(comment)
        ‹2:MAP_ENABLE_ALL_FEATURES›=true npm run dev
        ```
        """
    }

    @Test func aDevelopersSwitchForEmergencies() throws {
        try expect(
            .flagEnvironmentConflict, in: emergency("Emergency procedures", " (dev only)"),
            reports: .at(1, "'MAP_ENABLE_ALL_FEATURES' is switched in production here, but is for dev only", note: 2))
    }

    @Test(arguments: [("Emergency procedures", ""), ("Local set-up", " (dev only)")])
    func otherSwitches(_ title: String, _ comment: String) throws {
        try expectSilence(of: .flagEnvironmentConflict, in: emergency(title, comment))
    }
}
