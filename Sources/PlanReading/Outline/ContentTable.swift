import MarkdownTree
import Plan
import SourceText

/// A table as rows of texts; the first row is the header.
final class ContentTable: Sendable {
    let node: MarkdownNode
    let header: [ReadText]
    let rows: [Row]

    final class Row: Sendable {
        let node: MarkdownNode
        let cells: [ReadText]
        let cellNodes: [MarkdownNode]

        fileprivate init(node: MarkdownNode, cells: [ReadText], cellNodes: [MarkdownNode]) {
            self.node = node
            self.cells = cells
            self.cellNodes = cellNodes
        }

        func cell(_ column: Int?) -> ReadText? {
            guard let column, column < cells.count, !cells[column].isEmpty else { return nil }
            return cells[column]
        }
    }

    init?(_ table: MarkdownNode, _ style: WritingStyle) {
        var header: [ReadText] = []
        var rows: [Row] = []
        for row in table.children {
            guard case .tableRow(let isHeader) = row.kind else { continue }
            let nodes = Array(row.children)
            let cells = nodes.map { ReadText($0.plainText.trimmed(), style) }
            if isHeader { header = cells } else { rows.append(Row(node: row, cells: cells, cellNodes: nodes)) }
        }
        guard !header.isEmpty else { return nil }
        node = table
        self.header = header
        self.rows = rows
    }

    /// The first column whose head has a word of the class.
    func column(_ wordClass: WordClass) -> Int? { header.firstIndex { $0.mentions(wordClass) } }
    func column(_ any: WordClassSet) -> Int? { header.firstIndex { $0.mentions(any) } }
}
