import SourceText

/// The four kinds of strings: `"…"` and `"""…"""` with escapes, `'…'` and `'''…'''` without.
extension TOMLReader {
    mutating func readString() throws(NotationError) -> String {
        let isLong = cursor.stands("\"\"\"") || cursor.stands("'''")
        return isLong ? try readMultiLineString() : try readSingleLineString()
    }

    /// A string between two quotes on one line; the cursor stands at the first.
    mutating func readSingleLineString() throws(NotationError) -> String {
        let start = cursor.offset
        let quote = cursor.byte
        let hasEscapes = quote == UInt8(ascii: "\"")
        cursor.offset += 1
        while let byte = cursor.byte, byte != quote, !byte.endsLine {
            cursor.offset += hasEscapes && byte == UInt8(ascii: "\\") && cursor.peek(1)?.endsLine == false ? 2 : 1
        }
        guard cursor.byte == quote, quote != nil else {
            throw NotationError("a string has no closing quote", at: input.span(start..<cursor.offset))
        }
        cursor.offset += 1
        let content = start + 1..<cursor.offset - 1
        return hasEscapes ? try unescaped(content) : input.text(content)
    }

    /// A string between three quotes and three; the cursor stands at the first. A line break behind the opening is dropped.
    private mutating func readMultiLineString() throws(NotationError) -> String {
        let start = cursor.offset
        let hasEscapes = cursor.byte == UInt8(ascii: "\"")
        let closing: StaticString = hasEscapes ? "\"\"\"" : "'''"
        cursor.offset += 3
        cursor.skipLineEnd()
        let contentStart = cursor.offset
        while !cursor.stands(closing) {
            guard let byte = cursor.byte else {
                // Nothing behind this can be read: the next three quotes would close what they meant to open.
                throw NotationError("a string has no closing quotes", at: input.span(start..<start + 3))
            }
            cursor.offset += hasEscapes && byte == UInt8(ascii: "\\") && cursor.peek(1) != nil ? 2 : 1
        }
        // One or two quotes may stand directly before the closing ones.
        for _ in 0..<2 where cursor.peek(3) == input.bytes[start] { cursor.offset += 1 }
        let content = contentStart..<cursor.offset
        cursor.offset += 3
        return hasEscapes ? try unescaped(content) : input.text(content)
    }

    // MARK: Escapes

    private func unescaped(_ range: Range<Int>) throws(NotationError) -> String {
        guard input.bytes[range].contains(UInt8(ascii: "\\")) else { return input.text(range) }
        var text: [UInt8] = []
        var inside = ByteCursor(Array(input.bytes[range]))
        while let byte = inside.byte {
            inside.offset += 1
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            let start = range.lowerBound + inside.offset - 1
            guard let character = escape(&inside) else {
                let end = min(range.lowerBound + inside.offset, range.upperBound)
                throw NotationError("an escape in a string means no character", at: input.span(start..<end))
            }
            text += character
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes that an escape stands for, from behind its `\` on; nil when it means no character.
    private func escape(_ inside: inout ByteCursor) -> [UInt8]? {
        let letter = inside.byte
        inside.offset += 1
        switch letter {
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "e"): return [0x1B]
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return letter.map { [$0] }
        case UInt8(ascii: "x"): return codePoint(&inside, digits: 2)
        case UInt8(ascii: "u"): return codePoint(&inside, digits: 4)
        case UInt8(ascii: "U"): return codePoint(&inside, digits: 8)
        case let space? where space.isSpace:
            // A line that goes on: the break and all space behind it are dropped.
            inside.offset -= 1
            inside.skipBlanks()
            guard inside.isAtLineEnd else { return nil }
            _ = inside.skip(while: \.isSpace)
            return []
        default: return nil
        }
    }

    private func codePoint(_ inside: inout ByteCursor, digits count: Int) -> [UInt8]? {
        let digits = inside.bytes[min(inside.offset, inside.bytes.count)...].prefix(count)
        inside.offset += digits.count
        guard digits.count == count, digits.allSatisfy(\.isHexadecimalDigit),
            let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(code)
        else { return nil }
        return Array(String(Character(scalar)).utf8)
    }
}
