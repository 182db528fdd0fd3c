import MarkdownTree
import Plan
import SourceText

/// A text with its tokens and with the place of each of its bytes: what every reader of facts works on.
struct ReadText: Sendable {
    let plain: PlainText
    let tokenized: TokenizedText

    private let numbers: NumberStyle

    /// - Parameter numbers: how the document writes them.
    init(_ plain: PlainText, _ numbers: NumberStyle) {
        self.plain = plain
        self.numbers = numbers
        tokenized = TokenizedText(utf8: plain.utf8, numbers: numbers)
    }

    /// A part of this text.
    func part(_ range: Range<Int>) -> ReadText { ReadText(plain.slice(range).trimmed(), numbers) }

    var text: String { plain.text }
    var tokens: [Token] { tokenized.tokens }
    var quantities: QuantityReader { QuantityReader(tokenized) }
    var schedules: ScheduleReader { ScheduleReader(tokenized) }
    var span: SourceSpan { plain.trimmed().span }

    /// Source span of a run of tokens; the whole text's when the run is empty.
    func span(tokens range: Range<Int>) -> SourceSpan {
        guard !range.isEmpty, range.upperBound <= tokens.count else { return span }
        return plain.span(tokenized.range(range.lowerBound, range.upperBound - 1))
    }

    /// The text from one token to the end of another, without the signs that close it.
    func text(tokens range: Range<Int>) -> String {
        guard !range.isEmpty, range.upperBound <= tokens.count else { return "" }
        return tokenized.text(tokenized.range(range.lowerBound, range.upperBound - 1))
    }

    /// The rest of the text behind a token, trimmed.
    func rest(from token: Int) -> ReadText {
        let start = token < tokens.count ? tokens[token].range.lowerBound : plain.utf8.count
        return part(start..<plain.utf8.count)
    }

    func contains(_ words: Set<String>) -> Bool { tokens.contains { $0.isWord(words) } }
}
