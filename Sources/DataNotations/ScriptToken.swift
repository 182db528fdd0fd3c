/// A word of JavaScript, TypeScript or loose JSON.
struct ScriptToken {
    enum Kind {
        case name, number, string, regularExpression, punctuation
        /// Text between backticks, with or without `${…}` in it.
        case template
    }

    let kind: Kind
    /// Byte range in the input, with quotes.
    let range: Range<Int>
    /// First byte and length tell one punctuation from another.
    let first: UInt8
    /// 0-based line on which it starts, and on which it ends.
    let line: Int
    let endLine: Int
    /// Index of the first comment that stands behind the token before this one.
    let firstComment: Int

    /// Whether this is a one-byte punctuation.
    func isPunctuation(_ character: Unicode.Scalar) -> Bool {
        kind == .punctuation && range.count == 1 && first == UInt8(ascii: character)
    }
}

/// A comment of a script as it stands there.
struct ScriptComment {
    /// With its markers.
    let range: Range<Int>
    let text: String
    let line: Int
    let endLine: Int
    /// Whether nothing but space stands before it on its line.
    let startsLine: Bool
    /// `// …` or `# …`: it ends its line.
    let endsLine: Bool
}
