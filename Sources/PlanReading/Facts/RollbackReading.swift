import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Rollback procedures: headed sections with steps or commands, the outermost that is no mere container.
    func readRollbackProcedures() -> [RollbackProcedure] {
        guard sections.contains(where: { $0.title.namesWayBack }) else { return planSections.flatMap(boldProcedures) }
        let told = ToldBudgets(self)
        let headed = ProcedureSections(self, told).outermost.map { procedure(sections[$0], told) }
        return withLevelBudgets(headed) + planSections.flatMap(boldProcedures)
    }

    /// Adds what tables and lines say of levels that have one procedure of their own.
    private func withLevelBudgets(_ procedures: [RollbackProcedure]) -> [RollbackProcedure] {
        guard procedures.contains(where: { $0.level != nil }) else { return procedures }
        let budgets = Dictionary(grouping: readLevelBudgets(), by: \.level)
        var counts: [Int: Int] = [:]
        for procedure in procedures { procedure.level.map { counts[$0, default: 0] += 1 } }
        return procedures.map { procedure in
            guard let level = procedure.level, counts[level] == 1, let told = budgets[level] else { return procedure }
            let known = Set(procedure.timeBudgets.map(\.span.range.lowerBound))
            return RollbackProcedure(
                name: procedure.name, level: level,
                timeBudgets: procedure.timeBudgets
                    + told.map(\.time).filter { !known.contains($0.span.range.lowerBound) },
                triggers: procedure.triggers, steps: procedure.steps, commands: procedure.commands,
                span: procedure.span)
        }
    }

    /// `**Rollback plan:**` in bold over a list or a block, where no heading says so.
    private func boldProcedures(_ section: OutlineSection) -> [RollbackProcedure] {
        guard section.lineClasses.contains(.rollback), !stands(section, under: .rollback) else { return [] }
        let leads = section.lines.indices.filter { section.lines[$0].boldLead != nil }
        return leads.enumerated().compactMap { place, index in
            let line = section.lines[index]
            guard let lead = line.boldLead, lead.mentions(.rollback), !lead.isNoProcedure else { return nil }
            let parts = TitleParts(lead, from: 0)
            guard !parts.nameTokens.isEmpty, parts.nameTokens.count <= 6 else { return nil }
            let next =
                place + 1 < leads.count
                ? section.lines[leads[place + 1]].text.span.range.lowerBound : section.span.range.upperBound
            let range = line.text.span.range.upperBound..<max(next, line.text.span.range.upperBound)
            let lines = section.lines.filter { range.contains($0.text.span.range.lowerBound) }
            let commands = section.codeBlocks.filter { range.contains($0.node.span.range.lowerBound) && $0.isCommand }
            let ordered = lines.filter { $0.ordinal != nil && $0.depth == 0 }
            let steps = ordered.isEmpty && commands.isEmpty ? lines.filter { $0.isItem && $0.depth == 0 } : ordered
            guard !commands.isEmpty || steps.count > 1 else { return nil }
            return RollbackProcedure(
                name: parts.name, level: nil, timeBudgets: timeBudget(lead).map { [$0] } ?? [],
                steps: steps.map { step($0.text, number: $0.ordinal) },
                commands: commands.map {
                    CommandBlock(language: $0.language, text: $0.content.text, span: $0.node.span)
                },
                span: lead.span)
        }
    }

    private func procedure(_ section: OutlineSection, _ told: ToldBudgets) -> RollbackProcedure {
        let parts = Array(subtree(of: section))
        return RollbackProcedure(
            name: procedureName(section), level: level(of: section.title),
            timeBudgets: ownBudgets(section) + told.budgets(of: section.title),
            triggers: parts.flatMap(\.lines).compactMap { line in
                line.field.flatMap {
                    $0.isNamed(.occasion) && !$0.value.tokens.isEmpty
                        ? Claim($0.value.text, at: $0.value.span, .field) : nil
                }
            },
            steps: steps(parts),
            commands: parts.flatMap(\.codeBlocks).filter(\.isCommand).map {
                CommandBlock(language: $0.language, text: $0.content.text, span: $0.node.span)
            }, span: section.title.span)
    }

    private func procedureName(_ section: OutlineSection) -> String {
        let title = section.title
        // `7.1 Application rollback`
        let isNumbered = title.tokens.count > 1 && title.tokens[0].number.map { $0 != $0.rounded() } ?? false
        var start = isNumbered && title.tokens[1].isWord ? 1 : TitleParts.ordinalEnd(title)
        if let index = title.tokens.firstIndex(where: { $0.isA(.level) }),
            level(of: title) != nil
        {
            start = index + 2
        }
        let name = TitleParts(title, from: start).name
        return name.isEmpty ? title.text : name
    }

    /// `Level 2`.
    func level(of title: ReadText) -> Int? {
        for index in title.tokens.indices.dropLast() where title.tokens[index].isA(.level) {
            if let number = title.tokens[index + 1].number, number == number.rounded(), (0...99).contains(number) {
                return Int(number)
            }
        }
        return nil
    }
}

extension ContentLine {
    /// What stands in bold, alone in its paragraph or before a colon that ends it: a heading in all but name.
    fileprivate var boldLead: ReadText? {
        guard !isItem, depth == 0, isBold else { return nil }
        if let field { return field.isBold && field.value.tokens.isEmpty ? field.key : nil }
        return node.firstChild?.nextSibling == nil ? text : nil
    }
}
