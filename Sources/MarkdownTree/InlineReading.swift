import SourceText

/// Inlines, anchored in the content that they were parsed from.
///
/// cmark's columns are wrong on continuation lines, behind a backslash break, in links over several lines and behind
/// `\|`. So a cursor walks over the content beside the tree: the tree says which markup comes next, and the markup and
/// the text must stand at the cursor.
extension TreeBuilder {
    /// Adds all inlines below a block whose content has been placed.
    ///
    /// - Parameter skipping: bytes at the content's start that are in the first text but are no text (a task box).
    mutating func addInlines(of block: CMarkNode, at blockIndex: Int32, skipping: Int) {
        cursor = 0
        hint = 0
        searchBudget = content.bytes.count * 2 + 256
        var open: [(index: Int32, start: Int)] = []
        var node = block.firstChild
        var skipping = skipping
        while let current = node {
            let start = cursor
            let index = addInline(current, below: open.last?.index ?? blockIndex, skipping: skipping)
            skipping = 0
            if let child = current.firstChild {
                open.append((index, start))
                node = child
                continue
            }
            closeInline(index, from: start)
            var place = current
            node = place.next
            while node == nil, let up = place.parent, up != block, let last = open.popLast() {
                closeInline(last.index, from: last.start)
                place = up
                node = up.next
            }
        }
        markStrikethrough(below: blockIndex)
    }

    private mutating func addInline(_ node: CMarkNode, below parent: Int32, skipping: Int) -> Int32 {
        let start = cursor
        switch type(of: node) {
        case .text:
            readLiteral(of: node)
            if skipping > 0, literal.count >= skipping {
                literal.removeFirst(skipping)
                cursor = skipping
            }
            return addText(.text, below: parent) { $0.matchText() }
        case .codeSpan:
            readLiteral(of: node)
            return addText(.codeSpan, below: parent) { $0.matchCodeSpan() }
        case .htmlInline:
            readLiteral(of: node)
            return addText(.htmlInline, below: parent) { $0.matchVerbatim() }
        case .softBreak: return addBreak(.softBreak, saying: UInt8(ascii: " "), takeBreak(hard: false), below: parent)
        case .lineBreak: return addBreak(.lineBreak, saying: UInt8(ascii: "\n"), takeBreak(hard: true), below: parent)
        case .emphasis:
            take { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
            return append(.emphasis, place(start..<cursor), below: parent)
        case .strong:
            for _ in 0..<2 { take { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") } }
            return append(.strong, place(start..<cursor), below: parent)
        case .link:
            take { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") }
            return append(
                .link, as: .link(destination: node.url, title: node.title), place(start..<cursor), below: parent)
        case .image:
            take { $0 == UInt8(ascii: "!") }
            take { $0 == UInt8(ascii: "[") }
            return append(
                .image, as: .image(destination: node.url, title: node.title), place(start..<cursor), below: parent)
        case .footnoteReference:
            let label = takeFootnoteLabel()
            return append(
                .footnoteReference, as: .footnoteReference(label: label), place(start..<cursor), below: parent)
        default: return append(.other, as: .other(node.typeName), place(start..<start), below: parent)
        }
    }

    /// Takes the closing markup of an inline and ends its span behind it.
    private mutating func closeInline(_ index: Int32, from start: Int) {
        switch records[Int(index)].type {
        case .emphasis: take { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
        case .strong: for _ in 0..<2 { take { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") } }
        case .link, .image:
            if start < content.bytes.count, content.bytes[start] == UInt8(ascii: "<") {
                take { $0 == UInt8(ascii: ">") }
            } else if cursor < content.bytes.count, content.bytes[cursor] == UInt8(ascii: "]") {
                cursor = LinkTail.end(in: content.bytes, from: cursor)
            }
        default: return
        }
        let range = place(start..<max(cursor, start))
        records[Int(index)].start = Int32(truncatingIfNeeded: range.lowerBound)
        records[Int(index)].end = Int32(truncatingIfNeeded: range.upperBound)
    }

    private mutating func addText(
        _ type: NodeType, below parent: Int32, match: (inout TreeBuilder) -> Range<Int>
    ) -> Int32 {
        let index = append(type, 0..<0, below: parent)
        beginText(of: index)
        let range = match(&self)
        endText(of: index)
        records[Int(index)].start = Int32(truncatingIfNeeded: range.lowerBound)
        records[Int(index)].end = Int32(truncatingIfNeeded: range.upperBound)
        return index
    }

    /// A break says one byte, so that the text around it is one run with it.
    private mutating func addBreak(
        _ type: NodeType, saying byte: UInt8, _ range: Range<Int>, below parent: Int32
    ) -> Int32 {
        let index = append(type, range, below: parent)
        beginText(of: index)
        text.append(CollectionOfOne(byte), for: range)
        endText(of: index)
        return index
    }

    private mutating func readLiteral(of node: CMarkNode) {
        literal.removeAll(keepingCapacity: true)
        node.appendLiteral(to: &literal)
    }

    /// Moves over one byte of markup if it is there.
    private mutating func take(_ isMarkup: (UInt8) -> Bool) {
        if cursor < content.bytes.count, isMarkup(content.bytes[cursor]) { cursor += 1 }
    }

    /// Source of part of the content.
    mutating func place(_ range: Range<Int>) -> Range<Int> { content.sourceRange(range, hint: &hint) }

    /// Moves over a line break and the white space around it; returns its source.
    private mutating func takeBreak(hard: Bool) -> Range<Int> {
        let start = cursor
        while cursor < content.bytes.count, content.bytes[cursor].isSpaceOrTab { cursor += 1 }
        let isEscape = hard && cursor < content.bytes.count && content.bytes[cursor] == UInt8(ascii: "\\")
        if isEscape { cursor += 1 }
        guard cursor < content.bytes.count, content.bytes[cursor] == UInt8(ascii: "\n") else {
            cursor = start
            return place(start..<start)
        }
        let newline = cursor
        cursor += 1
        let range = place((hard ? start : newline)..<cursor)
        // Behind a backslash cmark keeps the indentation of a lazy line as text.
        while !isEscape, cursor < content.bytes.count, content.bytes[cursor].isSpaceOrTab { cursor += 1 }
        return range
    }

    /// Moves over `[^label]` and returns the label as written.
    private mutating func takeFootnoteLabel() -> String {
        guard cursor + 2 < content.bytes.count, content.bytes[cursor] == UInt8(ascii: "["),
            content.bytes[cursor + 1] == UInt8(ascii: "^"),
            let close = content.bytes[cursor...].firstIndex(of: UInt8(ascii: "]"))
        else { return "" }
        defer { cursor = close + 1 }
        return String(decoding: content.bytes[cursor + 2..<max(cursor + 2, close)], as: UTF8.self)
    }
}
