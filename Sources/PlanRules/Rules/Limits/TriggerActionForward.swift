import Plan
import SourceText

extension PlanRule {
    /// A way forward among the ways back.
    static let triggerActionForward = PlanRule(
        id: "trigger-action-forward", severity: .warning,
        summary: "a condition for going back leads to going on",
        explanation: Explanation(
            fault: """
                Among the conditions that lead to a rollback or a halt, one is followed by an action that moves the \
                rollout forward: on to the next stage, or to all users.
                """,
            harm: "Whoever follows the list in a hurry gives the fault to more users.",
            misses: """
                Only what stands behind an arrow, a colon or a table's bar counts as the action, and only when no word \
                for going back, halting or waiting stands beside it.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Rollback triggers

                - Error rate > 5% → switch the flag off
                - Search latency > 900 ms → skip to 100%
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Rollback triggers

                - Error rate > 5% → switch the flag off
                - Search latency > 900 ms → back to 0%
                """)
        ],
        isPreview: true
    ) { input in
        input.plan.triggers.compactMap { trigger in
            guard trigger.span.range.count < 400, let action = forwardAction(trigger.text) else { return nil }
            return Fault(
                message:
                    "\(quoted(trigger.text)) stands among the conditions for going back, but \(quoted(action)) goes on",
                span: trigger.span, label: "leads forward", help: "say how this condition is answered by going back",
                identity: words(of: trigger.text))
        }
    }
}

/// The action of a condition when it leads forward: what stands behind its last arrow, colon or bar.
private func forwardAction(_ text: String) -> String? {
    let read = TokenizedText(text)
    guard
        let sign = read.tokens.lastIndex(where: { token in
            token.sign.map { $0.isArrow || $0 == "|" || $0 == ":" } == true
        }), sign + 1 < read.tokens.count, sign > 1
    else { return nil }
    let action = read.tokens[(sign + 1)...]
    let goesOn = action.prefix(3).contains { $0.isA([.advancing, .proceed, .raise]) || isForward(read, $0) }
    let isFull = action.contains { $0.number == 100 }
    let waits = action.contains { $0.isA(backWords) }
    // `proceed with caution`: only a stage or a share says where it goes on to.
    guard goesOn, isFull || action.contains(where: { $0.isA(.planStages) }), !waits else { return nil }
    return read.text(read.range(sign + 1, read.tokens.count - 1))
}

private func isForward(_ text: TokenizedText, _ token: Token) -> Bool {
    text.word(token).map { ["skip", "jump", "accelerate"].contains($0) } ?? false
}

private let backWords: WordClassSet = [
    .rollback, .goBack, .halt, .pause, .switchingOff, .backward, .disable, .holding, .waiting, .negation, .notify,
    .refusal, .when,
]
