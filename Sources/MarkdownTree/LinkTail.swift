/// What may follow a link's text: `](destination "title")`, `][label]`, `][]` or `]`.
///
/// Mirrors the order in which cmark tries them (inlines.c, handle_close_bracket): a link that exists and is followed by
/// a well-formed parenthesis used it; otherwise a well-formed label was used; otherwise the text was the label.
enum LinkTail {
    private static let longestLabel = 1000
    private static let deepestParentheses = 32

    /// Offset behind the tail that starts at `start`, which is the offset of `]`.
    static func end(in bytes: [UInt8], from start: Int) -> Int {
        let next = start + 1
        guard next < bytes.count else { return bytes.count }
        if bytes[next] == UInt8(ascii: "("), let end = inlineEnd(in: bytes, from: next) { return end }
        if bytes[next] == UInt8(ascii: "["), let end = labelEnd(in: bytes, from: next) { return end }
        return next
    }

    /// Offset behind the `)` of a destination and title in parentheses; nil when they are not well-formed.
    private static func inlineEnd(in bytes: [UInt8], from start: Int) -> Int? {
        var offset = skipSpace(in: bytes, from: start + 1)
        guard let destination = destinationEnd(in: bytes, from: offset) else { return nil }
        offset = skipSpace(in: bytes, from: destination)
        if offset > destination, let title = titleEnd(in: bytes, from: offset) {
            offset = skipSpace(in: bytes, from: title)
        }
        return offset < bytes.count && bytes[offset] == UInt8(ascii: ")") ? offset + 1 : nil
    }

    private static func destinationEnd(in bytes: [UInt8], from start: Int) -> Int? {
        var offset = start
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "<") {
            offset += 1
            while offset < bytes.count {
                switch bytes[offset] {
                case UInt8(ascii: ">"): return offset + 1
                case UInt8(ascii: "\\"): offset += 2
                case UInt8(ascii: "\n"), UInt8(ascii: "<"): return nil
                default: offset += 1
                }
            }
            return nil
        }
        var depth = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\\"), offset + 1 < bytes.count, bytes[offset + 1].isASCIIPunctuation {
                offset += 2
            } else if byte == UInt8(ascii: "(") {
                depth += 1
                if depth > deepestParentheses { return nil }
                offset += 1
            } else if byte == UInt8(ascii: ")") {
                if depth == 0 { break }
                depth -= 1
                offset += 1
            } else if byte.isASCIISpace {
                break
            } else {
                offset += 1
            }
        }
        return offset < bytes.count ? offset : nil
    }

    private static func titleEnd(in bytes: [UInt8], from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        let close: UInt8
        switch bytes[start] {
        case UInt8(ascii: "\""): close = UInt8(ascii: "\"")
        case UInt8(ascii: "'"): close = UInt8(ascii: "'")
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        default: return nil
        }
        var offset = start + 1
        while offset < bytes.count {
            if bytes[offset] == close { return offset + 1 }
            if close == UInt8(ascii: ")"), bytes[offset] == UInt8(ascii: "(") { return nil }
            offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private static func labelEnd(in bytes: [UInt8], from start: Int) -> Int? {
        var offset = start + 1
        while offset < bytes.count, offset - start <= longestLabel + 1 {
            switch bytes[offset] {
            case UInt8(ascii: "]"): return offset + 1
            case UInt8(ascii: "["): return nil
            case UInt8(ascii: "\\")
            where offset + 1 < bytes.count && bytes[offset + 1].isASCIIPunctuation: offset += 2
            default: offset += 1
            }
        }
        return nil
    }

    private static func skipSpace(in bytes: [UInt8], from start: Int) -> Int {
        var offset = start
        while offset < bytes.count, bytes[offset].isASCIISpace { offset += 1 }
        return offset
    }
}
