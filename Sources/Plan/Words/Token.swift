/// A word, number or sign of a text, with its place: what every reading of prose works on, so that nothing matches inside a word.
package struct Token: Sendable {
    package enum Kind: Sendable, Hashable {
        /// Lower case: `rollout`, `enable_checkout`, `p95`.
        case word(String)
        case number(Double)
        /// One sign: `<`, `%`, `→`, `(`; `<=`, `>=`, `->` and `--` count as one.
        case sign(String)
        /// `2026-11-23`, `10.01.2026`.
        case date(CivilDate)
        /// `09:30`, in minutes from midnight.
        case clock(Int)
    }
    package let kind: Kind
    /// UTF-8 offsets in the text.
    package let range: Range<Int>
    /// Whether nothing stands between this token and the one before it.
    package let glued: Bool

    package var word: String? { if case .word(let word) = kind { word } else { nil } }
    package var number: Double? { if case .number(let number) = kind { number } else { nil } }
    package func isSign(_ sign: String) -> Bool { kind == .sign(sign) }
    package func isWord(_ words: Set<String>) -> Bool { word.map(words.contains) ?? false }
}

/// A text cut into tokens.
package struct TokenizedText: Sendable {
    package let utf8: [UInt8]
    package let tokens: [Token]

    package init(_ text: String) {
        self.init(utf8: Array(text.utf8))
    }

    package init(utf8: [UInt8], numbers: NumberStyle = .decimalPoint) {
        self.utf8 = utf8
        var lexer = Lexer(utf8: utf8, numbers: numbers)
        tokens = lexer.run()
    }

    /// The text that a run of tokens covers.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: utf8[range.clamped(to: 0..<utf8.count)], as: UTF8.self)
    }

    package var words: [String] { tokens.compactMap(\.word) }

    /// UTF-8 range from one token to another, both included.
    package func range(_ first: Int, _ last: Int) -> Range<Int> {
        tokens[first].range.lowerBound..<tokens[last].range.upperBound
    }
}
