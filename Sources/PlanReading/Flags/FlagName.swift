import MarkdownTree
import Plan
import SourceText

/// A name that a line writes as code and that may be a flag's.
struct FlagName: Sendable {
    let name: String
    let span: SourceSpan
    /// The tokens of its line that it covers.
    let tokens: Range<Int>
    /// Where the next name begins, or the text ends.
    var end: Int
    /// Whether the words beside it call it a flag.
    let isCalledFlag: Bool
    /// Whether it is written as code; else its letters show that it is no word: `new_checkout`, `newCheckout`.
    let isCode: Bool

    /// `new_checkout`, `newCheckout`; `new-checkout` may as well be a host or a job.
    var isNoWord: Bool {
        name.utf8.dropFirst().dropLast().contains(UInt8(ascii: "_"))
            || name.utf8.first.map { (0x61...0x7a).contains($0) } == true
                && name.utf8.contains { (0x41...0x5a).contains($0) }
    }
}

extension ReadText {
    /// The runs of tokens that end with a full stop, or with the text.
    var sentences: [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        for index in tokens.indices where endsSentence(index) {
            found.append(start..<index + 1)
            start = index + 1
        }
        if start < tokens.count { found.append(start..<tokens.count) }
        return found
    }

    func endsSentence(_ index: Int) -> Bool {
        guard tokens[index].isSign("."), index + 1 < tokens.count else { return tokens[index].isSign(".") }
        // `am 3. Februar`
        let isDate = index > 0 && tokens[index - 1].number != nil && tokens[index + 1].isA(.monthName)
        return !tokens[index + 1].glued && !isDate
    }

    /// The tokens that a part of the text's source covers.
    func tokens(covering span: SourceSpan) -> Range<Int> {
        let first = tokenCount(before: span.range.lowerBound)
        return first..<max(first, tokenCount(before: span.range.upperBound))
    }

    /// How many tokens begin before a place of the source.
    private func tokenCount(before offset: Int) -> Int {
        tokens.indices.countOfLeading { span(tokens: $0..<$0 + 1).range.lowerBound < offset }
    }

    /// The names among the code spans of the text, each with whether the words beside it call it a flag: ``flag `x` ``,
    /// ``the switch is `x` ``, `` `x` feature flag ``, ``flags `x` and `y` ``.
    func flagNames(_ literals: some Sequence<PlainText>) -> [FlagName] {
        let speaksOfFlags = mentions(flagNouns)
        var names: [FlagName] = []
        for literal in literals {
            let name = literal.text
            guard isFlagName(name) else { continue }
            let span = literal.span
            let range = tokens(covering: span)
            let isCalled =
                speaksOfFlags
                && (isFlagBefore(range.lowerBound) || isFlagBehind(range.upperBound)
                    || names.last.map { $0.isCalledFlag && isListed($0.tokens.upperBound..<range.lowerBound) } ?? false)
            guard isCalled || nameWords(name).count > 1 else { continue }
            if !names.isEmpty { names[names.count - 1].end = range.lowerBound }
            names.append(
                FlagName(
                    name: name, span: span, tokens: range, end: tokens.count, isCalledFlag: isCalled, isCode: true))
        }
        if names.isEmpty, mentions(.flag), let name = plainFlagName { names.append(name) }
        return names
    }

    /// `the new_checkout flag`: a name without code marks, whose letters show that it is no word.
    private var plainFlagName: FlagName? {
        for index in tokens.indices where tokens[index].isWord {
            let bytes = utf8[tokens[index].range]
            let isName =
                bytes.dropFirst().dropLast().contains(UInt8(ascii: "_"))
                || bytes.first.map { (0x61...0x7a).contains($0) } == true
                    && bytes.contains { (0x41...0x5a).contains($0) }
            guard isName else { continue }
            let word = text(tokens: index..<index + 1)
            guard isFlagName(word), isFlagBefore(index) || isFlagBehind(index + 1) else { continue }
            return FlagName(
                name: word, span: span(tokens: index..<index + 1), tokens: index..<index + 1, end: tokens.count,
                isCalledFlag: true,
                isCode: false)
        }
        return nil
    }

    private func isFlagBefore(_ index: Int) -> Bool {
        var index = index - 1
        var links = 0
        while index >= 0, links < 3, isNameSign(tokens[index]) || tokens[index].isA(.nameLink) {
            links += 1
            index -= 1
        }
        guard index >= 0 else { return false }
        return tokens[index].isA(.flag) || links > 0 && tokens[index].isA(.switchNoun)
    }

    private func isFlagBehind(_ index: Int) -> Bool {
        var index = index
        var links = 0
        while index < tokens.count, links < 3,
            isNameSign(tokens[index]) || tokens[index].isA([.nameLink, .flagAdjective])
        {
            links += 1
            index += 1
        }
        guard index < tokens.count else { return false }
        // `x` switch; but not `x` switches on.
        return tokens[index].isA(.flag)
            || tokens[index].isA(.switchNoun)
                && !(index + 1 < tokens.count && tokens[index + 1].isA([.switchOn, .switchOff]))
    }

    private func isNameSign(_ token: Token) -> Bool {
        guard let sign = token.sign else { return false }
        return sign == "(" || sign == ":" || sign == "\"" || sign == "„" || sign == "“" || sign == "'" || sign.isDash
    }

    private func isListed(_ range: Range<Int>) -> Bool {
        // What a bracket says of one name does not end the list: `x` (2%), `y` (5%).
        var isInBrackets = false
        return range.allSatisfy { index in
            if tokens[index].isSign("(") { isInBrackets = true }
            defer { if tokens[index].isSign(")") { isInBrackets = false } }
            return isInBrackets || tokens[index].isSign(",") || tokens[index].isSign("/") || tokens[index].isA(.and)
        }
    }
}

private let flagNouns: WordClassSet = [.flag, .switchNoun]

/// The code spans of one paragraph after the other, handed to the lines that the paragraph was cut into.
struct CodeSpans {
    private var node: MarkdownNode?
    private var rest: ArraySlice<PlainText> = []

    /// Those of a line, in order; lines must come in reading order.
    mutating func next(in line: ContentLine) -> ArraySlice<PlainText> {
        guard line.hasCode else { return [] }
        let textNode = line.node.textNode
        if node != textNode {
            node = textNode
            rest = textNode.codeSpans[...]
        }
        let range = line.text.span.range
        rest = rest.drop { $0.span.range.upperBound <= range.lowerBound }
        return rest.prefix { $0.span.range.lowerBound < range.upperBound }
    }
}

extension MarkdownNode {
    /// The paragraph of a list item; the node itself elsewhere.
    fileprivate var textNode: MarkdownNode {
        if case .item = kind { firstChild ?? self } else { self }
    }
}
