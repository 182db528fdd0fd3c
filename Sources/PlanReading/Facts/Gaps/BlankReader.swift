import Plan
import SourceText

/// Finds a blank that was never filled in: `TBD`, `TODO: ask Ann`, `???`, `[insert date]`, `to be decided`.
struct BlankReader {
    enum Place {
        case title, value, item, task, prose
        /// The beginning of a line whose word ahead of the colon may be the mark: `TODO: ask Ann`.
        case lead
    }
    private let text: ReadText
    private let place: Place
    /// Whether brackets are blanks: in a message they are filled in when it is sent.
    private let fillsForms: Bool

    init(_ text: ReadText, _ place: Place, fillsForms: Bool) {
        self.text = text
        self.place = place
        self.fillsForms = fillsForms
    }

    /// What every blank has; most texts are passed by without a look at their tokens.
    static func mayHold(_ text: ReadText) -> Bool {
        text.mentions(blankSigns) || text.utf8.holds(UInt8(ascii: "?"), in: text.bytes)
    }

    var blank: (text: String, span: SourceSpan)? {
        guard let range = mark ?? questionMarks ?? form else { return nil }
        return (text.text(tokens: range), text.span(tokens: range))
    }

    private var tokens: TokenList { text.tokens }

    // MARK: Marks

    private var mark: Range<Int>? {
        guard text.mentions(.placeholder) else { return nil }
        if place == .lead { return tokens.indices.first.flatMap { isNote(at: $0) ? $0..<$0 + 1 : nil } }
        for index in tokens.indices where tokens[index].isA(.placeholder) && !isPartOfName(index) {
            if isMark(at: index) { return index..<index + 1 }
            // `to be decided`, and nothing more.
            let isPhrase = index > 0 && !tokens[index].glued && tokens[index].range.count > 4
            if isPhrase, place == .value, tokens.count <= 5 { return tokens.indices }
        }
        return nil
    }

    private func isMark(at index: Int) -> Bool {
        let written = text.text(tokens: index..<index + 1)
        switch written {
        case "TBD", "FIXME":
            // `TBD = to be decided` explains the word.
            if index + 1 < tokens.count, tokens[index + 1].isSign("=") || tokens[index + 1].isA(.saying) {
                return false
            }
            return place == .task ? isWhole(index) : place != .prose || tokens.count <= 8
        case "TODO":
            if place == .title { return isNote(at: index) || isBracketed(index) }
            // Spanish has the word too, and shouts it in titles.
            return isWhole(index)
                || place != .task && (isBracketed(index) || isNote(at: index) && (index == 0 || place != .prose))
        case "XXX", "TBA", "TBC": return isWhole(index) || isBracketed(index)
        default: break
        }
        switch written.lowercased() {
        case "tbd", "t.b.d": return place == .value && isWhole(index)
        case "lorem": return text.isWord(index + 1, "ipsum")
        default: return false
        }
    }

    /// `TODO:` and `TODO(ann)`, where the line begins.
    private func isNote(at index: Int) -> Bool {
        guard ["TODO", "FIXME"].contains(text.text(tokens: index..<index + 1)), index + 1 < tokens.count else {
            return false
        }
        let next = tokens[index + 1]
        return next.glued && (next.isSign(":") || next.isSign("(")) && index + 2 < tokens.count
    }

    /// Nothing but the mark, and signs around it.
    private func isWhole(_ index: Int) -> Bool {
        tokens.indices.allSatisfy { $0 == index || tokens[$0].sign != nil }
    }

    private func isBracketed(_ index: Int) -> Bool {
        guard index > 0, index + 1 < tokens.count else { return false }
        let (before, behind) = (tokens[index - 1], tokens[index + 1])
        return (before.isSign("[") || before.isSign("(")) && (behind.isSign("]") || behind.isSign(")"))
    }

    /// `TBD-12`, `MAX_TODO`, `#TBD`
    private func isPartOfName(_ index: Int) -> Bool {
        let before =
            index > 0 && tokens[index].glued && !tokens[index - 1].isSign("(") && !tokens[index - 1].isSign("[")
        let behind = index + 1 < tokens.count && tokens[index + 1].glued
        return before && (tokens[index - 1].sign.map(joiners.contains) ?? true)
            || behind
                && (tokens[index + 1].sign == nil || tokens[index + 1].isSign("-") || tokens[index + 1].isSign("/"))
    }

    // MARK: Question marks

    /// `???` by itself, or `??` where nothing else stands; `Really???` asks.
    private var questionMarks: Range<Int>? {
        guard place == .value || place == .title, text.utf8.holds(UInt8(ascii: "?"), in: text.bytes) else { return nil }
        var start: Int?
        for index in tokens.indices {
            guard tokens[index].isSign("?") else {
                start = nil
                continue
            }
            if start == nil || !tokens[index].glued { start = index }
            guard let first = start, !(tokens[first].glued && first > 0 && tokens[first - 1].sign == nil) else {
                continue
            }
            let isLast = index + 1 == tokens.count || !tokens[index + 1].isSign("?")
            if isLast, index - first >= 2 || first == 0 && index == 1 && tokens.count == 2 { return first..<index + 1 }
        }
        return nil
    }

    // MARK: Forms

    /// `[insert date]` anywhere, `[date]` where a value should stand.
    private var form: Range<Int>? {
        guard fillsForms, place != .prose, text.mentions([.fillIn, .blank]),
            text.utf8.holds(UInt8(ascii: "["), in: text.bytes)
        else { return nil }
        for index in tokens.indices.dropLast() where tokens[index].isSign("[") {
            guard let close = tokens.indices.first(where: { $0 > index && tokens[$0].isSign("]") }), close > index + 1,
                close <= index + 8
            else { continue }
            let inside = index + 1..<close
            let isWhole = index == 0 && close == tokens.count - 1
            let asks = tokens[index + 1].isA(.fillIn) && tokens[index + 1].glued && inside.count > 1
            let names = isWhole && place == .value && inside.allSatisfy { tokens[$0].isA(.blank) }
            if asks || names { return index..<close + 1 }
        }
        return nil
    }
}

private let blankSigns: WordClassSet = [.placeholder, .fillIn, .blank]

/// Signs that make one name of the words around them.
private let joiners: Set<Sign> = ["-", "#", "/", ".", "@", "$", "="]
