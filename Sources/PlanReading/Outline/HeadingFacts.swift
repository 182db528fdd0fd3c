import Plan
import SourceText

/// What a title says of phases and days.
struct HeadingFacts: Sendable {
    let phase: PhaseHeading?
    let day: DayHeading?

    private init() {
        phase = nil
        day = nil
    }

    /// Of a section that states nothing of the plan.
    static let none = HeadingFacts()

    /// - Parameter goesBack: the title stands below one on rollbacks, whose stages are no phases of the plan.
    init(_ title: ReadText, goesBack: Bool) {
        phase = goesBack ? nil : PhaseHeading(title)
        day = phase == nil ? DayHeading(title) : nil
    }
}

/// `Phase 4: Gradual rollout (Day 6-10)`, as a heading, a table cell or a list item says it.
final class PhaseHeading: Sendable {
    let keyword: String
    let number: Double?
    let name: Claim<String>
    let schedule: Claim<Schedule>?
    let duration: Claim<TimeAmount>?
    let percent: Claim<Double>?

    /// - Returns: nil when the text does not begin with a phase word and a number.
    init?(_ text: ReadText, reading: Reading = .heading) {
        let tokens = text.tokens
        guard let start = PhaseHeading.keywordIndex(tokens), let keyword = tokens[start].classes.stageKeyword
        else { return nil }
        guard start + 1 < tokens.count, let number = tokens[start + 1].number, number < 1000 else { return nil }
        // German has one word for a stage of a rollout and for a level of a rollback.
        if tokens[start].isA(.level), text.mentions(.rollback) { return nil }
        var next = start + 2
        // `Phase 3a` is a part of phase 3, and `3.5x` no phase at all.
        if next < tokens.count, tokens[next].glued, tokens[next].isWord { return nil }
        // `Phase 2-3`
        if next + 1 < tokens.count, tokens[next].isSign("-") || tokens[next].isSign("–"), tokens[next].glued,
            tokens[next + 1].glued, tokens[next + 1].number != nil
        {
            next += 2
        }
        let parts = TitleParts(text, from: next)
        if reading == .heading, PhaseHeading.speaksOfPhase(text, word: start, name: next, parts) { return nil }
        self.keyword = keyword
        self.number = number
        name = Claim(
            parts.name.isEmpty
                ? PhaseHeading.bareName(text, start, number) : parts.name,
            at: parts.name.isEmpty ? text.span(tokens: start..<next) : text.span(tokens: parts.nameTokens), reading)
        schedule = parts.schedule(in: text, reading)
        duration = parts.duration(in: text, reading)
        percent = parts.percent(in: text, reading)
    }

    /// A row that numbers the phase and names it in a cell of its own.
    init(keyword: String, number: Double, name: ReadText) {
        let parts = TitleParts(name, from: 0)
        self.keyword = keyword
        self.number = number
        self.name = Claim(parts.name.isEmpty ? name.text : parts.name, at: name.span, .tableCell)
        schedule = parts.schedule(in: name, .tableCell)
        duration = parts.duration(in: name, .tableCell)
        percent = parts.percent(in: name, .tableCell)
    }

    /// `Phase 3`, where nothing else names it.
    private static func bareName(_ text: ReadText, _ keyword: Int, _ number: Double) -> String {
        let word = text.word(text.tokens[keyword]) ?? ""
        return "\(word.prefix(1).uppercased() + word.dropFirst()) \(formatNumber(number))"
    }

    /// `Phase 5 results from last year` is a sentence about a phase: its number goes on without a sign, in small letters,
    /// and nothing says when or how far.
    private static func speaksOfPhase(_ text: ReadText, word: Int, name: Int, _ parts: TitleParts) -> Bool {
        guard name < text.tokens.count, text.tokens[name].isWord, !text.tokens[name].isA(.of),
            let first = text.text(tokens: name..<name + 1).first, first.isLowercase,
            text.text(tokens: word..<word + 1).first?.isUppercase == true
        else { return false }
        return parts.schedule(in: text, .heading) == nil && parts.duration(in: text, .heading) == nil
            && parts.percent(in: text, .heading) == nil
    }

    /// The phase word at the start, behind at most an ordinal, a letter or signs (`🚀`, `2.`, `A.`).
    private static func keywordIndex(_ tokens: TokenList) -> Int? {
        for (index, token) in tokens.prefix(4).enumerated() {
            switch token.kind {
            case .word:
                if token.isA(.planStages) { return index }
                if token.range.count > 1 { return nil }
            case .number, .sign: continue
            default: return nil
            }
        }
        return nil
    }
}

/// `Day 7: Caching (40% rollout)`.
final class DayHeading: Sendable {
    let number: Int
    let lastNumber: Int
    let title: String
    let numberSpan: SourceSpan
    let titleSpan: SourceSpan
    let percent: Claim<Double>?
    let date: Claim<CivilDate>?

    /// A row of a table on days.
    init(number: Int, cell: ReadText, title: ReadText?, percent: Claim<Double>?) {
        self.number = number
        lastNumber = number
        self.title = title?.text ?? cell.text
        numberSpan = cell.span
        titleSpan = title?.span ?? cell.span
        self.percent = percent
        date = nil
    }

    init?(_ text: ReadText, reading: Reading = .heading) {
        let tokens = text.tokens
        guard
            let start = tokens.prefix(3).firstIndex(where: { $0.isA(.day) }),
            tokens[..<start].allSatisfy({ !$0.isWord }), let match = text.schedules.schedule(at: start),
            let first = match.schedule.firstDay
        else { return nil }
        number = first
        lastNumber = match.schedule.days?.upperBound ?? first
        numberSpan = text.span(tokens: match.tokens)
        let parts = TitleParts(text, from: match.tokens.upperBound)
        title = parts.name.isEmpty ? match.schedule.text : parts.name
        titleSpan = text.span
        percent = parts.percent(in: text, reading)
        date = parts.date(in: text, reading)
    }
}
