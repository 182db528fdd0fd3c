import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Rollback procedures: headed sections with steps or commands, the outermost that is no mere container.
    func readRollbackProcedures() -> [RollbackProcedure] {
        guard sections.contains(where: { $0.title.namesWayBack }) else { return planSections.flatMap(boldProcedures) }
        let told = ToldBudgets(self)
        let headed = ProcedureSections(self, told).outermost.flatMap { index in
            boldWays(sections[index]) ?? [procedure(sections[index], told)]
        }
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
            return procedure.adding(
                timeBudgets: told.map(\.time).filter { !known.contains($0.span.range.lowerBound) })
        }
    }

    /// `**Rollback plan:**` in bold over a list or a block, where no heading says so.
    private func boldProcedures(_ section: OutlineSection) -> [RollbackProcedure] {
        guard section.lineClasses.contains(.rollback), !stands(section, under: .rollback) else { return [] }
        return boldParts(section).compactMap { part in
            guard part.lead.mentions(.rollback), !part.lead.isNoProcedure, part.isDone,
                TitleParts(part.lead, from: 0).nameTokens.count <= 6
            else { return nil }
            return procedure(part)
        }
    }

    /// `**Flag off (2 minutes)**`, `**Database broken → restore**` in bold, below a title that says no more than that ways
    /// back follow: each is one, where two say what to do and what they are for or how long they take.
    ///
    /// `**Steps**` and `**Verification**` are the parts of a single one.
    private func boldWays(_ section: OutlineSection) -> [RollbackProcedure]? {
        guard section.children.isEmpty, ProcedureSections.isContainer(section), case let parts = boldParts(section),
            parts.count > 1,
            !parts.contains(where: { $0.lead.isNoProcedure || $0.lead.mentions([.procedurePart, .step]) })
        else { return nil }
        let start = parts[0].lead.span.range.lowerBound
        guard !section.lines.contains(where: { $0.isItem && $0.text.span.range.lowerBound < start }),
            !section.codeBlocks.contains(where: { $0.node.span.range.lowerBound < start })
        else { return nil }
        let done = parts.filter(\.isDone)
        let apart = done.filter { $0.lead.namesCase || !budgets(of: $0).isEmpty }
        guard done.count > 1, apart.count == done.count || !apart.isEmpty && done.count(where: \.isOrdered) > 1 else {
            return nil
        }
        let ways = parts.filter { part in
            part.isDone || part.lines.contains { !$0.isItem && $0.text.tokens.count > 6 }
        }.compactMap(procedure)
        return ways.count > 1 ? ways : nil
    }

    /// What stands below each line in bold that is a heading in all but name.
    private func boldParts(_ section: OutlineSection) -> [BoldPart] {
        let leads = section.lines.indices.filter { section.lines[$0].boldLead != nil }
        var (lines, blocks) = (section.lines[...], section.codeBlocks[...])
        return leads.enumerated().compactMap { place, index in
            let line = section.lines[index]
            guard let lead = line.boldLead else { return nil }
            let start = line.text.span.range.upperBound
            let next =
                place + 1 < leads.count
                ? section.lines[leads[place + 1]].text.span.range.lowerBound : section.span.range.upperBound
            lines = lines.drop { $0.text.span.range.lowerBound < start }
            blocks = blocks.drop { $0.node.span.range.lowerBound < start }
            return BoldPart(
                lead: lead, lines: Array(lines.prefix { $0.text.span.range.lowerBound < next }),
                commands: blocks.prefix { $0.node.span.range.lowerBound < next }.filter(\.isCommand))
        }
    }

    private func budgets(of part: BoldPart) -> [Claim<TimeAmount>] {
        let told = (timeBudget(part.lead).map { [$0] } ?? []) + fieldBudgets(part.lines)
        return told.isEmpty ? statedBudget(part.lines).map { [$0] } ?? [] : told
    }

    private func procedure(_ part: BoldPart) -> RollbackProcedure? {
        let name = TitleParts(part.lead, from: 0)
        guard !name.nameTokens.isEmpty, name.nameTokens.count <= 10 else { return nil }
        return RollbackProcedure(
            name: name.name, level: nil, timeBudgets: budgets(of: part),
            steps: part.steps.map { step($0.text, number: $0.ordinal) },
            commands: part.commands.map {
                CommandBlock(language: $0.language, text: $0.content.text, span: $0.node.span)
            }, verification: verification(in: part.lines, part.commands), span: part.lead.span)
    }

    private func procedure(_ section: OutlineSection, _ told: ToldBudgets) -> RollbackProcedure {
        let parts = Array(subtree(of: section))
        let steps = steps(parts)
        return RollbackProcedure(
            name: procedureName(section), level: level(of: section.title),
            timeBudgets: ownBudgets(section) + told.budgets(of: section.title),
            triggers: parts.flatMap(\.lines).compactMap { line in
                line.field.flatMap {
                    $0.isNamed(.occasion) && !$0.value.tokens.isEmpty
                        ? Claim($0.value.text, at: $0.value.span, .field) : nil
                }
            },
            steps: steps,
            commands: parts.flatMap(\.codeBlocks).filter(\.isCommand).map {
                CommandBlock(language: $0.language, text: $0.content.text, span: $0.node.span)
            }, verification: verification(in: parts), remarks: remarks(in: parts, besides: steps),
            span: section.title.span)
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

/// A line in bold that is a heading in all but name, and what stands below it.
private struct BoldPart {
    let lead: ReadText
    let lines: [ContentLine]
    let commands: [CodeBlock]
    let steps: [ContentLine]
    let isOrdered: Bool

    init(lead: ReadText, lines: [ContentLine], commands: [CodeBlock]) {
        self.lead = lead
        self.lines = lines
        self.commands = commands
        let ordered = lines.filter { $0.ordinal != nil && $0.depth == 0 }
        isOrdered = ordered.count > 1
        steps = ordered.isEmpty && commands.isEmpty ? lines.filter { $0.isItem && $0.depth == 0 } : ordered
    }

    /// Whether it says what to do.
    var isDone: Bool { !commands.isEmpty || steps.count > 1 }
}

extension ReadText {
    /// `Feature problem → key off`, `If the index is broken`, `Plan B`: what a way back is for.
    fileprivate var namesCase: Bool {
        isCountedWay || mentions([.mishap, .when, .condition, .rollback, .backward])
            || tokens.contains { $0.sign?.isArrow == true }
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
