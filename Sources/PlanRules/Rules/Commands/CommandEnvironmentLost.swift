import Plan
import SourceText

extension PlanRule {
    /// A variable is set for a shell, and a service that never sees it is restarted.
    static let commandEnvironmentLost = PlanRule(
        id: "command-environment-lost", severity: .warning,
        summary: "a variable is exported for a service that does not see it",
        explanation: Explanation(
            fault: """
                A block exports a variable and then restarts a service by `systemctl` or `service`, and nothing between \
                the two uses the variable or hands it over. A service is started by the system and sees nothing of the \
                shell that restarts it.
                """,
            harm: "The service comes back as it was, and everybody believes that the switch was thrown.",
            misses: """
                Blocks that use the variable themselves, or that write it to a file or to the service manager. A variable \
                that is lost in several places of a document is told once.
                """),
        badExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ```bash
                export TILL_NEW_PRICES=false
                sudo systemctl restart till
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ```bash
                echo 'TILL_NEW_PRICES=false' | sudo tee /etc/till/prices.env
                sudo systemctl restart till
                ```
                """)
        ], isPreview: true
    ) { input in
        struct Key: Hashable {
            let path: String
            let name: String
        }
        let losses = input.plan.commands.blocks.compactMap(loss).sorted { $0.word.span < $1.word.span }
        let byName = Dictionary(grouping: losses) { Key(path: $0.word.span.path, name: $0.name) }
        return byName.values.compactMap { places in
            guard let first = places.first else { return nil }
            return Fault(
                message: "\(quoted(first.name)) is exported for this shell alone, but the service restarted in "
                    + "\(place(first.restart)) does not see it",
                span: first.word.span, label: "set for this shell, read from the code block",
                related: [Finding.Note("restarted by the system", at: first.restart)]
                    + places.dropFirst().map { Finding.Note("and here", at: $0.word.span) },
                help: "write it where the service reads its settings", identity: [first.name])
        }
    }
}

private struct LostVariable {
    let name: String
    let word: ShellWord
    let restart: SourceSpan
}

/// The first variable of a block that is exported right before a restart which does not hand it over.
private func loss(in block: ShellBlock) -> LostVariable? {
    guard block.form == .block || block.form == .session else { return nil }
    var exported: ShellWord?
    for command in block.commands {
        guard let typed = TypedCommand(command) else { continue }
        if typed.tool == "export", let word = typed.plain.first(where: { $0.text.contains("=") }) {
            exported = word
        } else if let found = exported, restartsService(typed) {
            return LostVariable(
                name: String(found.text.prefix { $0 != "=" }), word: found, restart: command.span)
        } else {
            // Whatever comes between may hand it over.
            exported = nil
        }
    }
    return nil
}

private func restartsService(_ typed: TypedCommand) -> Bool {
    let plain = typed.plain.map(\.text)
    guard !typed.has("--user"), typed.command.words.first?.text != "env" else { return false }
    switch typed.tool {
    case "systemctl": return ["restart", "reload", "start"].contains(plain.first ?? "")
    case "service": return plain.count > 1 && ["restart", "reload", "start"].contains(plain[1])
    default: return false
    }
}
