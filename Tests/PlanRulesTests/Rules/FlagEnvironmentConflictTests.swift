import SourceText
import Testing

@testable import PlanRules

struct FlagEnvironmentConflictTests {
    private func plan(_ scope: String, _ step: String, phase: String = "Production") -> String {
        """
        # Dock

        | Flag | Description |
        |---|---|
        | `‹2:DOCK_PANEL_ENABLED›` | \(scope) |
        | `ENABLE_TIDE_ALERTS` | alerts |

        ## Phase 1: \(phase)

        - [ ] \(step)
        - [ ] Enable `ENABLE_TIDE_ALERTS`
        """
    }

    @Test(arguments: ["Development only", "only for local tests", "nur Entwicklung"])
    func setInProduction(_ scope: String) throws {
        try expect(
            .flagEnvironmentConflict, in: plan(scope, "Set `‹1:DOCK_PANEL_ENABLED›=true`"),
            reports: .at(1, "'DOCK_PANEL_ENABLED' is switched in production here, but is for", note: 2))
    }

    @Test func theKillSwitch() throws {
        try expect(
            .flagEnvironmentConflict,
            in: plan("Development only", "Kill switch: set `‹1:DOCK_PANEL_ENABLED›=true`", phase: "Quay"),
            reports: .at(1, "but is for development only in plan.md:5", note: 2))
    }

    @Test(arguments: [
        ("all environments", "Set `DOCK_PANEL_ENABLED=true`", "Production"),
        ("Development only", "Set `DOCK_PANEL_ENABLED=true`", "Staging"),
        ("Development only", "Never set `DOCK_PANEL_ENABLED=true`", "Production"),
        ("Only the crew sees it", "Set `DOCK_PANEL_ENABLED=true`", "Production"),
        ("Development only, not in production", "Look at the dock", "Production"),
    ])
    func silent(_ scope: String, _ step: String, _ phase: String) throws {
        try expectSilence(of: .flagEnvironmentConflict, in: plan(scope, step, phase: phase))
    }
}
