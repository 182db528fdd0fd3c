import Plan
import PlanReading
import SourceText
import Testing

/// What is read of alerts, channels, escalations and settings, and what looks like them.
struct MonitoringReadingTests {
    private func plan(_ text: String) -> Plan {
        Plan(joining: [DocumentFacts(SourceFile(path: "plan.md", text: text))])
    }
    private func monitoring(_ text: String) -> Monitoring { plan("# Quarry scales\n\n\(text)\n").monitoring }

    @Test(arguments: [
        ("condition: weight_errors > 5%\n    action: page_oncall", Alert.Effect.notifies),
        ("condition: weight_errors > 5%\n    actions: [page, pause_rollout]", .acts),
        ("condition: weight_errors > 5%\n    action: auto_rollback", .acts),
        ("condition: weight_errors > 5%\n    action: run_book_9", .unclear),
        ("expr: weight_errors > 5\n    labels: {severity: critical, action: notify}", .notifies),
        ("expr: weight_errors > 5\n    labels: {severity: critical}", .unclear),
        ("metric: weight_errors\n    op: gt\n    value: 5%\n    action: rollback", .acts),
    ])
    func whatAnAlertDoes(rule: String, effect: Alert.Effect) {
        let alerts = monitoring("```yaml\nalerts:\n  - name: w\n    \(rule)\n```").alerts
        #expect(alerts.map(\.effect) == [effect])
        #expect(alerts.map(\.metric) == ["weight_errors"])
    }

    @Test func haltsListedAsTexts() {
        let alerts = monitoring(
            "```json\n{\"rollback_on\": [\"weight_errors > 5%\", \"queue > 90 s\", \"gut feeling\"]}\n```"
        ).alerts
        #expect(alerts.map(\.metric) == ["weight_errors", "queue"])
        #expect(alerts.allSatisfy { $0.effect == .acts })
        let nested = monitoring("```yaml\nrollback:\n  automatic: true\n  triggers:\n    - queue > 90 s\n```").alerts
        #expect(nested.map(\.metric) == ["queue"])
        #expect(monitoring("```json\n{\"steps\": [\"weight > 5%\"]}\n```").alerts.isEmpty)
    }

    @Test(arguments: [
        ("## Automatic rollback triggers\n\n- Errors > 5%", [true]),
        ("## Rollback triggers\n\n- Errors > 5%", [false]),
        ("## Automatic rollback triggers\n\n### Manual\n\n- Errors > 5%", [false]),
        ("## Rollback triggers\n\nRolled back automatically if:\n\n- Errors > 5%\n- Lag > 9 s", [true, true]),
        ("## Rollback triggers\n\n**Automatic**:\n\n- Errors > 5%\n\n**Manual**:\n\n- Lag > 9 s", [true, false]),
        ("## Rollback triggers\n\n- Automatic:\n  - Errors > 5%\n- On call decides:\n  - Lag > 9 s", [true, false]),
        ("## Rollback triggers\n\n- Errors > 5% (automatic)\n- Lag > 9 s", [true, false]),
    ])
    func whichTriggersAreAutomatic(text: String, expected: [Bool]) {
        #expect(plan("# Quarry scales\n\n\(text)\n").triggers.map(\.isAutomatic) == expected)
    }

    @Test(arguments: [
        ("## Communication\n\n- `#scales`: all", ["#scales listed"]),
        ("## Steps\n\n1. Post in #scales and (#pit-crew).", ["#scales used", "#pit-crew used"]),
        ("## Steps\n\n- Channel: #scales", ["#scales declared"]),
        ("## Steps\n\n| Channel | For |\n| --- | --- |\n| #scales | all |", ["#scales listed"]),
        ("## Steps\n\n| Step | Channel |\n| --- | --- |\n| Weigh | #scales |", ["#scales declared"]),
        ("## Steps\n\n- See #scales", []), ("## Steps\n\n- Post the fix of #44 in colour #ffaa00", []),
        ("## Steps\n\n- Post C# notes, see [there](#scales)", []), ("## Steps\n\n> Post in #scales", []),
        ("```yaml\nnotify: \"#scales\"\ntag: \"#pit\"\n```", ["#scales used"]),
    ])
    func channels(text: String, expected: [String]) {
        #expect(monitoring(text).channels.map { "\($0.name.value) \($0.role)" } == expected)
    }

    @Test(arguments: [
        ("## Escalation\n\n- Critical: 15 minutes", ["critical 900"]),
        ("## Nights\n\n- P1 incidents escalate after 5 min", ["p1 300"]),
        ("## Nights\n\n| Severity | Escalate after |\n| --- | --- |\n| SEV-1 | 5 min |", ["sev1 300"]),
        ("## Nights\n\n- Critical: answer in 15 minutes", []),
        ("## Escalation\n\n- Critical: 5 minutes, then 15 minutes", []),
        ("## Escalation\n\n- Shift lead: 15 minutes", []),
    ])
    func escalations(text: String, expected: [String]) {
        let told = monitoring(text).escalations
        #expect(
            told.map { "\(severityName($0.severity) ?? "") \(formatNumber($0.after.value.seconds ?? -1))" } == expected)
    }

    @Test(arguments: [
        ("- Max trucks: unlimited", ["Max trucks none"]), ("- Max trucks: 8", ["Max trucks 8"]),
        ("- Trucks: 8", []), ("| Setting | Value |\n| --- | --- |\n| Trucks | sin límite |", ["Trucks none"]),
        (
            "```json\n{\"maxTrucks\": 8, \"trucks\": \"unlimited\", \"name\": \"pit\"}\n```",
            ["maxTrucks 8", "trucks none"]
        ),
        ("- Max wait: < 5 minutes", []),
    ])
    func settings(text: String, expected: [String]) {
        let settings = monitoring("## Limits\n\n\(text)").settings
        #expect(settings.map { "\($0.name) \($0.bound.map { formatNumber($0.number) } ?? "none")" } == expected)
    }
}
