/// Gives a name that was given before a number: `backup`, `backup-2`.
struct UniqueNames {
    private var counts: [String: Int] = [:]

    mutating func unique(_ name: String) -> String {
        let count = counts[name, default: 0].raised()
        return count == 1 ? name : "\(name)-\(count)"
    }
}

extension Int {
    /// Counts one more: a dictionary is searched once for the number before and after.
    mutating func raised() -> Int {
        self += 1
        return self
    }
}

/// Lower case letters and digits joined by `-`: what ids are made of.
func slug(_ text: String) -> String {
    let utf8 = Array(text.utf8)
    guard utf8.allSatisfy({ $0 < 0x80 }) else { return unicodeSlug(text) }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    for byte in utf8 {
        switch byte {
        case 0x30...0x39, 0x61...0x7a: result.append(byte)
        case 0x41...0x5a: result.append(byte | 0x20)
        default: if let last = result.last, last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
        }
    }
    if result.last == UInt8(ascii: "-") { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
}

/// That of two texts side by side, of which the first is one already.
func slug(_ text: String, below home: String) -> String {
    let own = slug(text)
    return home.isEmpty || own.isEmpty ? home + own : "\(home)-\(own)"
}

private func unicodeSlug(_ text: String) -> String {
    // Bytes: a string looks at its neighbours whenever it grows by a scalar.
    var result: [UInt8] = []
    var pendingDash = false
    for scalar in text.smallScalars {
        if scalar.isLetterOrNumber {
            if pendingDash, !result.isEmpty { result.append(UInt8(ascii: "-")) }
            pendingDash = false
            result.append(contentsOf: scalar.utf8)
        } else {
            pendingDash = true
        }
    }
    return String(decoding: result, as: UTF8.self)
}

extension String {
    /// As `lowercased().unicodeScalars`. Most scalars are ASCII even beside an emoji or an accent, and need no table.
    var smallScalars: [Unicode.Scalar] {
        var small: [Unicode.Scalar] = []
        small.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            switch scalar {
            case "A"..."Z": small.append(Unicode.Scalar(UInt8(ascii: scalar) | 0x20))
            case "\0"..."\u{7f}": small.append(scalar)
            default: small.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return small
    }
}

extension Unicode.Scalar {
    var isLetterOrNumber: Bool {
        switch self {
        case "0"..."9", "A"..."Z", "a"..."z": true
        case "\0"..."\u{7f}": false
        default: properties.isAlphabetic || properties.numericType != nil
        }
    }
}
