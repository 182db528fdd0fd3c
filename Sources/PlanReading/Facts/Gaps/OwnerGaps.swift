import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Steps and tasks without an owner in tables and lists where nearly all have one.
    func readOwnerGaps() -> [OwnerGap] {
        planSections.flatMap { section in section.tables.flatMap(unownedRows) + unownedItems(section) }
    }

    private func unownedRows(_ table: ContentTable) -> [OwnerGap] {
        guard let owner = table.header.firstIndex(where: { $0.mentions(.owner) && $0.tokens.count <= 3 }),
            let task = table.header.indices.first(where: {
                $0 != owner && table.header[$0].mentions([.action, .task, .step, .nameHead])
            })
        else { return [] }
        var owned: [Claim<String>] = []
        var open: [Claim<String>] = []
        for row in table.rows {
            guard let name = row.cell(task), name.tokens.count(where: \.isWord) > 1 else { continue }
            if let cell = row.cell(owner) {
                owned.append(Claim(cell.text, at: cell.span, .tableCell))
            } else {
                open.append(Claim(name.text, at: name.span, .tableCell))
            }
        }
        return gaps(open, owned)
    }

    /// Items with `Owner: …` below them.
    private func unownedItems(_ section: OutlineSection) -> [OwnerGap] {
        guard section.lineClasses.contains(.owner) else { return [] }
        var lists: [MarkdownNode: (owned: [Claim<String>], open: [Claim<String>])] = [:]
        var order: [MarkdownNode] = []
        for (index, line) in section.lines.enumerated() {
            guard line.isItem, let list = line.list else { continue }
            if lists[list] == nil { order.append(list) }
            if let field = section.children(of: index).lazy.compactMap(\.field).first(where: { $0.isNamed(.owner) }),
                !field.value.tokens.isEmpty
            {
                lists[list, default: ([], [])].owned.append(Claim(field.value.text, at: field.value.span, .field))
            } else if !line.text.mentions(.owner) {
                lists[list, default: ([], [])].open.append(Claim(line.text.text, at: line.text.span, .listItem))
            }
        }
        return order.flatMap { list in lists[list].map { gaps($0.open, $0.owned) } ?? [] }
    }

    /// One without among three or more with an owner, and no more than a fifth of them.
    private func gaps(_ open: [Claim<String>], _ owned: [Claim<String>]) -> [OwnerGap] {
        guard let first = owned.first, owned.count > 2, open.count == 1 || open.count * 5 <= owned.count else {
            return []
        }
        return open.map { OwnerGap(task: $0, neighbour: first, neighbours: owned.count) }
    }
}
