import Plan
import SourceText

extension PlanRule {
    /// A command of the plan cannot run as it is written.
    static let commandPlaceholder = PlanRule(
        id: "command-placeholder", severity: .warning, summary: "a command of the plan has a value left to fill in",
        explanation: Explanation(
            fault: """
                A command in a way back, a phase or a step holds `<cluster-name>`, `YOUR_TOKEN`, `xxx` or `TODO`, and \
                neither the text around it nor a variable says what to put there.
                """,
            harm: """
                Whoever runs it must find the value first, at the worst moment; pasted as it is, `<name>` reads from a \
                file of that name.
                """,
            misses: """
                Placeholders that the document names outside of its commands, or that a line of the same section says \
                to replace; texts for people, such as a reason; commands outside of phases and ways back.
                """),
        badExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ```bash
                kubectl --context <cluster-name> rollout undo deploy/till
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                Run it once for each `<cluster-name>`: `till-north` and `till-south`.

                ```bash
                kubectl --context <cluster-name> rollout undo deploy/till
                ```
                """)
        ]
    ) { input in
        struct Key: Hashable {
            let path: String
            let text: String
        }
        var order: [Key] = []
        var places: [Key: [SourceSpan]] = [:]
        for block in input.plan.commands.blocks where block.isPlanned {
            guard let first = block.placeholders.first(where: { !isAssigned($0, in: block) }) else { continue }
            let key = Key(path: first.span.path, text: first.text)
            if places[key] == nil { order.append(key) }
            places[key, default: []].append(first.span)
        }
        return order.compactMap { key in
            guard let spans = places[key], let first = spans.first else { return nil }
            return Fault(
                message:
                    "the command cannot run as written: \(quoted(key.text)) stands for a value that is told nowhere",
                span: first, label: "to be filled in, read from the code block",
                related: spans.dropFirst().map { Finding.Note("and here", at: $0) },
                help: "write the value, or say above the block where it is found", identity: [key.text])
        }
    }
}

/// Whether the block gives a variable of that name a value: `CLUSTER=…` for `<cluster>`.
private func isAssigned(_ placeholder: CommandBlank, in block: ShellBlock) -> Bool {
    let wanted = identifierKey(placeholder.text)
    return block.assigned.contains { identifierKey($0) == wanted }
}
