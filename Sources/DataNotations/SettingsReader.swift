import SourceText

/// Reads files of settings, one to a line: environment files (`NAME="value" # why`), INI (`[section]`, `key = value`)
/// and Java properties (`a.b: value`).
///
/// Sections and dotted keys are objects in objects. The last of equal keys counts. A line that is no setting is passed
/// over; nesting past ``dataDepthLimit`` is refused.
///
/// - Returns: all settings as one object; nil when there are none.
func readSettings(_ input: NotationInput) throws(NotationError) -> DataValue? {
    var reader = SettingsReader(input)
    return try reader.read()
}

private struct SettingsReader {
    let input: NotationInput
    private var cursor: ByteCursor
    private var tree: TableTree
    /// The tables of the section that is open, outermost first.
    private var path = [TableTree.root]
    private var comments = CommentLines()

    init(_ input: NotationInput) {
        self.input = input
        cursor = ByteCursor(input.bytes)
        tree = TableTree(input)
    }

    mutating func read() throws(NotationError) -> DataValue? {
        while !cursor.isAtEnd {
            try readLine()
            _ = cursor.skipLine()
            cursor.skipLineEnd()
        }
        return tree.value()
    }

    private mutating func readLine() throws(NotationError) {
        cursor.skipBlanks()
        switch cursor.byte {
        case UInt8(ascii: "#"), UInt8(ascii: ";"), UInt8(ascii: "!"):
            comments.add(CommentLines.comment(&cursor, input))
        case UInt8(ascii: "["):
            try readSection()
        case let byte? where !byte.endsLine:
            try readPair()
        default:
            comments.clear()
        }
    }

    /// `[a]`, `[a.b]`; a line that is not closed is no section.
    private mutating func readSection() throws(NotationError) {
        let start = cursor.offset
        let leading = comments.take()
        let line = cursor.skip { !$0.endsLine && $0 != UInt8(ascii: "]") }
        guard cursor.skip("]") else { return }
        let keys = keys(in: line.lowerBound + 1..<line.upperBound)
        let range = start..<cursor.offset
        tree.startSection()
        path = try open(keys, below: [TableTree.root])
        tree.extend(path, by: range)
        guard let last = keys.last, path.count == keys.count + 1 else { return }
        tree.comment(on: last, in: path[path.count - 2], leading: leading, trailing: trailingComment())
    }

    private mutating func readPair() throws(NotationError) {
        let start = cursor.offset
        let leading = comments.take()
        if cursor.stands("export "), let behind = cursor.peek(7), behind.continuesName { cursor.offset += 7 }
        var keyRange = cursor.skip { !$0.endsLine && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ":") }
        guard cursor.skip("=") || cursor.skip(":") else { return }
        while let last = input.bytes[keyRange].last, last.isBlank {
            keyRange = keyRange.lowerBound..<keyRange.upperBound - 1
        }
        guard !keyRange.isEmpty else { return }
        cursor.skipBlanks()
        let (value, end) = readValue()
        let keys = keys(in: keyRange)
        let tables = try open(keys.dropLast(), below: path)
        guard let key = keys.last else { return }
        _ = tree.set(
            key, value, in: tables[tables.count - 1], leading: leading, trailing: trailingComment(), replacing: true)
        tree.extend(tables, by: start..<end)
    }

    /// The tables that keys lead to. Where a value stands in the way, what is written there belongs to no table.
    private mutating func open(
        _ keys: some Sequence<TableTree.Key>, below parents: [Int]
    ) throws(NotationError) -> [Int] {
        var tables = parents
        for key in keys {
            guard let table = tree.table(key, in: tables[tables.count - 1]) else { return [tree.detachedTable()] }
            guard tree.depth(table) <= dataDepthLimit else { throw .tooDeep(at: input.span(key.range)) }
            tables.append(table)
        }
        return tables
    }

    /// The parts of a dotted key; a key with anything but names between its dots is one part.
    private func keys(in range: Range<Int>) -> [TableTree.Key] {
        var parts: [TableTree.Key] = []
        for part in input.bytes[range].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            guard !part.isEmpty, part.allSatisfy({ $0.continuesName || $0 == UInt8(ascii: "-") }) else {
                return [TableTree.Key(text: input.text(range), range: range)]
            }
            parts.append(TableTree.Key(text: input.text(part.indices), range: part.indices))
        }
        return parts
    }

    // MARK: Values

    /// A value in quotes, or all up to a comment or the end of the line; ` #` and ` ;` start a comment.
    private mutating func readValue() -> (value: DataValue, end: Int) {
        let start = cursor.offset
        if let quote = cursor.byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            cursor.offset += 1
            let hasEscapes = quote == UInt8(ascii: "\"")
            while let byte = cursor.byte, byte != quote, !byte.endsLine {
                cursor.offset += hasEscapes && byte == UInt8(ascii: "\\") && cursor.peek(1)?.endsLine == false ? 2 : 1
            }
            if cursor.skip(Unicode.Scalar(quote)), isEndOfValue {
                let range = start..<cursor.offset
                let text =
                    hasEscapes ? ScriptLiterals.string(input.bytes[range]) : input.text(start + 1..<cursor.offset - 1)
                return (value(text, range, mayExpand: hasEscapes), range.upperBound)
            }
            cursor.offset = start
        }
        var isBehindBlank = start > 0 && input.bytes[start - 1].isBlank
        let line = cursor.skip { byte in
            defer { isBehindBlank = byte.isBlank }
            return !byte.endsLine && !(isBehindBlank && (byte == UInt8(ascii: "#") || byte == UInt8(ascii: ";")))
        }
        var end = line.upperBound
        while end > start, input.bytes[end - 1].isBlank { end -= 1 }
        return (value(input.text(start..<end), start..<end, mayExpand: true), end)
    }

    /// Whether nothing but a comment follows on the line.
    private var isEndOfValue: Bool {
        var ahead = cursor
        ahead.skipBlanks()
        return ahead.isAtLineEnd || ahead.byte == UInt8(ascii: "#") || ahead.byte == UInt8(ascii: ";")
    }

    private func value(_ text: String, _ range: Range<Int>, mayExpand: Bool) -> DataValue {
        let isExpanded = mayExpand && (text.contains("${") || text.contains("$("))
        return DataValue(kind: settingKind(text, isExpanded: isExpanded), span: input.span(range))
    }

    private mutating func trailingComment() -> DataComment? {
        cursor.skipBlanks()
        guard cursor.byte == UInt8(ascii: "#") || cursor.byte == UInt8(ascii: ";") else { return nil }
        return CommentLines.comment(&cursor, input)
    }
}
