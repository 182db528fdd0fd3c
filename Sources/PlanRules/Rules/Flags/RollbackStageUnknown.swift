import Plan
import SourceText

extension PlanRule {
    /// A way back through a percentage that the way there does not know.
    static let rollbackStageUnknown = PlanRule(
        id: "rollback-stage-unknown", severity: .warning,
        summary: "a way back stops at a percentage that is no step of the rollout",
        explanation: Explanation(
            fault: """
                A way back goes down in steps, some of which are steps of the rollout, and at least one is a percentage \
                at which the rollout never was.
                """,
            harm: """
                Nobody has seen the system at that percentage: its limits, dashboards and the list of users were made \
                for the steps of the rollout, and in the incident there is nothing to compare with.
                """,
            misses: """
                A rollout with fewer than three known steps is not held against anything, and a way back none of whose \
                steps it knows is of something else.
                """),
        badExample: [ExampleDocument("plan.md", wayBack(over: "25% → 10%"))],
        goodExample: [ExampleDocument("plan.md", wayBack(over: "10%"))], isPreview: true
    ) { input in
        let steps = rolloutSteps(of: input.plan)
        let known = Set(steps.map(\.value))
        guard known.count >= 3 else { return [] }
        var seen: Set<Double> = []
        let ladder = steps.filter { seen.insert($0.value).inserted }.sorted { $0.value < $1.value }
        return input.plan.descents.compactMap { descent in
            let inner = descent.steps.filter { $0.value > 0 && $0.value < 100 }
            let unknown = inner.filter { !known.contains($0.value) }
            guard let first = unknown.first, inner.count > unknown.count, unknown.count <= 2,
                ladder.prefix(50).contains(where: { input.scopes.mayBelongTogether($0.span, first.span) })
            else { return nil }
            let text = percentText(first.value)
            return Fault(
                message: "the way back stops at \(text) here, but the rollout goes "
                    + ladder.prefix(8).map { percentText($0.value) }.joined(separator: ", "),
                span: first.span, label: first.label(text),
                related: ladder.prefix(4).map { $0.note("a step at \(percentText($0.value))") },
                help: "go back over the steps of the rollout",
                identity: descent.steps.map { percentText($0.value) } + [text])
        }
    }
}

private func wayBack(over steps: String) -> String {
    """
    # Plan

    | Feature flag | Rollout |
    | --- | --- |
    | `enableNewCart` | 10% → 50% → 100% |

    ## Rollback

    Lower the share step by step: 100% → 50% → \(steps) → 0%
    """
}

/// Every percentage of the plan's flags, phases and days.
private func rolloutSteps(of plan: Plan) -> [Claim<Double>] {
    let steps =
        plan.flags.flatMap(\.stages).compactMap(\.percent) + plan.phases.flatMap(\.percents)
        + plan.days.flatMap(\.percents)
    return steps.filter { $0.value > 0 }
}
