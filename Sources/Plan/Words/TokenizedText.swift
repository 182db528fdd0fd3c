/// A text cut into tokens, or a part of one: parts share the bytes and the tokens of the whole.
@usableFromInline
package struct TokenizedText: Sendable {
    @usableFromInline package let tokens: TokenList
    /// What the tokens mean, all together.
    @usableFromInline package let classes: WordClassSet

    package init(_ text: String) {
        self.init(utf8: Array(text.utf8))
    }

    package init(utf8: [UInt8], numbers: NumberStyle = .decimalPoint, vocabulary: Vocabulary = .standard) {
        var lexer = Lexer(utf8: utf8, numbers: numbers, vocabulary: vocabulary)
        let tokens = TokenList(lexer.run(), of: utf8)
        self.init(tokens, tokens.classes)
    }

    private init(_ tokens: TokenList, _ classes: WordClassSet) {
        self.tokens = tokens
        self.classes = classes
    }

    /// The whole text; the tokens' ranges count these bytes.
    @inlinable package var utf8: [UInt8] { tokens.text }

    /// The part that some tokens are, of which it is known what they mean.
    package func part(tokens range: Range<Int>, _ classes: WordClassSet) -> TokenizedText {
        TokenizedText(tokens.part(range), classes)
    }

    @inlinable package func mentions(_ wordClass: WordClass) -> Bool { classes.contains(wordClass) }
    /// Whether a word of the text carries one of these classes.
    @inlinable package func mentions(_ any: WordClassSet) -> Bool { classes.intersects(any) }

    /// The text that a run of tokens covers.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: utf8[range.clamped(to: 0..<utf8.count)], as: UTF8.self)
    }

    /// The word at a token in small letters; nil when it is none.
    package func word(_ token: Token) -> String? { token.isWord ? text(token.range).lowercased() : nil }

    package var words: [String] { tokens.compactMap(word) }

    /// Whether a token is this word, given in small letters.
    package func isWord(_ index: Int, _ word: String) -> Bool {
        guard index < tokens.count, tokens[index].isWord else { return false }
        let range = tokens[index].range
        let letters = word.utf8
        guard range.count == letters.count else { return false }
        var place = range.lowerBound
        var previous: UInt8 = 0
        for letter in letters {
            guard WordFolding.lowered(utf8[place], after: previous) == letter else { return false }
            previous = utf8[place]
            place += 1
        }
        return true
    }

    /// UTF-8 range from one token to another, both included.
    package func range(_ first: Int, _ last: Int) -> Range<Int> {
        tokens[first].range.lowerBound..<tokens[last].range.upperBound
    }
}
