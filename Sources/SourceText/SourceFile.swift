import Synchronization

/// One document as it was read: its path and its bytes, with an index of its lines.
///
/// An immutable reference, so that thousands of spans share one copy of the text.
package final class SourceFile: Sendable {
    /// Path relative to the folder given, with `/` separators, as it is shown to users.
    package let path: String
    /// The file's bytes, valid UTF-8 (the reader replaces what is not).
    package let bytes: [UInt8]
    /// Byte offset at which each line starts; line 1 is at index 0. `\n`, `\r\n` and `\r` end a line, as in CommonMark.
    package let lineStarts: [Int]
    /// The path in a number: spans are looked up by their file thousands of times.
    let pathHash: Int
    /// The number of the first of `lineStarts`: 1, unless this is an excerpt of a file that is too large to be kept.
    package let firstLine: Int
    /// The column of the first byte: 1, unless this is an excerpt that starts within a line.
    package let firstColumn: Int
    /// By where the line starts.
    private let longLines = Mutex<[Int: LineColumns]>([:])

    /// - Parameters:
    ///   - firstLine: for an excerpt.
    ///   - firstColumn: for an excerpt that starts within a line.
    package init(path: String, bytes: [UInt8], firstLine: Int = 1, firstColumn: Int = 1) {
        self.firstColumn = firstColumn
        self.path = path
        pathHash = path.hashValue
        self.bytes = bytes
        self.firstLine = firstLine
        var starts = [0]
        starts.reserveCapacity(bytes.count / 24 + 1)
        unsafe bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<bytes.count {
                let byte = unsafe bytes[index]
                guard byte <= UInt8(ascii: "\r") else { continue }
                if byte == UInt8(ascii: "\n") {
                    starts.append(index + 1)
                } else if byte == UInt8(ascii: "\r"),
                    unsafe index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
                {
                    starts.append(index + 1)
                }
            }
        }
        lineStarts = starts
    }

    package convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The text between two byte offsets, clamped to the file.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// Number of the line that holds a byte offset.
    package func line(at offset: Int) -> Int {
        firstLine + max(0, lineStarts.countOfLeading { $0 <= offset } - 1)
    }

    /// Byte offset at which a line starts that the file has.
    package func start(ofLine line: Int) -> Int { lineStarts[line - firstLine] }

    /// Byte range of a line without its line ending; empty beyond the end.
    package func lineRange(_ line: Int) -> Range<Int> {
        let index = line - firstLine
        guard lineStarts.indices.contains(index) else { return bytes.count..<bytes.count }
        let start = lineStarts[index]
        var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    /// Line and column of a byte offset; a byte order mark at the file's start has no column.
    package func position(at offset: Int) -> SourcePosition {
        let line = line(at: offset)
        let hasMark = line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let start = hasMark ? 3 : start(ofLine: line)
        let range = start..<max(start, min(offset, bytes.count))
        let before =
            range.count < LineColumns.distance
            ? characterCount(range)
            : longLines.withLock {
                $0[start, default: LineColumns(start)].characterCount(upTo: range.upperBound, in: self)
            }
        return SourcePosition(line: line, column: before + (line == firstLine ? firstColumn : 1))
    }

    /// Number of grapheme clusters in a range; one pass over the bytes when they are ASCII.
    fileprivate func characterCount(_ range: Range<Int>) -> Int {
        let slice = bytes[range.clamped(to: 0..<bytes.count)]
        return slice.allSatisfy { $0 < 0x80 } ? slice.count : String(decoding: slice, as: UTF8.self).count
    }
}

/// The columns of places in a long line, remembered so that many of them cost no more than one pass over it.
private struct LineColumns {
    /// Bytes, about.
    static let distance = 4096

    /// Places between two characters, with the number of characters in front of them.
    private var marks: [(offset: Int, count: Int)]

    init(_ start: Int) { marks = [(start, 0)] }

    mutating func characterCount(upTo offset: Int, in file: SourceFile) -> Int {
        while let last = marks.last, let next = Self.boundary(from: last.offset + Self.distance, upTo: offset, in: file)
        {
            marks.append((next, last.count + file.characterCount(last.offset..<next)))
        }
        let mark = marks[max(0, marks.countOfLeading { $0.offset <= offset } - 1)]
        return mark.count + file.characterCount(mark.offset..<offset)
    }

    /// Between two ASCII characters of a line there is always the end of one.
    private static func boundary(from start: Int, upTo end: Int, in file: SourceFile) -> Int? {
        var at = start
        while at <= end, at < file.bytes.count {
            if file.bytes[at - 1] < 0x80, file.bytes[at] < 0x80 { return at }
            at += 1
        }
        return nil
    }
}

/// A place in a text: line and column from 1, columns in grapheme clusters.
package struct SourcePosition: Hashable, Comparable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (left: Self, right: Self) -> Bool { (left.line, left.column) < (right.line, right.column) }
}
