import Plan
import SourceText

extension PlanRule {
    /// A way forward among the ways back.
    static let triggerActionForward = PlanRule(
        id: "trigger-action-forward", severity: .warning,
        summary: "a condition for going back leads to going on",
        explanation: Explanation(
            fault: """
                Among the conditions that lead to a rollback or a halt, or the commands that stand under such a \
                title, one moves the rollout forward: on to the next stage, or to all users.
                """,
            harm: "Whoever follows the list in a hurry gives the fault to more users.",
            misses: """
                Only what stands behind an arrow, a colon or a table's bar counts as the action, and only when no word \
                for going back, halting or waiting stands beside it. Of a command, the comment above it counts.
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
        } + input.plan.commands.blocks.flatMap(forwardSteps)
    }
}

/// Commands under a title on going back whose comment says that they go on.
private func forwardSteps(_ block: ShellBlock) -> [Fault] {
    guard block.form == .block || block.form == .session, let title = block.titles.first,
        case let classes = TokenizedText(title).classes,
        classes.intersects([.rollback, .goBack, .halt]), classes.intersects([.trigger, .triggerNoun, .when, .rule])
    else { return [] }
    return block.commands.prefix(200).compactMap { command in
        guard let comment = comment(above: command), goesOn(TokenizedText(comment.text)),
            !command.words.contains(where: { Vocabulary.standard.classes(ofName: $0.text).intersects(backWords) })
        else { return nil }
        return Fault(
            message: "\(quoted(comment.text)) stands under \(quoted(title)), but goes on", span: comment,
            label: "leads forward", related: [Finding.Note("what is run for it", at: command.span)],
            help: "keep what goes on apart from what goes back", identity: words(of: comment.text))
    }
}

/// The comment that stands in the line above a command.
private func comment(above command: ShellCommand) -> SourceSpan? {
    let file = command.span.file
    let start = file.lineRange(file.line(at: command.span.range.lowerBound)).lowerBound
    guard start > 0 else { return nil }
    let line = file.lineRange(file.line(at: start - 1))
    guard line.count < 300, let first = line.first(where: { file.bytes[$0] > 0x20 }),
        let last = line.last(where: { file.bytes[$0] > 0x20 }), file.bytes[first] == UInt8(ascii: "#")
    else { return nil }
    return SourceSpan(file: file, range: first..<last + 1)
}

/// `# Skip to 100% (emergency)`
private func goesOn(_ text: TokenizedText) -> Bool {
    let words = text.tokens.filter(\.isWord).prefix(2)
    return words.contains { $0.isA([.advancing, .proceed, .raise]) || isForward(text, $0) }
        && text.tokens.contains { $0.number == 100 || $0.isA(.planStages) } && !text.mentions(backWords)
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
