import SourceText

extension ChangeList {
    mutating func compareProcedures(_ before: Plan, _ after: Plan) {
        var pairing = Pairing(
            before.rollbackProcedures, after.rollbackProcedures,
            rounds: [
                .called { procedure in "\(procedure.level ?? 0)\n\(meaning(of: procedure.name))\n\(procedure.span.path)"
                },
                .called { procedure in "\(procedure.level ?? 0)\n\(meaning(of: procedure.name))" },
                .called { procedure in meaning(of: procedure.name) },
                .called { procedure in procedure.level.map { "\($0)\n\(procedure.span.path)" } },
            ])
        pairing.pairRenamed(within: \.span.path, name: \.name)
        for (old, new) in pairing.pairs { compare(old, new) }
        addUnpaired(pairing, .rollback, whenRemoved: .loosened, entity: \.name, side: \.side)
    }

    private mutating func compare(_ old: RollbackProcedure, _ new: RollbackProcedure) {
        if meaning(of: old.name) != meaning(of: new.name) || old.level != new.level {
            add(
                PlanChange(
                    .rollback, .renamed, new.fullName, before: .init(old.fullName, at: old.span),
                    after: .init(new.fullName, at: new.span),
                    text: "\(clipped(old.fullName)) → \(clipped(new.fullName))"))
        }
        compare(
            .rollback, new.name, nil, old.timeBudgets, new.timeBudgets, key: \.meaningKey, text: \.shortText,
            isLooser: TimeAmount.isLonger)
        compare(
            .trigger, new.name, "called for by", old.triggers, new.triggers, key: { meaning(of: $0) }, text: { $0 })
        compareSteps(old, new)
        compareCommands(old, new)
    }

    private mutating func compareSteps(_ old: RollbackProcedure, _ new: RollbackProcedure) {
        var pairing = Pairing(
            Array(old.steps.enumerated()), Array(new.steps.enumerated()),
            rounds: [
                .alike { step, _ in "\(step.element.number ?? 0)\n\(meaning(of: step.element.name))" },
                .alike { step, _ in meaning(of: step.element.name) },
            ])
        pairing.pairRenamed(within: { _ in "" }, name: \.element.name)
        let order = pairing.pairs.sorted { $0.after.offset < $1.after.offset }
        if let moved = zip(order, order.dropFirst()).first(where: { $0.before.offset > $1.before.offset })?.1 {
            add(
                PlanChange(
                    .step, .moved, new.name, "order of the steps",
                    before: .init(moved.before.element.name, at: moved.before.element.span),
                    after: .init(moved.after.element.name, at: moved.after.element.span),
                    text:
                        "\(clipped(new.name)): the steps are in another order, from '\(clipped(moved.after.element.name))' on"
                ))
        }
        for ((_, before), (_, after)) in pairing.pairs {
            if meaning(of: before.name) != meaning(of: after.name) {
                add(
                    PlanChange(
                        .step, .changed, new.name, after.aspect, before: .init(before.name, at: before.span),
                        after: .init(after.name, at: after.span)))
            }
            compare(
                .step, new.name, "time of '\(clipped(after.name))'", [before.timeBudget].compactMap(\.self),
                [after.timeBudget].compactMap(\.self), key: \.meaningKey, text: \.shortText,
                isLooser: TimeAmount.isLonger)
        }
        addUnpaired(pairing, .step) { _ in
            new.name
        } aspect: {
            $0.element.aspect
        } side: {
            .init($0.element.name, at: $0.element.span)
        }
    }

    private mutating func compareCommands(_ old: RollbackProcedure, _ new: RollbackProcedure) {
        var pairing = Pairing(
            old.commands, new.commands,
            rounds: [.alike { block, _ in block.lines.joined(separator: "\n") }])
        pairing.pairRenamed(within: { _ in "" }, name: \.text)
        pairing.pairInOrder()
        for (before, after) in pairing.pairs where before.lines != after.lines {
            let (mine, other) = (Set(after.lines), Set(before.lines))
            let gone = before.lines.filter { !mine.contains($0) }
            let come = after.lines.filter { !other.contains($0) }
            let isReordered = gone.isEmpty && come.isEmpty
            add(
                PlanChange(
                    .command, isReordered ? .moved : .changed, new.name,
                    isReordered ? "order of the commands" : "commands",
                    before: .init(CommandBlock.shown(isReordered ? before.lines : gone), at: before.span),
                    after: .init(CommandBlock.shown(isReordered ? after.lines : come), at: after.span)))
        }
        addUnpaired(pairing, .command) { _ in
            new.name
        } aspect: { _ in
            "commands"
        } side: {
            .init(CommandBlock.shown($0.lines), at: $0.span)
        }
    }
}

extension RollbackProcedure {
    fileprivate var fullName: String { level.map { "Level \($0): \(name)" } ?? name }
    fileprivate var side: PlanChange.Side { .init(timeBudget?.shortText ?? name, at: span) }
}

extension ProcedureStep {
    fileprivate var aspect: String { number.map { "step \($0)" } ?? "step" }
}

extension CommandBlock {
    /// Without what a shell does not see: comments of their own line, blank lines, space at both ends.
    fileprivate var lines: [String] {
        text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }

    fileprivate static func shown(_ lines: [String]) -> String {
        lines.isEmpty ? "nothing" : lines.joined(separator: " ⏎ ")
    }
}
