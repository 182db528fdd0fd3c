extension String {
    /// A text of a document as messages show it: on one line, with `…` at its end where it has more characters.
    package func clipped(to longest: Int) -> String {
        if isPlainLine(upTo: longest) { return String(self) }
        // A document decides how long a text is.
        let line = prefix(1000).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > longest ? line.prefix(longest - 1) + "…" : line
    }

    /// Whether it is short, in ASCII, and has no space too many.
    private func isPlainLine(upTo longest: Int) -> Bool {
        let space = UInt8(ascii: " ")
        var previous = space
        guard utf8.count <= longest else { return false }
        for byte in utf8 {
            guard (space...0x7e).contains(byte), byte != space || previous != space else { return false }
            previous = byte
        }
        return previous != space || isEmpty
    }
}
