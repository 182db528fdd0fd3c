/// Lines of iCalendar (RFC 5545, 3.1): at most 75 bytes, ended by CR LF, a longer one goes on behind a space.
enum ContentLine {
    /// Folds between characters of UTF-8, never inside one.
    static func folded(_ line: String) -> String {
        var result = ""
        var count = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if count + size > 75 {
                result += "\r\n "
                count = 1
            }
            result.unicodeScalars.append(scalar)
            count += size
        }
        return result + "\r\n"
    }

    /// The lines of a file, each whole again.
    static func unfolded(_ bytes: [UInt8]) -> [String] {
        var lines: [[UInt8]] = []
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
            let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            if let first = text.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t"), !lines.isEmpty {
                lines[lines.count - 1] += text.dropFirst()
            } else {
                lines.append(Array(text))
            }
        }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }

    /// A text of a document as a value (3.3.11), its lines kept apart.
    static func text(_ lines: [String]) -> String {
        lines.map { line in
            TextFormat.plain.escape(line).unicodeScalars.map { scalar in
                [";", ",", "\\"].contains(scalar) ? "\\\(scalar)" : String(scalar)
            }.joined()
        }.joined(separator: "\\n")
    }
}
