import Plan
import SourceText

extension PlanRule {
    /// One step of a way back leaves to memory what its neighbours spell out.
    static let stepWithoutCommand = PlanRule(
        id: "step-without-command", severity: .warning,
        summary: "a step of a rollback has no command while its neighbours have theirs",
        explanation: Explanation(
            fault: """
                A numbered step of a rollback has no block of commands, although all others of the procedure have one, \
                three or more, and its name tells a machine's work.
                """,
            harm: "Whoever runs the procedure must make the command up at the worst moment.",
            misses: """
                Steps that people do (tell, decide, watch, wait, check), steps that say more than their name, the last \
                step, and procedures with fewer than four steps.
                """),
        badExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ## Service rollback

                1. Stop the queue

                   ```bash
                   queuectl stop till
                   ```
                2. Put the old image back
                3. Empty the cache

                   ```bash
                   cachectl purge till
                   ```
                4. Start the queue

                   ```bash
                   queuectl start till
                   ```
                5. Check the queue

                   ```bash
                   queuectl status till
                   ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ## Service rollback

                1. Stop the queue

                   ```bash
                   queuectl stop till
                   ```
                2. Put the old image back

                   ```bash
                   tillctl image previous
                   ```
                3. Empty the cache

                   ```bash
                   cachectl purge till
                   ```
                4. Check the queue

                   ```bash
                   queuectl status till
                   ```
                """)
        ], isPreview: true
    ) { input in
        input.plan.rollbackProcedures.compactMap { procedure in
            let steps = procedure.steps.filter { $0.number != nil && $0.span.path == procedure.span.path }
            guard steps.count > 3 else { return nil }
            let blocks = procedure.commands.map(\.span.range.lowerBound).sorted()
            let bare = steps.indices.filter { index in
                let start = steps[index].span.range.lowerBound
                let end = index + 1 < steps.count ? steps[index + 1].span.range.lowerBound : Int.max
                return !blocks.contains { $0 > start && $0 < end }
            }
            guard bare.count == 1, let index = bare.first, case let step = steps[index], !isForPeople(step),
                saysNoMore(step, before: index + 1 < steps.count ? steps[index + 1] : nil)
            else { return nil }
            return Fault(
                message: "step \(quoted(step.name)) has no command, but the other \(steps.count - 1) have theirs",
                span: step.span, label: "no block follows", help: "add the command, or say who does it by hand",
                identity: [
                    words(of: procedure.name).joined(separator: " "), words(of: step.name).joined(separator: " "),
                ])
        }
    }
}

/// Whether nothing but the next step follows a step; the last one may be followed by anything.
private func saysNoMore(_ step: ProcedureStep, before next: ProcedureStep?) -> Bool {
    guard let next, next.span.range.lowerBound > step.span.range.upperBound else { return false }
    return !step.span.file.text(step.span.range.upperBound..<next.span.range.lowerBound).contains { $0.isLetter }
}

private func isForPeople(_ step: ProcedureStep) -> Bool {
    step.span.text.contains("`") || !peopleWords.isDisjoint(with: words(of: step.name))
}

/// English, German, Spanish and French; plurals cut.
private let peopleWords: Set<String> = [
    "notify", "tell", "announce", "inform", "decide", "decision", "confirm", "verify", "check", "watch", "monitor",
    "wait",
    "call", "page", "write", "record", "document", "review", "communicate", "communication", "post", "open", "ask",
    "approve", "update", "meet", "debrief", "report", "test", "validate", "investigate", "manual", "manually", "if",
    "informieren", "melden", "prüfen", "warten", "entscheiden", "beobachten", "benachrichtigen", "avisar", "informar",
    "decidir", "esperar", "comprobar", "verificar", "prévenir", "informer", "décider", "attendre", "vérifier",
    "observer",
]
