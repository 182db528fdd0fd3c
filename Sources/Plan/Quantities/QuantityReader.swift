/// Reads quantities, comparisons and limits out of tokens: the one place where numbers of a plan get their meaning.
package struct QuantityReader: Sendable {
    package let text: TokenizedText
    private var tokens: TokenList { text.tokens }

    package init(_ text: TokenizedText) {
        self.text = text
    }

    /// A quantity with the tokens it covers.
    package struct QuantityMatch: Sendable {
        package let quantity: Quantity
        /// Lower end of `1-5 %`.
        package let lower: Double?
        package let tokens: Range<Int>
    }

    /// A limit with the tokens it covers.
    package struct LimitMatch: Sendable {
        package let limit: Limit
        package let tokens: Range<Int>

        package init(limit: Limit, tokens: Range<Int>) {
            self.limit = limit
            self.tokens = tokens
        }
    }

    // MARK: Quantities

    /// The quantity that starts at a token: `100ms`, `99.9 %`, `$50/day`, `4.5/5`, `1-5%`, `2x`.
    ///
    /// - Returns: nil for numbers that are names (`5xx`, `3rd`, `2FA`).
    package func quantity(at start: Int) -> QuantityMatch? {
        var index = start
        var currency: Unit?
        if index < tokens.count, let unit = QuantityReader.currency(tokens[index]) {
            currency = unit
            index += 1
        }
        guard index < tokens.count, var number = tokens[index].number else { return nil }
        // `95. Perzentil`
        if text.mentions(.percentile), statisticMatch(at: index) != nil { return nil }
        index += 1
        var lower: Double?
        var firstUnit = unit(at: index, glued: true)
        let afterFirst = firstUnit?.next ?? index
        if let (upper, next) = rangeEnd(at: afterFirst, above: number) {
            lower = number
            number = upper
            index = next
            firstUnit = unit(at: index, glued: true) ?? firstUnit.map { ($0.unit, index) }
        }
        if index < tokens.count, tokens[index].glued, tokens[index].isWord, firstUnit == nil {
            guard let factor = magnitude(at: index) else { return nil }
            number *= factor
            index += 1
        }
        var unit = currency ?? Unit.none
        if let found = firstUnit ?? self.unit(at: index, glued: false) {
            unit = found.unit
            index = max(index, found.next)
        } else if let (best, next) = score(at: index, of: number) {
            unit = Unit(.score, "/\(formatNumber(best))", scale: best)
            index = next
        }
        if unit.perSeconds == nil,
            let (seconds, next) = rate(at: index)
                ?? (unit == .none && index < tokens.count && tokens[index].isWord ? rate(at: index + 1) : nil)
        {
            // `3 errors per minute`: what is counted stands between.
            unit = unit.per(seconds)
            index = next
        }
        return QuantityMatch(
            quantity: Quantity(number, unit, text: text.text(text.range(start, index - 1))), lower: lower,
            tokens: start..<index)
    }

    /// `%`, `ms`, `minutes`, `-minute`; single letters only right behind the number.
    func unit(at index: Int, glued: Bool) -> (unit: Unit, next: Int)? {
        guard index < tokens.count else { return nil }
        if tokens[index].isSign("%") || tokens[index].isSign("％") { return (.percent, index + 1) }
        if tokens[index].isSign("×") { return (Unit(.multiple, "x", scale: 1), index + 1) }
        if tokens[index].isSign("€") { return (Unit(.money, "€", scale: 1), index + 1) }
        if tokens[index].isWord {
            let isLetter = tokens[index].range.count == 1
            if isLetter, tokens[index].glued, text.isWord(index, "x") {
                return (Unit(.multiple, "x", scale: 1), index + 1)
            }
            guard let unit = tokens[index].unit else { return nil }
            if isLetter, !tokens[index].glued, !text.isWord(index, "s"), !text.isWord(index, "h") { return nil }
            // `-1 h` behind `T` is read as a schedule; here a dash joins number and unit: `24-h soak`.
            return (unit, index + 1)
        }
        if tokens[index].isSign("-"), tokens[index].glued, index + 1 < tokens.count, tokens[index + 1].glued,
            let unit = tokens[index + 1].unit
        {
            return (unit, index + 2)
        }
        return nil
    }

    /// The upper end of a range that goes on at a token: `-5`, `– 5`, `to 5`, `bis 5`.
    private func rangeEnd(at index: Int, above lower: Double) -> (Double, Int)? {
        guard index + 1 < tokens.count, let upper = tokens[index + 1].number, upper > lower else { return nil }
        let joins = tokens[index].sign.map { $0.isDash || $0 == .doubleDash } ?? tokens[index].isA(.rangeTo)
        return joins ? (upper, index + 2) : nil
    }

    /// `/5` right behind `4.5`.
    private func score(at index: Int, of number: Double) -> (Double, Int)? {
        guard index + 1 < tokens.count, tokens[index].isSign("/"), tokens[index].glued, tokens[index + 1].glued,
            let best = tokens[index + 1].number, best >= number, best >= 5, best <= 100
        else { return nil }
        return (best, index + 2)
    }

    /// `/day`, `/s`, `req/s`, `per hour`.
    private func rate(at index: Int) -> (Double, Int)? {
        guard index < tokens.count else { return nil }
        if tokens[index].isSign("/"), index + 1 < tokens.count, let unit = tokens[index + 1].unit,
            unit.dimension == .time
        {
            return (unit.scale, index + 2)
        }
        if tokens[index].isA(.per), index + 1 < tokens.count,
            let unit = tokens[index + 1].unit, unit.dimension == .time
        {
            return (unit.scale, index + 2)
        }
        if tokens[index].isWord, index + 1 < tokens.count, tokens[index + 1].isSign("/"), tokens[index + 1].glued {
            return rate(at: index + 1)
        }
        return nil
    }

    private static func currency(_ token: Token) -> Unit? {
        switch token.sign {
        case "$": Unit(.money, "$", scale: 1)
        case "€": Unit(.money, "€", scale: 1)
        case "£": Unit(.money, "£", scale: 1)
        default: nil
        }
    }

    private func magnitude(at index: Int) -> Double? {
        text.isWord(index, "k") ? 1e3 : text.isWord(index, "mio") ? 1e6 : text.isWord(index, "bn") ? 1e9 : nil
    }

    // MARK: Comparisons

    /// The comparison that starts at a token, in signs or words.
    package func comparison(at index: Int) -> (comparison: Comparison, next: Int)? {
        guard index < tokens.count else { return nil }
        if let comparison = tokens[index].sign?.comparison { return (comparison, index + 1) }
        guard let group = tokens[index].details.comparison else { return nil }
        // `4 min 10`
        if tokens[index].unit != nil, index > 0, tokens[index - 1].number != nil { return nil }
        for phrase in ComparisonPhrase.groups[group] {
            var next = index + 1
            let isWhole = phrase.words.dropFirst().allSatisfy { word in
                // `au-dessus de`
                if next + 1 < tokens.count, tokens[next].isSign("-"), tokens[next].glued { next += 1 }
                next += 1
                return text.isWord(next - 1, word)
            }
            if isWhole { return (phrase.comparison, next + (isAbbreviated(index, upTo: next) ? 1 : 0)) }
        }
        return nil
    }

    /// `max. 500 ms`, `mind. 5 %`: whether the point behind the word is of its number's comparison.
    private func isAbbreviated(_ index: Int, upTo next: Int) -> Bool {
        guard next == index + 1, next + 1 < tokens.count, tokens[next].isSign("."), tokens[next].glued,
            tokens[next + 1].number != nil
        else { return false }
        return ["max", "min", "mind"].contains { text.isWord(index, $0) }
    }

    /// `never above`, `darf nicht über`, `no supera`: the other side of the comparison that the word refuses.
    private func refusedComparison(at start: Int) -> (comparison: Comparison, next: Int)? {
        guard start < tokens.count, tokens[start].isA(.refusal) else { return nil }
        var index = start + 1
        while index < min(tokens.count, start + 3), comparison(at: index) == nil,
            tokens[index].isA([.measureLead, .modal])
        {
            index += 1
        }
        guard index < tokens.count, tokens[index].isWord, let found = comparison(at: index) else { return nil }
        // French refuses on both sides: `ne dépasse pas`.
        let next = found.next < tokens.count && tokens[found.next].isA(.refusal) ? found.next + 1 : found.next
        switch found.comparison {
        case .above: return (.atMost, next)
        case .below: return (.atLeast, next)
        case .atLeast: return (.below, next)
        case .atMost, .equal: return nil
        }
    }

    /// `5% at most`, `2 or more`, `10 % höchstens`: a comparison behind its number, unless it belongs to the next.
    private func comparison(behind start: Int) -> (comparison: Comparison, next: Int)? {
        if let side = surpassed(at: start) { return side }
        let sides: WordClassSet = [.orMore, .orLess]
        guard
            let last = [start, start + 1].first(where: { $0 < tokens.count && tokens[$0].isA(sides) }),
            tokens[start].isWord
        else { return nil }
        let next = last + 1
        if next < tokens.count, tokens[next].number != nil || QuantityReader.currency(tokens[next]) != nil {
            return nil
        }
        return (tokens[last].isA(.orMore) ? .atLeast : .atMost, next)
    }

    /// `1 % nicht überschreiten`, `4 h überschritten`: German says it last.
    private func surpassed(at start: Int) -> (comparison: Comparison, next: Int)? {
        guard start < tokens.count, tokens[start].isWord else { return nil }
        let isRefused = tokens[start].isA(.refusal)
        let verb = isRefused ? start + 1 : start
        guard verb < tokens.count, tokens[verb].isA([.exceeding, .undercutting]),
            verb + 1 == tokens.count || tokens[verb + 1].number == nil
        else { return nil }
        let exceeds = tokens[verb].isA(.exceeding)
        return (isRefused ? (exceeds ? .atMost : .atLeast) : exceeds ? .above : .below, verb + 1)
    }

    // MARK: Limits

    /// The limit that starts at a token: an optional comparison, a quantity, and what qualifies it.
    package func limit(at start: Int) -> LimitMatch? {
        phrase(at: start).map { LimitMatch(limit: $0.limit, tokens: start..<$0.tokens.upperBound) }
    }

    /// As `limit(at:)`, with the words before it that make it a change.
    func phrase(at start: Int) -> ChangeMatch? {
        var index = start
        var comparison: Comparison?
        if let found = self.comparison(at: index) ?? refusedComparison(at: index) {
            comparison = found.comparison
            index = found.next
            // `supera los 200 €`, `exceeds a 5% error rate`
            if index < tokens.count, tokens[index].isA(.article) { index += 1 }
        }
        if index < tokens.count, tokens[index].isSign("~") || tokens[index].isSign("±") || tokens[index].isSign("≈") {
            index += 1
        }
        let isNegative =
            comparison != nil && index + 1 < tokens.count && tokens[index + 1].glued
            && (tokens[index].isSign("-") || tokens[index].isSign("−"))
        let isRise =
            comparison != nil && index + 1 < tokens.count && tokens[index + 1].glued && tokens[index].isSign("+")
        if isNegative || isRise { index += 1 }
        // `> p95 800ms`
        let leading = comparison == nil ? nil : self.statisticMatch(at: index)
        if let leading { index = leading.next }
        guard let match = quantity(at: index) else { return nil }
        var next = match.tokens.upperBound
        if next < tokens.count, tokens[next].isSign("+"), tokens[next].glued, comparison == nil {
            comparison = .atLeast
            next += 1
        } else if comparison == nil, let found = self.comparison(behind: next) {
            comparison = found.comparison
            next = found.next
        }
        var statistic = leading?.statistic
        if statistic == nil, let found = trailingStatistic(at: next, isCompared: comparison != nil) {
            statistic = found.statistic
            next = found.next
        }
        var window: Double?
        if let found = self.window(at: next) {
            window = found.seconds
            next = found.next
        }
        let change = change(around: start..<next, match.quantity)
        let phrase = change?.tokens ?? start..<next
        let limit = Limit(
            comparison: comparison, quantity: isNegative ? match.quantity.negated : match.quantity,
            statistic: statistic, windowSeconds: window, change: change?.change,
            text: text.text(text.range(phrase.lowerBound, phrase.upperBound - 1)))
        return ChangeMatch(limit: limit, tokens: phrase, subject: change?.subject ?? next..<next)
    }

    /// Every limit with a comparison, in order; `0.5 % → 2 %` and plain numbers are none.
    package func comparedLimits() -> [LimitMatch] {
        var matches: [LimitMatch] = []
        guard text.mentions(.number), text.mentions(QuantityReader.comparisons) else { return matches }
        var index = 0
        while index < tokens.count {
            if tokens[index].isA(QuantityReader.limitStarts), let match = limit(at: index),
                match.limit.comparison != nil
            {
                matches.append(match)
                index = match.tokens.upperBound
            } else {
                index += 1
            }
        }
        return matches
    }

    /// The first limit of a field's value, with or without a comparison, statistics anywhere in the value counted in.
    package func fieldLimit() -> LimitMatch? {
        guard text.mentions(.number) else {
            return changes().first.map { LimitMatch(limit: $0.limit, tokens: $0.tokens) }
        }
        // `50% discover it within 2 weeks` begins with its limit, `reduced to < 1%` has it where it is compared.
        let first = tokens.isEmpty ? nil : ledLimit(at: 0) ?? limit(at: 0)
        guard
            let match = first ?? comparedLimits().first
                ?? tokens.indices.lazy.compactMap({ self.limit(at: $0) }).first
        else { return nil }
        guard match.limit.statistic == nil,
            let statistic = tokens.indices.lazy.compactMap({ self.statistic(at: $0) }).first
                ?? leadingExtreme(before: match)
        else { return match }
        let limit = match.limit
        return LimitMatch(
            limit: Limit(
                comparison: limit.comparison, quantity: limit.quantity, statistic: statistic,
                windowSeconds: limit.windowSeconds, change: limit.change, text: limit.text), tokens: match.tokens)
    }

    /// `for 5 minutes`, `over the last 10 min`, `during 1 h`, `in 5 Minuten`.
    func window(at start: Int) -> (seconds: Double, next: Int)? {
        guard start < tokens.count, tokens[start].isA(.window) else { return nil }
        var index = start + 1
        while index < tokens.count, tokens[index].isA(.windowFiller) || tokens[index].isSign(">") {
            index += 1
        }
        if let match = time(at: index), let seconds = match.amount.seconds { return (seconds, match.tokens.upperBound) }
        // `for 5+ minutes`, `for 3 consecutive minutes`
        guard index + 2 < tokens.count, let number = tokens[index].number,
            tokens[index + 1].isSign("+") || tokens[index + 1].isA(.windowFiller), let unit = tokens[index + 2].unit,
            unit.dimension == .time
        else { return nil }
        return (number * unit.scale, index + 3)
    }

    /// What makes a number a limit: a comparison ahead of it, or the sign of `95%+`.
    private static let comparisons: WordClassSet = [
        .comparisonSign, .comparison, .plusSign, .orMore, .orLess, .exceeding, .undercutting,
    ]
    private static let limitStarts: WordClassSet = [.number, .comparisonSign, .comparison, .refusal]
}
