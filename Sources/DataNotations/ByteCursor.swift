/// A place in a text that is read line by line.
struct ByteCursor {
    let bytes: [UInt8]
    var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { offset >= bytes.count }
    /// The byte here; nil at the end.
    var byte: UInt8? { peek(0) }
    /// Whether a line or the text ends here.
    var isAtLineEnd: Bool { byte.map(\.endsLine) ?? true }

    func peek(_ distance: Int) -> UInt8? {
        offset + distance < bytes.count ? bytes[offset + distance] : nil
    }

    func stands(_ text: StaticString) -> Bool {
        bytes[min(offset, bytes.count)...].starts(with: text.description.utf8)
    }

    /// Steps over a character, if it stands here.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: character) else { return false }
        offset += 1
        return true
    }

    /// Steps over bytes as long as they are wanted.
    mutating func skip(while isWanted: (UInt8) -> Bool) -> Range<Int> {
        let start = offset
        while let byte, isWanted(byte) { offset += 1 }
        return start..<offset
    }

    mutating func skipBlanks() { _ = skip(while: \.isBlank) }

    /// Steps over one `\n`, `\r\n` or `\r`.
    mutating func skipLineEnd() {
        if skip("\r") {
            _ = skip("\n")
        } else {
            _ = skip("\n")
        }
    }

    /// Steps over the rest of the line; its end stays.
    mutating func skipLine() -> Range<Int> { skip { !$0.endsLine } }

    /// Goes on at the line on which reading got stuck, or behind it when it is the one that was begun at `start`.
    ///
    /// No line is read more than twice so, whatever stands in it.
    mutating func resume(after start: Int) {
        var lineStart = min(offset, bytes.count)
        while lineStart > start, !bytes[lineStart - 1].endsLine { lineStart -= 1 }
        if lineStart > start {
            offset = lineStart
        } else {
            _ = skipLine()
            skipLineEnd()
        }
    }
}

extension UInt8 {
    /// Space or tab.
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
    var endsLine: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
