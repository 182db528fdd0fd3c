import Testing

@testable import PlanRules

/// A numbered list that gives the phases their names, without calling them phases.
struct FlagOverviewTests {
    private func plan(
        lead: String = "We go step by step:", item: String = "Enable Tide API, storm drills, and drift monitoring",
        names: [String] = ["Foundation", "Pilot", "Advanced features"], second: String = "true", prefix: String = ""
    ) -> String {
        """
        # Harbour telemetry

        \(lead)

        1. **\(names[0])**: Deploy the event store
        2. **\(names[1])**: Enable recording for two berths
        3. **‹2:\(names[2])›**: \(item)

        ## Phase 1: Foundation (Week 1-2)

        **Key settings:**

        - `\(prefix)RECORDING_ENABLED=false`
        - `\(prefix)DRIFT_MONITORING_ENABLED=false`
        - `\(prefix)TIDE_API_ENABLED=false`

        ## Phase 2: Pilot (Week 3-4)

        - `\(prefix)RECORDING_ENABLED=true`
        - `‹1:\(prefix)DRIFT_MONITORING_ENABLED›=\(second)`
        - `\(prefix)TIDE_API_ENABLED=false`

        ## Phase 3: Advanced features (Week 5-6)

        - `\(prefix)DRIFT_MONITORING_ENABLED=true`
        - `\(prefix)TIDE_API_ENABLED=true`
        """
    }

    @Test(arguments: [
        "We go step by step:", "The rollout follows a three-phase approach:", "The rollout has three phases:",
    ])
    func aheadOfTheList(_ lead: String) throws {
        try expect(
            .flagOutsidePhase, in: plan(lead: lead),
            reports: .at(
                1, "'DRIFT_MONITORING_ENABLED' is switched on in Phase 2 here, but Phase 3 brings it in plan.md:7",
                note: 2))
    }

    /// Flags that all begin with the name of the application.
    @Test func underTheNameOfTheApplication() throws {
        try expect(
            .flagOutsidePhase, in: plan(prefix: "HBR_"),
            reports: .at(1, "'HBR_DRIFT_MONITORING_ENABLED' is switched on in Phase 2 here", note: 2))
    }

    @Test func inItsPhase() throws { try expectSilence(of: .flagOutsidePhase, in: plan(second: "false")) }

    @Test(arguments: [
        "Tide API, drift monitoring", "Enable Tide API; tune drift monitoring", "Enable monitoring of drift",
    ])
    func bringsItNot(_ item: String) throws { try expectSilence(of: .flagOutsidePhase, in: plan(item: item)) }

    /// A list of something else that has as many items.
    @Test func anotherList() throws {
        try expectSilence(of: .flagOutsidePhase, in: plan(names: ["Hardware", "Software", "Crew"]))
    }
}
