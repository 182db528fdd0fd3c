import MarkdownTree
import Plan
import SourceText

/// A table as rows of texts; the first row is the header.
struct ContentTable: Sendable {
    let node: MarkdownNode
    let header: [ReadText]
    let rows: [Row]

    struct Row: Sendable {
        let node: MarkdownNode
        let cells: [ReadText]
        let cellNodes: [MarkdownNode]

        func cell(_ column: Int?) -> ReadText? {
            guard let column, column < cells.count, !cells[column].plain.isEmpty else { return nil }
            return cells[column]
        }
    }

    init?(_ table: MarkdownNode, _ numbers: NumberStyle) {
        var header: [ReadText] = []
        var rows: [Row] = []
        for row in table.children {
            guard case .tableRow(let isHeader) = row.kind else { continue }
            let nodes = Array(row.children)
            let cells = nodes.map { ReadText($0.plainText.trimmed(), numbers) }
            if isHeader { header = cells } else { rows.append(Row(node: row, cells: cells, cellNodes: nodes)) }
        }
        guard !header.isEmpty else { return nil }
        node = table
        self.header = header
        self.rows = rows
    }

    /// The first column whose head has one of these words.
    func column(_ words: Set<String>) -> Int? { header.firstIndex { $0.contains(words) } }
}
