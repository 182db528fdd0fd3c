import SourceText

/// A table set in columns of a terminal.
///
/// Columns are as wide as what stands in them; when that is too wide, the widest give way and their cells wrap, and what
/// needs more than `lineLimit` lines ends in `…`. Wide characters count two columns.
struct TextTable {
    private let head: [String]
    private let rows: [[String]]
    private let isNumber: [Bool]
    private let widths: [Int]
    private static let lineLimit = 3
    private static let gap = 2

    /// - Parameter width: columns for the whole line, at least 20.
    init(_ table: PlanTable, width: Int) {
        head = table.columns.map(\.title)
        rows = table.rows.map { $0.map(onOneLine) }
        isNumber = table.columns.map(\.isNumber)
        var natural = head.map(TerminalText.width)
        for row in rows {
            for (column, cell) in row.enumerated() { natural[column] = max(natural[column], TerminalText.width(cell)) }
        }
        let gaps = TextTable.gap * max(0, natural.count - 1)
        widths = TextTable.fitted(natural, into: max(natural.count, width - gaps))
    }

    var lines: [String] {
        let rule = widths.map { String(repeating: "─", count: $0) }
            .joined(separator: String(repeating: " ", count: TextTable.gap))
        return lines(of: head) + [rule] + rows.flatMap(lines)
    }

    /// Widths that fill at most `space` together: no column is cut as long as another is wider.
    private static func fitted(_ natural: [Int], into space: Int) -> [Int] {
        guard natural.reduce(0, +) > space else { return natural }
        var open = natural.count
        var rest = space
        var cap = 0
        for width in natural.sorted() {
            cap = max(1, rest / open)
            if width > cap { break }
            rest -= width
            open -= 1
        }
        var widths = natural.map { min($0, cap) }
        // What division left over goes to the first that can use it.
        var spare = space - widths.reduce(0, +)
        for index in widths.indices where spare > 0 && widths[index] < natural[index] {
            widths[index] += 1
            spare -= 1
        }
        return widths
    }

    /// One row on as many lines as its highest cell needs.
    private func lines(of cells: [String]) -> [String] {
        let wrapped = zip(cells, widths).map { TextTable.wrap($0, width: $1) }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { index in
            var line = ""
            for (column, width) in widths.enumerated() {
                let text = index < wrapped[column].count ? wrapped[column][index] : ""
                let padding = String(repeating: " ", count: max(0, width - TerminalText.width(text)))
                line += isNumber[column] ? padding + text : text + padding
                if column + 1 < widths.count { line += String(repeating: " ", count: TextTable.gap) }
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// Text on lines of a width, broken at spaces where there are any; further lines are indented, so that they do not look
    /// like rows of their own. The last line that is allowed ends in `…` when there is more.
    static func wrap(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            let indent = lines.isEmpty ? "" : "  "
            let space = width - indent.count
            let fitting = prefix(of: rest, width: space)
            if lines.count + 1 == lineLimit || fitting.endIndex == rest.endIndex {
                lines.append(indent + cut(rest, to: space))
                break
            }
            let isWordEnd = rest[fitting.endIndex] == " "
            let end = isWordEnd ? fitting.endIndex : fitting.lastIndex(of: " ") ?? fitting.endIndex
            lines.append(indent + trimmedEnd(rest[..<end]))
            rest = rest[end...].drop { $0 == " " }
        }
        return lines.isEmpty ? [""] : lines
    }

    /// Text in at most so many columns, with `…` at the end when something is missing.
    static func cut(_ text: some StringProtocol, to width: Int) -> String {
        let text = Substring(text)
        let fitting = prefix(of: text, width: width)
        if fitting.endIndex == text.endIndex { return trimmedEnd(text) }
        return trimmedEnd(prefix(of: text, width: max(0, width - 1))) + "…"
    }

    /// The longest start that takes at most so many columns; one character at least, so that wrapping comes to an end.
    private static func prefix(of text: Substring, width: Int) -> Substring {
        var used = 0
        var end = text.startIndex
        while end < text.endIndex {
            used += TerminalText.cell(text[end]).width
            if used > width { break }
            end = text.index(after: end)
        }
        return end == text.startIndex && width > 0 ? text.prefix(1) : text[..<end]
    }

    private static func trimmedEnd(_ text: Substring) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
