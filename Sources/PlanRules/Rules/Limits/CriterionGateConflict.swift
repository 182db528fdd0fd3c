import Plan
import SourceText

extension PlanRule {
    /// A rollout without approvals whose stages need them.
    static let criterionGateConflict = PlanRule(
        id: "criterion-gate-conflict", severity: .warning,
        summary: "a rollout that is to need no approval has a stage that waits for one",
        explanation: Explanation(
            fault: """
                A criterion or a statement on the rollout says that it goes on without manual approval or intervention, \
                and a phase or stage of the plan asks for a manual approval, or a task for a decision whether to go on.
                """,
            harm: "Either nobody is there to approve when the stage waits, or the criterion is missed by design.",
            misses: """
                What is said of a rollback, or of a manual step in case that something fails, is no approval of a stage.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: First users

                - Manual approval by the release manager before the next phase

                ## Success criteria

                - No manual intervention
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: First users

                - The next phase starts by itself after two quiet days

                ## Success criteria

                - No manual intervention
                """)
        ],
        isPreview: true
    ) { input in
        let approvals = input.plan.monitoring.approvals
        let required = approvals.filter { $0.kind == .required }
        guard !required.isEmpty else { return [] }
        return approvals.filter { $0.kind == .excluded }.compactMap { statement in
            let own = input.scopes.scope(at: statement.text.span)
            guard
                let gate = required.prefix(100).first(where: {
                    input.scopes.mayBelongTogether(input.scopes.scope(at: $0.text.span), own)
                })
            else { return nil }
            return Fault(
                message: "\(quoted(statement.text.value)) stands here, but a stage asks for approval in "
                    + place(gate.text.span),
                span: statement.text.span, label: statement.text.label("no approval"),
                related: [gate.text.note("approval asked for")],
                help: "say which of the two holds", identity: [statement.text.value, gate.text.value])
        }
    }
}
