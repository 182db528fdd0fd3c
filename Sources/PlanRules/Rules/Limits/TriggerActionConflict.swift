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
                the same measure and limit has an action that only tells somebody. An expression counts as the same \
                where percentile, words and limit are: `histogram_quantile(0.99, latency) > 5 * baseline` is a p99 \
                latency above five times the baseline.
                """,
            harm: "Everybody waits for the automatic rollback that nothing starts.",
            misses: """
                The measure must have the same words and the limit the same value; of an expression told in other \
                words, an alert beside it must act. An alert without any stated action \
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
    let named = alerts.alerts(on: metric).filter { states($0.condition.value, limit) }
    // `p99 latency > 5x baseline` is `histogram_quantile(0.99, latency) > 5 * baseline`.
    let candidates =
        named.isEmpty
        ? alerts.alerts(measuring: trigger).filter { measures($0, trigger, limit) && alerts.hasActingSibling($0) }
        : named
    if candidates.isEmpty { return nil }
    let own = scopes.scope(at: trigger.span)
    let same = candidates.filter { alert in
        !alert.list.contains(trigger.span) && scopes.mayBeOneSubject(scopes.scope(at: alert.condition.span), own)
    }
    guard same.allSatisfy({ $0.effect == .notifies }), let alert = same.first, let action = alert.action else {
        return nil
    }
    let what = trigger.action ?? "action"
    let spelled = named.isEmpty ? alert.condition.value : limit
    return Fault(
        message:
            "\(quoted(metric)) \(clipped(spelled.text)) only leads to \(quoted(action.value)) here, but to an automatic "
            + "\(what) in \(place(trigger.span))",
        span: action.span, label: action.label(clipped(action.value)),
        related: [Finding.Note("automatic \(what) at \(clipped(limit.text))", at: conditionSpan(of: trigger))],
        help: "let the alert start the \(what), or do not call it automatic",
        identity: measureKey(metric) + [limit.identity, action.value])
}

/// Whether an alert whose expression is told in other words has the trigger's limit, and something beside the number
/// says so: a percentile, a multiple of what is usual, or the time that it must hold.
private func measures(_ alert: Alert, _ trigger: Trigger, _ limit: Limit) -> Bool {
    let other = alert.condition.value
    guard let isUpper = other.comparison?.isUpperBound, isUpper == limit.comparison?.isUpperBound,
        mayEqual(other.quantity, limit.quantity)
    else { return false }
    if let mine = other.windowSeconds, let theirs = limit.windowSeconds { return mine == theirs }
    return limit.quantity.unit.dimension == .multiple || percentile(of: trigger) != nil
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
