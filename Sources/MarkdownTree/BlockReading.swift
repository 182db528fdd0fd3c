import SourceText

/// Blocks: what they are, where they stand, and what their inlines are read from.
extension TreeBuilder {
    /// Adds a block, with its inlines or its literal text if it has any, but without its child blocks.
    mutating func addBlock(_ node: CMarkNode, below parent: Int32) -> Int32 {
        line = min(fileLine(max(node.startLine, 1)), source.lineStarts.count)
        let start = start(of: node)
        switch type(of: node) {
        case .blockQuote: return append(.blockQuote, start..<min(start + 1, source.bytes.count), below: parent)
        case .list:
            let style = ListStyle(
                ordered: node.listIsOrdered, start: node.listIsOrdered ? node.listStart : 0, tight: node.listIsTight)
            return append(.list, as: .list(style), start..<start, below: parent)
        case .item:
            let end = node.firstChild == nil ? trimmedEnd(ofLineAt: start) : start
            return append(
                .item, detail: taskState(of: node, at: start).detail, start..<max(start, end), below: parent)
        case .codeBlock: return addCodeBlock(node, at: start, below: parent)
        case .htmlBlock: return addHTMLBlock(node, at: start, below: parent)
        case .paragraph: return addParagraph(node, at: start, below: parent)
        case .heading: return addHeading(node, at: start, below: parent)
        case .thematicBreak:
            return append(.thematicBreak, start..<max(start, trimmedEnd(ofLineAt: start)), below: parent)
        case .footnoteDefinition:
            let (label, range) = footnoteLabel(before: start)
            return append(.footnoteDefinition, as: .footnoteDefinition(label: label), range, below: parent)
        case .table: return addTable(node, below: parent)
        case .tableRow: return addRow(node, below: parent)
        case .tableCell: return addCell(node, below: parent)
        default: return append(.other, as: .other(node.typeName), start..<start, below: parent)
        }
    }

    /// Number of the file's line that cmark counts as `line`.
    func fileLine(_ line: Int) -> Int { line + skippedLines }

    /// As `SourceFile.line(at:)`; most of what is asked for stands in the line where the block starts.
    func lineNumber(at offset: Int) -> Int {
        let starts = source.lineStarts
        let isHere = starts[line - 1] <= offset && (line == starts.count || offset < starts[line])
        return isHere ? line : source.line(at: offset)
    }

    /// Where cmark says that a node starts, as a byte offset inside its line.
    func start(of node: CMarkNode) -> Int {
        let line = source.lineRange(fileLine(max(node.startLine, 1)))
        var column = max(node.startColumn, 1)
        if hasNul {
            var place = line.lowerBound
            while place < line.upperBound, column > 1 {
                column -= source.bytes[place] == 0 ? 3 : 1
                place += 1
            }
            return place
        }
        column -= 1
        return min(line.lowerBound + column, line.upperBound)
    }

    /// End of the line that holds `offset`, without white space.
    func trimmedEnd(ofLineAt offset: Int) -> Int {
        let line = source.lineRange(lineNumber(at: offset))
        var end = line.upperBound
        while end > line.lowerBound, source.bytes[end - 1].isSpaceOrTab { end -= 1 }
        return end
    }

    /// First byte of a line behind the prefixes of quotes and indentation.
    func textStart(ofLine number: Int) -> Int {
        let line = source.lineRange(number)
        return line.first { !source.bytes[$0].isSpaceOrTab && source.bytes[$0] != UInt8(ascii: ">") } ?? line.upperBound
    }

    /// Range of the content's source without white space at its end.
    private var contentRange: Range<Int> {
        var end = content.bytes.count
        while end > 0, content.bytes[end - 1].isASCIISpace { end -= 1 }
        var hint = 0
        return content.sourceRange(0..<end, hint: &hint)
    }

    private mutating func addCodeBlock(_ node: CMarkNode, at start: Int, below parent: Int32) -> Int32 {
        let fence = node.fence
        let line = lineNumber(at: start)
        let firstLine = fence == nil ? line : line + 1
        content.clear()
        node.appendLiteral(to: &content.bytes)
        let info = fence == nil ? "" : node.fenceInfo
        let lines = content.bytes.count { $0 == UInt8(ascii: "\n") }
        if !content.place(linesFrom: firstLine, start: nil, in: source, paddingIsTab: true) {
            let last = source.lineRange(min(firstLine + max(lines - 1, 0), source.lineStarts.count))
            content.place(asWhole: start..<max(start, last.upperBound))
        }
        var end = trimmedEnd(ofLineAt: start)
        if lines > 0 { end = max(end, source.lineRange(firstLine + lines - 1).upperBound) }
        if let fence, isFence(fence, onLine: firstLine + lines), fileLine(node.endLine) >= firstLine + lines,
            lineOfBlock(after: node) != firstLine + lines
        {
            end = trimmedEnd(ofLineAt: source.lineRange(firstLine + lines).lowerBound)
        }
        let index = append(.codeBlock, as: .codeBlock(info: info), start..<max(start, end), below: parent)
        addContentAsText(of: index)
        return index
    }

    /// Line of the next block that is not below this one; nil when there is none.
    ///
    /// A fence that closes nothing because its container has ended opens a block itself.
    private func lineOfBlock(after node: CMarkNode) -> Int? {
        var place: CMarkNode? = node
        while let current = place {
            if let next = current.next { return fileLine(next.startLine) }
            place = current.parent
        }
        return nil
    }

    /// Whether a line could close a fenced block.
    private func isFence(_ fence: (length: Int, character: UInt8), onLine number: Int) -> Bool {
        guard number <= source.lineStarts.count else { return false }
        var place = textStart(ofLine: number)
        let end = source.lineRange(number).upperBound
        var length = 0
        while place < end, source.bytes[place] == fence.character {
            length += 1
            place += 1
        }
        return length >= fence.length && source.bytes[place..<end].allSatisfy { $0.isSpaceOrTab }
    }

    private mutating func addHTMLBlock(_ node: CMarkNode, at start: Int, below parent: Int32) -> Int32 {
        content.clear()
        node.appendLiteral(to: &content.bytes)
        if !content.place(linesFrom: lineNumber(at: start), start: nil, in: source, paddingIsTab: true) {
            content.place(asWhole: start..<trimmedEnd(ofLineAt: start))
        }
        let range = contentRange
        let index = append(.htmlBlock, min(start, range.lowerBound)..<max(start, range.upperBound), below: parent)
        addContentAsText(of: index)
        return index
    }

    /// The whole content becomes the node's own text.
    private mutating func addContentAsText(of index: Int32) {
        beginText(of: index)
        hint = 0
        appendContent(0..<content.bytes.count)
        endText(of: index)
    }

    private mutating func addParagraph(_ node: CMarkNode, at start: Int, below parent: Int32) -> Int32 {
        content.clear()
        node.appendContent(to: &content.bytes)
        var start = start
        var beforeTable = false
        if node.startLine == 0, let table = node.next {
            // cmark splits the lines above a table's header off without saying where they were.
            start = self.start(of: table)
            beforeTable = true
        }
        placeLines(from: start, unescapingPipes: beforeTable, block: node)
        let index = append(.paragraph, contentRange, below: parent)
        addInlines(of: node, at: index, skipping: taskBoxLength(in: index))
        return index
    }

    private mutating func addHeading(_ node: CMarkNode, at start: Int, below parent: Int32) -> Int32 {
        content.clear()
        node.appendContent(to: &content.bytes)
        let level = node.headingLevel
        var end = trimmedEnd(ofLineAt: start)
        if isATXHeading(at: start, level: level) {
            var text = start + level
            while text < end, source.bytes[text].isSpaceOrTab { text += 1 }
            let line = start..<end
            if !content.place(forwardFrom: min(text, end), in: source, unescapingPipes: false) {
                content.place(asWhole: line)
            }
        } else {
            placeLines(from: start, unescapingPipes: false, block: node)
            let underline = lineNumber(at: max(contentRange.upperBound - 1, start)) + 1
            end = trimmedEnd(ofLineAt: source.lineRange(underline).lowerBound)
        }
        let first = content.segments.isEmpty || end == trimmedEnd(ofLineAt: start) ? start : contentRange.lowerBound
        let index = append(.heading, detail: Int32(truncatingIfNeeded: level), first..<max(first, end), below: parent)
        addInlines(of: node, at: index, skipping: 0)
        return index
    }

    private func isATXHeading(at start: Int, level: Int) -> Bool {
        guard start + level <= source.bytes.count,
            source.bytes[start..<start + level].allSatisfy({ $0 == UInt8(ascii: "#") })
        else { return false }
        return start + level == source.bytes.count || source.bytes[start + level].isASCIISpace
    }

    /// Finds a paragraph's lines: at its start, or later when reference definitions were cut off above them.
    private mutating func placeLines(from start: Int, unescapingPipes: Bool, block: CMarkNode) {
        let line = lineNumber(at: start)
        if content.place(linesFrom: line, start: start, in: source, unescapingPipes: unescapingPipes) { return }
        let last = min(max(fileLine(block.endLine), line), source.lineStarts.count)
        for candidate in line...last {
            if content.place(linesFrom: candidate, start: nil, in: source, unescapingPipes: unescapingPipes) { return }
        }
        content.place(asWhole: start..<max(start, source.lineRange(last).upperBound))
    }

    /// Label of a footnote definition and the range of its `[^label]:`.
    ///
    /// cmark has the definition start behind that (0.29.0.gfm.6), at `start`.
    private func footnoteLabel(before start: Int) -> (label: String, range: Range<Int>) {
        let line = source.lineRange(lineNumber(at: start))
        let end = min(start, line.upperBound)
        var place = end
        while place > line.lowerBound, source.bytes[place - 1] != UInt8(ascii: "]") { place -= 1 }
        let close = place - 1
        while place > line.lowerBound, source.bytes[place - 1] != UInt8(ascii: "[") { place -= 1 }
        guard place > line.lowerBound, place < close else { return ("", end..<end) }
        return (source.text(place + 1..<close), place - 1..<end)
    }
}
