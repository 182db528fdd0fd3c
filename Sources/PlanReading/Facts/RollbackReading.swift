import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Rollback procedures: headed sections with steps or commands, the outermost that is no mere container.
    func readRollbackProcedures() -> [RollbackProcedure] {
        ProcedureSections(self).outermost.map { procedure(sections[$0]) } + planSections.flatMap(boldProcedures)
    }

    /// `**Rollback plan:**` in bold over a list or a block, where no heading says so.
    private func boldProcedures(_ section: OutlineSection) -> [RollbackProcedure] {
        guard section.lineClasses.contains(.rollback), !stands(section, under: .rollback) else { return [] }
        let leads = section.lines.indices.filter { index in
            let line = section.lines[index]
            return !line.isItem && line.depth == 0 && line.field?.isBold == true
                && line.field?.value.tokens.isEmpty == true
        }
        return leads.enumerated().compactMap { place, index in
            let line = section.lines[index]
            guard let field = line.field, field.isNamed(.rollback), !field.key.mentions(.notProcedure)
            else { return nil }
            let next =
                place + 1 < leads.count
                ? section.lines[leads[place + 1]].text.span.range.lowerBound : section.span.range.upperBound
            let range = line.text.span.range.upperBound..<max(next, line.text.span.range.upperBound)
            let lines = section.lines.filter { range.contains($0.text.span.range.lowerBound) }
            let commands = section.codeBlocks.filter { range.contains($0.node.span.range.lowerBound) && $0.isShell }
            let ordered = lines.filter { $0.ordinal != nil && $0.depth == 0 }
            let steps = ordered.isEmpty && commands.isEmpty ? lines.filter { $0.isItem && $0.depth == 0 } : ordered
            guard !commands.isEmpty || steps.count > 1 else { return nil }
            return RollbackProcedure(
                name: field.key.text, level: nil, timeBudgets: [],
                steps: steps.map { step($0.text, number: $0.ordinal) },
                commands: commands.map {
                    CommandBlock(language: $0.language, text: $0.content.text, span: $0.node.span)
                },
                span: field.key.span)
        }
    }

    private func procedure(_ section: OutlineSection) -> RollbackProcedure {
        let parts = Array(subtree(of: section))
        var budgets = timeBudget(section.title).map { [$0] } ?? []
        for line in section.lines where line.depth == 0 {
            guard let field = line.field, isBudget(field), let time = field.value.quantities.timeField(),
                time.kind == .measured || time.kind == .immediate
            else { continue }
            budgets.append(Claim(time, at: field.value.span, .field))
        }
        if budgets.isEmpty { budgets += spokenBudget(section) }
        return RollbackProcedure(
            name: procedureName(section), level: level(of: section.title), timeBudgets: budgets,
            triggers: parts.flatMap(\.lines).compactMap { line in
                line.field.flatMap {
                    $0.isNamed(.occasion) && !$0.value.tokens.isEmpty
                        ? Claim($0.value.text, at: $0.value.span, .field) : nil
                }
            },
            steps: steps(parts),
            commands: parts.flatMap(\.codeBlocks).filter(\.isShell).map {
                CommandBlock(language: $0.language, text: $0.content.text, span: $0.node.span)
            }, span: section.title.span)
    }

    /// `# Rollback time: < 5 minutes` in a shell block, `5-minute rollback` in a list: said of this procedure and no other.
    private func spokenBudget(_ section: OutlineSection) -> [Claim<TimeAmount>] {
        for block in section.codeBlocks where block.isShell {
            for text in commentLines(of: block) {
                guard let field = Field(text, bold: nil), field.key.mentions(.rollback),
                    field.key.mentions(.timeKeys), let match = field.value.quantities.firstTime()
                else { continue }
                return [Claim(match.amount, at: field.value.span(tokens: match.tokens), .codeBlock)]
            }
        }
        for line in section.lines where line.isItem {
            guard let match = line.text.quantities.firstTime(), match.tokens.upperBound < line.text.tokens.count,
                line.text.tokens[match.tokens.upperBound].isA(.rollback)
            else { continue }
            return [Claim(match.amount, at: line.text.span(tokens: match.tokens), .listItem)]
        }
        return []
    }

    /// `Time budget`, `Estimated rollback time`; neither `Verification time` nor `Maintenance window`.
    func isBudget(_ field: Field) -> Bool {
        field.isCalled(.timeKeys, with: [.amountQualifier, .rollback])
    }

    private func procedureName(_ section: OutlineSection) -> String {
        let title = section.title
        var start = 0
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

    /// `(< 15 minutes)` in a title; `Immediate` in brackets.
    func timeBudget(_ title: ReadText) -> Claim<TimeAmount>? {
        if let time = TitleParts(title, from: 0).duration(in: title, .heading) { return time }
        guard let open = title.tokens.firstIndex(where: { $0.isSign("(") }), open + 1 < title.tokens.count,
            title.tokens[open + 1].isA(.immediate)
        else { return nil }
        return Claim(
            TimeAmount(kind: .immediate, seconds: 0, text: title.text(tokens: open + 1..<open + 2)),
            at: title.span(tokens: open + 1..<open + 2), .heading)
    }
}
