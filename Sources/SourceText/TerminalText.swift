/// Text that is safe to print on a terminal, with the columns that it takes there.
///
/// Documents come from strangers: an escape sequence or a change of writing direction in one must not reach the
/// reader's terminal, nor hide what stands there (CVE-2021-42574, "Trojan Source").
package enum TerminalText {
    /// One character as it is printed: its text, and its columns.
    package static func cell(_ character: Character) -> (text: String, width: Int) {
        // `\r\n` is one character too, with the ASCII value of its line feed: it is no single byte.
        if let byte = character.asciiValue, (0x20...0x7e).contains(byte) { return (String(character), 1) }
        var text = ""
        var isReplaced = false
        // A cluster can hold thousands of marks; a terminal needs few of them.
        for scalar in character.unicodeScalars.prefix(12) {
            if let replacement = replacement(for: scalar) {
                text += replacement
                isReplaced = true
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return (text, isReplaced ? text.unicodeScalars.reduce(0) { $0 + width(of: $1) } : width(of: character))
    }

    /// Text on one line with everything harmful made visible.
    package static func safe(_ text: String) -> String {
        text.utf8.allSatisfy { (0x20...0x7e).contains($0) } ? text : text.map { cell($0).text }.joined()
    }

    /// Columns that safe text takes.
    package static func width(_ text: String) -> Int {
        text.utf8.allSatisfy { (0x20...0x7e).contains($0) }
            ? text.utf8.count : text.reduce(0) { $0 + cell($1).width }
    }

    /// nil for what may be printed as it is.
    private static func replacement(for scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x09: " "
        case 0x00...0x1f: String(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{fffd}")
        case 0x7f: "\u{2421}"
        case 0x80...0x9f: "\u{fffd}"
        // Direction marks and overrides, separators, zero-width characters that join nothing, tags.
        case 0x061c, 0x200b, 0x200e, 0x200f, 0x2028...0x202e, 0x2060...0x2069, 0xfeff, 0xfff9...0xfffb:
            "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
        default: nil
        }
    }

    private static func width(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        let isEmoji =
            scalars.contains { $0.value == 0xfe0f } && first.properties.isEmoji
            || first.properties.isEmojiPresentation
        if isEmoji || (0x1f1e6...0x1f1ff).contains(first.value) { return 2 }
        return width(of: first)
    }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return scalar.value == 0xad ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide(scalar.value) ? 2 : 1
        }
    }

    /// East Asian Wide and Fullwidth, by block (Unicode Standard Annex 11).
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x4dbf, 0x4e00...0xa4cf, 0xa960...0xa97c, 0xac00...0xd7a3,
            0xf900...0xfaff, 0xfe10...0xfe19, 0xfe30...0xfe6f, 0xff01...0xff60, 0xffe0...0xffe6, 0x16fe0...0x18cff,
            0x1b000...0x1b2ff, 0x1f200...0x1f265, 0x1f300...0x1f64f, 0x1f900...0x1f9ff, 0x20000...0x3fffd:
            true
        default: false
        }
    }
}
