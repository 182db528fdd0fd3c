import SourceText

/// Reads TOML 1.0, with the line breaks and last commas that 1.1 allows in inline tables.
///
/// A document often shows only a piece of a file, so a line that cannot be read costs no more than itself: the first
/// fault is told, and what stands around it is kept. Nesting past ``dataDepthLimit`` makes the whole text unreadable.
///
/// - Returns: the whole text as one object; nil when no key can be read.
func readTOML(_ input: NotationInput) -> (value: DataValue?, fault: NotationError?) {
    var reader = TOMLReader(input)
    return reader.read()
}

/// Walks over the lines: comments, headers and pairs. Values are read in `TOMLValues`, strings in `TOMLStrings`.
struct TOMLReader {
    let input: NotationInput
    var cursor: ByteCursor
    /// Levels around what is being read, the tables of the tree counted.
    var depth = 0
    private var tree: TableTree
    /// The tables that the last header opened, outermost first.
    private var path = [TableTree.root]
    /// Tables that had a header of their own; a second one is a fault.
    private var headed: Set<Int> = []
    private var comments = CommentLines()
    private var fault: NotationError?

    init(_ input: NotationInput) {
        self.input = input
        cursor = ByteCursor(input.bytes)
        tree = TableTree(input)
    }

    mutating func read() -> (value: DataValue?, fault: NotationError?) {
        while !cursor.isAtEnd {
            let start = cursor.offset
            do {
                try readLine()
            } catch {
                guard error.reason != .tooComplex else { return (nil, error) }
                note(error)
                comments.clear()
                cursor.resume(after: start)
            }
        }
        return (tree.value(), fault)
    }

    private mutating func note(_ error: NotationError) { fault = fault ?? error }

    private mutating func readLine() throws(NotationError) {
        cursor.skipBlanks()
        switch cursor.byte {
        case UInt8(ascii: "#"):
            comments.add(CommentLines.comment(&cursor, input))
        case UInt8(ascii: "["):
            try readHeader()
        case let byte? where !byte.endsLine:
            try readPair()
        default:
            comments.clear()
        }
        cursor.skipLineEnd()
    }

    // MARK: Headers

    private mutating func readHeader() throws(NotationError) {
        let start = cursor.offset
        let leading = comments.take()
        // What stands below a header that cannot be read belongs to no table that is known.
        path = [tree.detachedTable()]
        _ = cursor.skip("[")
        let isList = cursor.skip("[")
        let keys = try readKeys()
        guard cursor.skip("]"), !isList || cursor.skip("]") else { throw unexpected(isList ? "']]'" : "']'") }
        let range = start..<cursor.offset
        let trailing = try endLine()
        try open(keys, isList: isList, at: range)
        if let last = keys.last {
            tree.comment(on: last, in: path[path.count - 2], leading: leading, trailing: trailing)
        }
    }

    /// Makes the table of a header the one that the pairs below it belong to.
    private mutating func open(_ keys: [TableTree.Key], isList: Bool, at range: Range<Int>) throws(NotationError) {
        tree.startSection()
        var opened = [TableTree.root]
        for (index, key) in keys.enumerated() {
            let parent = opened[opened.count - 1]
            let isLast = index == keys.count - 1
            let table = isList && isLast ? tree.appendTable(key, in: parent) : tree.table(key, in: parent)
            guard let table else { throw twice(key) }
            guard tree.depth(table) <= dataDepthLimit else { throw .tooDeep(at: input.span(key.range)) }
            opened.append(table)
            if isLast, !isList, !headed.insert(table).inserted { note(twice(key)) }
        }
        path = opened
        tree.extend(path, by: range)
    }

    // MARK: Pairs

    private mutating func readPair() throws(NotationError) {
        let start = cursor.offset
        let leading = comments.take()
        let keys = try readKeys()
        guard cursor.skip("=") else { throw unexpected("'='") }
        cursor.skipBlanks()
        var tables = path
        for key in keys.dropLast() {
            guard let table = tree.table(key, in: tables[tables.count - 1]) else { throw twice(key) }
            guard tree.depth(table) <= dataDepthLimit else { throw .tooDeep(at: input.span(key.range)) }
            tables.append(table)
        }
        let parent = tables[tables.count - 1]
        depth = tree.depth(parent)
        let value = try readValue()
        let end = cursor.offset
        let trailing = try endLine()
        guard let key = keys.last else { return }
        guard tree.set(key, value, in: parent, leading: leading, trailing: trailing) else { throw twice(key) }
        tree.extend(tables, by: start..<end)
    }

    /// `a`, `a.b`, `"a b".c`; leaves the cursor at what follows.
    mutating func readKeys() throws(NotationError) -> [TableTree.Key] {
        var keys: [TableTree.Key] = []
        repeat {
            cursor.skipBlanks()
            let start = cursor.offset
            let text: String
            switch cursor.byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                text = try readSingleLineString()
            default:
                let range = cursor.skip { $0.isBareKey }
                guard !range.isEmpty else { throw unexpected("a key") }
                text = input.text(range)
            }
            guard keys.count < dataDepthLimit else { throw .tooDeep(at: input.span(start..<cursor.offset)) }
            keys.append(TableTree.Key(text: text, range: start..<cursor.offset))
            cursor.skipBlanks()
        } while cursor.skip(".")
        return keys
    }

    /// The comment behind what was read; nothing else may follow on the line.
    private mutating func endLine() throws(NotationError) -> DataComment? {
        cursor.skipBlanks()
        if cursor.byte == UInt8(ascii: "#") { return CommentLines.comment(&cursor, input) }
        guard cursor.isAtLineEnd else { throw unexpected("the end of the line") }
        return nil
    }

    func twice(_ key: TableTree.Key) -> NotationError {
        NotationError("key '\(key.text)' stands here twice", at: input.span(key.range))
    }

    func unexpected(_ expected: String) -> NotationError {
        guard !cursor.isAtEnd else {
            return NotationError(
                "expected \(expected), but the text ends", at: input.span(cursor.offset..<cursor.offset))
        }
        guard !cursor.isAtLineEnd else {
            return NotationError(
                "expected \(expected), but the line ends", at: input.span(cursor.offset..<cursor.offset))
        }
        var end = cursor.offset + 1
        while end < input.bytes.count, input.bytes[end] & 0xC0 == 0x80 { end += 1 }
        let range = cursor.offset..<end
        return NotationError("expected \(expected), not '\(input.text(range))'", at: input.span(range))
    }
}

extension UInt8 {
    /// What a key may hold without quotes: ASCII letters, digits, `_` and `-`.
    fileprivate var isBareKey: Bool {
        self < 0x80 && continuesName && self != UInt8(ascii: "$") || self == UInt8(ascii: "-")
    }
}
