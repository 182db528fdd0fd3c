/// One word of a command.
struct ShellWord {
    /// Byte range in the input, with quotes.
    let range: Range<Int>
    /// Name and value of `NAME=value`, the value with its quotes; the quotes around `"NAME=value"` belong to neither.
    let assignment: (name: Range<Int>, value: Range<Int>)?
}

/// Cuts lines of shell commands into words.
///
/// A quote that its line does not close stands for itself: in a document it is rather an apostrophe than the start of a
/// text of many lines. It is looked for once on each line, so that reading stays linear.
struct ShellWords {
    private(set) var cursor: ByteCursor
    /// Quotes and brackets that are not closed on the line that is being read.
    private var unclosed: Set<UInt8> = []

    init(_ bytes: [UInt8]) { cursor = ByteCursor(bytes) }

    // MARK: Lines

    /// Goes to the next line.
    mutating func endLine() {
        _ = cursor.skipLine()
        cursor.skipLineEnd()
        unclosed.removeAll(keepingCapacity: true)
    }

    /// Steps over what parts two commands of a line.
    mutating func skipSeparators() {
        _ = cursor.skip { $0.endsCommand && !$0.endsLine }
        skipBlanks()
    }

    /// Steps over a comment and returns its range; nil where none stands.
    mutating func skipComment() -> Range<Int>? {
        cursor.byte == UInt8(ascii: "#") ? cursor.skipLine() : nil
    }

    /// Steps over blanks, and over the end of a line that goes on behind a `\`.
    mutating func skipBlanks() {
        cursor.skipBlanks()
        while cursor.byte == UInt8(ascii: "\\"), cursor.peek(1)?.endsLine == true {
            cursor.offset += 1
            cursor.skipLineEnd()
            cursor.skipBlanks()
        }
    }

    // MARK: Words

    /// The words up to the end of the command; the cursor then stands at what ends it.
    mutating func nextCommand() -> [ShellWord] {
        var words: [ShellWord] = []
        skipBlanks()
        while let byte = cursor.byte, !byte.endsCommand, byte != UInt8(ascii: "#") {
            words.append(nextWord())
            skipBlanks()
        }
        return words
    }

    private mutating func nextWord() -> ShellWord {
        let start = cursor.offset
        var isOneQuote = false
        while let byte = cursor.byte, !byte.isBlank, !byte.endsCommand {
            if byte.isQuote, let end = endOfQuoted(byte) {
                isOneQuote = cursor.offset == start
                cursor.offset = end
                continue
            }
            isOneQuote = false
            if byte == UInt8(ascii: "$"), cursor.peek(1) == UInt8(ascii: "("), let end = endOfSubstitution() {
                cursor.offset = end
                continue
            }
            guard byte == UInt8(ascii: "\\"), let next = cursor.peek(1) else {
                cursor.offset += 1
                continue
            }
            if next.endsLine { break }
            cursor.offset += 2
        }
        let range = start..<cursor.offset
        return ShellWord(
            range: range, assignment: assignment(in: isOneQuote ? start + 1..<cursor.offset - 1 : range))
    }

    /// The place behind a quote's partner; nil when the line does not close it.
    private mutating func endOfQuoted(_ quote: UInt8) -> Int? {
        guard !unclosed.contains(quote) else { return nil }
        guard let end = ShellWords.endOfQuoted(cursor.bytes[cursor.offset...]) else {
            unclosed.insert(quote)
            return nil
        }
        return end
    }

    /// The place behind `$(…)`, brackets in it counted; nil when the line does not close it.
    private mutating func endOfSubstitution() -> Int? {
        guard !unclosed.contains(UInt8(ascii: "(")) else { return nil }
        var ahead = cursor
        var open = 0
        while let byte = ahead.byte, !byte.endsLine {
            ahead.offset += 1
            if byte == UInt8(ascii: "(") { open += 1 }
            if byte == UInt8(ascii: ")") { open -= 1 }
            if byte == UInt8(ascii: ")"), open == 0 { return ahead.offset }
        }
        unclosed.insert(UInt8(ascii: "("))
        return nil
    }

    /// - Parameter text: starts with the quote; what stands behind its first line is not looked at.
    private static func endOfQuoted(_ text: ArraySlice<UInt8>) -> Int? {
        let quote = text[text.startIndex]
        var index = text.startIndex + 1
        while index < text.endIndex, text[index] != quote, !text[index].endsLine {
            index += text[index] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
        }
        return index < text.endIndex && text[index] == quote ? index + 1 : nil
    }

    private func assignment(in range: Range<Int>) -> (name: Range<Int>, value: Range<Int>)? {
        guard let sign = cursor.bytes[range].firstIndex(of: UInt8(ascii: "=")),
            cursor.bytes[range.lowerBound..<sign].isVariableName
        else { return nil }
        return (range.lowerBound..<sign, sign + 1..<range.upperBound)
    }

    // MARK: Texts

    /// What a word or a part of it says, without quotes and escapes.
    ///
    /// - Returns: also whether a shell would put something else in place of a part (`$HOME`, `$(date)`, backticks).
    func text(_ range: Range<Int>) -> (text: String, isExpanded: Bool) {
        let bytes = cursor.bytes[range]
        var text: [UInt8] = []
        var isExpanded = false
        var index = range.lowerBound
        /// Where the double quotes end that are open; 0 outside of them.
        var quotedUntil = 0
        while index < range.upperBound {
            let byte = bytes[index]
            if index + 1 == quotedUntil {
                quotedUntil = 0
            } else if byte == UInt8(ascii: "\\"), index + 1 < range.upperBound {
                index += 1
                if !bytes[index].endsLine { text.append(bytes[index]) }
            } else if byte.isQuote, quotedUntil == 0, let end = ShellWords.endOfQuoted(bytes[index...]) {
                if byte == UInt8(ascii: "'") {
                    text += bytes[index + 1..<end - 1]
                    index = end - 1
                } else {
                    quotedUntil = end
                }
            } else {
                isExpanded = isExpanded || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`")
                text.append(byte)
            }
            index += 1
        }
        return (String(decoding: text, as: UTF8.self), isExpanded)
    }
}

extension Collection<UInt8> {
    /// ASCII letters, digits and `_`, no digit first.
    var isVariableName: Bool {
        first?.isDigit == false && allSatisfy { $0.continuesName && $0 < 0x80 && $0 != UInt8(ascii: "$") }
    }
}

extension UInt8 {
    fileprivate var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }

    /// The end of a line, and the signs between two commands or around a group of them.
    fileprivate var endsCommand: Bool {
        switch self {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"):
            true
        default: false
        }
    }
}
