package import SourceText

/// The text to read and where each of its bytes stands in the document.
///
/// A code block inside a list or a quote is the document without a prefix on each line, so the two differ.
package struct NotationInput: Sendable {
    package let file: SourceFile
    /// UTF-8, without the prefixes of the lines.
    package let bytes: [UInt8]
    private let places: Places

    private enum Places: Sendable {
        /// Byte `n` stands at `n` plus this.
        case shifted(by: Int)
        /// Byte `n` stands at `table[n]`.
        case table([Int])
    }

    /// - Parameter offsets: the byte offset in `file` of each of `bytes`, as many as there are bytes, not decreasing.
    package init(file: SourceFile, bytes: [UInt8], offsets: [Int]) {
        precondition(bytes.count == offsets.count, "each byte needs its offset")
        self.file = file
        self.bytes = bytes
        places = .table(offsets)
    }

    /// A stretch of a document as it stands there.
    package init(_ span: SourceSpan) {
        let range = span.range.clamped(to: 0..<span.file.bytes.count)
        file = span.file
        bytes = Array(span.file.bytes[range])
        places = .shifted(by: range.lowerBound)
    }

    /// A whole file without its byte order mark.
    package init(file: SourceFile) {
        let mark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        self.init(SourceSpan(file: file, range: mark..<file.bytes.count))
    }

    /// Where a range of `bytes` stands in the file. An empty range gives an empty span before the next byte.
    func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(file: file, range: sourceRange(range))
    }

    private func sourceRange(_ range: Range<Int>) -> Range<Int> {
        switch places {
        case .shifted(let distance):
            return range.lowerBound + distance..<range.upperBound + distance
        case .table(let table):
            guard range.lowerBound < table.count else {
                let end = table.last.map { $0 + 1 } ?? 0
                return end..<end
            }
            let start = table[range.lowerBound]
            return range.isEmpty ? start..<start : start..<max(start, table[range.upperBound - 1] + 1)
        }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The text as an `opaque` value keeps it: at most 256 bytes, cut between characters.
    func excerpt(_ range: Range<Int>) -> String {
        guard range.count > 256 else { return text(range) }
        var end = range.lowerBound + 256
        while end > range.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return text(range.lowerBound..<end) + "…"
    }
}
