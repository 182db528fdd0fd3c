/// Reads limits that are a change against what was.
extension QuantityReader {
    /// A limit with all of its words: `reduced by 50 %`, `50 % lower than before`.
    package struct ChangeMatch: Sendable {
        package let limit: Limit
        package let tokens: Range<Int>
        /// What is changed, where it stands among them: `50 % fewer tickets than before`; else empty.
        package let subject: Range<Int>
    }

    /// What makes a limit a change.
    struct ChangePhrase {
        let change: Limit.Change
        let tokens: Range<Int>
        let subject: Range<Int>
    }

    /// Every limit of the text that is a change, in order.
    package func changes() -> [ChangeMatch] {
        guard text.mentions(.number) || text.mentions(.halved) else { return [] }
        var matches: [ChangeMatch] = []
        var index = 0
        while index < text.tokens.count {
            if let match = halving(at: index) ?? phrase(at: index), match.limit.change != nil {
                matches.append(match)
                index = max(index + 1, match.tokens.upperBound)
            } else {
                index += 1
            }
        }
        return matches
    }

    /// What stands before a limit (`drops by`), on both sides of it (`um … gesenkt`) or behind it (`less than before`) and
    /// makes it a change; nil for an amount, as in `reduced to 50 ms`.
    func change(around limit: Range<Int>, _ quantity: Quantity) -> ChangePhrase? {
        change(before: limit, quantity) ?? change(behind: limit, quantity)
    }

    private func change(before limit: Range<Int>, _ quantity: Quantity) -> ChangePhrase? {
        var first = limit.lowerBound
        while first > 0, limit.lowerBound - first < 2, isAny(first - 1, of: ChangeWords.leads) { first -= 1 }
        guard first < limit.lowerBound, !goesOn(limit, first),
            quantity.unit.dimension == .share || !isAny(first, of: ChangeWords.shareLeads)
        else { return nil }
        let end = limit.upperBound
        if first > 0, let change = verb(first - 1), comparison(at: first - 1) == nil,
            !text.isWord(first, "of") || ChangeWords.nouns.contains(text.word(text.tokens[first - 1]) ?? "")
        {
            return ChangePhrase(change: change, tokens: first - 1..<end, subject: end..<end)
        }
        guard isAny(first, of: ChangeWords.embracing), let change = verb(end) ?? comparative(end) else { return nil }
        return ChangePhrase(change: change, tokens: first..<end + 1, subject: end..<end)
    }

    /// `à 20` behind `baisse de 50`: from one amount to another.
    private func goesOn(_ limit: Range<Int>, _ lead: Int) -> Bool {
        text.isWord(lead, "de") && isAny(limit.upperBound, of: ChangeWords.ends)
            && limit.upperBound + 1 < text.tokens.count && text.tokens[limit.upperBound + 1].number != nil
    }

    /// `lower than before`, `de moins qu'avant`, `fewer tickets than the baseline`.
    private func change(behind limit: Range<Int>, _ quantity: Quantity) -> ChangePhrase? {
        guard quantity.unit.dimension == .share else { return nil }
        let word = text.isWord(limit.upperBound, "de") ? limit.upperBound + 1 : limit.upperBound
        guard let change = comparative(word) else { return nil }
        let start = isAny(word + 1, of: ChangeWords.faster) ? word + 2 : word + 1
        var than: Int?
        var index = start
        while index < min(start + 6, text.tokens.count), text.tokens[index].isWord {
            let isBoth = isAny(index, of: ChangeWords.thanBaseline)
            if isBoth || isAny(index, of: ChangeWords.than) { than = than ?? index }
            if let than, isBoth || index - than <= 3 && isAny(index, of: ChangeWords.baseline) {
                return ChangePhrase(change: change, tokens: limit.lowerBound..<index + 1, subject: start..<than)
            }
            index += 1
        }
        return nil
    }

    /// `halved`, `cut in half`, `réduit de moitié`, `um die Hälfte gesenkt`.
    private func halving(at index: Int) -> ChangeMatch? {
        guard text.tokens[index].isA(.halved) else { return nil }
        var (first, last) = (index, index)
        if !isAny(index, of: ChangeWords.halving) {
            while first > 0, index - first < 2, isAny(first - 1, of: ChangeWords.halfLeads) { first -= 1 }
            guard first < index else { return nil }
            if first > 0, verb(first - 1) == .reduced {
                first -= 1
            } else if isAny(first, of: ChangeWords.embracing), verb(index + 1) == .reduced {
                last += 1
            } else {
                return nil
            }
        }
        let limit = Limit(
            comparison: nil, quantity: Quantity(50, .percent), change: .reduced,
            text: text.text(text.range(first, last)))
        return ChangeMatch(limit: limit, tokens: first..<last + 1, subject: last + 1..<last + 1)
    }

    // MARK: Words

    private func verb(_ index: Int) -> Limit.Change? {
        guard index < text.tokens.count, let word = text.word(text.tokens[index]) else { return nil }
        return ChangeWords.reducing.contains(word)
            ? .reduced : ChangeWords.increasing.contains(word) ? .increased : nil
    }

    /// `lower`, `más rápido`; nil for `moins rapide`, which nobody sets for a limit.
    private func comparative(_ index: Int) -> Limit.Change? {
        if isAny(index, of: ChangeWords.faster) { return .faster }
        let isFaster = isAny(index + 1, of: ChangeWords.faster)
        if isAny(index, of: ChangeWords.fewer) { return isFaster ? nil : .reduced }
        return isAny(index, of: ChangeWords.greater) ? isFaster ? .faster : .increased : nil
    }

    private func isAny(_ index: Int, of words: [String]) -> Bool {
        index < text.tokens.count && text.tokens[index].isWord && words.contains { text.isWord(index, $0) }
    }
}
