import Plan
import SourceText

extension ContentLine {
    /// A bound and the word that there is none, said of one setting in one line: `MAX_AGE=72h (unbounded for replay)`,
    /// `unbounded message retention (72h)`.
    var contradictedBounds: [BoundedSetting] {
        guard text.mentions(.unbounded), text.mentions(.number), text.tokens.count < 60,
            let word = text.tokens.firstIndex(where: { $0.isA(.unbounded) })
        else { return [] }
        return valueBefore(word) ?? valueBehind(word) ?? []
    }

    /// `NAME=72h (unbounded …)`
    private func valueBefore(_ word: Int) -> [BoundedSetting]? {
        let open = word - 1
        guard open > 2, text.tokens[open].isSign("("), let match = quantity(endingAt: open),
            let name = text.assignedName(before: match.tokens.lowerBound)
        else { return nil }
        let end = text.tokens[word...].firstIndex { $0.isSign(")") } ?? text.tokens.count
        guard !text.tokens[word..<end].contains(where: { $0.isA(elsewhere) }) else { return nil }
        return pair(name, match, word, word..<end)
    }

    private func quantity(endingAt end: Int) -> QuantityReader.LimitMatch? {
        for start in max(2, end - 3)..<end {
            if let match = text.quantities.limit(at: start), match.tokens.upperBound == end,
                match.limit.comparison == nil
            {
                return match
            }
        }
        return nil
    }

    /// `unbounded message retention (72h)`
    private func valueBehind(_ word: Int) -> [BoundedSetting]? {
        guard word == 0 || !text.tokens[max(0, word - 2)..<word].contains(where: { $0.isA(elsewhere) }),
            let open = text.tokens[word...].prefix(7).firstIndex(where: { $0.isSign("(") }), open > word + 1,
            text.tokens[word..<open].allSatisfy(\.isWord),
            let match = text.quantities.limit(at: open + 1), match.limit.comparison == nil,
            [.time, .bytes].contains(match.limit.quantity.unit.dimension),
            match.tokens.upperBound < text.tokens.count, text.tokens[match.tokens.upperBound].isSign(")")
        else { return nil }
        return pair(text.text(tokens: word + 1..<open), match, word, word..<open)
    }

    private func pair(
        _ name: String, _ match: QuantityReader.LimitMatch, _ word: Int, _ none: Range<Int>
    ) -> [BoundedSetting] {
        let (told, value) = (text.span(tokens: none), text.span(tokens: match.tokens))
        return [
            BoundedSetting(
                name: name, bound: nil, value: Claim(text.text(tokens: word..<word + 1), at: told, reading), home: told),
            BoundedSetting(
                name: name, bound: match.limit.quantity, value: Claim(match.limit.text, at: value, reading),
                home: value),
        ]
    }
}

extension ReadText {
    /// `STREAM_MAX_AGE=72h`, which says nothing else but what stands in brackets or behind a mark for comments.
    func assignedBound(_ reading: Reading) -> BoundedSetting? {
        guard mentions(.number), !mentions(.unbounded), tokens.count < 30,
            let sign = tokens.firstIndex(where: { $0.isSign("=") }), sign + 1 < tokens.count,
            let name = assignedName(before: sign + 1),
            let match = quantities.limit(at: sign + 1), match.limit.quantity.unit != .none,
            match.tokens.upperBound == tokens.count || tokens[match.tokens.upperBound].isSign("(")
                || tokens[match.tokens.upperBound].isSign("#")
        else { return nil }
        let value = span(tokens: match.tokens)
        return BoundedSetting(
            name: name, bound: match.limit.quantity, value: Claim(match.limit.quantity.text, at: value, reading),
            home: value)
    }

    /// `NAME` of `NAME=`.
    fileprivate func assignedName(before value: Int) -> String? {
        guard value > 1, tokens[value - 1].isSign("="),
            let name = text(tokens: 0..<value - 1).split(whereSeparator: \.isWhitespace).last,
            name.contains(where: \.isLetter)
        else { return nil }
        return String(name)
    }
}

/// What says that the other value holds elsewhere or no more.
private let elsewhere: WordClassSet = [
    .environment, .trial, .production, .negation, .refusal, .preset, .elsewhen, .when, .waiting, .current, .only,
]
