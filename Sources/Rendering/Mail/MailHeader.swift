import SourceText

/// Header fields whose values cannot become other header fields, in lines of at most 76 characters.
enum MailHeader {
    /// A field of free text; what is not ASCII goes into encoded words (RFC 2047).
    static func unstructured(_ name: String, _ value: String) throws(MailError) -> String {
        try refuseControls(name, value)
        let isPlain = value.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !value.contains("=?")
        if isPlain, let folded = fold("\(name): \(value)") { return folded }
        return "\(name): " + encodedWords(value).joined(separator: "\r\n ")
    }

    /// A field of mailboxes, one a line. A value that holds two of them, or none, is refused: who reads the settings must
    /// see everybody who gets the mail.
    static func addresses(_ name: String, _ values: [String]) throws(MailError) -> String {
        for value in values {
            try refuseControls(name, value)
            guard value.utf8.allSatisfy({ $0 < 0x80 }) else { throw .notASCII(header: name, value: value) }
            guard isMailbox(value) else { throw .notAnAddress(header: name, value: value) }
        }
        return "\(name): " + values.joined(separator: ",\r\n ")
    }

    private static func refuseControls(_ name: String, _ value: String) throws(MailError) {
        let isControl = { (scalar: Unicode.Scalar) in
            scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || [0x2028, 0x2029].contains(scalar.value)
        }
        guard !value.unicodeScalars.contains(where: isControl) else {
            throw .controlCharacter(header: name, value: value)
        }
    }

    /// Breaks before spaces; nil when a word alone is longer than a line.
    private static func fold(_ line: String) -> String? {
        var lines = [""]
        for (index, word) in line.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
            let last = lines.count - 1
            if index == 0 {
                lines[0] = String(word)
            } else if lines[last].utf8.count + 1 + word.utf8.count <= 76 {
                lines[last] += " \(word)"
            } else {
                lines.append(" \(word)")
            }
        }
        // A folded line of nothing but spaces would be read as the end of the header.
        let isSound = lines.allSatisfy { $0.utf8.count <= 76 && $0.contains { $0 != " " } }
        return isSound ? lines.joined(separator: "\r\n") : nil
    }

    /// Base64 words of at most 75 characters; none splits a character.
    private static func encodedWords(_ value: String) -> [String] {
        var words: [String] = []
        var bytes: [UInt8] = []
        for scalar in value.unicodeScalars {
            let encoded = Array(String(scalar).utf8)
            // 36 bytes make 48 characters of Base64, 60 with the frame: the first line has room for the name of its field.
            if bytes.count + encoded.count > 36 {
                words.append("=?UTF-8?B?\(base64(bytes))?=")
                bytes = []
            }
            bytes += encoded
        }
        words.append("=?UTF-8?B?\(base64(bytes))?=")
        return words
    }
}
