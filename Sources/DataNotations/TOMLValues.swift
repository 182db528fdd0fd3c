import SourceText

/// Values: lists, inline tables, numbers, dates and words.
extension TOMLReader {
    mutating func readValue() throws(NotationError) -> DataValue {
        let start = cursor.offset
        let kind: DataKind
        switch cursor.byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            kind = .string(try readString())
        case UInt8(ascii: "["):
            kind = .array(try nested { reader throws(NotationError) in try reader.readElements() })
        case UInt8(ascii: "{"):
            kind = .object(try nested { reader throws(NotationError) in try reader.readMembers() })
        default:
            kind = try readWord()
        }
        return DataValue(kind: kind, span: input.span(start..<cursor.offset))
    }

    private mutating func nested<Content>(
        _ read: (inout TOMLReader) throws(NotationError) -> Content
    ) throws(NotationError) -> Content {
        guard depth < dataDepthLimit else { throw .tooDeep(at: input.span(cursor.offset..<cursor.offset + 1)) }
        depth += 1
        cursor.offset += 1
        let content = try read(&self)
        depth -= 1
        return content
    }

    private mutating func readElements() throws(NotationError) -> [DataValue] {
        var elements: [DataValue] = []
        while true {
            skipSpaceAndComments()
            if cursor.skip("]") { return elements }
            elements.append(try readValue())
            skipSpaceAndComments()
            if cursor.skip("]") { return elements }
            guard cursor.skip(",") else { throw unexpected("',' or ']'") }
        }
    }

    private mutating func readMembers() throws(NotationError) -> [DataMember] {
        var tree = TableTree(input)
        while true {
            skipSpaceAndComments()
            if cursor.skip("}") { break }
            try readMember(into: &tree)
            skipSpaceAndComments()
            if cursor.skip("}") { break }
            guard cursor.skip(",") else { throw unexpected("',' or '}'") }
        }
        return tree.value()?.members ?? []
    }

    private mutating func readMember(into tree: inout TableTree) throws(NotationError) {
        let start = cursor.offset
        let keys = try readKeys()
        guard cursor.skip("=") else { throw unexpected("'='") }
        cursor.skipBlanks()
        var tables = [TableTree.root]
        for key in keys.dropLast() {
            guard let table = tree.table(key, in: tables[tables.count - 1]) else { throw twice(key) }
            tables.append(table)
        }
        let outer = depth
        depth += tables.count - 1
        guard depth <= dataDepthLimit else { throw .tooDeep(at: input.span(start..<cursor.offset)) }
        let value = try readValue()
        depth = outer
        guard let key = keys.last else { return }
        guard tree.set(key, value, in: tables[tables.count - 1], leading: nil, trailing: nil) else { throw twice(key) }
        tree.extend(tables, by: start..<cursor.offset)
    }

    private mutating func skipSpaceAndComments() {
        while let byte = cursor.byte {
            if byte.isSpace {
                cursor.offset += 1
            } else if byte == UInt8(ascii: "#") {
                _ = cursor.skipLine()
            } else {
                return
            }
        }
    }

    // MARK: Words

    /// `true`, `-1_000`, `0xff`, `2026-11-23 09:00:00Z`.
    private mutating func readWord() throws(NotationError) -> DataKind {
        let start = cursor.offset
        _ = cursor.skip(while: \.isWord)
        let day = input.bytes[start..<cursor.offset]
        // A space may stand between a date and its time.
        if isDate(day), cursor.byte == UInt8(ascii: " "), cursor.peek(1).map(\.isDigit) == true {
            cursor.offset += 1
            _ = cursor.skip(while: \.isWord)
        }
        let range = start..<cursor.offset
        guard !range.isEmpty else { throw unexpected("a value") }
        let word = input.text(range)
        switch word {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "inf", "+inf", "-inf", "nan", "+nan", "-nan": return .opaque(word)
        default: break
        }
        if isDate(day) || isTime(day) { return .string(word) }
        if let number = tomlNumber(input.bytes[range]) { return number.isFinite ? .number(number) : .opaque(word) }
        throw NotationError(
            "'\(word.prefix(40))' is not a TOML value; a text needs quotes", at: input.span(range))
    }

    /// Starts with `2026-11-23`.
    private func isDate(_ word: ArraySlice<UInt8>) -> Bool { fits(word, "dddd-dd-dd") }
    /// Starts with `09:30`.
    private func isTime(_ word: ArraySlice<UInt8>) -> Bool { fits(word, "dd:dd") }

    private func fits(_ word: ArraySlice<UInt8>, _ shape: StaticString) -> Bool {
        let letters = shape.description.utf8
        return word.count >= letters.count
            && zip(word, letters).allSatisfy { $1 == UInt8(ascii: "d") ? $0.isDigit : $0 == $1 }
    }
}

/// The number that a word of TOML writes; infinite when it is too large, nil when it is none.
private func tomlNumber(_ word: ArraySlice<UInt8>) -> Double? {
    let isSigned = word.first.map { "+-".utf8.contains($0) } ?? false
    let digits = isSigned ? word.dropFirst() : word
    // An underscore stands between two digits.
    let parts = digits.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.first?.continuesName == true && $0.last?.continuesName == true }) else { return nil }
    let text = String(decoding: parts.joined(), as: UTF8.self)
    let magnitude: Double?
    switch text.prefix(2) {
    case "0x": magnitude = isSigned ? nil : UInt64(text.dropFirst(2), radix: 16).map { Double($0) }
    case "0o": magnitude = isSigned ? nil : UInt64(text.dropFirst(2), radix: 8).map { Double($0) }
    case "0b": magnitude = isSigned ? nil : UInt64(text.dropFirst(2), radix: 2).map { Double($0) }
    default: magnitude = isTOMLDecimal(text) ? Double(text) : nil
    }
    return magnitude.map { word.first == UInt8(ascii: "-") ? -$0 : $0 }
}

/// Digits without a needless zero in front, a fraction with a digit on both sides of the point, perhaps an exponent.
private func isTOMLDecimal(_ text: String) -> Bool {
    var cursor = ByteCursor(Array(text.utf8))
    let whole = cursor.skip(while: \.isDigit)
    guard !whole.isEmpty, whole.count == 1 || cursor.bytes[0] != UInt8(ascii: "0") else { return false }
    if cursor.skip("."), cursor.skip(while: \.isDigit).isEmpty { return false }
    if cursor.skip("e") || cursor.skip("E") {
        _ = cursor.skip("+") || cursor.skip("-")
        if cursor.skip(while: \.isDigit).isEmpty { return false }
    }
    return cursor.isAtEnd
}

extension UInt8 {
    /// What stands in a value without quotes: everything up to a blank or a sign that parts values.
    fileprivate var isWord: Bool {
        !isSpace && self != UInt8(ascii: ",") && self != UInt8(ascii: "]") && self != UInt8(ascii: "}")
            && self != UInt8(ascii: "#") && self != UInt8(ascii: "=") && self != UInt8(ascii: "[")
            && self != UInt8(ascii: "{") && self != UInt8(ascii: "\"") && self != UInt8(ascii: "'")
    }
}
