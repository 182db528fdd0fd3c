import SourceText

/// The tokens of a text, counted from 0, also where the text is a part of another.
@usableFromInline
package struct TokenList: RandomAccessCollection, Sendable {
    @usableFromInline let whole: WholeText
    @usableFromInline let bounds: Range<Int>

    init(_ tokens: [Token], of text: [UInt8]) {
        self.init(WholeText(text, tokens), tokens.indices)
    }

    @usableFromInline init(_ whole: WholeText, _ bounds: Range<Int>) {
        self.whole = whole
        self.bounds = bounds
    }

    // Inlinable, since each reader of another room asks for thousands of tokens.
    /// The bytes that the tokens were cut from.
    @inlinable package var text: [UInt8] { whole.text }
    @inlinable package var startIndex: Int { 0 }
    @inlinable package var endIndex: Int { bounds.count }
    @inlinable package subscript(position: Int) -> Token { whole.tokens[bounds.lowerBound + position] }

    /// What the tokens mean, all together.
    package var classes: WordClassSet {
        var all = WordClassSet()
        for index in bounds { all.formUnion(whole.tokens[index].classes) }
        return all
    }

    /// Some of the tokens.
    @inlinable package func part(_ range: Range<Int>) -> TokenList {
        TokenList(whole, bounds.lowerBound + range.lowerBound..<bounds.lowerBound + range.upperBound)
    }

    /// Which of the tokens lie wholly between two offsets.
    package func indices(within range: Range<Int>) -> Range<Int> {
        let tokens = whole.tokens
        let first = bounds.countOfLeading { tokens[$0].range.lowerBound < range.lowerBound }
        let within = bounds.dropFirst(first).countOfLeading { tokens[$0].range.upperBound <= range.upperBound }
        return first..<first + within
    }
}

/// A text and its tokens, shared by all of its parts.
@usableFromInline
final class WholeText: Sendable {
    @usableFromInline let text: [UInt8]
    @usableFromInline let tokens: [Token]

    init(_ text: [UInt8], _ tokens: [Token]) {
        self.text = text
        self.tokens = tokens
    }
}
