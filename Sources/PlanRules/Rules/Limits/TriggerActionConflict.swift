import Plan
import SourceText

extension PlanRule {
    /// A rollback that is said to be automatic, and an alert that only tells somebody.
    static let triggerActionConflict = PlanRule(
        id: "trigger-action-conflict", severity: .warning,
        summary: "an automatic rollback is configured as a mere notification",
        explanation: Explanation(
            fault: """
                A list of automatic rollbacks or halts names a measure and its limit, and the alert that is defined on \
                the same measure and limit has an action that only tells somebody.
                """,
            harm: "Everybody waits for the automatic rollback that nothing starts.",
            misses: """
                The measure must have the same words and the limit the same value; an alert without any stated action \
                may be handled elsewhere. A trigger that people decide on goes well with an alert that tells them.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Automatic rollback triggers

                - Error rate > 5%
                - Timeouts > 300 per minute

                ## Alerts

                ```yaml
                alerts:
                  - name: Errors
                    condition: error_rate > 5%
                    action: notify_oncall
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Automatic rollback triggers

                - Error rate > 5%
                - Timeouts > 300 per minute

                ## Alerts

                ```yaml
                alerts:
                  - name: Errors
                    condition: error_rate > 5%
                    action: rollback
                ```
                """)
        ]
    ) { input in
        let alerts = AlertIndex(input.plan.monitoring.alerts)
        return input.plan.triggers.compactMap { fault($0, alerts, input.scopes) }
    }
}

private func fault(_ trigger: Trigger, _ alerts: AlertIndex, _ scopes: ScopeIndex) -> Fault? {
    guard trigger.isAutomatic, let metric = trigger.metric, let limit = trigger.condition else { return nil }
    let same = alerts.alerts(on: metric).filter { alert in
        !alert.list.contains(trigger.span) && states(alert.condition.value, limit)
            && scopes.mayBeOneSubject(scopes.scope(at: alert.condition.span), scopes.scope(at: trigger.span))
    }
    guard same.allSatisfy({ $0.effect == .notifies }), let action = same.first?.action else { return nil }
    let what = trigger.action ?? "action"
    return Fault(
        message:
            "\(quoted(metric)) \(clipped(limit.text)) only leads to \(quoted(action.value)) here, but to an automatic "
            + "\(what) in \(place(trigger.span))",
        span: action.span, label: action.label(clipped(action.value)),
        related: [Finding.Note("automatic \(what) at \(clipped(limit.text))", at: conditionSpan(of: trigger))],
        help: "let the alert start the \(what), or do not call it automatic",
        identity: measureKey(metric) + [limit.text, action.value])
}

/// Whether an alert's limit is a trigger's; a bare number in a program may be in any unit that fits.
private func states(_ alert: Limit, _ trigger: Limit) -> Bool {
    guard alert.comparison == nil || alert.comparison?.isUpperBound == trigger.comparison?.isUpperBound,
        alert.statistic == trigger.statistic
    else {
        return false
    }
    if let mine = alert.windowSeconds, let other = trigger.windowSeconds, mine != other { return false }
    return mayEqual(alert.quantity, trigger.quantity)
}
