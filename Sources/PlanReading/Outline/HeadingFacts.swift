import Plan
import SourceText

/// What a title says of phases and days.
struct HeadingFacts: Sendable {
    let phase: PhaseHeading?
    let day: DayHeading?

    /// - Parameter goesBack: the title stands below one on rollbacks, whose stages are no phases of the plan.
    init(_ title: ReadText, goesBack: Bool) {
        phase = goesBack ? nil : PhaseHeading(title)
        day = phase == nil ? DayHeading(title) : nil
    }
}

/// `Phase 4: Gradual rollout (Day 6-10)`, as a heading, a table cell or a list item says it.
struct PhaseHeading: Sendable {
    let keyword: String
    let number: Double?
    let name: Claim<String>
    let schedule: Claim<Schedule>?
    let duration: Claim<TimeAmount>?
    let percent: Claim<Double>?

    /// - Returns: nil when the text does not begin with a phase word and a number.
    init?(_ text: ReadText, reading: Reading = .heading) {
        let tokens = text.tokens
        guard let start = PhaseHeading.keywordIndex(tokens), let word = tokens[start].word,
            let keyword = Vocabulary.phaseWords[word]
        else { return nil }
        guard start + 1 < tokens.count, let number = tokens[start + 1].number, number < 1000 else { return nil }
        // German has one word for a stage of a rollout and for a level of a rollback.
        if word == "stufe", text.contains(Vocabulary.rollbackWords) { return nil }
        var next = start + 2
        // `Phase 3a` is a part of phase 3, and `3.5x` no phase at all.
        if next < tokens.count, tokens[next].glued, tokens[next].word != nil { return nil }
        // `Phase 2-3`
        if next + 1 < tokens.count, tokens[next].isSign("-") || tokens[next].isSign("–"), tokens[next].glued,
            tokens[next + 1].glued, tokens[next + 1].number != nil
        {
            next += 2
        }
        self.keyword = keyword
        self.number = number
        let parts = TitleParts(text, from: next)
        name = Claim(
            parts.name.isEmpty
                ? "\(word.prefix(1).uppercased() + word.dropFirst()) \(formatNumber(number))" : parts.name,
            at: parts.name.isEmpty ? text.span(tokens: start..<next) : text.span(tokens: parts.nameTokens), reading)
        schedule = parts.schedule(in: text, reading)
        duration = parts.duration(in: text, reading)
        percent = parts.percent(in: text, reading)
    }

    /// The phase word at the start, behind at most an ordinal, a letter or signs (`🚀`, `2.`, `A.`).
    private static func keywordIndex(_ tokens: [Token]) -> Int? {
        for (index, token) in tokens.prefix(4).enumerated() {
            switch token.kind {
            case .word(let word):
                if Vocabulary.phaseWords[word] != nil { return index }
                if word.utf8.count > 1 { return nil }
            case .number, .sign: continue
            default: return nil
            }
        }
        return nil
    }
}

/// `Day 7: Caching (40% rollout)`.
struct DayHeading: Sendable {
    let number: Int
    let lastNumber: Int
    let title: String
    let numberSpan: SourceSpan
    let titleSpan: SourceSpan
    let percent: Claim<Double>?
    let date: Claim<CivilDate>?

    init?(_ text: ReadText, reading: Reading = .heading) {
        let tokens = text.tokens
        guard
            let start = tokens.prefix(3).firstIndex(where: { $0.isWord(Vocabulary.dayWords) }),
            tokens[..<start].allSatisfy({ $0.word == nil }), let match = text.schedules.schedule(at: start),
            let days = match.schedule.days
        else { return nil }
        number = days.lowerBound
        lastNumber = days.upperBound
        numberSpan = text.span(tokens: match.tokens)
        let parts = TitleParts(text, from: match.tokens.upperBound)
        title = parts.name.isEmpty ? match.schedule.text : parts.name
        titleSpan = text.span
        percent = parts.percent(in: text, reading)
        date = parts.date(in: text, reading)
    }
}

/// The name of a title and what it says in brackets or behind a dash.
struct TitleParts: Sendable {
    let name: String
    let nameTokens: Range<Int>
    private let start: Int

    init(_ text: ReadText, from start: Int) {
        self.start = start
        let tokens = text.tokens
        var first = start
        while first < tokens.count, case .sign(let sign) = tokens[first].kind, sign != "(", sign != "<", sign != "~",
            sign != "≥"
        {
            first += 1
        }
        var end = first
        while end < tokens.count, !tokens[end].isSign("(") { end += 1 }
        // A bracket at the very start belongs to the name: `(Optional) Clean-up`.
        if end == first, end < tokens.count {
            while end < tokens.count, !tokens[end].isSign(")") { end += 1 }
            end = end < tokens.count && end + 1 < tokens.count ? tokens.count : first
        }
        var last = end
        while last > first, case .sign(let sign) = tokens[last - 1].kind, sign != "%", sign != ")", sign != "+" {
            last -= 1
        }
        nameTokens = first..<last
        name = text.text(tokens: nameTokens)
    }

    /// The schedule that the title gives: in brackets, or anywhere behind the number.
    func schedule(in text: ReadText, _ reading: Reading) -> Claim<Schedule>? {
        for index in text.tokens.indices.dropFirst(start) {
            if let match = text.schedules.schedule(at: index) {
                return Claim(match.schedule, at: text.span(tokens: match.tokens), reading)
            }
        }
        return nil
    }

    /// A length of time in brackets: `(2 days)`, `(30 min)`.
    func duration(in text: ReadText, _ reading: Reading) -> Claim<TimeAmount>? {
        guard let open = text.tokens.indices.dropFirst(start).first(where: { text.tokens[$0].isSign("(") }) else {
            return nil
        }
        var index = open + 1
        while index < text.tokens.count, !text.tokens[index].isSign(")") {
            if let schedule = text.schedules.schedule(at: index) {
                index = schedule.tokens.upperBound
                continue
            }
            if let match = text.quantities.time(at: index) {
                return Claim(match.amount, at: text.span(tokens: match.tokens), reading)
            }
            index += 1
        }
        return nil
    }

    /// The percentage that the title gives for a rollout: `(40% rollout)`, `25% of users`, `Stage 2 – 25%`.
    func percent(in text: ReadText, _ reading: Reading) -> Claim<Double>? {
        let tokens = text.tokens
        let isShort = tokens.count <= start + 6
        var speaksOfRollout: Bool?
        for index in tokens.indices.dropFirst(start) where tokens[index].number != nil {
            guard let match = text.quantities.quantity(at: index), match.quantity.unit == .percent, match.lower == nil,
                match.quantity.number <= 100, index == 0 || text.quantities.comparison(at: index - 1) == nil
            else { continue }
            if !isShort, !isBracketed(match.tokens, tokens) {
                speaksOfRollout = speaksOfRollout ?? text.contains(Vocabulary.rolloutWords)
                guard speaksOfRollout == true else { continue }
            }
            return Claim(match.quantity.number, at: text.span(tokens: match.tokens), reading)
        }
        return nil
    }

    /// `(50%)` at the end says how far the rollout is, whatever the title; `(90% done)` does not.
    private func isBracketed(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
        range.lowerBound > 0 && tokens[range.lowerBound - 1].isSign("(") && range.upperBound == tokens.count - 1
            && tokens[range.upperBound].isSign(")")
    }

    /// A single calendar date.
    func date(in text: ReadText, _ reading: Reading) -> Claim<CivilDate>? {
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
