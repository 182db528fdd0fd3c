extension QuantityReader {
    /// A length of time with the tokens it covers.
    package struct TimeMatch: Sendable {
        package let amount: TimeAmount
        package let tokens: Range<Int>
    }

    /// The value of a duration field: `2 days`, `< 5 minutes per feature`, `Immediate`, `N/A (optimization only)`.
    ///
    /// - Returns: nil when there is no text at all; words without a time are `.unclear`.
    package func timeField() -> TimeAmount? {
        guard !text.tokens.isEmpty else { return nil }
        let whole = text.text(text.range(0, text.tokens.count - 1))
        // What the value begins with is what it says: `N/A (last year it took 10 minutes)`.
        if text.tokens[0].isA(.immediate) {
            return TimeAmount(kind: .immediate, seconds: 0, text: whole)
        }
        if saysNotApplicable {
            return TimeAmount(kind: .notApplicable, seconds: nil, text: whole)
        }
        if let match = firstTime(), isWhole(match) {
            let amount = match.amount
            return TimeAmount(
                kind: amount.kind, seconds: amount.seconds, lowerSeconds: amount.lowerSeconds,
                comparison: amount.comparison, per: amount.per, text: whole)
        }
        return TimeAmount(kind: .unclear, seconds: nil, text: whole)
    }

    /// `N/A`, `none`, `not applicable`, behind signs at most.
    private var saysNotApplicable: Bool {
        guard let first = text.tokens.firstIndex(where: \.isWord) else { return false }
        if text.isWord(first, "n") {
            let next = text.tokens[(first + 1)...].firstIndex(where: \.isWord)
            return next.map { text.isWord($0, "a") } ?? false
        }
        return text.tokens[first].isA(.notApplicable)
            || text.isWord(first, "not") && text.isWord(first + 1, "applicable")
    }

    /// Whether a time is all that the value says: `2 days (backend), 3 days (frontend)` is two, and in
    /// `Day 1 to day 6 (4 days of work)` it says how much work there is.
    private func isWhole(_ match: TimeMatch) -> Bool {
        let next = match.tokens.upperBound
        if next < text.tokens.count, text.tokens[next].isA(.effort) { return false }
        if next + 1 < text.tokens.count, text.tokens[next].isA(.of),
            text.tokens[next + 1].isA(.work)
        {
            return false
        }
        var depth = 0
        var index = next
        while index < text.tokens.count {
            if text.tokens[index].isSign("(") {
                depth += 1
            } else if text.tokens[index].isSign(")") {
                depth -= 1
            } else if depth == 0, let other = time(at: index) {
                return other.amount == match.amount
            }
            index += 1
        }
        return true
    }

    /// The first length of time in the text, wherever it stands.
    package func firstTime() -> TimeMatch? {
        guard text.mentions(QuantityReader.amounts) else { return nil }
        var index = 0
        while index < text.tokens.count {
            if let match = time(at: index) { return match }
            index += 1
        }
        return nil
    }

    private static let amounts: WordClassSet = [.number, .spelledNumber]
    private static let timeStarts: WordClassSet = [.number, .spelledNumber, .comparisonSign, .comparison, .about]

    /// The length of time that starts at a token; `1 h 30 min` is one.
    package func time(at start: Int) -> TimeMatch? {
        guard start < text.tokens.count,
            text.tokens[start].isA(QuantityReader.timeStarts) || text.tokens[start].kind == .sign
        else { return nil }
        var index = start
        var comparison: Comparison?
        if let found = self.comparison(at: index) {
            comparison = found.comparison
            index = found.next
        }
        // Few words lead to a number; a text of nothing else must not be read from each of them to the end.
        while index < text.tokens.count, index < start + 6,
            text.tokens[index].isSign("~") || text.tokens[index].isSign("≈")
                || text.tokens[index].isA(.about)
                || (text.tokens[index].isSign(".") && index > start)
        {
            index += 1
        }
        guard let first = plainTime(at: index) ?? (comparison == nil ? nil : singleTime(at: index)) else { return nil }
        var seconds = first.quantity.baseValue
        var next = first.tokens.upperBound
        var scale = first.quantity.unit.scale
        while first.lower == nil, let more = plainTime(at: next) ?? plainTime(at: behindJoint(next)),
            more.quantity.unit.scale < scale
        {
            seconds += more.quantity.baseValue
            scale = more.quantity.unit.scale
            next = more.tokens.upperBound
        }
        // `1h30`, and `1 h 30` with nothing but a sign behind it.
        if first.quantity.unit == .hours, next == first.tokens.upperBound, next < text.tokens.count,
            text.tokens[next].glued || next + 1 == text.tokens.count
                || text.tokens[next + 1].sign != nil && !text.tokens[next + 1].glued
                || text.tokens[next + 1].isSign(")") || text.tokens[next + 1].isSign("."),
            text.tokens[next].range.count == 2, let minutes = text.tokens[next].number, minutes < 60
        {
            seconds += minutes * 60
            next += 1
        }
        var per: String?
        if next + 1 < text.tokens.count, text.tokens[next].isA(.per) || text.tokens[next].isA(.each),
            let word = text.word(text.tokens[next + 1])
        {
            per = word
            next += 2
        }
        let amount = TimeAmount(
            kind: .measured, seconds: seconds, lowerSeconds: first.lower.map { $0 * first.quantity.unit.scale },
            comparison: comparison, per: per, text: text.text(text.range(start, next - 1)))
        return TimeMatch(amount: amount, tokens: start..<next)
    }

    /// Behind the comma or the `and` of `1 hour and 30 minutes`.
    private func behindJoint(_ index: Int) -> Int {
        guard index < text.tokens.count,
            text.tokens[index].isSign(",") || text.tokens[index].isA(.and)
        else { return index }
        return index + 1
    }

    private func plainTime(at index: Int) -> QuantityMatch? {
        guard let match = quantity(at: index) ?? spelledTime(at: index), match.quantity.unit.dimension == .time,
            match.quantity.unit.perSeconds == nil
        else { return nil }
        return match
    }

    /// The `A day` of `A day of work`, where the whole sentence is on a length of time.
    package func unitTime(at index: Int) -> TimeMatch? {
        singleTime(at: index).map {
            TimeMatch(
                amount: TimeAmount(kind: .measured, seconds: $0.quantity.baseValue, text: $0.quantity.text),
                tokens: $0.tokens)
        }
    }

    /// The `a minute` of `under a minute`; without a comparison it is said of anything.
    private func singleTime(at index: Int) -> QuantityMatch? {
        guard index + 1 < text.tokens.count, text.tokens[index].isA(.article), let unit = text.tokens[index + 1].unit,
            unit.dimension == .time, text.tokens[index + 1].range.count > 2
        else { return nil }
        return QuantityMatch(
            quantity: Quantity(1, unit, text: text.text(text.range(index, index + 1))), lower: nil,
            tokens: index..<index + 2)
    }

    /// `two days`.
    private func spelledTime(at index: Int) -> QuantityMatch? {
        guard index + 1 < text.tokens.count, let number = text.tokens[index].spelledNumber,
            text.tokens[index + 1].range.count > 1, let unit = text.tokens[index + 1].unit
        else { return nil }
        return QuantityMatch(
            quantity: Quantity(number, unit, text: text.text(text.range(index, index + 1))), lower: nil,
            tokens: index..<index + 2)
    }
}
