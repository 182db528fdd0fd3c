import MarkdownTree
import Plan
import SourceText

/// A text with its tokens and with the place of each of its bytes: what every reader of facts works on.
///
/// A part shares the bytes and tokens of the whole, so that cutting a line into key and value reads nothing twice.
/// Offsets count the bytes of the whole.
struct ReadText: Sendable {
    private let origin: TextOrigin
    private let tokenized: TokenizedText
    /// Where the text stands in the whole, without white space at either end.
    let bytes: Range<Int>

    init(_ plain: PlainText, _ style: WritingStyle) {
        self.init(
            TextOrigin(plain),
            TokenizedText(utf8: plain.utf8, numbers: style.numbers, vocabulary: style.vocabulary), plain.utf8.indices)
    }

    private init(_ origin: TextOrigin, _ tokenized: TokenizedText, _ range: Range<Int>) {
        self.origin = origin
        self.tokenized = tokenized
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, tokenized.utf8[lower].isSpace { lower += 1 }
        while upper > lower, tokenized.utf8[upper - 1].isSpace { upper -= 1 }
        bytes = lower..<upper
    }

    /// The bytes of the whole, of which `bytes` are the text's own.
    var utf8: [UInt8] { tokenized.utf8 }
    var isEmpty: Bool { bytes.isEmpty }
    var text: String { tokenized.text(bytes) }
    var tokens: TokenList { tokenized.tokens }
    var quantities: QuantityReader { QuantityReader(tokenized) }
    var schedules: ScheduleReader { ScheduleReader(tokenized) }
    /// What the text's words mean, all together.
    var classes: WordClassSet { tokenized.classes }
    var span: SourceSpan { origin.plain.span(bytes) }

    /// Whether a word of the text carries the class: `text.mentions(.rollback)`.
    func mentions(_ wordClass: WordClass) -> Bool { tokenized.mentions(wordClass) }
    /// Whether a word of the text carries one of the classes.
    func mentions(_ any: WordClassSet) -> Bool { tokenized.mentions(any) }

    /// Whether the text says one of these words and beside it nothing but what qualifies it.
    func isCalled(_ names: WordClassSet, with qualifiers: WordClassSet) -> Bool {
        mentions(names) && tokens.allSatisfy { !$0.isWord || $0.isA(names) || $0.isA(qualifiers) }
    }

    /// The word at a token in small letters; nil when it is none.
    func word(_ token: Token) -> String? { tokenized.word(token) }
    /// Whether a token is this word, given in small letters.
    func isWord(_ index: Int, _ word: String) -> Bool { tokenized.isWord(index, word) }

    /// A part of this text.
    func part(_ range: Range<Int>) -> ReadText {
        let range = range.clamped(to: bytes)
        return ReadText(origin, tokenized.part(range), range)
    }

    /// Source span of a run of tokens; the whole text's when the run is empty.
    func span(tokens range: Range<Int>) -> SourceSpan {
        guard !range.isEmpty, range.upperBound <= tokens.count else { return span }
        return origin.plain.span(bytes(tokens: range))
    }

    /// The text from one token to the end of another.
    func text(tokens range: Range<Int>) -> String {
        guard !range.isEmpty, range.upperBound <= tokens.count else { return "" }
        return tokenized.text(bytes(tokens: range))
    }

    /// The bytes that a run of tokens covers; the run must not be empty.
    func bytes(tokens range: Range<Int>) -> Range<Int> {
        tokenized.range(range.lowerBound, range.upperBound - 1)
    }

    /// The rest of the text from a token on.
    func rest(from token: Int) -> ReadText {
        part((token < tokens.count ? tokens[token].range.lowerBound : bytes.upperBound)..<bytes.upperBound)
    }
}

/// The text that parts share, with the places of its bytes.
private final class TextOrigin: Sendable {
    let plain: PlainText

    init(_ plain: PlainText) { self.plain = plain }
}

extension UInt8 {
    /// Space, tab, line breaks and form feed.
    fileprivate var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0d) }
}
