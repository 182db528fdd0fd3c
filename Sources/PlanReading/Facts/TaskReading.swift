import MarkdownTree
import Plan
import SourceText

/// Something to do with a box before it.
struct TaskText {
    /// Without the box.
    let text: ReadText
    let checked: Bool
    let depth: Int
    /// Number of the list or table of its section, from 0.
    var part = 0
    /// The list item whose box GitHub shows; nil for boxes that are drawn.
    var item: MarkdownNode?
    /// Who is to do it.
    var owners: [Claim<String>] = []
}

extension DocumentOutline {
    /// What has a box in a section: task items, lines that begin with a drawn box, rows with a column of boxes.
    func tasks(of section: OutlineSection) -> [TaskText] {
        withOwners(boxedTexts(of: section), in: section)
    }

    private func boxedTexts(of section: OutlineSection) -> [TaskText] {
        let drawn = section.lines.contains { $0.task == nil && Box(at: 0, of: $0.text) != nil }
        guard drawn || !section.tables.isEmpty else {
            var lists = ListCounter()
            return section.lines.compactMap { line in
                let part = lists.part(of: line)
                return line.task.map {
                    TaskText(
                        text: line.text, checked: $0 == .done, depth: line.depth, part: part, item: line.node)
                }
            }
        }
        var lists = ListCounter()
        let lines = section.lines.flatMap { line -> [TaskText] in
            let part = lists.part(of: line)
            if let task = line.task {
                return [
                    TaskText(
                        text: line.text, checked: task == .done, depth: line.depth, part: part, item: line.node)
                ]
            }
            return Box(at: 0, of: line.text) == nil ? [] : drawnTasks(line)
        }
        let tasks = lines + section.tables.enumerated().flatMap { rows($1, part: lists.count + $0) }
        return section.tables.isEmpty ? tasks : tasks.sorted { $0.text.span < $1.text.span }
    }

    /// `☐ keys with Marit`, a line each.
    private func drawnTasks(_ line: ContentLine) -> [TaskText] {
        let text = line.text
        let starts = text.tokens.indices.filter { Box(at: $0, of: text) != nil && text.beginsLine($0) }
        return text.cut(before: starts).compactMap { piece in
            guard let first = piece.tokens.first, let box = Box(at: 0, of: piece) else { return nil }
            let task = piece.part(first.range.upperBound..<piece.bytes.upperBound)
            return task.isEmpty ? nil : TaskText(text: task, checked: box.isTicked, depth: line.depth)
        }
    }

    /// Rows of a table with a column of nothing but boxes; what is to do stands in the first other column.
    private func rows(_ table: ContentTable, part: Int) -> [TaskText] {
        guard
            let column = table.header.indices.first(where: { column in
                !table.rows.isEmpty && table.rows.allSatisfy { Box(cell: $0.cell(column)) != nil }
            })
        else { return [] }
        let owner = table.ownerColumn
        return table.rows.compactMap { row in
            guard let box = Box(cell: row.cell(column)),
                let text = row.cells.indices.first(where: { $0 != column && !row.cells[$0].isEmpty })
            else { return nil }
            return TaskText(
                text: row.cells[text], checked: box.isTicked, depth: 0, part: part,
                owners: owner == text ? [] : row.cell(owner).map(owners) ?? [])
        }
    }
}

/// Numbers the lists of a section by the lines that stand between them.
private struct ListCounter {
    private(set) var count = 1
    private var list: MarkdownNode?

    /// Number of the topmost list that a line stands in, or that comes next.
    mutating func part(of line: ContentLine) -> Int {
        guard line.depth == 0, let own = line.list else { return count - 1 }
        if let list, list != own { count += 1 }
        list = own
        return count - 1
    }
}

/// A box that is drawn with a sign. `✅` before an item is an ornament more often than a box, and not taken for one.
private struct Box {
    let isTicked: Bool

    init?(at index: Int, of text: ReadText) {
        guard index < text.tokens.count, let sign = text.tokens[index].sign, !sign.isASCII else { return nil }
        switch sign {
        case "☐", "⬜", "🔲": isTicked = false
        case "☑", "☒": isTicked = true
        default: return nil
        }
    }

    /// A cell that is all box: `[ ]`, `[x]`, `☐`.
    init?(cell: ReadText?) {
        guard let cell else { return nil }
        if cell.tokens.count <= 2, let box = Box(at: 0, of: cell), cell.tokens.allSatisfy({ !$0.isWord }) {
            self = box
            return
        }
        let letters = Array(cell.utf8[cell.bytes])
        guard letters.count == 3 || letters.count == 2, letters.first == UInt8(ascii: "["),
            letters.last == UInt8(ascii: "]")
        else { return nil }
        let inside = letters.count == 3 ? letters[1] : UInt8(ascii: " ")
        guard inside == UInt8(ascii: " ") || inside | 0x20 == UInt8(ascii: "x") else { return nil }
        isTicked = inside != UInt8(ascii: " ")
    }
}
