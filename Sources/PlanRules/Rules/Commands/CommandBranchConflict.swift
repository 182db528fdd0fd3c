import Plan
import SourceText

extension PlanRule {
    /// The same repository is told to have two default branches.
    static let commandBranchConflict = PlanRule(
        id: "command-branch-conflict", severity: .warning,
        summary: "commands of one document name both 'main' and 'master' as the branch",
        explanation: Explanation(
            fault: """
                Git commands of one document push to, pull from, check out or reset to `main` in one place and `master` in \
                another. A repository has one of the two.
                """,
            harm: "One of the commands fails, or makes a branch that nothing deploys from.",
            misses: """
                Commands that change into a repository of their own (`git -C`, a `cd` in the block), commands that rename \
                the branch, and every other name of a branch.
                """),
        badExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ## Put the old code back

                ```bash
                git revert --no-edit HEAD
                git push origin main
                ```

                ## Take it up again

                ```bash
                git push origin master
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ## Put the old code back

                ```bash
                git revert --no-edit HEAD
                git push origin main
                ```

                ## Take it up again

                ```bash
                git push origin main
                ```
                """)
        ], isPreview: true
    ) { input in
        let named = Dictionary(grouping: input.plan.commands.blocks.flatMap(branches), by: \.span.path)
        return named.keys.sorted().compactMap { path -> Fault? in
            let places = (named[path] ?? []).sorted { $0.span < $1.span }
            let mains = places.filter { $0.text == "main" }
            let masters = places.filter { $0.text == "master" }
            guard let main = mains.first, let master = masters.first else { return nil }
            let (odd, usual) = mains.count < masters.count ? (main, master) : (master, main)
            return Fault(
                message: "the branch is \(quoted(odd.text)) here, but \(quoted(usual.text)) in \(place(usual.span))",
                span: odd.span, label: "\(quoted(odd.text)), read from the command",
                related: [Finding.Note("\(quoted(usual.text)), read from the command", at: usual.span)],
                help: "name the branch that the repository has", identity: [odd.text, usual.text])
        }
    }
}

private struct Branch {
    let text: String
    let span: SourceSpan
}

/// `main` and `master` as commands of a block name them; nothing where the block changes to another repository.
private func branches(in block: ShellBlock) -> [Branch] {
    let typed = block.commands.compactMap(TypedCommand.init)
    guard !typed.contains(where: { $0.tool == "cd" || $0.tool == "pushd" }) else { return [] }
    return typed.flatMap { command -> [Branch] in
        guard command.tool == "git", let verb = command.plain.first?.text, branchVerbs.contains(verb),
            !command.has("-C")
        else { return [] }
        return command.plain.dropFirst().compactMap { word in
            let name = word.text.hasPrefix("origin/") ? String(word.text.dropFirst(7)) : word.text
            return name == "main" || name == "master" ? Branch(text: name, span: word.span) : nil
        }
    }
}

private let branchVerbs: Set<String> = ["push", "pull", "checkout", "switch", "reset", "merge", "rebase"]
