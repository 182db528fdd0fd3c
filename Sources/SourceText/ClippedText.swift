extension String {
    /// A text of a document as messages show it: on one line, with `…` at its end where it has more characters.
    package func clipped(to longest: Int) -> String {
        // A document decides how long a text is.
        let line = prefix(1000).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > longest ? line.prefix(longest - 1) + "…" : line
    }
}
