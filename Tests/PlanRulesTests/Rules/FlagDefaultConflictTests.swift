import SourceText
import Testing

@testable import PlanRules

struct FlagDefaultConflictTests {
    private func plan(_ state: String, _ phase: String, name: String = "ENABLE_BERTH_MAP") -> String {
        """
        # Berths

        | Flag | Default | Purpose | Phase |
        |---|---|---|---|
        | `\(name)` | ‹1:\(state)› | the map | ‹2:\(phase)› |
        | `ENABLE_TIDE_ALERTS` | `false` | alerts | Phase 3 |

        ## Phase 1: Preparation

        - [ ] Tell the harbour office

        ## Phase 2: Map

        - [ ] Print the posters

        ## Phase 3: Alerts

        - [ ] Enable `ENABLE_TIDE_ALERTS`
        """
    }

    @Test func onByDefaultAndFiledUnderALaterPhase() throws {
        try expect(
            .flagDefaultConflict, in: plan("on", "Phase 2"),
            reports: .at(1, "'ENABLE_BERTH_MAP' is on by default here, but it belongs to Phase 2 in plan.md:5", note: 2)
        )
    }

    @Test(arguments: [
        ("off", "Phase 2", "ENABLE_BERTH_MAP"), ("on", "Phase 1", "ENABLE_BERTH_MAP"), ("on", "-", "ENABLE_BERTH_MAP"),
        ("on", "Phase 2", "LEGACY_BERTH_MAP"), ("on for staff", "Phase 2", "ENABLE_BERTH_MAP"),
    ])
    func silent(_ state: String, _ phase: String, _ name: String) throws {
        try expectSilence(of: .flagDefaultConflict, in: plan(state, phase, name: name))
    }

    @Test func aKeyInAConfiguration() throws {
        try expect(
            .flagDefaultConflict,
            in: """
                # Kräne

                ```json
                { "featureFlags": {
                  "neuerKran": { "default": ‹1:true›, "owner": "Hof" },
                  "neueWaage": { "default": false, "owner": "Hof" } } }
                ```

                ## Phase 1: Vorbereitung

                - Leute schulen

                ## Phase 2: Kran

                - Aktiviere `‹2:neuerKran›`
                """,
            reports: .at(1, "'neuerKran' is on by default here, but Phase 2 switches it on", note: 2))
    }

    @Test func heldOffInTheFirstPhase() throws {
        try expect(
            .flagDefaultConflict,
            in: """
                # Cranes

                | Feature flag | Default |
                |---|---|
                | `ENABLE_CRANE` | ‹1:true› |

                ## Phase 1: Yard

                ```bash
                ENABLE_CRANE=‹2:false›
                ```

                ## Phase 2: Quay
                """,
            reports: .at(1, "'ENABLE_CRANE' is on by default here, but Phase 1 holds it off", note: 2))
    }
}
