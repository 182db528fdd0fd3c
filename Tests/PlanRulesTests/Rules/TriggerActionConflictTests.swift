import Testing

@testable import PlanRules

struct TriggerActionConflictTests {
    private func plan(_ triggers: String, _ alerts: String) -> String {
        "# Ferry tickets\n\n\(triggers)\n\n## Alerting\n\n\(alerts)\n"
    }
    private let automatic = "## Automatic rollback triggers\n\n- Refused cards ‹2:> 5%›\n- Queue length > 400"
    private var plain: String { automatic.replacing("‹2:", with: "").replacing("›", with: "") }

    @Test(arguments: [
        "```yaml\nalerts:\n  - name: cards\n    condition: refused_cards > 5%\n    action: ‹1:alert_oncall›\n```",
        "```json\n{\"alerts\": [{\"condition\": \"refusedCards > 0.05\", \"actions\": ‹1:[\"notify_team\", \"page\"]›}]}\n```",
        "```js\nconst alerts = [{ metric: 'refusedCards', threshold: '5%', action: ‹1:'notify'› }];\n```",
        "```js\nconst alerts = [{ metric: 'refused_cards', threshold: 5, action: ‹1:'notify'› }];\n```",
        "| Alert | Limit | Action |\n| --- | --- | --- |\n| Refused cards | > 5% | ‹1:Page on call› |",
        "```yaml\nrules:\n  - metric: refused_cards\n    op: \">\"\n    value: 5%\n    action: ‹1:warn›\n```",
    ])
    func onlyNotified(alerts: String) throws {
        try expect(
            .triggerActionConflict, in: plan(automatic, alerts),
            reports: .at(1, "'Refused cards' > 5% only leads to", note: 2))
    }

    @Test func saidByTheLineAboveTheList() throws {
        try expect(
            .triggerActionConflict,
            in: plan(
                "## Safety net\n\nThe controller rolls back automatically if:\n\n- Refused cards ‹2:> 5%›",
                "| Condition | Threshold | Action |\n| --- | --- | --- |\n| Refused cards | > 5% | ‹1:Notify the shift lead› |\n"
                    + "| Queue length | > 900 | Roll back |"),
            reports: .at(1, "but to an automatic rollback in plan.md:7", note: 2))
    }

    @Test(arguments: [
        "```yaml\nalerts:\n  - condition: refused_cards > 5%\n    action: rollback\n```",
        "```yaml\nalerts:\n  - condition: refused_cards > 5%\n    actions: [notify_team, pause_rollout]\n```",
        "```yaml\nalerts:\n  - condition: refused_cards > 3%\n    action: notify_team\n```",
        "```yaml\nalerts:\n  - condition: refused_refunds > 5%\n    action: notify_team\n```",
        "```yaml\nalerts:\n  - condition: refused_cards > 5%\n    severity: critical\n```",
        "```yaml\nalerts:\n  - condition: refused_cards > 5%\n    action: run_playbook_7\n```",
        "```yaml\nalerts:\n  - condition: refused_cards > 5%\n    action: notify\n  - condition: refused_cards > 5%\n    action: rollback\n```",
    ])
    func silent(alerts: String) throws {
        try expectSilence(of: .triggerActionConflict, in: plan(plain, alerts))
    }

    @Test(arguments: [
        "## Rollback triggers\n\n- Refused cards > 5%", "## Manual rollback triggers\n\n- Refused cards > 5%",
        "## Rollback triggers\n\nNothing is automatic here.\n\nPeople roll back if:\n\n- Refused cards > 5%",
    ])
    func peopleDecide(triggers: String) throws {
        try expectSilence(
            of: .triggerActionConflict,
            in: plan(triggers, "```yaml\nalerts:\n  - condition: refused_cards > 5%\n    action: notify_team\n```"))
    }

    /// A list of halts in words, and rules of a monitoring system as it writes them.
    private func rendering(_ halt: String, expression: String, action: String, sibling: String = "pause_canary")
        -> String
    {
        """
        # Map tiles from the new renderer

        ## Automatic halt rules

        The controller automatically pauses the rollout (share → 0%) if ANY of:

        - Tile error rate > 2% for 5 minutes
        - \(halt)

        ## Alerting

        ```yaml
        alerts:
          - name: tile_errors_high
            expr: rate(tile_errors[5m]) > 0.02
            for: 5m
            action: \(sibling)

          - name: slow_tiles
            expr: \(expression)
            for: 10m
            action: \(action)
        ```
        """
    }
    private static let quantile = "histogram_quantile(0.99, tile_latency_seconds) > 5 * baseline"

    @Test(arguments: [
        ("Tile p99 latency ‹2:> 5x› baseline for 10 minutes", quantile),
        ("Latency (p99) ‹2:> 5x› baseline for 10 minutes", "histogram_quantile(0.99, latency) > 5 * baseline"),
        ("p99 latency of tiles ‹2:> 5×› the baseline", "tile_latency_p99 > baseline_p99 * 5"),
    ])
    func toldAsAnExpression(halt: String, expression: String) throws {
        try expect(
            .triggerActionConflict,
            in: rendering(halt, expression: expression, action: "‹1:alert_oncall›"),
            reports: .at(1, "only leads to 'alert_oncall' here, but to an automatic pause in plan.md:8", note: 2))
    }

    @Test(arguments: [
        ("Tile p99 latency > 5x baseline", quantile, "pause_canary", "pause_canary"),
        ("Tile p95 latency > 5x baseline", quantile, "alert_oncall", "pause_canary"),
        ("Tile p99 latency > 3x baseline", quantile, "alert_oncall", "pause_canary"),
        ("Search p99 latency > 5x baseline", quantile, "alert_oncall", "pause_canary"),
        ("Tile p99 latency > 5x baseline", quantile, "alert_oncall", "alert_oncall"),
        ("Tile p99 latency > 5x baseline → people decide manually", quantile, "alert_oncall", "pause_canary"),
        (
            "Tile p99 latency > 5x baseline", "histogram_quantile(0.99, tile_latency_seconds) > 5 * replicas",
            "alert_oncall", "pause_canary"
        ),
    ])
    func anotherExpression(halt: String, expression: String, action: String, sibling: String) throws {
        try expectSilence(
            of: .triggerActionConflict,
            in: rendering(halt, expression: expression, action: action, sibling: sibling))
    }
}
