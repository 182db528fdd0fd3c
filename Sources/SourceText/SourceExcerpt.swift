/// One line of a document with a stretch of it marked, cut to a width that a terminal or a page holds.
package struct SourceExcerpt: Sendable {
    /// 1-based.
    package let lineNumber: Int
    /// What stands ahead of the stretch, safe to print; begins with `…` where it was cut.
    package let before: String
    /// The stretch itself; empty where it has no length.
    package let marked: String
    /// What stands behind it; ends with `…` where it was cut.
    package let after: String
    /// Columns ahead of the stretch, from 0.
    package let indent: Int
    /// Columns to underline, at least 1.
    package let length: Int

    /// The whole line.
    package var line: String { before + marked + after }

    /// - Parameter width: Columns that the line may take.
    package init(_ span: SourceSpan, width: Int) {
        lineNumber = span.file.line(at: span.range.lowerBound)
        var parts = ExcerptParts(span, line: span.file.lineRange(lineNumber))
        parts.fit(width: max(20, width))
        let ellipsis = ExcerptParts.Cell(text: "…", width: 1)
        let lead = parts.isCutBefore ? [ellipsis] + parts.before : parts.before
        let tail = parts.isCutAfter ? parts.after + [ellipsis] : parts.after
        (before, marked, after) = (lead.text, parts.marked.text, tail.text)
        indent = lead.width
        length = max(1, parts.marked.width)
    }
}

/// A line's characters ahead of a stretch, in it and behind it.
private struct ExcerptParts {
    struct Cell {
        let text: String
        let width: Int
    }
    private(set) var before: [Cell]
    private(set) var marked: [Cell]
    private(set) var after: [Cell]
    private(set) var isCutBefore: Bool
    private(set) var isCutAfter: Bool

    /// Bytes looked at on either side of the stretch: no line is longer on screen, however long it is in the file.
    private static let window = 480
    /// As long as every byte is a column.
    private static let asciiWindow = 120
    private static let tabWidth = 4

    init(_ span: SourceSpan, line: Range<Int>) {
        let file = span.file
        let start = min(span.range.lowerBound, line.upperBound)
        // A stretch over several lines is shown by its first.
        let end = min(max(span.range.upperBound, start), line.upperBound)
        let wide = max(line.lowerBound, start - Self.window)..<min(line.upperBound, end + Self.window)
        let isASCII = wide.count < 4 * Self.window && file.bytes[wide].allSatisfy { $0 < 0x80 }
        let window = isASCII ? Self.asciiWindow : Self.window
        let shownEnd = ExcerptParts.boundary(file, min(end, start + window), line)
        let from = ExcerptParts.boundary(file, max(line.lowerBound, start - window), line)
        let to = ExcerptParts.boundary(file, min(line.upperBound, shownEnd + window), line)
        before = ExcerptParts.cells(file, from..<start, column: 0)
        marked = ExcerptParts.cells(file, start..<shownEnd, column: before.width)
        after = shownEnd < end ? [] : ExcerptParts.cells(file, shownEnd..<to, column: before.width + marked.width)
        isCutBefore = from > line.lowerBound
        isCutAfter = to < line.upperBound || shownEnd < end
    }

    /// Cuts what does not fit, two columns being kept for the signs that say so; the stretch itself comes first.
    mutating func fit(width: Int) {
        if marked.cut(to: width - 2) {
            after = []
            isCutAfter = true
        }
        let room = max(0, width - 2 - marked.width)
        guard before.width + after.width > room else { return }
        // What stands behind may take what the text ahead does not need, and the other way round.
        let ahead = min(before.width, max(room / 2, room - after.width))
        before.reverse()
        if before.cut(to: ahead) { isCutBefore = true }
        before.reverse()
        if after.cut(to: room - before.width) { isCutAfter = true }
    }

    private static func cells(_ file: SourceFile, _ range: Range<Int>, column: Int) -> [Cell] {
        let bytes = file.bytes[range]
        if bytes.allSatisfy({ (0x20...0x7e).contains($0) }) {
            return bytes.map { Cell(text: String(Unicode.Scalar($0)), width: 1) }
        }
        var column = column
        return file.text(range).map { character in
            let shown = TerminalText.cell(character)
            let tab = tabWidth - column % tabWidth
            let cell =
                character == "\t"
                ? Cell(text: String(repeating: " ", count: tab), width: tab)
                : Cell(text: shown.text, width: shown.width)
            column += cell.width
            return cell
        }
    }

    /// The offset itself or the next one that does not lie inside a character's UTF-8 bytes.
    private static func boundary(_ file: SourceFile, _ offset: Int, _ line: Range<Int>) -> Int {
        var offset = offset
        while offset < line.upperBound, file.bytes[offset] & 0xc0 == 0x80 { offset += 1 }
        return offset
    }
}

extension [ExcerptParts.Cell] {
    fileprivate var width: Int { reduce(0) { $0 + $1.width } }
    fileprivate var text: String { reduce(into: "") { $0 += $1.text } }

    /// Drops cells from the end until the rest fits; says whether it had to.
    fileprivate mutating func cut(to limit: Int) -> Bool {
        var total = width
        guard total > limit else { return false }
        while total > limit, let last = popLast() { total -= last.width }
        return true
    }
}
