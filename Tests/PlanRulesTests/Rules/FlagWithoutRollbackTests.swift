import Plan
import SourceText
import Testing

@testable import PlanRules

struct FlagWithoutRollbackTests {
    private func plan(_ back: String) -> String {
        """
        # Lock gates

        ## Day 1: First gates (20% rollout)

        - Enable `‹1:gate_sensors›` feature flag
        - Enable `gate_lights` feature flag
        - Enable `gate_locks` feature flag
        - Enable `gate_prices` feature flag

        ## Rollback

        \(back)
        """
    }
    private static let three = "- Disable `gate_lights`\n- Disable `gate_locks`\n- Disable `gate_prices`"

    @Test func oneIsForgotten() throws {
        let back = "- Disable `‹2:gate_lights›`\n- Disable `‹3:gate_locks›`\n- Disable `‹4:gate_prices›`"
        try expect(
            .flagWithoutRollback, in: plan(back),
            reports: .at(1, "'gate_sensors' is switched on here, but no way back switches it off", note: 2, 3, 4))
    }

    /// A block of commands in a document of its own.
    @Test func commandsElsewhere() throws {
        let back = """
            # Way back

            ```bash
            flagctl disable ‹2:gate_lights›
            flagctl disable ‹3:gate_locks›
            flagctl disable ‹4:gate_prices›
            ```
            """
        try expect(
            .flagWithoutRollback, in: [("plan.md", plan("See the way back.")), ("rollback.md", back)],
            reports: .at(1, "'gate_sensors'", note: 2, 3, 4))
    }

    @Test(arguments: [
        three + "\n- Disable `gate_sensors`", three + "\n- Leave `gate_sensors` as it is",
        three + "\n- Turn all flags off", three + "\n- Then disable every flag of the yard",
        "- Disable `gate_lights`\n- Disable `gate_locks`", "- Deploy the last release",
    ])
    func silent(_ back: String) throws {
        try expectSilence(of: .flagWithoutRollback, in: plan(back))
    }

    /// What a phase holds off is no way back.
    @Test func settingsOfAPhase() throws {
        try expectSilence(
            of: .flagWithoutRollback,
            in: """
                # Lock gates

                ## Phase 1: Sensors

                ```bash
                FEATURE_SENSORS=true
                FEATURE_LIGHTS=false
                FEATURE_LOCKS=false
                FEATURE_PRICES=false
                ```

                ## Phase 2: Rest

                ```bash
                FEATURE_LIGHTS=true
                FEATURE_LOCKS=true
                FEATURE_PRICES=true
                ```
                """)
    }
}
