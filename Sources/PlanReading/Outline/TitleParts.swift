import Plan
import SourceText

/// The name of a title and what it says in brackets or behind a dash.
struct TitleParts: Sendable {
    let name: String
    let nameTokens: Range<Int>
    private let start: Int

    /// - Parameter inList: Whether the name ends where the item goes on to speak of it: `Shadow: both see every query`.
    init(_ text: ReadText, from start: Int, inList: Bool = false) {
        self.start = start
        let tokens = text.tokens
        let first = TitleParts.nameStart(text, from: start)
        var end = first
        while end < tokens.count, !tokens[end].isSign("("), end == first || !tokens[end].isSign("[") { end += 1 }
        // A bracket at the very start belongs to the name: `(Optional) Clean-up`.
        if end == first, end < tokens.count {
            while end < tokens.count, !tokens[end].isSign(")") { end += 1 }
            end = end < tokens.count && end + 1 < tokens.count ? tokens.count : first
        }
        var last = TitleParts.nameEnd(text, first..<end, inList: inList)
        while last > first, let sign = tokens[last - 1].sign, sign != "%", sign != ")", sign != "+" {
            last -= 1
        }
        // `Full rollback - 30 minutes` is called `Full rollback`.
        if last == tokens.count, let time = TitleParts.trailingTime(text, from: start),
            time.tokens.lowerBound - 1 > first
        {
            last = min(last, time.tokens.lowerBound - 1)
            while last > first, let sign = tokens[last - 1].sign, sign != "%", sign != ")" { last -= 1 }
        }
        nameTokens = first..<last
        name = text.text(tokens: nameTokens)
    }

    /// The schedule that the title gives: in brackets, or anywhere behind the number.
    func schedule(in text: ReadText, _ reading: Reading) -> Claim<Schedule>? {
        text.schedules.first(from: start).map { Claim($0.schedule, at: text.span(tokens: $0.tokens), reading) }
    }

    /// A length of time in brackets: `(2 days)`, `(Day 3-4, about 2 days)`; or behind the last dash or colon of the title.
    ///
    /// It stands directly behind the bracket: `(last 24 hours)` and `(taken every 15 minutes)` say something else.
    func duration(in text: ReadText, _ reading: Reading) -> Claim<TimeAmount>? {
        TitleParts.duration(in: text, from: start, reading)
    }

    static func duration(in text: ReadText, from start: Int, _ reading: Reading) -> Claim<TimeAmount>? {
        for open in text.tokens.indices.dropFirst(start)
        where text.tokens[open].isSign("(") || text.tokens[open].isSign("[") {
            if let match = bracketed(text, from: open + 1) {
                return Claim(match.amount, at: text.span(tokens: match.tokens), reading)
            }
        }
        return TitleParts.trailingTime(text, from: start).map {
            Claim($0.amount, at: text.span(tokens: $0.tokens), reading)
        }
    }

    private static func bracketed(_ text: ReadText, from first: Int) -> QuantityReader.TimeMatch? {
        var index = first
        while index < text.tokens.count, index < first + 12, !text.tokens[index].isSign(")"),
            !text.tokens[index].isSign("]")
        {
            if let schedule = text.schedules.schedule(at: index) {
                index = schedule.tokens.upperBound
            } else if let match = text.quantities.time(at: index) {
                let next = match.tokens.upperBound
                return next < text.tokens.count && text.tokens[next].isA(.elsewhen) ? nil : match
            } else if text.tokens[index].isA(.amountLead) {
                index += 1
            } else if let sign = text.tokens[index].sign, sign != "(" {
                index += 1
            } else {
                return nil
            }
        }
        return nil
    }

    /// `Full rollback - 30 minutes`, `Full rollback: under 30 minutes`: a time behind a sign, and nothing behind the time.
    private static func trailingTime(_ text: ReadText, from start: Int) -> QuantityReader.TimeMatch? {
        guard text.tokens.last?.isWord == true,
            let sign = text.tokens.indices.dropFirst(start).last(where: { index in
                guard let sign = text.tokens[index].sign else { return false }
                return (sign.isDash || sign == ",") && !text.tokens[index].glued || sign == ":"
            }), sign > start, let match = text.quantities.time(at: sign + 1),
            match.tokens.upperBound == text.tokens.count
        else { return nil }
        return match
    }

    /// The percentage that the title gives for a rollout: `(40% rollout)`, `25% of users`, `Stage 2 – 25%`; of
    /// `10% → 50%` the last.
    ///
    /// Other shares are none: `100% green tests`, `99.9% uptime`, `(90% done)`.
    func percent(in text: ReadText, _ reading: Reading) -> Claim<Double>? {
        guard text.mentions(.number), text.mentions(TitleParts.percents) else { return nil }
        for index in text.tokens.indices.dropFirst(start) where text.tokens[index].number != nil {
            guard let first = share(text, at: index) else { continue }
            var last = first
            while let next = share(text, at: last.tokens.upperBound + 1), isArrow(text.tokens[last.tokens.upperBound]) {
                last = next
            }
            let range = first.tokens.lowerBound..<last.tokens.upperBound
            guard standsAlone(range, text) || isOfRollout(range, text) else { continue }
            return Claim(last.quantity.number, at: text.span(tokens: last.tokens), reading)
        }
        return nil
    }

    /// The percentage that an instruction gives: as in a title, or behind `to` or `at`, alone in brackets or in few words.
    func instructedPercent(in text: ReadText, _ reading: Reading) -> Claim<Double>? {
        guard text.mentions(.number), text.mentions(TitleParts.percents) else { return nil }
        if let percent = percent(in: text, reading) { return percent }
        var speaksOfRollout: Bool?
        for index in text.tokens.indices.dropFirst(start) where text.tokens[index].number != nil {
            guard let match = share(text, at: index) else { continue }
            let isLed =
                index > 0 && (text.tokens[index - 1].isA(.shareLead) || text.tokens[index - 1].isSign(":"))
            if text.tokens.count > start + 6, !isLed {
                speaksOfRollout = speaksOfRollout ?? text.mentions(.rollout)
                guard speaksOfRollout == true else { continue }
            }
            return Claim(match.quantity.number, at: text.span(tokens: match.tokens), reading)
        }
        return nil
    }

    private func share(_ text: ReadText, at index: Int) -> QuantityReader.QuantityMatch? {
        guard index < text.tokens.count, let match = text.quantities.quantity(at: index),
            match.quantity.unit == .percent, match.lower == nil, match.quantity.number <= 100,
            index == 0 || text.quantities.comparison(at: index - 1) == nil
        else { return nil }
        return match
    }

    private func isArrow(_ token: Token) -> Bool { token.sign?.isArrow == true }

    /// `– 25%` for the whole rest of the title, or `(50%)`: with signs and no word on either side.
    private func standsAlone(_ range: Range<Int>, _ text: ReadText) -> Bool {
        let tokens = text.tokens
        let isBracketed =
            range.lowerBound > 0 && tokens[range.lowerBound - 1].isSign("(") && range.upperBound < tokens.count
            && tokens[range.upperBound].isSign(")")
        let before = tokens[start..<range.lowerBound]
        return isBracketed
            || range.upperBound == tokens.count && before.allSatisfy { !$0.isWord && $0.number == nil }
            || before.allSatisfy { !$0.isWord && $0.number == nil } && range.upperBound < tokens.count
                && (tokens[range.upperBound].isSign(":") || tokens[range.upperBound].isSign("("))
    }

    /// A word of rollouts close by: `25% of all users`, `10% beta traffic`, `canary at 5%`, `ramp up to 50%`.
    private func isOfRollout(_ range: Range<Int>, _ text: ReadText) -> Bool {
        let tokens = text.tokens
        var behind = tokens[range.upperBound...].prefix(while: \.isWord)
        if behind.first?.isA(.possessive) == true { behind = behind.dropFirst().prefix(3) }
        if behind.prefix(3).contains(where: { $0.isA(.rollout) })
            && !behind.prefix(2).contains(where: { $0.isA(.beneficiary) })
        {
            return true
        }
        var index = range.lowerBound - 1
        while index >= start, index > range.lowerBound - 4,
            !tokens[index].isWord && tokens[index].number == nil || tokens[index].isA(.shareLead)
        {
            index -= 1
        }
        guard index >= start, index < range.lowerBound else { return false }
        if index > start, tokens[index].isA(.releasePart) { index -= 1 }
        return tokens[index].isA(TitleParts.growing)
    }

    /// `%`, and the words for it, which are units.
    private static let percents: WordClassSet = [.percentSign, .percentWord]
    private static let growing: WordClassSet = [.rollout, .raise]

    /// A single calendar date.
    func date(in text: ReadText, _ reading: Reading) -> Claim<CivilDate>? {
        guard text.mentions([.calendarDate, .monthName]) else { return nil }
        for index in text.tokens.indices.dropFirst(start) {
            if let match = text.schedules.schedule(at: index), match.schedule.unit == .date,
                let range = match.schedule.range,
                range.lowerBound == range.upperBound
            {
                return Claim(
                    CivilDate(daysSinceEpoch: Int(range.lowerBound)), at: text.span(tokens: match.tokens), reading)
            }
        }
        return nil
    }
}
