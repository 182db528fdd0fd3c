/// RFC 4648, section 4, with padding and without line breaks.
package func base64(_ bytes: some Collection<UInt8>) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var result = ""
    var rest = bytes[...]
    while let first = rest.popFirst() {
        let second = rest.popFirst()
        let third = rest.popFirst()
        let bits = UInt32(first) << 16 | UInt32(second ?? 0) << 8 | UInt32(third ?? 0)
        result.append(alphabet[Int(bits >> 18)])
        result.append(alphabet[Int(bits >> 12 & 63)])
        result.append(second == nil ? "=" : alphabet[Int(bits >> 6 & 63)])
        result.append(third == nil ? "=" : alphabet[Int(bits & 63)])
    }
    return result
}

/// What RFC 4648, section 4, writes so; nil for a text with any other character, or of another length.
package func bytes(base64 text: String) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    var padding = 0
    for byte in text.utf8 {
        guard let value = sextet(byte), padding == 0 || byte == UInt8(ascii: "=") else { return nil }
        if byte == UInt8(ascii: "=") { padding += 1 }
        bits = bits << 6 | value
        count += 1
        guard count % 4 == 0 else { continue }
        result.append(UInt8(truncatingIfNeeded: bits >> 16))
        result.append(UInt8(truncatingIfNeeded: bits >> 8))
        result.append(UInt8(truncatingIfNeeded: bits))
    }
    guard count % 4 == 0, padding <= 2 else { return nil }
    result.removeLast(padding)
    return result
}

private func sextet(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    case UInt8(ascii: "="): 0
    default: nil
    }
}
