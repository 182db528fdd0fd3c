/// What a word of a command says, without quotes and escapes.
///
/// - Returns: also whether a shell would put something else in place of a part (`$HOME`, `$(date)`, backticks), and
///   whether a part is quoted.
func shellText(_ utf8: [UInt8], _ range: Range<Int>) -> (text: String, isExpanded: Bool, isQuoted: Bool) {
    if utf8[range].allSatisfy(\.isLiteralInShell) {
        return (String(decoding: utf8[range], as: UTF8.self), false, false)
    }
    var text: [UInt8] = []
    var isExpanded = false
    var isQuoted = false
    var quote: UInt8 = 0
    /// Open `$(`, whose quotes are those of another command.
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound {
        let byte = utf8[index]
        let next = index + 1 < range.upperBound ? utf8[index + 1] : 0
        index += 1
        switch byte {
        case UInt8(ascii: "'") where quote == byte && depth == 0, UInt8(ascii: "\"") where quote == byte && depth == 0:
            quote = 0
            continue
        case UInt8(ascii: "'") where quote == 0 && depth == 0, UInt8(ascii: "\"") where quote == 0 && depth == 0:
            quote = byte
            isQuoted = true
            continue
        case UInt8(ascii: "\\") where quote != UInt8(ascii: "'") && depth == 0:
            if next != UInt8(ascii: "\n"), next != 0 { text.append(next) }
            index += 1
            continue
        case UInt8(ascii: "$") where quote != UInt8(ascii: "'"):
            isExpanded = true
            if next == UInt8(ascii: "(") { depth += 1 }
        case UInt8(ascii: "(") where depth > 0 && utf8[index - 2] != UInt8(ascii: "$"): depth += 1
        case UInt8(ascii: ")") where depth > 0: depth -= 1
        case UInt8(ascii: "`") where quote != UInt8(ascii: "'"): isExpanded = true
        default: break
        }
        text.append(byte)
    }
    return (String(decoding: text, as: UTF8.self), isExpanded, isQuoted)
}

extension UInt8 {
    /// Neither quotes nor escapes anything, and is not replaced.
    fileprivate var isLiteralInShell: Bool {
        switch self {
        case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "$"): false
        default: true
        }
    }
}
