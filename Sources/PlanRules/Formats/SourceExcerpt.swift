import SourceText

/// One line of a document with a stretch of it underlined, cut to a width that a terminal holds.
struct SourceExcerpt {
    /// 1-based.
    let lineNumber: Int
    /// The line, safe to print; `…` where it was cut.
    let line: String
    /// Columns ahead of the underlined stretch, from 0.
    let indent: Int
    /// Columns underlined, at least 1.
    let length: Int

    /// Bytes looked at on either side of the stretch: no line is longer on screen, however long it is in the file.
    private static let window = 480
    private static let tabWidth = 4

    /// - Parameter width: Columns that the line may take.
    init(_ span: SourceSpan, width: Int) {
        let file = span.file
        lineNumber = file.line(at: span.range.lowerBound)
        let lineRange = file.lineRange(lineNumber)
        let start = min(span.range.lowerBound, lineRange.upperBound)
        // A stretch over several lines is shown by its first.
        let end = min(max(span.range.upperBound, start), lineRange.upperBound)
        let shownEnd = SourceExcerpt.boundary(file, min(end, start + Self.window), lineRange)
        let from = SourceExcerpt.boundary(file, max(lineRange.lowerBound, start - Self.window), lineRange)
        let to = SourceExcerpt.boundary(file, min(lineRange.upperBound, shownEnd + Self.window), lineRange)

        var before = SourceExcerpt.cells(file.text(from..<start), column: 0)
        let marked = SourceExcerpt.cells(file.text(start..<shownEnd), column: SourceExcerpt.width(before))
        var after = SourceExcerpt.cells(
            file.text(shownEnd..<to), column: SourceExcerpt.width(before) + SourceExcerpt.width(marked))
        var shown = marked
        var isCutBefore = from > lineRange.lowerBound
        var isCutAfter = to < lineRange.upperBound || shownEnd < end

        let room = max(20, width)
        if SourceExcerpt.cut(&shown, to: room - 2) { isCutAfter = true }
        let rest = max(0, room - 2 - SourceExcerpt.width(shown))
        if isCutAfter && shown.count < marked.count { after = [] }
        // What stands behind may take what the text ahead does not need, and the other way round.
        let (ahead, behind) = (SourceExcerpt.width(before), SourceExcerpt.width(after))
        if ahead + behind > rest {
            let forBefore = min(ahead, max(rest / 2, rest - behind))
            before.reverse()
            if SourceExcerpt.cut(&before, to: forBefore) { isCutBefore = true }
            before.reverse()
            if SourceExcerpt.cut(&after, to: rest - SourceExcerpt.width(before)) { isCutAfter = true }
        }
        let lead = isCutBefore ? [(text: "…", width: 1)] + before : before
        let tail = isCutAfter ? after + [(text: "…", width: 1)] : after
        line = (lead + shown + tail).map(\.text).joined()
        indent = SourceExcerpt.width(lead)
        length = max(1, SourceExcerpt.width(shown))
    }

    private typealias Cells = [(text: String, width: Int)]

    private static func width(_ cells: Cells) -> Int { cells.reduce(0) { $0 + $1.width } }

    private static func cells(_ text: String, column: Int) -> Cells {
        var column = column
        return text.map { character in
            var cell = TerminalText.cell(character)
            if character == "\t" {
                let width = tabWidth - column % tabWidth
                cell = (String(repeating: " ", count: width), width)
            }
            column += cell.width
            return cell
        }
    }

    /// Drops cells from the end until the rest fits; says whether it had to.
    private static func cut(_ cells: inout Cells, to width: Int) -> Bool {
        var total = SourceExcerpt.width(cells)
        guard total > width else { return false }
        while total > width, let last = cells.popLast() { total -= last.width }
        return true
    }

    /// The offset itself or the next one that does not lie inside a character's UTF-8 bytes.
    private static func boundary(_ file: SourceFile, _ offset: Int, _ line: Range<Int>) -> Int {
        var offset = offset
        while offset < line.upperBound, file.bytes[offset] & 0xc0 == 0x80 { offset += 1 }
        return offset
    }
}
