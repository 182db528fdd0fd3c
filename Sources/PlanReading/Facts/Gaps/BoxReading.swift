import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Boxes that make no task of their line as GitHub reads it, in reading order: `-[ ] back up`, `- [] back up`,
    /// `- [x]back up`, `- [ x ] back up`.
    func readBrokenBoxes() -> [BrokenBox] {
        guard source.bytes.holds(UInt8(ascii: "[")), source.bytes.holds(UInt8(ascii: "]")) else { return [] }
        return document.paragraphs.flatMap { paragraph -> [BrokenBox] in
            guard source.bytes.holds(UInt8(ascii: "["), in: paragraph.span.range) else { return [] }
            let glued = lineStarts(of: paragraph).compactMap { BoxReader(source, at: $0).gluedMarker }
            guard case .item(nil)? = paragraph.parent?.kind, paragraph.parent?.firstChild == paragraph,
                let box = BoxReader(source, at: paragraph.span.range.lowerBound).oddBox
            else { return glued }
            return [box] + glued
        }
    }

    /// Where the lines of a paragraph begin, behind the signs of what holds it.
    private func lineStarts(of paragraph: MarkdownNode) -> [Int] {
        let range = paragraph.span.range
        let first = source.line(at: range.lowerBound)
        let last = source.line(at: max(range.lowerBound, range.upperBound - 1))
        return (first...last).map { line in
            if line == first { return range.lowerBound }
            let whole = source.lineRange(line)
            return source.bytes[whole].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: ">") }
                ?? whole.upperBound
        }
    }
}

/// Looks at what a line begins with.
private struct BoxReader {
    private let source: SourceFile
    private let start: Int
    private let end: Int

    init(_ source: SourceFile, at start: Int) {
        self.source = source
        self.start = start
        end = source.lineRange(source.line(at: start)).upperBound
    }

    /// `-[ ] back up`, `1.[x] back up`: without the space the line is no item at all.
    var gluedMarker: BrokenBox? {
        guard let marker = marker, marker < end, let box = box(at: marker), box.isPlain else { return nil }
        return broken(start..<box.end, source.text(start..<marker) + " " + box.repaired)
    }

    /// `[] back up`, `[x]back up`, `[ x ] back up` at the beginning of an item.
    var oddBox: BrokenBox? {
        guard let box = box(at: start), !box.isPlain || box.end < end && !isSpace(box.end) else { return nil }
        return broken(start..<box.end, box.repaired)
    }

    /// Behind the marker of an item; nil when there is none.
    private var marker: Int? {
        guard start < end else { return nil }
        let first = source.bytes[start]
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") { return start + 1 }
        let digits = source.bytes[start..<end].prefix { (0x30...0x39).contains($0) }
        guard (1...3).contains(digits.count), digits.endIndex < end, ".)".utf8.contains(source.bytes[digits.endIndex])
        else { return nil }
        return digits.endIndex + 1
    }

    /// A box with what it would be written as; nil for links and whatever else stands in brackets.
    private func box(at open: Int) -> (end: Int, repaired: String, isPlain: Bool)? {
        guard open < end, source.bytes[open] == UInt8(ascii: "["),
            let close = source.bytes[open..<min(end, open + 6)].firstIndex(of: UInt8(ascii: "]"))
        else { return nil }
        let inside = source.text(open + 1..<close)
        let mark = inside.trimmed
        guard mark.isEmpty || ["x", "X", "✓", "✔"].contains(mark) else { return nil }
        // `[x](page.md)`, `[x][page]`, `[x]: page.md`
        if close + 1 < end, "([:".utf8.contains(source.bytes[close + 1]) { return nil }
        guard close + 1 < end, source.bytes[close + 1..<end].contains(where: { $0 > 0x20 }) else { return nil }
        return (close + 1, mark.isEmpty ? "[ ]" : "[x]", inside == " " || inside == "x" || inside == "X")
    }

    private func broken(_ range: Range<Int>, _ repaired: String) -> BrokenBox {
        BrokenBox(
            span: SourceSpan(file: source, range: range), text: source.text(range.upperBound..<end).trimmed,
            repaired: isSpace(range.upperBound) ? repaired : repaired + " ")
    }

    private func isSpace(_ offset: Int) -> Bool {
        offset < end && (source.bytes[offset] == 0x20 || source.bytes[offset] == 0x09)
    }
}
