import Plan
import SourceText

extension PlanRule {
    /// A listed halt that the configuration does not know.
    static let triggerUnalerted = PlanRule(
        id: "trigger-unalerted", severity: .warning,
        summary: "a listed rollback condition is missing from the configured ones",
        explanation: Explanation(
            fault: """
                The plan shows the conditions on which its tooling halts or rolls back, some of its listed conditions \
                are among them, and this one is not: no configured rule watches its measure.
                """,
            harm: "The condition stands on paper only; nothing halts the rollout when it is met.",
            misses: """
                At least two of the listed conditions must be configured, else the two lists may be about different \
                things. A rule on the same measure with another limit is another fault. A list that says that its \
                conditions are decided by people is left alone.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Automatic rollback triggers

                - Error rate > 5%
                - Search latency > 900 ms
                - Queue depth > 2000

                ## Controller

                ```yaml
                rollback_on:
                  - error_rate > 5%
                  - search_latency > 900ms
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
                - Search latency > 900 ms
                - Queue depth > 2000

                ## Controller

                ```yaml
                rollback_on:
                  - error_rate > 5%
                  - search_latency > 900ms
                  - queue_depth > 2000
                ```
                """)
        ],
        isPreview: true
    ) { input in
        let alerts = input.plan.monitoring.alerts.filter { $0.condition.reading == .codeBlock }
        let acting = alerts.filter { $0.effect == .acts }
        guard acting.count > 1, let list = acting.first?.list else { return [] }
        let watched = Set(alerts.map { measureKey($0.metric) })
        let watchedWords = alerts.map { Set(words(of: $0.metric)) }.reduce(into: Set<String>()) { $0.formUnion($1) }
        return groups(input).flatMap { triggers -> [Fault] in
            let known = triggers.count { $0.metric.map { watched.contains(measureKey($0)) } == true }
            guard known > 1 else { return [] }
            return triggers.compactMap { trigger in
                guard let metric = trigger.metric, let limit = trigger.condition,
                    watchedWords.isDisjoint(with: Set(words(of: metric)).subtracting(["rate", "time", "count"])),
                    input.scopes.mayBeOneSubject(input.scopes.scope(at: trigger.span), input.scopes.scope(at: list))
                else { return nil }
                return Fault(
                    message: "\(quoted(metric)) \(clipped(limit.text)) is listed here, but is not among the configured "
                        + "conditions of \(place(list))",
                    span: conditionSpan(of: trigger), label: "listed here",
                    related: [Finding.Note("the configured conditions", at: list)],
                    help: "configure the condition, or say who watches it", identity: words(of: metric) + [limit.text])
            }
        }
    }
}

/// The conditions of each section that lead to a rollback or a halt, those of programs left out.
private func groups(_ input: RuleInput) -> [[Trigger]] {
    struct Home: Hashable {
        let path: String
        let section: Int
    }
    let configured = Set(input.plan.monitoring.alerts.map(\.condition.span))
    var order: [Home] = []
    var groups: [Home: [Trigger]] = [:]
    for trigger in input.plan.triggers
    where trigger.action != "pause" && trigger.isAutomatic && !configured.contains(trigger.span) {
        let home = Home(path: trigger.span.path, section: input.scopes.sectionNumber(at: trigger.span))
        if groups[home] == nil { order.append(home) }
        groups[home, default: []].append(trigger)
    }
    return order.compactMap { groups[$0] }
}
