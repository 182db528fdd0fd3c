import SourceText

/// Lines and columns of many places: each line is walked once, however many findings lie in it, in whatever order.
///
/// Counting from the start of the line for each would take a minute on a line of 1 MiB with ten thousand broken links.
/// Both count from 1. A tab is one column, and a byte order mark none, as in ``SourceFile/position(at:)``.
struct Positions {
    /// What a column counts; each format says which.
    enum Unit {
        /// Grapheme clusters, what a reader calls a character: our own contracts (`plumbline/lint/1`), and every format
        /// whose definition says no more than "column".
        case characters
        /// `utf16CodeUnits` of SARIF 2.1.0, section 3.14.17.
        case utf16
        /// Bytes of UTF-8, as reviewdog's diagnostic format counts (`reviewdog.proto`, `Position.column`).
        case utf8
    }

    private struct Mark {
        let offset: Int
        let column: Int
    }
    private let unit: Unit
    /// The places asked for in each line, by offset.
    private var marks: [SourceLine: [Mark]] = [:]

    init(_ unit: Unit = .characters) { self.unit = unit }

    mutating func start(of span: SourceSpan) -> SourcePosition { position(span.range.lowerBound, in: span.file) }
    /// Behind the last character.
    mutating func end(of span: SourceSpan) -> SourcePosition { position(span.range.upperBound, in: span.file) }

    private mutating func position(_ offset: Int, in file: SourceFile) -> SourcePosition {
        let line = SourceLine(path: file.path, number: file.line(at: offset))
        let hasMark = line.number == 1 && file.bytes.starts(with: [0xef, 0xbb, 0xbf])
        let start = Mark(offset: hasMark ? 3 : file.start(ofLine: line.number), column: 1)
        let index = marks[line]?.countOfLeading { $0.offset <= offset } ?? 0
        let mark = index == 0 ? start : marks[line]?[index - 1] ?? start
        guard mark.offset < offset else { return SourcePosition(line: line.number, column: mark.column) }
        let column = mark.column + width(of: file.bytes[mark.offset..<max(mark.offset, min(offset, file.bytes.count))])
        marks[line, default: []].insert(Mark(offset: offset, column: column), at: index)
        return SourcePosition(line: line.number, column: column)
    }

    private func width(of bytes: ArraySlice<UInt8>) -> Int {
        switch unit {
        case .utf8: bytes.count
        // Every byte but those that continue a character begins one; what has four bytes takes two units.
        case .utf16: bytes.reduce(0) { $0 + ($1 & 0xc0 == 0x80 ? 0 : $1 >= 0xf0 ? 2 : 1) }
        case .characters:
            bytes.allSatisfy { $0 < 0x80 } ? bytes.count : String(decoding: bytes, as: UTF8.self).count
        }
    }
}
