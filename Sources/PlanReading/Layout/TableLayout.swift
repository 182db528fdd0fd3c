import MarkdownTree
import SourceText

/// A table as it would be written with its bars below each other.
///
/// Only spaces and the dashes below the head change. Left alone are tables with rows of their own number of cells or without
/// bars at both ends, with tabs, and those that would be wider than anybody's screen.
struct TableLayout {
    private struct Row {
        let span: SourceSpan
        let cells: [String]
    }
    private let source: SourceFile
    private let alignments: [ColumnAlignment]
    private var rows: [Row] = []
    private let delimiter: SourceSpan
    private let widths: [Int]

    private static let mostColumns = 200

    init?(_ table: MarkdownNode, _ alignments: [ColumnAlignment]) {
        source = table.span.file
        self.alignments = alignments
        for row in table.children {
            guard case .tableRow = row.kind, let cells = TableLayout.cells(row.span), cells.count == alignments.count
            else {
                return nil
            }
            rows.append(Row(span: row.span, cells: cells))
        }
        guard let head = rows.first, let delimiter = TableLayout.delimiter(below: head.span) else { return nil }
        self.delimiter = delimiter
        var widths = alignments.map { _ in 3 }
        for row in rows {
            for (column, cell) in row.cells.enumerated() {
                widths[column] = max(widths[column], TerminalText.width(cell))
            }
        }
        guard widths.reduce(1, { $0 + $1 + 3 }) <= TableLayout.mostColumns else { return nil }
        self.widths = widths
    }

    /// One for each line that is not yet as it should be.
    var fixes: [SourceFix] {
        let lines = rows.map { ($0.span, line($0.cells)) } + [(delimiter, dashes)]
        return lines.compactMap { span, text in span.text == text ? nil : SourceFix(span, text) }
    }

    private func line(_ cells: [String]) -> String {
        let padded = cells.enumerated().map { column, cell in
            let room = widths[column] - TerminalText.width(cell)
            let ahead =
                switch alignments[column] {
                case .none, .left: 0
                case .center: room / 2
                case .right: room
                }
            return String(repeating: " ", count: ahead) + cell + String(repeating: " ", count: room - ahead)
        }
        return "| " + padded.joined(separator: " | ") + " |"
    }

    private var dashes: String {
        let cells = zip(alignments, widths).map { alignment, width in
            switch alignment {
            case .none: String(repeating: "-", count: width)
            case .left: ":" + String(repeating: "-", count: width - 1)
            case .right: String(repeating: "-", count: width - 1) + ":"
            case .center: ":" + String(repeating: "-", count: width - 2) + ":"
            }
        }
        return "| " + cells.joined(separator: " | ") + " |"
    }

    /// What stands between the bars of a row; nil where it has no bar at either end, or a tab.
    private static func cells(_ span: SourceSpan) -> [String]? {
        let bytes = span.file.bytes[span.range]
        let bar = UInt8(ascii: "|")
        guard bytes.count > 1, bytes.first == bar, bytes.last == bar, !bytes.contains(where: { $0 < 0x20 }) else {
            return nil
        }
        var cells: [String] = []
        var start = span.range.lowerBound + 1
        for index in start..<span.range.upperBound
        where bytes[index] == bar && bytes[index - 1] != UInt8(ascii: "\\") {
            cells.append(span.file.text(start..<index).trimmed(of: " "))
            start = index + 1
        }
        // The last bar is escaped, and so a part of its cell.
        return start == span.range.upperBound ? cells : nil
    }

    /// The line of dashes.
    private static func delimiter(below head: SourceSpan) -> SourceSpan? {
        let file = head.file
        let line = file.lineRange(file.line(at: head.range.lowerBound) + 1)
        guard let start = file.bytes[line].firstIndex(of: UInt8(ascii: "|")),
            let end = file.bytes[line].lastIndex(of: UInt8(ascii: "|")), start < end,
            file.bytes[start..<end].allSatisfy({ "|-: ".utf8.contains($0) }),
            file.bytes[end + 1..<line.upperBound].allSatisfy({ $0 == 0x20 })
        else { return nil }
        return SourceSpan(file: file, range: start..<end + 1)
    }
}

extension String {
    fileprivate func trimmed(of character: Character) -> String {
        var text = self[...]
        while text.first == character { text.removeFirst() }
        while text.last == character { text.removeLast() }
        return String(text)
    }
}
