import Testing

@testable import PlanRules

/// Flags that lists of settings below a phase hold off or switch on.
struct FlagListShapeTests {
    private func shops(_ third: String, table: String = "") -> String {
        """
        # Menu rollout
        \(table)
        ## Phase 2: Limited shops

        - Enable for five shops
        - Feature flags:
          - `loyalty_points: false`
          - `premium_templates: ‹1:false›`
          - `table_booking: false`
          - `gift_notes: false`

        ## Phase 3: More shops

        - Enable features based on stability:
          - `‹2:loyalty_points›: true`
          - `table_booking: true` (once the kitchen agrees)
          \(third)

        ## Phase 4: Everybody

        - Full feature set enabled
        """
    }

    /// A remark behind the value takes nothing back.
    @Test func switchedOnWithARemark() throws {
        try expect(
            .flagUnscheduled, in: shops("- `gift_notes: true` (for trusted merchants)"),
            reports: .at(1, "'premium_templates' is off in Phase 2 here, and no later phase switches it on", note: 2))
    }

    @Test func allSwitchedOn() throws {
        try expectSilence(
            of: .flagUnscheduled,
            in: shops("- `gift_notes: true` (for trusted merchants)\n  - `premium_templates: true` (last)"))
    }

    @Test func namesTheRowOfTheTable() throws {
        let table = """

            ## Feature flags

            | Flag | Purpose | Default |
            |---|---|---|
            | `loyalty_points` | points | off |
            | `‹3:premium_templates›` | templates | off |
            | `table_booking` | booking | off |
            | `gift_notes` | notes | off |

            """
        try expect(
            .flagUnscheduled, in: shops("- `gift_notes: true` (for trusted merchants)", table: table),
            reports: .at(1, "'premium_templates' is off in Phase 2 here", note: 2, 3))
    }

    private func settings(_ name: String, _ remark: String = "") -> String {
        """
        # Harbour telemetry

        ## Phase 1: Foundation

        - `RECORDING_ENABLED=false`
        - `TIDE_API_ENABLED=false`
        - `STORM_DRILLS_ENABLED=false`
        - `\(name)=‹1:false›`\(remark)

        ## Phase 2: Pilot

        - `‹2:RECORDING_ENABLED›=true`
        - `TIDE_API_ENABLED=true`
        - `STORM_DRILLS_ENABLED=true`
        """
    }

    /// The end of its name does not say that it is enabled.
    @Test func heldOffAmongOthers() throws {
        try expect(
            .flagUnscheduled, in: settings("DOCS_PUBLISH_ENABLED"),
            reports: .at(1, "'DOCS_PUBLISH_ENABLED' is off in Phase 1 here, and no later phase", note: 2))
    }

    @Test(arguments: [("DOCS_PUBLISH_ENABLED", " (for later)"), ("STRICT_TLS", ""), ("LEGACY_TIDE_ENABLED", "")])
    func mayStayOff(_ name: String, _ remark: String) throws {
        try expectSilence(of: .flagUnscheduled, in: settings(name, remark))
    }

    private func defaults(_ purpose: String, audit: String = "true") -> String {
        """
        # Harbour telemetry

        | Flag | Default | Description |
        |---|---|---|
        | `BERTH_RECORDING_ENABLED` | ‹2:false› | records |
        | `TIDE_API_ENABLED` | false | queries |
        | `BERTH_AUDIT_ENABLED` | ‹1:\(audit)› | \(purpose) |

        ## Phase 1: Foundation

        - `BERTH_RECORDING_ENABLED=true`

        ## Phase 2: Pilot

        - `TIDE_API_ENABLED=true`
        """
    }

    @Test func onByDefaultInNoPhase() throws {
        try expect(
            .flagDefaultConflict, in: defaults("audits"),
            reports: .at(1, "'BERTH_AUDIT_ENABLED' is on by default here and no phase speaks of it", note: 2))
    }

    @Test(arguments: [("the existing audit", "true"), ("already live", "true"), ("audits", "false")])
    func mayBeOn(_ purpose: String, _ audit: String) throws {
        try expectSilence(of: .flagDefaultConflict, in: defaults(purpose, audit: audit))
    }

    private func contingency(_ line: String) -> String {
        """
        # Store

        | Toggle | Default |
        |---|---|
        | `STORE_READ_ENABLED` | ‹2:true› |
        | `STORE_SEARCH_ENABLED` | false |

        ## Contingency plans

        - \(line)
        """
    }

    @Test func backToDefaultsThatAreOn() throws {
        try expect(
            .flagDefaultConflict,
            in: contingency("**‹1:Immediate response**: Disable all toggles, revert to defaults›"),
            reports: .at(1, "but the default of one is on in plan.md:5", note: 2))
    }

    @Test(arguments: ["Disable all toggles", "Revert all toggles to defaults", "Revert to the default theme"])
    func otherResponses(_ line: String) throws {
        try expectSilence(of: .flagDefaultConflict, in: contingency(line))
    }
}
