import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// The work of every phase that the document heads; a section below counts for the nearest phase above it.
    func readPhaseWork() -> [PhaseWork] {
        var lines: [Int: [PhaseWork.Line]] = [:]
        var holds: [Int: [Claim<TimeAmount>]] = [:]
        for section in planSections where !stands(section, under: .rollback) {
            guard let phase = phase(of: section)?.section else { continue }
            lines[phase, default: []] += section.lines.map { line in
                PhaseWork.Line(
                    text: line.text.text, checked: line.task.map { $0 == .done }, isItem: line.isItem,
                    span: line.text.span)
            }
            guard section.lineClasses.contains(.watching) else { continue }
            holds[phase, default: []] += section.lines.compactMap { line in line.text.hold(line.reading) }
        }
        return planSections.compactMap { section in
            guard headings[section.index].phase != nil else { return nil }
            return PhaseWork(
                heading: section.title.span, lines: lines[section.index] ?? [], holds: holds[section.index] ?? [])
        }
    }
}

extension DocumentOutline {
    /// Lines and rows that say how long a share of the rollout is to be watched: `- 10%: monitor for 48 hours`, or a cell below
    /// `Hold` in a row that has a share.
    func readShareHolds() -> [ShareHold] {
        planSections.flatMap { section -> [ShareHold] in
            guard !stands(section, under: .rollback) else { return [] }
            let listed =
                section.lineClasses.contains(.watching)
                ? section.lines.compactMap { line in
                    line.isItem ? line.text.hold(line.reading).flatMap { line.text.share(held: $0) } : nil
                } : []
            return listed + section.tables.flatMap(tabledHolds)
        }
    }

    private func tabledHolds(_ table: ContentTable) -> [ShareHold] {
        guard let column = table.header.firstIndex(where: { $0.mentions(.watching) }) else { return [] }
        return table.rows.compactMap { row in
            guard let cell = row.cell(column), let amount = cell.quantities.timeField(), amount.kind == .measured,
                amount.comparison == nil
            else { return nil }
            let shares = row.cells.indices.filter { $0 != column }.compactMap { index in
                TitleParts(row.cells[index], from: 0).percent(in: row.cells[index], .tableCell)
            }
            return shares.count == 1
                ? ShareHold(percent: shares[0].value, hold: Claim(amount, at: cell.span, .tableCell)) : nil
        }
    }
}

extension ReadText {
    /// The single share that the line speaks of.
    fileprivate func share(held hold: Claim<TimeAmount>) -> ShareHold? {
        guard mentions([.percentSign, .percentWord]),
            tokens.count(where: { $0.isA([.percentSign, .percentWord]) }) == 1,
            let percent = TitleParts(self, from: 0).instructedPercent(in: self, .listItem)
        else { return nil }
        return ShareHold(percent: percent.value, hold: hold)
    }

    /// `Monitor for 24-48 hours`, `Soak time: 2 days`: a length of time directly behind a word for watching, or few words
    /// behind it; none where it is a bound.
    func hold(_ reading: Reading) -> Claim<TimeAmount>? {
        guard mentions(.watching), mentions([.number, .spelledNumber]) else { return nil }
        for index in tokens.indices where tokens[index].isA(.watching) {
            for next in tokens.indices[(index + 1)...].prefix(6) {
                if tokens[next].isA([.each, .per, .frequency]) || tokens[next].isSign(".") { break }
                guard let match = quantities.time(at: next) else { continue }
                let behind = match.tokens.upperBound
                guard match.amount.kind == .measured, match.amount.comparison == nil, match.amount.per == nil,
                    !tokens[index..<next].contains(where: { $0.isA([.upTo, .comparison]) }),
                    behind == tokens.count || !tokens[behind].isA([.orMore, .orLess]) && !tokens[behind].isSign("+")
                else { return nil }
                return Claim(match.amount, at: span(tokens: match.tokens), reading)
            }
        }
        return nil
    }
}
