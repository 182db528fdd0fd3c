import Plan
import SourceText

extension PlanRule {
    /// A listed halt that the configuration does not know.
    static let triggerUnalerted = PlanRule(
        id: "trigger-unalerted", severity: .warning,
        summary: "listed rollback conditions are missing from the configured ones",
        explanation: Explanation(
            fault: """
                The plan shows the conditions on which its tooling halts or rolls back, some of its listed conditions \
                are among them, and others are not: no configured rule watches their measures.
                """,
            harm: "The condition stands on paper only; nothing halts the rollout when it is met.",
            misses: """
                At least two of the listed conditions must have a word in common with configured ones, else the two lists may be about different \
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
        var watched: Set<String> = []
        for alert in alerts {
            watched.formUnion(expressionWords(alert.metric).union(expressionWords(alert.measured ?? "")))
        }
        return groups(input).compactMap { triggers in
            let told = triggers.filter { $0.metric != nil && $0.condition != nil }
            let missing = told.filter { trigger in
                let own = expressionWords(trigger.metric ?? "")
                return !own.isEmpty && own.isDisjoint(with: watched)
                    && input.scopes.mayBeOneSubject(
                        input.scopes.scope(at: trigger.span), input.scopes.scope(at: list))
            }
            let listed = told.reduce(into: Set<String>()) { $0.formUnion(expressionWords($1.metric ?? "")) }
            let known = acting.prefix(200).count { !expressionWords($0.metric).isDisjoint(with: listed) }
            return known > 1 && told.count > missing.count + 1 ? fault(missing, list) : nil
        }
    }
}

/// One for all conditions of a list.
private func fault(_ missing: [Trigger], _ list: SourceSpan) -> Fault? {
    guard let first = missing.first, let metric = first.metric, let limit = first.condition else { return nil }
    let others = missing.dropFirst().compactMap(\.metric)
    let more = others.prefix(8).map(quoted).joined(separator: ", ") + (others.count > 8 ? ", …" : "")
    let subject =
        "\(quoted(metric)) \(clipped(limit.text))"
        + (others.isEmpty ? " is listed here, but is" : " and \(others.count) more (\(more)) are listed here, but are")
    return Fault(
        message: "\(subject) not among the configured conditions of \(place(list))",
        span: conditionSpan(of: first), label: "listed here",
        related: [Finding.Note("the configured conditions", at: list)],
        help: missing.count == 1
            ? "configure the condition, or say who watches it" : "configure the conditions, or say who watches them",
        identity: missing.flatMap { words(of: $0.metric ?? "") + [$0.condition?.identity ?? ""] })
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
    where trigger.isAutomatic && !configured.contains(trigger.span) {
        let home = Home(path: trigger.span.path, section: input.scopes.sectionNumber(at: trigger.span))
        if groups[home] == nil { order.append(home) }
        groups[home, default: []].append(trigger)
    }
    return order.compactMap { groups[$0] }
}
