import Plan
import SourceText

extension PlanRule {
    /// One trigger, two windows.
    static let triggerWindowConflict = PlanRule(
        id: "trigger-window-conflict", severity: .warning, summary: "a trigger is to hold for two different times",
        explanation: Explanation(
            fault: """
                Two places state the same condition, measure, limit and action alike, and say that it must hold for \
                different lengths of time before anything is done.
                """,
            harm: "One person starts the rollback while another still waits for the window to pass.",
            misses: """
                Conditions inside of one section may be steps of one answer, and those of phases, environments and \
                services may differ. A condition without a window agrees with any.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Rollback triggers

                - Error rate > 5% for 10 minutes
                """),
            ExampleDocument(
                "rollback.md",
                """
                # Going back

                ## Rollback triggers

                - Error rate > 5% for 5 minutes
                """),
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Rollback triggers

                - Error rate > 5% for 10 minutes
                """),
            ExampleDocument(
                "rollback.md",
                """
                # Going back

                ## Rollback triggers

                - Error rate > 5% for 10 minutes
                """),
        ],
        isPreview: true
    ) { input in
        var order: [TriggerKey] = []
        var claims: [TriggerKey: [Claim<TimeAmount>]] = [:]
        for trigger in input.plan.triggers where !input.scopes.isInPhase(trigger.span) {
            guard let key = TriggerKey(trigger), let window = trigger.window, window.seconds != nil, !window.isRough
            else { continue }
            if claims[key] == nil { order.append(key) }
            claims[key, default: []].append(Claim(window, at: trigger.span, .prose))
        }
        return order.flatMap { key in
            disagreements(
                in: claims[key, default: []],
                scope: { input.scopes.scope(at: $0.span, without: Set(key.words)) },
                comparing: input.scopes.mayBeOneSubject,
                place: { Place($0, section: input.scopes.sectionNumber(at: $0.span)) },
                agree: { $0.seconds == $1.seconds }
            ).map { fault(key, $0) }
        }
    }
}

/// What makes two conditions the same.
private struct TriggerKey: Hashable {
    let words: [String]
    let name: String
    let limit: String
    let action: String?

    init?(_ trigger: Trigger) {
        guard let metric = trigger.metric, let limit = trigger.condition, let isUpper = limit.comparison?.isUpperBound
        else { return nil }
        words = measureKey(metric)
        name = metric
        let unit = limit.quantity.unit
        self.limit =
            "\(isUpper ? "<" : ">") \(limit.quantity.baseValue) \(unit.dimension.rawValue) \(limit.statistic?.text ?? "")"
        action = trigger.action
    }

    static func == (left: Self, right: Self) -> Bool {
        left.words == right.words && left.limit == right.limit && left.action == right.action
    }
    func hash(into hasher: inout Hasher) {
        hasher.combine(words)
        hasher.combine(limit)
        hasher.combine(action)
    }
}

private func fault(_ key: TriggerKey, _ disagreement: Disagreement<TimeAmount>) -> Fault {
    let (here, there) = (disagreement.first.value.spelled, disagreement.reference.value.spelled)
    return Fault(
        message: "\(quoted(key.name)) must break its limit for \(here) here, but for \(there) in "
            + place(disagreement.reference.span),
        span: disagreement.first.span, label: "for \(here)",
        related: [Finding.Note("for \(there)", at: disagreement.reference.span)]
            + disagreement.claims.dropFirst().map { Finding.Note("for \($0.value.spelled)", at: $0.span) },
        identity: key.words + [key.limit, here, there])
}
