import Plan
import SourceText

extension PlanRule {
    /// A command asks a well-known tool for what it cannot do.
    static let commandUnknown = PlanRule(
        id: "command-unknown", severity: .warning, summary: "a well-known tool has no such command",
        explanation: Explanation(
            fault: """
                A command in a block or a code span calls a tool (git, docker, kubectl, helm, terraform, vercel, prisma, \
                npm, systemctl, supabase) with a command that its reference does not list.
                """,
            harm: "The step fails on the day, and whoever runs it must find out what was meant.",
            misses: """
                Where plugins or aliases may add commands, only a slip of one or two letters is told. Options that the \
                rule does not know in front of the command silence it, and so do variables.
                """),
        badExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ```bash
                kubectl rollout revert deploy/till
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ```bash
                kubectl rollout undo deploy/till
                ```
                """)
        ], isPreview: true
    ) { input in
        input.plan.commands.blocks.filter { $0.form != .statements }.flatMap(\.commands).compactMap(fault)
    }
}

private func fault(in command: ShellCommand) -> Fault? {
    guard let typed = TypedCommand(command) else { return nil }
    var path = typed.tool == "docker-compose" ? "docker compose" : typed.tool
    var rest = typed.arguments[...]
    while true {
        guard let table = ToolCommands.byPath[path] else {
            // `prisma migrate`: the tool itself is not listed, its groups are.
            guard path == typed.tool, let group = rest.first, ToolCommands.byPath["\(path) \(group.text)"] != nil else {
                return nil
            }
            path += " \(group.text)"
            rest.removeFirst()
            continue
        }
        guard let word = commandWord(&rest, table), isPlain(word) else { return nil }
        if table.commands.contains(word.text) {
            path += " \(word.text)"
            continue
        }
        return fault(word, table)
    }
}

/// The first word that is neither an option nor an option's value; nil when that cannot be told.
private func commandWord(_ rest: inout ArraySlice<ShellWord>, _ table: ToolCommands) -> ShellWord? {
    while let word = rest.popFirst() {
        guard word.text.hasPrefix("-") else { return word }
        if word.text.contains("=") { continue }
        guard table.valued.contains(word.text), rest.popFirst() != nil else { return nil }
    }
    return nil
}

private func isPlain(_ word: ShellWord) -> Bool {
    !word.isExpanded && !word.isQuoted && word.text.utf8.count > 1
        && word.text.utf8.allSatisfy { (0x61...0x7a).contains($0) || $0 == UInt8(ascii: "-") }
}

private func fault(_ word: ShellWord, _ table: ToolCommands) -> Fault? {
    let close = closestMatch(to: word.text, among: table.commands)
    guard close != nil || !table.isOpen else { return nil }
    let listed = table.commands.count <= 12 ? "; it has \(table.commands.joined(separator: ", "))" : ""
    return Fault(
        message: "\(quoted(table.path)) has no command \(quoted(word.text))"
            + (close.map { "; did you mean \(quoted($0))?" } ?? listed),
        span: word.span, label: "not in the tool's reference", help: "correct the command",
        identity: [table.path, word.text])
}
