import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Risks of one list, table or row of sections that say nothing against themselves, where most of the others do.
    func readOpenRisks() -> [OpenRisk] {
        planSections.flatMap { section in
            section.tables.flatMap(openRows) + openItems(section) + openSections(below: section)
        }
    }

    // MARK: Tables

    private func openRows(_ table: ContentTable) -> [OpenRisk] {
        guard let name = table.column(.risk), let column = table.column(.mitigation), name != column else { return [] }
        var told: [Claim<String>] = []
        var open: [(name: Claim<String>, stated: Claim<String>?)] = []
        for row in table.rows {
            guard let risk = row.cell(name), risk.tokens.contains(where: \.isWord) else { continue }
            let cell = row.cell(column)
            if let cell, !cell.saysNothing {
                told.append(Claim(cell.text, at: cell.span, .tableCell))
            } else if !isSettled(row, of: table, besides: [name, column]) {
                let stated = cell.map { Claim($0.text, at: $0.span, Reading.tableCell) }
                // A dash says that a small risk is borne.
                if stated != nil, cell?.isDash == true, row.cells.contains(where: \.saysLow) { continue }
                open.append((Claim(risk.text, at: risk.span, .tableCell), stated))
            }
        }
        return openRisks(open, told)
    }

    /// Whether another cell says that the risk is borne or gone, or what is done: `accepted`, a column `Response`.
    private func isSettled(_ row: ContentTable.Row, of table: ContentTable, besides columns: [Int]) -> Bool {
        row.cells.indices.contains { index in
            guard !columns.contains(index), let cell = row.cell(index) else { return false }
            let head = index < table.header.count ? table.header[index] : nil
            // A sentence in a column of another name may say what is done.
            return cell.mentions([.accepted, .done]) || head?.mentions([.action, .mitigation, .rollback]) == true
                || cell.tokens.count > 3 && head?.mentions([.severityHead, .nameHead, .risk]) != true
        }
    }

    // MARK: Lists

    private func openItems(_ section: OutlineSection) -> [OpenRisk] {
        guard section.lineClasses.contains(.mitigation) else { return [] }
        var lists: [MarkdownNode: [Int]] = [:]
        var order: [MarkdownNode] = []
        for (index, line) in section.lines.enumerated() {
            guard line.isItem, let list = line.list else { continue }
            if lists[list] == nil { order.append(list) }
            lists[list, default: []].append(index)
        }
        return order.flatMap { list -> [OpenRisk] in
            var told: [Claim<String>] = []
            var open: [(name: Claim<String>, stated: Claim<String>?)] = []
            var isPlain = true
            for index in lists[list, default: []] {
                let line = section.lines[index]
                let below = section.children(of: index)
                if let mitigation = below.first(where: { $0.field?.isNamed(.mitigation) == true }) {
                    told.append(Claim(mitigation.text.text, at: mitigation.text.span, .field))
                    isPlain = isPlain && (line.field?.value.tokens.isEmpty ?? true)
                } else if line.field?.value.tokens.isEmpty ?? (line.text.tokens.count <= 12),
                    !line.text.mentions([.mitigation, .accepted]),
                    !below.contains(where: { $0.text.mentions([.mitigation, .accepted, .action]) })
                {
                    open.append((Claim(line.text.text, at: line.text.span, .listItem), nil))
                }
            }
            return isPlain ? openRisks(open, told) : []
        }
    }

    // MARK: Sections

    /// `### Data loss` beside `### Downtime`, each with its `Risk:` and all but one with their `Mitigation:`.
    private func openSections(below section: OutlineSection) -> [OpenRisk] {
        guard section.children.count > 2 else { return [] }
        var told: [Claim<String>] = []
        var open: [(name: Claim<String>, stated: Claim<String>?)] = []
        for index in section.children {
            let child = sections[index]
            guard headings[index].isEmpty else { continue }
            if let line = child.lines.first(where: { $0.field?.isNamed(.mitigation) == true }) {
                told.append(Claim(line.text.text, at: line.text.span, .field))
            } else if child.lines.contains(where: { $0.field?.isCalled([.risk], with: []) == true }),
                !subtree(of: child).contains(where: {
                    $0.title.mentions(.mitigation) || $0.lineClasses.intersects([.mitigation, .accepted])
                })
            {
                open.append((Claim(child.title.text, at: child.title.span, .heading), nil))
            }
        }
        return openRisks(open, told)
    }

    /// One that is open among two or more that are not; where most are open, the document speaks of something else.
    private func openRisks(
        _ open: [(name: Claim<String>, stated: Claim<String>?)], _ told: [Claim<String>]
    ) -> [OpenRisk] {
        guard let first = told.first, told.count > 1, told.count > open.count else { return [] }
        return open.map { OpenRisk(name: $0.name, stated: $0.stated, neighbour: first, neighbours: told.count) }
    }
}

extension ReadText {
    /// `-`, `—`, `n/a`, `none`, `TBD`, `?`: a cell that is filled and says nothing.
    fileprivate var saysNothing: Bool {
        tokens.count <= 4
            && tokens.allSatisfy { token in
                token.sign != nil || token.isA([.placeholder, .notApplicable])
                    || token.isA(.negation) && tokens.count == 1
                    || token.range.count == 1
            }
    }

    fileprivate var isDash: Bool { tokens.allSatisfy { !$0.isWord || $0.isA(.notApplicable) || $0.range.count == 1 } }

    /// `Low`, `L`
    fileprivate var saysLow: Bool { tokens.count <= 2 && (mentions(.low) || text == "L") }
}
