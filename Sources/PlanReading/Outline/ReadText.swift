import MarkdownTree
import Plan
import SourceText

/// A text with its tokens and with the place of each of its bytes: what every reader of facts works on.
///
/// A part shares the bytes and tokens of the whole, so that cutting a line into key and value reads nothing twice.
/// Offsets count the bytes of the whole.
struct ReadText: Sendable {
    private let whole: WholeReading
    /// Which of the whole's tokens are the text's own.
    private let ownTokens: Range<Int>
    /// Where the text stands in the whole, without white space at either end.
    let bytes: Range<Int>
    /// What the text's words mean, all together.
    let classes: WordClassSet

    init(_ plain: consuming PlainText, _ style: WritingStyle) {
        let utf8 = plain.utf8
        let tokenized = TokenizedText(utf8: utf8, numbers: style.numbers, vocabulary: style.vocabulary)
        self.init(WholeReading(plain, tokenized), tokenized.tokens.indices, utf8.indices, tokenized.classes)
    }

    private init(_ whole: WholeReading, _ tokens: Range<Int>, _ range: Range<Int>, _ classes: WordClassSet) {
        self.whole = whole
        ownTokens = tokens
        self.classes = classes
        let utf8 = whole.tokenized.utf8
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, utf8[lower].isSpace { lower += 1 }
        while upper > lower, utf8[upper - 1].isSpace { upper -= 1 }
        bytes = lower..<upper
    }

    /// The bytes of the whole, of which `bytes` are the text's own.
    var utf8: [UInt8] { whole.tokenized.utf8 }
    var isEmpty: Bool { bytes.isEmpty }
    var text: String { whole.tokenized.text(bytes) }
    var tokens: TokenList { whole.tokenized.tokens.part(ownTokens) }
    var quantities: QuantityReader { QuantityReader(tokenized) }
    var schedules: ScheduleReader { ScheduleReader(tokenized) }
    var span: SourceSpan { whole.plain.span(bytes) }

    private var tokenized: TokenizedText { whole.tokenized.part(tokens: ownTokens, classes) }

    /// Whether a word of the text carries the class: `text.mentions(.rollback)`.
    func mentions(_ wordClass: WordClass) -> Bool { classes.contains(wordClass) }
    /// Whether a word of the text carries one of the classes.
    func mentions(_ any: WordClassSet) -> Bool { classes.intersects(any) }

    /// Whether the text says one of these words and beside it nothing but what qualifies it.
    func isCalled(_ names: WordClassSet, with qualifiers: WordClassSet) -> Bool {
        mentions(names) && tokens.allSatisfy { !$0.isWord || $0.isA(names) || $0.isA(qualifiers) }
    }

    /// The word at a token in small letters; nil when it is none.
    func word(_ token: Token) -> String? { whole.tokenized.word(token) }
    /// Whether a token is this word, given in small letters.
    func isWord(_ index: Int, _ word: String) -> Bool {
        index < ownTokens.count && whole.tokenized.isWord(ownTokens.lowerBound + index, word)
    }

    /// A part of this text.
    func part(_ range: Range<Int>) -> ReadText {
        let range = range.clamped(to: bytes)
        let tokens = tokens
        let own = tokens.indices(within: range)
        return ReadText(
            whole, ownTokens.lowerBound + own.lowerBound..<ownTokens.lowerBound + own.upperBound, range,
            tokens.part(own).classes)
    }

    /// A part that is read anew: a cut within a word makes two of it.
    func partReadAnew(_ range: Range<Int>, _ style: WritingStyle) -> ReadText {
        ReadText(whole.plain.slice(range).trimmed(), style)
    }

    /// Source span of a run of tokens; the whole text's when the run is empty.
    func span(tokens range: Range<Int>) -> SourceSpan {
        guard !range.isEmpty, range.upperBound <= ownTokens.count else { return span }
        return whole.plain.span(bytes(tokens: range))
    }

    /// The text from one token to the end of another.
    func text(tokens range: Range<Int>) -> String {
        guard !range.isEmpty, range.upperBound <= ownTokens.count else { return "" }
        return whole.tokenized.text(bytes(tokens: range))
    }

    /// The bytes that a run of tokens covers; the run must not be empty.
    func bytes(tokens range: Range<Int>) -> Range<Int> {
        whole.tokenized.range(ownTokens.lowerBound + range.lowerBound, ownTokens.lowerBound + range.upperBound - 1)
    }

    /// The rest of the text from a token on.
    func rest(from token: Int) -> ReadText {
        part((token < tokens.count ? tokens[token].range.lowerBound : bytes.upperBound)..<bytes.upperBound)
    }
}

/// The text that parts share, with the places of its bytes.
///
/// One object: a text that is handed on counts one reference.
private final class WholeReading: Sendable {
    let plain: PlainText
    let tokenized: TokenizedText

    init(_ plain: consuming PlainText, _ tokenized: TokenizedText) {
        self.plain = plain
        self.tokenized = tokenized
    }
}

extension UInt8 {
    /// Space, tab, line breaks and form feed.
    fileprivate var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0d) }
}
