import SourceText

/// Tables, whose rows and cells are found in the source: cmark counts cells from the table's first column whatever
/// the row's own indentation, and a table below other lines of its paragraph from the paragraph's first line.
extension TreeBuilder {
    mutating func addTable(_ node: CMarkNode, below parent: Int32) -> Int32 {
        let header = headerLine(of: node)
        let start = header == fileLine(node.startLine) ? self.start(of: node) : textStart(ofLine: header)
        let delimiter = source.lineRange(min(header + 1, source.lineStarts.count))
        let end = trimmedEnd(ofLineAt: delimiter.lowerBound)
        return append(.table, as: .table(node.columnAlignments), start..<max(start, end), below: parent)
    }

    mutating func addRow(_ node: CMarkNode, below parent: Int32) -> Int32 {
        let isHeader = node.rowIsHeader
        let tableStart = Int(records[Int(parent)].start)
        let start = isHeader ? tableStart : textStart(ofLine: fileLine(node.startLine))
        let row = append(
            .tableRow, detail: isHeader ? 1 : 0, start..<max(start, trimmedEnd(ofLineAt: start)), below: parent)
        nextCell = start
        return row
    }

    mutating func addCell(_ node: CMarkNode, below row: Int32) -> Int32 {
        let rowRange = Int(records[Int(row)].start)..<Int(records[Int(row)].end)
        var range = takeCell(in: rowRange)
        content.clear()
        node.appendContent(to: &content.bytes)
        if !content.place(forwardFrom: range.lowerBound, in: source, unescapingPipes: true) {
            // A cell that was filled in has no inlines; any that has them stands somewhere in the row.
            if node.firstChild != nil { range = rowRange }
            content.place(asWhole: range)
        }
        let index = append(.tableCell, range, below: row)
        addInlines(of: node, at: index, skipping: 0)
        return index
    }

    /// Line of a table's header row: two above the first body row, or else above the delimiter row.
    private func headerLine(of table: CMarkNode) -> Int {
        let first = fileLine(table.startLine)
        if let body = table.firstChild?.next { return max(fileLine(body.startLine) - 2, first) }
        var line = first + 1
        while line < source.lineStarts.count, !isDelimiterRow(line) { line += 1 }
        return line - 1
    }

    private func isDelimiterRow(_ line: Int) -> Bool {
        let row = source.bytes[textStart(ofLine: line)..<source.lineRange(line).upperBound]
        return row.contains(UInt8(ascii: "-"))
            && row.allSatisfy { $0.isSpaceOrTab || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") || $0 == 0x2D }
    }

    /// Range of the next cell of a row without white space; empty at the row's end when the row has too few.
    private mutating func takeCell(in row: Range<Int>) -> Range<Int> {
        var start = min(nextCell, row.upperBound)
        if start == row.lowerBound, start < row.upperBound, source.bytes[start] == UInt8(ascii: "|") { start += 1 }
        var end = start
        while end < row.upperBound,
            source.bytes[end] != UInt8(ascii: "|") || (end > start && source.bytes[end - 1] == UInt8(ascii: "\\"))
        {
            end += 1
        }
        nextCell = min(end + 1, row.upperBound)
        while start < end, source.bytes[start].isASCIISpace { start += 1 }
        while end > start, source.bytes[end - 1].isASCIISpace { end -= 1 }
        return start..<end
    }
}
