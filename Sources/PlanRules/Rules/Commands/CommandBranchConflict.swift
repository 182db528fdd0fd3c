import Plan
import SourceText

extension PlanRule {
    /// The same repository is told to have two default branches, or the one that is pushed is not the one checked out.
    static let commandBranchConflict = PlanRule(
        id: "command-branch-conflict", severity: .warning,
        summary: "commands of one document use both 'main' and 'master', or push only one of the branches they allow",
        explanation: Explanation(
            fault: """
                Git commands of one document push to, pull from, check out or reset to `main` in one place and `master` in \
                another; a repository has one of the two. Or a comment over commands says that one must be on this branch or \
                that one (`# must be on main or release/4`), and the only branch that the document pushes, by its name, is \
                one of them.
                """,
            harm:
                "One of the commands fails, makes a branch that nothing deploys from, or sends what nobody looked at.",
            misses: """
                Commands that change into a repository of their own (`git -C`, a `cd` in the block), commands that rename \
                the branch. Branches of other names are looked at only where a comment allows two, and pushes without a \
                branch's name or of several branches are taken as they are.
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
        return unpushedChoices(input.plan.commands.blocks)
            + named.keys.sorted().compactMap { path -> Fault? in
                let places = (named[path] ?? []).sorted { $0.span < $1.span }
                let mains = places.filter { $0.text == "main" }
                let masters = places.filter { $0.text == "master" }
                guard let main = mains.first, let master = masters.first else { return nil }
                let (odd, usual) = mains.count < masters.count ? (main, master) : (master, main)
                return Fault(
                    message:
                        "the branch is \(quoted(odd.text)) here, but \(quoted(usual.text)) in \(place(usual.span))",
                    span: odd.span, label: "\(quoted(odd.text)), read from the command",
                    related: [Finding.Note("\(quoted(usual.text)), read from the command", at: usual.span)],
                    help: "name the branch that the repository has", identity: [odd.text, usual.text])
            }
    }
}

// MARK: A choice of branches

/// `# must be on: release/x or main` where every push names `release/x`: from `main` it sends what nobody looked at.
private func unpushedChoices(_ blocks: [ShellBlock]) -> [Fault] {
    let choices = blocks.compactMap(choice)
    guard !choices.isEmpty else { return [] }
    let pushes = Dictionary(grouping: blocks.flatMap(pushedBranches), by: \.span.path)
    return choices.compactMap { choice in
        let pushed = pushes[choice.span.path, default: []].sorted { $0.span < $1.span }
        guard let first = pushed.first, Set(pushed.map(\.text)).count == 1, choice.names.contains(first.text),
            let other = choice.names.first(where: { $0 != first.text })
        else { return nil }
        return Fault(
            message: "only \(quoted(first.text)) is pushed, but \(quoted(other)) may be checked out too by "
                + place(choice.span),
            span: first.span, label: "\(quoted(first.text)), read from the command",
            related: [
                Finding.Note("\(quoted(first.text)) or \(quoted(other)), read from the comment", at: choice.span)
            ],
            help: "allow one branch, or push the one that is checked out", identity: [first.text, other])
    }
}

private struct BranchChoice {
    let names: [String]
    let span: SourceSpan
}

/// The first comment of a block with git commands that allows two branches.
private func choice(in block: ShellBlock) -> BranchChoice? {
    guard block.form == .block, block.commands.contains(where: { $0.words.first?.text == "git" }) else { return nil }
    let file = block.span.file
    for number in file.line(at: block.span.range.lowerBound)...file.line(at: block.span.range.upperBound) {
        let range = file.lineRange(number)
        let parts = file.text(range).split(whereSeparator: { " \t\r\n`'\",:".contains($0) })
        guard let sign = parts.firstIndex(where: { $0.hasPrefix("#") }), case let comment = parts[sign...],
            comment.contains(where: { demandWords.contains($0.lowercased()) }),
            let joiner = comment.indices.dropFirst().dropLast().first(where: {
                orWords.contains(comment[$0].lowercased())
            }),
            case let names = [comment[joiner - 1], comment[joiner + 1]].map(String.init), names.allSatisfy(isBranch),
            names[0] != names[1]
        else { continue }
        let start = file.bytes[range].firstIndex(of: UInt8(ascii: "#")) ?? range.lowerBound
        return BranchChoice(names: names, span: SourceSpan(file: file, range: start..<range.upperBound))
    }
    return nil
}

/// `main`, `release/x`: words of a sentence are none.
private func isBranch(_ name: String) -> Bool {
    ["main", "master", "develop"].contains(name) || name.contains("/") && !name.contains("://")
}

/// `git push origin x`
private func pushedBranches(in block: ShellBlock) -> [Branch] {
    block.commands.compactMap(TypedCommand.init).compactMap { command in
        guard command.tool == "git", command.plain.count == 3, command.plain[0].text == "push",
            !command.plain[2].isExpanded
        else { return nil }
        return Branch(text: command.plain[2].text, span: command.plain[2].span)
    }
}

/// English, German, Spanish and French.
private let demandWords: Set<String> = ["must", "should", "muss", "sollte", "debe", "debes", "doit", "expected"]
private let orWords: Set<String> = ["or", "oder", "o", "ou"]

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
