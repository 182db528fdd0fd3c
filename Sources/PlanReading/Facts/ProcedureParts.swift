import Plan

/// Ways back below a title on ways back that have neither a title nor a time in it to show for it.
extension ProcedureSections {
    /// Parts that are counted as ways are (`Scenario 1`, `Weg B`), that have times of their own, or that each have a
    /// numbered list of steps.
    ///
    /// The parts of one procedure (`Prerequisites`, `Steps`, `Verification`) have times and lists too.
    static func toldApart(
        _ parts: [Int], of section: OutlineSection, in outline: DocumentOutline, _ signs: ProcedureSigns,
        _ told: ToldBudgets
    ) -> [Int] {
        let isDocument = section.level <= 1
        guard isDocument || isContainer(section) else { return [] }
        let parts = parts.filter { index in
            let part = outline.sections[index]
            return mayBe(part, in: outline) && part.title.tokens.first { $0.isWord }?.isA(.around) != true
        }
        let counted = parts.filter { index in
            let part = outline.sections[index]
            return part.title.isCountedWay && (isDocument || !part.title.mentions(.alternative) || hasList(part))
        }
        if counted.count > 1 { return counted }
        // A way back says how long it takes; beside one that does, that it goes back is enough: `Router back`.
        let doing = parts.filter { signs.tellsWhatToDo[$0] }
        let timed = doing.filter { index in
            let part = outline.sections[index]
            return !outline.ownBudgets(part).isEmpty || !told.budgets(of: part.title).isEmpty
        }
        let known = Set(timed)
        let telling =
            timed.isEmpty || isDocument
            ? timed
            : doing.filter { known.contains($0) || outline.sections[$0].title.mentions([.backward, .rollback]) }
        if areWays(telling, in: outline), isDocument || telling.contains(where: { hasList(outline.sections[$0]) }) {
            return telling
        }
        let listed = parts.filter { hasList(outline.sections[$0]) }
        return isDocument && areWays(listed, in: outline) ? listed : []
    }

    /// What stands beside ways back without a name for it: what has commands below a document's title, and what is named a
    /// rollback, or says how long it takes, and is told in prose.
    static func companions(
        of known: [Int], under section: OutlineSection, in outline: DocumentOutline, _ signs: ProcedureSigns
    ) -> [Int] {
        guard known.count > 1 else { return [] }
        let known = Set(known)
        return section.children.filter { index in
            let part = outline.sections[index]
            guard !known.contains(index), mayBe(part, in: outline), !signs.isStep[index] else { return false }
            let isTold = part.lines.contains { !$0.isItem && $0.text.tokens.count > 6 }
            if part.title.mentions(.rollback) { return isTold }
            guard !part.title.mentions([.procedurePart, .around]) else { return false }
            return section.level <= 1 && part.codeBlocks.contains { $0.isCommand }
                || isTold && !outline.ownBudgets(part).isEmpty
        }
    }

    private static func areWays(_ parts: [Int], in outline: DocumentOutline) -> Bool {
        parts.count > 1
            && !parts.contains { index in
                let title = outline.sections[index].title
                guard title.wayMark == nil else {
                    return title.tokens.dropFirst().allSatisfy { !$0.isWord || $0.isA(.procedurePart) }
                }
                return title.mentions(.procedurePart) && !title.mentions(.rollback)
                    || title.tokens.first { $0.isWord }?.isA(.step) == true
            }
    }

    private static func hasList(_ section: OutlineSection) -> Bool {
        section.lines.count { $0.ordinal != nil && $0.depth == 0 } > 1
            || section.lines.count { $0.text.tokens.first?.isA(.step) == true } > 1
    }

    /// `Rollback procedures`, `Ways back`, `How we back out`, `If it goes wrong`: nothing but a name for what stands below it.
    static func isContainer(_ section: OutlineSection) -> Bool {
        let title = section.title
        if title.supposesMishap { return title.tokens.count <= 6 }
        if title.isCalled(
            [.rollback],
            with: [.wayNoun, .strategy, .runbook, .article, .and, .of, .alternative, .backward, .rollbackLead])
        {
            return true
        }
        // Ends with its verb.
        return title.namesRollback && title.mentions(.pronoun) && title.tokens.count <= 8
            && title.tokens.last { $0.isWord }?.isA([.rollback, .backward]) == true
    }
}
