/// A strict JSON reader: recursive descent over bytes, bounded in depth.
struct JSONReader {
    private let input: NotationInput
    private var offset = 0
    private var depth = 0

    init(_ input: NotationInput) { self.input = input }

    mutating func readDocument() throws(NotationError) -> DataValue {
        skipSpace()
        let value = try readValue()
        skipSpace()
        guard offset == input.bytes.count else { throw unexpected("the end") }
        return value
    }

    private var byte: UInt8? { offset < input.bytes.count ? input.bytes[offset] : nil }

    private mutating func skipSpace() {
        while let byte, byte.isSpace { offset += 1 }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: character) else { return false }
        offset += 1
        return true
    }

    // MARK: Values

    private mutating func readValue() throws(NotationError) -> DataValue {
        let start = offset
        let kind: DataKind
        switch byte {
        case UInt8(ascii: "{"): kind = .object(try nested { reader throws(NotationError) in try reader.readMembers() })
        case UInt8(ascii: "["): kind = .array(try nested { reader throws(NotationError) in try reader.readElements() })
        case UInt8(ascii: "\""): kind = .string(try readString())
        case UInt8(ascii: "-"): kind = .number(try readNumber())
        case let digit? where digit.isDigit: kind = .number(try readNumber())
        case let letter? where letter.startsName: kind = try readWord()
        default: throw unexpected("a value")
        }
        return DataValue(kind: kind, span: input.span(start..<offset))
    }

    private mutating func nested<Content>(
        _ read: (inout JSONReader) throws(NotationError) -> Content
    ) throws(NotationError) -> Content {
        guard depth < dataDepthLimit else { throw .tooDeep(at: input.span(offset..<offset + 1)) }
        depth += 1
        offset += 1
        let content = try read(&self)
        depth -= 1
        return content
    }

    private mutating func readElements() throws(NotationError) -> [DataValue] {
        var elements: [DataValue] = []
        skipSpace()
        if skip("]") { return elements }
        while true {
            skipSpace()
            elements.append(try readValue())
            skipSpace()
            if skip("]") { return elements }
            guard skip(",") else { throw unexpected("',' or ']'") }
        }
    }

    private mutating func readMembers() throws(NotationError) -> [DataMember] {
        var members: [DataMember] = []
        var keys: Set<String> = []
        skipSpace()
        if skip("}") { return members }
        while true {
            skipSpace()
            let start = offset
            guard byte == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
            let key = try readString()
            let keySpan = input.span(start..<offset)
            guard keys.insert(key).inserted else { throw NotationError("key '\(key)' stands here twice", at: keySpan) }
            skipSpace()
            guard skip(":") else { throw unexpected("':'") }
            skipSpace()
            members.append(DataMember(key: key, keySpan: keySpan, value: try readValue()))
            skipSpace()
            if skip("}") { return members }
            guard skip(",") else { throw unexpected("',' or '}'") }
        }
    }

    private mutating func readWord() throws(NotationError) -> DataKind {
        let start = offset
        while let byte, byte.continuesName { offset += 1 }
        switch input.text(start..<offset) {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        case let word:
            throw NotationError("'\(word.prefix(40))' is not a JSON value", at: input.span(start..<offset))
        }
    }

    private mutating func readNumber() throws(NotationError) -> Double {
        let start = offset
        _ = skip("-")
        let whole = skipDigits()
        var isNumber = whole.count == 1 || whole.count > 1 && input.bytes[whole.lowerBound] != UInt8(ascii: "0")
        if skip(".") { isNumber = !skipDigits().isEmpty && isNumber }
        if skip("e") || skip("E") {
            _ = skip("-") || skip("+")
            isNumber = !skipDigits().isEmpty && isNumber
        }
        let text = input.text(start..<offset)
        guard isNumber, let number = Double(text) else {
            throw NotationError("'\(text.prefix(40))' is not a JSON number", at: input.span(start..<offset))
        }
        guard number.isFinite else {
            throw NotationError("the number '\(text.prefix(40))' is too large", at: input.span(start..<offset))
        }
        return number
    }

    private mutating func skipDigits() -> Range<Int> {
        let start = offset
        while let byte, byte.isDigit { offset += 1 }
        return start..<offset
    }

    // MARK: Strings

    private mutating func readString() throws(NotationError) -> String {
        let start = offset
        offset += 1
        while let current = byte, current != UInt8(ascii: "\"") {
            if current < 0x20 {
                throw NotationError("a string holds a line break or control character", at: input.span(start..<offset))
            }
            if current == UInt8(ascii: "\\") {
                try checkEscape()
            } else {
                offset += 1
            }
        }
        guard skip("\"") else { throw NotationError("a string has no closing quote", at: input.span(start..<offset)) }
        return ScriptLiterals.string(input.bytes[start..<offset])
    }

    /// Steps over one escape; all that pass here mean the same in JavaScript, whose reader then resolves them.
    private mutating func checkEscape() throws(NotationError) {
        let start = offset
        offset += 2
        guard start + 1 < input.bytes.count else { return }
        switch input.bytes[start + 1] {
        case UInt8(ascii: "u"):
            let unit = try skipCodeUnit(from: start)
            let isPair = 0xD800..<0xDC00 ~= unit && input.bytes[offset...].starts(with: "\\u".utf8)
            if isPair {
                offset += 2
                guard 0xDC00..<0xE000 ~= (try skipCodeUnit(from: start)) else { throw badEscape(start) }
            } else if 0xD800..<0xE000 ~= unit {
                throw badEscape(start)
            }
        case let letter where "\"\\/bfnrt".utf8.contains(letter):
            break
        default:
            throw badEscape(start)
        }
    }

    private mutating func skipCodeUnit(from start: Int) throws(NotationError) -> UInt32 {
        let digits = input.bytes[min(offset, input.bytes.count)...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ $0.isHexadecimalDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw badEscape(start) }
        offset += 4
        return unit
    }

    private func badEscape(_ start: Int) -> NotationError {
        let end = min(max(offset, start + 1), input.bytes.count)
        return NotationError("an escape in a string means no character", at: input.span(start..<end))
    }

    private func unexpected(_ expected: String) -> NotationError {
        guard offset < input.bytes.count else {
            return NotationError("expected \(expected), but the text ends", at: input.span(offset..<offset))
        }
        var end = offset + 1
        while end < input.bytes.count, input.bytes[end] & 0xC0 == 0x80 { end += 1 }
        return NotationError("expected \(expected), not '\(input.text(offset..<end))'", at: input.span(offset..<end))
    }
}

extension UInt8 {
    var isHexadecimalDigit: Bool { isDigit || UInt8(ascii: "a")...UInt8(ascii: "f") ~= self | 0x20 }
}
