/// Finds where a block of a file may be cut, so that each part holds whole records.
///
/// Remembers where it stands between blocks; bytes that it has seen are not looked at again.
struct RecordBoundaries {
    enum Kind {
        /// Each line is a record.
        case lines
        /// As lines, but a quoted field may hold line ends.
        case quotedLines(separator: UInt8)
        /// The elements of a list in brackets.
        case elements
    }

    private enum Place { case outside, quoted, behindQuote }

    private let kind: Kind
    private var place = Place.outside
    private var list = ListBoundaries()

    init(_ kind: Kind) { self.kind = kind }

    var isList: Bool { if case .elements = kind { true } else { false } }

    /// Whether the end of the file may stand here.
    var listFault: ListBoundaries.Fault? {
        if case .elements = kind { list.faultAtEnd } else { nil }
    }

    /// The end of the last whole record in bytes that start with a record.
    ///
    /// - Parameters:
    ///   - bytes: of lists the commas and brackets between the elements become spaces.
    ///   - seen: how many bytes this was asked about before.
    mutating func lastEnd(in bytes: inout [UInt8], from seen: Int, to end: Int) throws(ListBoundaries.Fault) -> Int? {
        switch kind {
        case .lines: return unsafe bytes.span.bytes.last(UInt8(ascii: "\n"), from: seen, to: end).map { $0 + 1 }
        case .quotedLines(let separator):
            return unsafe lastEnd(of: bytes.span.bytes, from: seen, to: end, separator: separator)
        case .elements: return try list.lastEnd(in: &bytes, from: seen, to: end)
        }
    }

    private mutating func lastEnd(of bytes: RawSpan, from seen: Int, to end: Int, separator: UInt8) -> Int? {
        var at = seen
        var last: Int?
        while at < end {
            switch place {
            case .behindQuote:
                // Two quotes stand for one.
                place = bytes[at] == UInt8(ascii: "\"") ? .quoted : .outside
                if case .quoted = place { at += 1 }
            case .quoted:
                at = bytes.next(UInt8(ascii: "\""), from: at, to: end) + 1
                if at <= end { place = .behindQuote }
            case .outside:
                let quote = bytes.next(UInt8(ascii: "\""), from: at, to: end)
                if let newline = bytes.last(UInt8(ascii: "\n"), from: at, to: quote) { last = newline + 1 }
                if quote < end, startsField(bytes, quote, separator) { place = .quoted }
                at = quote + 1
            }
        }
        return last
    }
}

/// A quote in the middle of a field is a character as any other.
private func startsField(_ bytes: RawSpan, _ offset: Int, _ separator: UInt8) -> Bool {
    guard offset > 0 else { return true }
    let before = bytes[offset - 1]
    return before == separator || before == UInt8(ascii: "\n") || before == UInt8(ascii: "\r")
}

/// The end of the CSV record that starts at an offset, behind its line end, and whether all of its quotes are closed.
func csvRecordEnd(_ bytes: RawSpan, from start: Int, to end: Int, separator: UInt8) -> (end: Int, isWhole: Bool) {
    var at = start
    while at < end {
        let newline = bytes.next(UInt8(ascii: "\n"), from: at, to: end)
        var quote = bytes.next(UInt8(ascii: "\""), from: at, to: newline)
        while quote < newline, quote > start, !startsField(bytes, quote, separator) {
            quote = bytes.next(UInt8(ascii: "\""), from: quote + 1, to: newline)
        }
        guard quote < newline else { return (min(newline + 1, end), true) }
        at = quote + 1
        repeat {
            at = bytes.next(UInt8(ascii: "\""), from: at, to: end) + 1
            guard at <= end else { return (end, false) }
            if at == end || bytes[at] != UInt8(ascii: "\"") { break }
            at += 1
        } while true
    }
    return (end, true)
}
