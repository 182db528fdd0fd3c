/// Cuts a script into tokens and comments, in one pass and without ever failing.
///
/// An unclosed string ends with its line; an unclosed template or comment ends with the input. Known miss: whether `/`
/// starts a regular expression is told from the token before it alone.
struct ScriptLexer {
    private let bytes: [UInt8]
    private var offset = 0
    private var line = 0
    /// Whether the line has held nothing but space and comments so far.
    private var lineIsBlank = true
    private var pendingComments = 0
    private(set) var tokens: [ScriptToken] = []
    private(set) var comments: [ScriptComment] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        while offset < bytes.count { scanNext() }
    }

    /// The index of the first comment behind the last token.
    var commentsBehindLastToken: Int { pendingComments }

    private func byte(_ ahead: Int = 0) -> UInt8 {
        offset + ahead < bytes.count ? bytes[offset + ahead] : 0
    }

    private mutating func scanNext() {
        switch byte() {
        case UInt8(ascii: "\n"):
            offset += 1
            line += 1
            lineIsBlank = true
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x0B, 0x0C, 0:
            offset += 1
        case 0xC2 where byte(1) == 0xA0:
            offset += 2  // no-break space, pasted from web pages
        case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
            scanLineComment(markers: 2)
        case UInt8(ascii: "#") where isHashComment:
            scanLineComment(markers: 1)
        case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
            scanBlockComment()
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            scanString()
        case UInt8(ascii: "`"):
            scanTemplate()
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            scanNumber()
        case UInt8(ascii: ".") where byte(1).isDigit:
            scanNumber()
        case let start where start.startsName:
            scanName()
        case UInt8(ascii: "/") where startsRegularExpression:
            scanRegularExpression()
        default:
            scanPunctuation()
        }
    }

    private mutating func append(_ kind: ScriptToken.Kind, from start: Int, line startLine: Int) {
        tokens.append(
            ScriptToken(
                kind: kind, range: start..<offset, first: bytes[start], line: startLine, endLine: line,
                firstComment: pendingComments))
        pendingComments = comments.count
        lineIsBlank = false
    }

    // MARK: Comments

    /// `#` opens a comment in no script, but people write it in JSON; `#name` is a private field.
    private var isHashComment: Bool { lineIsBlank && (byte(1) == UInt8(ascii: " ") || byte(1) == UInt8(ascii: "!")) }

    private mutating func scanLineComment(markers: Int) {
        let start = offset
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
        var end = offset
        while end > start, bytes[end - 1].isSpace { end -= 1 }
        let text = CommentText.line(bytes[min(start + markers, end)..<end])
        comments.append(
            ScriptComment(
                range: start..<end, text: text, line: line, endLine: line, startsLine: lineIsBlank, endsLine: true))
    }

    private mutating func scanBlockComment() {
        let start = offset
        let startLine = line
        offset += 2
        while offset < bytes.count, !(byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) {
            if byte() == UInt8(ascii: "\n") { line += 1 }
            offset += 1
        }
        let end = offset
        offset = min(offset + 2, bytes.count)
        let text = CommentText.block(bytes[min(start + 2, end)..<end])
        comments.append(
            ScriptComment(
                range: start..<offset, text: text, line: startLine, endLine: line, startsLine: lineIsBlank,
                endsLine: false))
    }

    // MARK: Words

    private mutating func scanString() {
        let start = offset
        let quote = byte()
        offset += 1
        while offset < bytes.count, byte() != quote, byte() != UInt8(ascii: "\n") {
            offset += byte() == UInt8(ascii: "\\") && byte(1) != UInt8(ascii: "\n") ? 2 : 1
        }
        offset = min(offset, bytes.count)
        if byte() == quote, offset < bytes.count {
            offset += 1
            append(.string, from: start, line: line)
        } else {
            append(.punctuation, from: start, line: line)
        }
    }

    private mutating func scanTemplate() {
        let start = offset
        let startLine = line
        offset += 1
        /// Open braces of each `${…}` that is open; templates inside them are not told apart from their text.
        var braces = 0
        while offset < bytes.count {
            let current = byte()
            if current == UInt8(ascii: "\\") {
                if byte(1) == UInt8(ascii: "\n") { line += 1 }
                offset += 2
                continue
            }
            if current == UInt8(ascii: "\n") { line += 1 }
            if current == UInt8(ascii: "`"), braces == 0 { break }
            if braces > 0, current == UInt8(ascii: "{") { braces += 1 }
            if braces > 0, current == UInt8(ascii: "}") { braces -= 1 }
            if braces == 0, current == UInt8(ascii: "$"), byte(1) == UInt8(ascii: "{") {
                braces = 1
                offset += 1
            }
            offset += 1
        }
        offset = min(offset + 1, bytes.count)
        append(.template, from: start, line: startLine)
    }

    private mutating func scanNumber() {
        let start = offset
        while offset < bytes.count, byte().continuesName || byte() == UInt8(ascii: ".") || isExponentSign(since: start)
        {
            offset += 1
        }
        append(.number, from: start, line: line)
    }

    /// Whether this is the sign in `1e-3`; in `0xe-3` it is a minus.
    private func isExponentSign(since start: Int) -> Bool {
        guard byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: "+"), offset > start, byte(1).isDigit else {
            return false
        }
        let isHexadecimal = start + 1 < bytes.count && bytes[start + 1] | 0x20 == UInt8(ascii: "x")
        return bytes[offset - 1] | 0x20 == UInt8(ascii: "e") && !isHexadecimal
    }

    private mutating func scanName() {
        let start = offset
        while offset < bytes.count, byte().continuesName { offset += 1 }
        append(.name, from: start, line: line)
    }

    // MARK: Signs

    /// A slash divides behind a value and opens a regular expression anywhere else.
    private var startsRegularExpression: Bool {
        guard let last = tokens.last else { return true }
        switch last.kind {
        case .number, .string, .template, .regularExpression: return false
        case .name: return bytes[last.range].elementsEqual("return".utf8)
        case .punctuation: return !(last.isPunctuation(")") || last.isPunctuation("]") || last.isPunctuation("}"))
        }
    }

    private mutating func scanRegularExpression() {
        let start = offset
        var inClass = false
        var end = offset + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
            if bytes[end] == UInt8(ascii: "\\") {
                end += 2
                continue
            }
            if bytes[end] == UInt8(ascii: "[") { inClass = true }
            if bytes[end] == UInt8(ascii: "]") { inClass = false }
            if bytes[end] == UInt8(ascii: "/"), !inClass {
                offset = end + 1
                while byte().continuesName { offset += 1 }
                append(.regularExpression, from: start, line: line)
                return
            }
            end += 1
        }
        // No end on this line: the rest of it is passed over as one sign, so that each byte is looked at twice at most.
        offset = min(end, bytes.count)
        append(.punctuation, from: start, line: line)
    }

    private mutating func scanPunctuation() {
        let start = offset
        let pair = (byte(), byte(1))
        if pair.0 == UInt8(ascii: "."), pair.1 == UInt8(ascii: "."), byte(2) == UInt8(ascii: ".") {
            offset += 3
        } else if Self.isPair(pair.0, pair.1) {
            offset += 2
            if byte() == UInt8(ascii: "="), pair.1 == UInt8(ascii: "=") { offset += 1 }
        } else {
            offset += 1
            while byte() & 0xC0 == 0x80, offset < bytes.count { offset += 1 }
        }
        append(.punctuation, from: start, line: line)
    }

    /// The two-byte signs that must not be taken for their parts. `>=` is left out: it ends a generic type before `=`.
    private static func isPair(_ first: UInt8, _ second: UInt8) -> Bool {
        switch first {
        case UInt8(ascii: "="): second == first || second == UInt8(ascii: ">")
        case UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: "%"), UInt8(ascii: "^"), UInt8(ascii: "/"):
            second == UInt8(ascii: "=")
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "*"):
            second == first || second == UInt8(ascii: "=")
        case UInt8(ascii: "?"): second == first || second == UInt8(ascii: ".")
        default: false
        }
    }
}

extension UInt8 {
    var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

    /// Space, tab or the end of a line.
    var isSpace: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\n")
            || self == UInt8(ascii: "\r")
    }

    /// Letters, `_`, `$` and every byte of a character beyond ASCII: names are not checked, only found.
    var startsName: Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 || self == UInt8(ascii: "_")
            || self == UInt8(ascii: "$") || self >= 0x80
    }

    var continuesName: Bool { startsName || isDigit }
}
