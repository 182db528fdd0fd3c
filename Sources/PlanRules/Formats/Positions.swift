import SourceText

/// Lines and columns of many places: each line is walked once, however many findings lie in it.
///
/// Counting from the start of the line for each would take a minute on a line of 1 MiB with ten thousand broken links.
struct Positions {
    private struct Line: Hashable {
        let path: String
        let number: Int
    }
    /// The last place asked for in each line.
    private var marks: [Line: (offset: Int, column: Int)] = [:]

    mutating func start(of span: SourceSpan) -> SourcePosition { position(span.range.lowerBound, in: span.file) }
    /// Behind the last character.
    mutating func end(of span: SourceSpan) -> SourcePosition { position(span.range.upperBound, in: span.file) }

    private mutating func position(_ offset: Int, in file: SourceFile) -> SourcePosition {
        let line = Line(path: file.path, number: file.line(at: offset))
        var mark = (offset: file.lineStarts[line.number - 1], column: 1)
        if let known = marks[line], known.offset <= offset { mark = known }
        let bytes = file.bytes[mark.offset..<max(mark.offset, min(offset, file.bytes.count))]
        let count = bytes.allSatisfy { $0 < 0x80 } ? bytes.count : String(decoding: bytes, as: UTF8.self).count
        let column = mark.column + count
        marks[line] = (max(mark.offset, offset), column)
        return SourcePosition(line: line.number, column: column)
    }
}
