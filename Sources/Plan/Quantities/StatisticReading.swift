/// How a text says in which way samples are put together: `average`, `p95`, `95th percentile`, `max over 1 h`.
extension QuantityReader {
    /// A statistic with the token behind it.
    struct StatisticMatch {
        let statistic: Statistic
        let next: Int
    }

    /// The statistic that a token names: `average`, `p95`, `peak`.
    package func statistic(at index: Int) -> Statistic? { statisticMatch(at: index)?.statistic }

    /// What means a statistic wherever it stands; `max` does so only beside a comparison.
    func statisticMatch(at index: Int) -> StatisticMatch? {
        guard index < text.tokens.count else { return nil }
        if let match = spelledPercentile(at: index) { return match }
        guard text.tokens[index].isWord else { return nil }
        let next = index + 1
        if text.tokens[index].isA(.average) { return StatisticMatch(statistic: .average, next: next) }
        if text.tokens[index].isA(.median) { return StatisticMatch(statistic: .median, next: next) }
        if text.tokens[index].isA(.peak) { return StatisticMatch(statistic: .maximum, next: next) }
        return percentile(text.tokens[index].range).map { StatisticMatch(statistic: $0, next: next) }
    }

    /// `max < 500 ms`, `95th percentile: < 500 ms`, `max over 1 h < 500 ms`: a statistic that is held against the comparison
    /// behind it. `max 500 ms` is none but a bound itself.
    package func ledLimit(at start: Int) -> LimitMatch? {
        guard start < text.tokens.count, let lead = statisticMatch(at: start) ?? extreme(at: start) else { return nil }
        let window = window(at: lead.next)
        var index = window?.next ?? lead.next
        while index < text.tokens.count, text.tokens[index].isSign(":") { index += 1 }
        guard let match = limit(at: index), let comparison = match.limit.comparison, comparison != .equal,
            text.tokens[index].number == nil, match.limit.statistic == nil || match.limit.statistic == lead.statistic
        else { return nil }
        let limit = Limit(
            comparison: comparison, quantity: match.limit.quantity, statistic: lead.statistic,
            windowSeconds: window?.seconds ?? match.limit.windowSeconds, change: match.limit.change,
            text: match.limit.text)
        return LimitMatch(limit: limit, tokens: match.tokens)
    }

    /// What is said behind a limit of the way in which samples are put together: `average`, `(95th percentile)`, `at p99`.
    ///
    /// - Parameter isCompared: Whether the limit has its comparison, so that `max` need not be one: `< 500 ms max`,
    ///   `< 500 ms (max)`, `> 99% minimum over 1 h`.
    func trailingStatistic(at start: Int, isCompared: Bool) -> StatisticMatch? {
        if let match = statisticMatch(at: start) { return match }
        guard isCompared, start < text.tokens.count else { return nil }
        let opens = text.tokens[start].isSign("(")
        if opens, let match = statisticMatch(at: start + 1) ?? extreme(at: start + 1) {
            guard match.next < text.tokens.count, text.tokens[match.next].isSign(")") else { return nil }
            return StatisticMatch(statistic: match.statistic, next: match.next + 1)
        }
        if ["at", "im", "beim", "en", "au"].contains(where: { text.isWord(start, $0) }) {
            let isDefinite = start + 1 < text.tokens.count && text.tokens[start + 1].isA(.article)
            return statisticMatch(at: isDefinite ? start + 2 : start + 1)
        }
        guard let match = extreme(at: text.tokens[start].isSign(",") ? start + 1 : start) else { return nil }
        guard match.next < text.tokens.count else { return match }
        let behind = text.tokens[match.next]
        let ends: [Sign] = [")", ",", ";", "."]
        return ends.contains { behind.isSign($0) } || window(at: match.next) != nil ? match : nil
    }

    /// `max response time < 500 ms`: the greatest of what a value says it compares.
    func leadingExtreme(before limit: LimitMatch) -> Statistic? {
        guard let comparison = limit.limit.comparison, comparison != .equal, limit.tokens.lowerBound > 1,
            limit.tokens.lowerBound <= 4, let match = extreme(at: 0)
        else { return nil }
        let between = text.tokens[match.next..<max(match.next, limit.tokens.lowerBound)]
        return between.allSatisfy(\.isWord) ? match.statistic : nil
    }

    /// `max`, `Höchstwert`, `minimum`, with the point of an abbreviation.
    private func extreme(at index: Int) -> StatisticMatch? {
        guard index < text.tokens.count, text.tokens[index].isWord else { return nil }
        let token = text.tokens[index]
        guard token.isA([.greatest, .least]) else { return nil }
        let isPointed =
            index + 1 < text.tokens.count && text.tokens[index + 1].isSign(".") && text.tokens[index + 1].glued
        return StatisticMatch(
            statistic: token.isA(.greatest) ? .maximum : .minimum, next: isPointed ? index + 2 : index + 1)
    }

    // MARK: Percentiles

    /// `p95`, `p99.9`, `p999`, `pct95`.
    private func percentile(_ range: Range<Int>) -> Statistic? {
        guard (3...8).contains(range.count), text.utf8[range.lowerBound] | 0x20 == UInt8(ascii: "p") else { return nil }
        let isLong =
            text.utf8[range.lowerBound + 1] | 0x20 == UInt8(ascii: "c")
            && text.utf8[range.lowerBound + 2] | 0x20 == UInt8(ascii: "t")
        let digits = range.dropFirst(isLong ? 3 : 1)
        guard (2...5).contains(digits.count),
            text.utf8[digits].allSatisfy({ $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }),
            let rank = Double(text.text(digits))
        else { return nil }
        // p999 is the 99.9th percentile, p9999 the 99.99th.
        return .percentile(rank >= 1000 ? rank / 100 : rank > 100 ? rank / 10 : rank)
    }

    /// `95th percentile`, `95. Perzentil`, `95e centile`, `percentil 95`, `95p`.
    private func spelledPercentile(at start: Int) -> StatisticMatch? {
        let tokens = text.tokens
        if text.mentions(.percentile), tokens[start].isA(.percentile), start + 1 < tokens.count,
            let rank = rank(at: start + 1), start + 2 == tokens.count || unit(at: start + 2, glued: true) == nil
        {
            return StatisticMatch(statistic: .percentile(rank), next: start + 2)
        }
        guard tokens[start].number != nil, start + 1 < tokens.count, let rank = rank(at: start) else { return nil }
        var index = start + 1
        if tokens[index].glued, text.isWord(index, "p"), rank >= 50 {
            return StatisticMatch(statistic: .percentile(rank), next: index + 1)
        }
        guard text.mentions(.percentile) else { return nil }
        let ordinals = ["th", "st", "nd", "rd", "e", "er", "ème", "eme"]
        let signs: [Sign] = [".", "º", "°", "ª", "%"]
        if tokens[index].glued,
            signs.contains(where: { tokens[index].isSign($0) })
                || ordinals.contains(where: { text.isWord(index, $0) })
        {
            index += 1
        }
        if index < tokens.count, tokens[index].isSign("-") { index += 1 }
        guard index < tokens.count, tokens[index].isA(.percentile) else { return nil }
        return StatisticMatch(statistic: .percentile(rank), next: index + 1)
    }

    /// A number that can be a percentile's.
    private func rank(at index: Int) -> Double? {
        text.tokens[index].number.flatMap { $0 > 0 && $0 < 100 ? $0 : nil }
    }
}
