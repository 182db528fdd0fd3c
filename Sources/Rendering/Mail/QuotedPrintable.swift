/// RFC 2045, section 6.7: lines of at most 76 characters, ended by CRLF.
func quotedPrintable(_ text: String) -> String {
    var lines: [String] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        lines += encodedLines(line.filter { $0 != UInt8(ascii: "\r") })
    }
    return lines.joined(separator: "\r\n")
}

/// One line of text as one or more lines of at most 76 characters, soft breaks (`=`) included.
private func encodedLines(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    var current = ""
    for (index, byte) in bytes.enumerated() {
        let isLast = index == bytes.count - 1
        let token = encoded(byte, atLineEnd: isLast, atLineStart: current.isEmpty)
        if current.utf8.count + token.utf8.count > 75 {
            lines.append(current + "=")
            current = encoded(byte, atLineEnd: isLast, atLineStart: true)
        } else {
            current += token
        }
    }
    return lines + [current]
}

/// Spaces are written out at a line's end, dots at its start: gateways strip the one and stumble over the other.
private func encoded(_ byte: UInt8, atLineEnd: Bool, atLineStart: Bool) -> String {
    let isLiteral =
        switch byte {
        case UInt8(ascii: "="): false
        case UInt8(ascii: "."): !atLineStart
        case 0x20, 0x09: !atLineEnd
        case 0x21...0x7E: true
        default: false
        }
    if isLiteral { return String(UnicodeScalar(byte)) }
    return "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}
