import SourceText

/// Cuts CSV into records (RFC 4180): quotes, separators and line ends inside of quotes, `\n` and `\r\n`.
struct CSVReader {
    struct Field {
        let text: String
        /// In the file, with quotes.
        let range: Range<Int>
    }

    struct Record {
        let fields: [Field]
        /// On which it starts, from 1.
        let line: Int
        /// Of the quote that nothing closes; nil when the record is whole.
        let unclosedQuote: Int?
        /// Of the first text that stands behind a closing quote; nil as a rule.
        let behindQuote: Range<Int>?

        /// A line with nothing on it.
        var isBlank: Bool { fields.count == 1 && fields[0].range.isEmpty }
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private(set) var offset: Int
    private(set) var line: Int

    /// - Parameter file: a byte order mark at its start is passed over.
    init(_ file: SourceFile, separator: UInt8 = UInt8(ascii: ",")) {
        bytes = file.bytes
        self.separator = separator
        offset = file.firstLine == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        line = file.firstLine
    }

    /// The next record that is not blank; nil at the end.
    mutating func next() -> Record? {
        while offset < bytes.count {
            let record = readRecord()
            if !record.isBlank { return record }
        }
        return nil
    }

    private mutating func readRecord() -> Record {
        let start = line
        var fields: [Field] = []
        var behindQuote: Range<Int>?
        while true {
            let field = offset
            if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
                guard let text = readQuoted(&behindQuote) else {
                    return Record(fields: fields, line: start, unclosedQuote: field, behindQuote: nil)
                }
                fields.append(Field(text: text, range: field..<offset))
            } else {
                while offset < bytes.count, !endsField(bytes[offset]) { offset += 1 }
                fields.append(Field(text: trimmed(field..<offset), range: field..<offset))
            }
            guard offset < bytes.count, bytes[offset] == separator else { break }
            offset += 1
        }
        endLine()
        return Record(fields: fields, line: start, unclosedQuote: nil, behindQuote: behindQuote)
    }

    /// The text between quotes, `""` standing for a quote; what follows the closing quote is added to it as it stands, and
    /// told.
    private mutating func readQuoted(_ behindQuote: inout Range<Int>?) -> String? {
        var text: [UInt8] = []
        offset += 1
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte != UInt8(ascii: "\"") {
                if byte == UInt8(ascii: "\n") { line += 1 }
                text.append(byte)
            } else if offset < bytes.count, bytes[offset] == byte {
                text.append(byte)
                offset += 1
            } else {
                let rest = offset
                while offset < bytes.count, !endsField(bytes[offset]) { offset += 1 }
                let more = trimmed(rest..<offset)
                if !more.isEmpty, behindQuote == nil { behindQuote = rest..<offset }
                return String(decoding: text, as: UTF8.self) + more
            }
        }
        return nil
    }

    private func endsField(_ byte: UInt8) -> Bool {
        byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    private mutating func endLine() {
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\r") { offset += 1 }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
        line += 1
    }

    private func trimmed(_ range: Range<Int>) -> String {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 && separator != 0x09 }
        var text = bytes[range].drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}
