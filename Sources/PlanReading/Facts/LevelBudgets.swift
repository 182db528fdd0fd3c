import Plan
import SourceText

/// What one level of the way back may take, told away from the level's own section.
struct LevelBudget: Sendable {
    let level: Int
    let time: Claim<TimeAmount>
}

extension DocumentOutline {
    /// `Level 1 < 5 minutes` in a line, or a row of a table of levels and times, where rollbacks are spoken of.
    func readLevelBudgets() -> [LevelBudget] {
        planSections.flatMap { section -> [LevelBudget] in
            let tables = section.tables.filter { $0.header.contains { $0.mentions(.level) } }
            let lines = section.lines.filter { $0.text.mentions(.level) }
            guard !tables.isEmpty || !lines.isEmpty else { return [] }
            let isOfRollback = speaksOfRollbacks(section)
            return (isOfRollback ? tables.flatMap(rows) : [])
                + lines.filter { isOfRollback || $0.text.mentions(.rollback) }.flatMap(levels)
        }
    }

    /// Whether a title at or above the section names a way back, and none a way up: levels of support have times too.
    func speaksOfRollbacks(_ section: OutlineSection) -> Bool {
        let chain = [section] + ancestors(of: section)
        return chain.contains { $0.title.namesWayBack }
            && !chain.contains { $0.title.mentions([.escalation, .communication]) }
    }

    private func rows(_ table: ContentTable) -> [LevelBudget] {
        guard let levels = table.column(.level),
            let times = table.header.indices.first(where: { column in
                column != levels
                    && table.header[column].isCalled(.timeKeys, with: [.amountQualifier, .rollback])
            })
        else { return [] }
        return table.rows.compactMap { row in
            guard let cell = row.cell(levels), let number = level(of: cell) ?? onlyNumber(cell),
                let time = row.cell(times), let amount = time.quantities.timeField(),
                amount.kind == .measured || amount.kind == .immediate
            else { return nil }
            return LevelBudget(level: number, time: Claim(amount, at: time.span, .tableCell))
        }
    }

    private func onlyNumber(_ cell: ReadText) -> Int? {
        guard cell.tokens.count == 1, let number = cell.tokens[0].number, number == number.rounded(),
            (0...99).contains(number)
        else { return nil }
        return Int(number)
    }

    /// Every `Level 2: < 15 minutes` and `Level 2 (15 minutes)` of a line.
    private func levels(_ line: ContentLine) -> [LevelBudget] {
        let text = line.text
        return text.tokens.indices.dropLast().compactMap { index in
            guard text.tokens[index].isA(.level), let number = text.tokens[index + 1].number,
                number == number.rounded(), (0...99).contains(number),
                let match = time(behind: index + 1, in: text)
            else { return nil }
            return LevelBudget(
                level: Int(number), time: Claim(match.amount, at: text.span(tokens: match.tokens), line.reading))
        }
    }

    /// A time behind a level's number, with signs between the two at most.
    private func time(behind number: Int, in text: ReadText) -> QuantityReader.TimeMatch? {
        for index in text.tokens.indices.dropFirst(number + 1).prefix(3) {
            if let match = text.quantities.time(at: index) {
                let next = match.tokens.upperBound
                return next < text.tokens.count && text.tokens[next].isA(.elsewhen) ? nil : match
            }
            guard text.tokens[index].kind == .sign else { return nil }
        }
        return nil
    }
}
