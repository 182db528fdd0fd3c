import SourceText

/// The text of a YAML stream, for what Yams does not tell: where values end, their tags, and the comments.
struct YAMLText {
    let input: NotationInput
    let positions: YAMLPositions
    private var bytes: [UInt8] { input.bytes }

    init(_ input: NotationInput) {
        self.input = input
        positions = YAMLPositions(input.bytes)
    }

    func byte(_ offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

    // MARK: Where values start and end

    /// Steps over an anchor and a tag in front of a value.
    ///
    /// - Returns: where the value itself starts, and its tag as written (`!!str`); nil without one.
    func skipProperties(_ start: Int) -> (offset: Int, tag: String?) {
        var offset = start
        var tag: String?
        while let first = byte(offset), first == UInt8(ascii: "&") || first == UInt8(ascii: "!") {
            let end = bytes[offset...].firstIndex { $0.isSpace || ",]}".utf8.contains($0) } ?? bytes.count
            if first == UInt8(ascii: "!") { tag = input.text(offset..<end) }
            offset = skipSpaceAndComments(end)
        }
        return (offset, tag)
    }

    func skipSpaceAndComments(_ start: Int) -> Int {
        var offset = start
        while let current = byte(offset) {
            if current.isSpace {
                offset += 1
            } else if current == UInt8(ascii: "#"), offset == 0 || bytes[offset - 1].isSpace {
                offset = endOfLine(offset)
            } else {
                break
            }
        }
        return offset
    }

    func endOfLine(_ start: Int) -> Int {
        bytes[min(start, bytes.count)...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    }

    /// The end of a scalar of which the resolved text is known.
    func endOfScalar(_ start: Int, text: String) -> Int {
        switch byte(start) {
        case UInt8(ascii: "\""): return endOfQuoted(start, quote: UInt8(ascii: "\""))
        case UInt8(ascii: "'"): return endOfQuoted(start, quote: UInt8(ascii: "'"))
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            return max(start + 1, endOfWords(endOfLine(start), text: text) ?? start + 1)
        default: return endOfWords(start, text: text) ?? start
        }
    }

    private func endOfQuoted(_ start: Int, quote: UInt8) -> Int {
        var offset = start + 1
        while let current = byte(offset) {
            if current == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                offset += 2
            } else if current != quote {
                offset += 1
            } else if quote == UInt8(ascii: "'"), byte(offset + 1) == quote {
                offset += 2
            } else {
                return offset + 1
            }
        }
        return bytes.count
    }

    /// Folding changes nothing but space, so a plain or block scalar ends where its last word is found.
    ///
    /// - Returns: nil for a text without words.
    private func endOfWords(_ start: Int, text: String) -> Int? {
        var offset = start
        var end: Int?
        for letter in text.utf8 where !letter.isSpace {
            while let current = byte(offset), current.isSpace { offset += 1 }
            // U+0085 becomes a line feed when read; what follows it is not worth an exact end.
            guard byte(offset) == letter else { return endOfLine(offset) }
            offset += 1
            end = offset
        }
        return end
    }

    /// The end of a list or object in brackets, from the end of the last thing in it.
    func endOfFlow(_ lastEnd: Int) -> Int {
        var offset = skipSpaceAndComments(lastEnd)
        while let current = byte(offset),
            current == UInt8(ascii: ",") || current == UInt8(ascii: ":")
                || current == UInt8(ascii: "*")
        {
            offset = skipSpaceAndComments(current == UInt8(ascii: "*") ? endOfAlias(offset) : offset + 1)
        }
        return min(offset + 1, bytes.count)
    }

    /// The end of `*name`.
    func endOfAlias(_ start: Int) -> Int {
        var offset = start + 1
        while let current = byte(offset), current.continuesName || current == UInt8(ascii: "-") { offset += 1 }
        return offset
    }

    // MARK: Comments

    /// The comment that follows on the same line, with nothing but space and a comma between.
    func comment(behind start: Int) -> DataComment? {
        var offset = start
        while let current = byte(offset), current == 0x20 || current == 0x09 || current == UInt8(ascii: ",") {
            offset += 1
        }
        guard byte(offset) == UInt8(ascii: "#"), offset > start else { return nil }
        return comment(at: offset)
    }

    /// The comment on the first line of a block scalar, behind its `|` or `>` and their signs.
    func comment(behindHeader start: Int) -> DataComment? {
        var offset = start + 1
        while let current = byte(offset),
            current.isDigit || current == UInt8(ascii: "-") || current == UInt8(ascii: "+")
        {
            offset += 1
        }
        return comment(behind: offset)
    }

    private func comment(at offset: Int) -> DataComment {
        let end = endOfLine(offset)
        return DataComment(text: CommentText.line(bytes[offset..<end]), span: input.span(offset..<end))
    }

    /// The comments on lines of their own directly above a key that comes first on its line, at the same indentation.
    ///
    /// A deeper `#` is the text of a block scalar, not a comment.
    func comment(above key: Int, line: Int) -> DataComment? {
        let indentation = indentation(line)
        let before = bytes[positions.lineStart(line)..<max(positions.lineStart(line), key)]
        guard before.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) else { return nil }
        var found: [DataComment] = []
        var above = line - 1
        while above >= 1 {
            let start = positions.lineStart(above) + self.indentation(above)
            guard self.indentation(above) == indentation, byte(start) == UInt8(ascii: "#") else { break }
            found.append(comment(at: start))
            above -= 1
        }
        guard let first = found.last, let last = found.first else { return nil }
        return DataComment(
            text: found.reversed().map(\.text).joined(separator: "\n"), span: first.span.union(last.span))
    }

    private func indentation(_ line: Int) -> Int {
        bytes[positions.lineStart(line)...].prefix { $0 == 0x20 }.count
    }
}
