import Plan
import SourceText

extension DocumentOutline {
    /// `Dashboard refreshes every 5 seconds`, `Refresh interval: 30 s`.
    func toldRefreshes(_ section: OutlineSection) -> [RefreshStatement] {
        guard section.lineClasses.contains(.refresh), section.lineClasses.contains(.number) else { return [] }
        return section.lines.compactMap { line in
            guard line.text.mentions(.refresh), line.text.mentions(.number) else { return nil }
            return keyedRefresh(line) ?? spokenRefresh(line, of: section)
        }
    }

    private func keyedRefresh(_ line: ContentLine) -> RefreshStatement? {
        guard let field = line.field, field.key.mentions(.refresh), field.key.tokens.count <= 5,
            let time = field.value.quantities.firstTime(), time.amount.seconds != nil,
            time.tokens.lowerBound == 0 || field.value.tokens[0].isA([.each, .frequency]),
            field.value.tokens[time.tokens.upperBound...].allSatisfy({ !$0.isA(.number) })
        else { return nil }
        return RefreshStatement(
            subject: subject(field.key, 0..<field.key.tokens.count),
            interval: Claim(time.amount, at: field.value.span(tokens: time.tokens), .field))
    }

    /// `Dashboard refreshes every 5 seconds`, `a dashboard with 30-second refresh`.
    private func spokenRefresh(_ line: ContentLine, of section: OutlineSection) -> RefreshStatement? {
        let text = line.text
        guard let verb = text.tokens.firstIndex(where: { $0.isA(.refresh) }), verb <= 8,
            let time = text.quantities.firstTime(), time.amount.seconds != nil
        else { return nil }
        let isBefore = time.tokens.upperBound == verb
        guard isBefore || isInterval(time, behind: verb, text) else { return nil }
        let subject = subject(text, 0..<(isBefore ? time.tokens.lowerBound : verb))
        // `We poll every 10 seconds` says nothing of a view; `Refreshes every 5 seconds` does below its title.
        guard !subject.isEmpty || section.title.mentionsDashboard else { return nil }
        return RefreshStatement(
            subject: subject, interval: Claim(time.amount, at: text.span(tokens: time.tokens), line.reading))
    }

    private func isInterval(_ time: QuantityReader.TimeMatch, behind verb: Int, _ text: ReadText) -> Bool {
        guard (verb + 1...verb + 2).contains(time.tokens.lowerBound) else { return false }
        return text.tokens[verb + 1..<time.tokens.lowerBound].allSatisfy { $0.isA([.each, .frequency]) }
            && text.tokens[verb + 1..<time.tokens.upperBound].contains { $0.isA([.each, .frequency]) }
    }

    /// The words that say what is renewed.
    private func subject(_ text: ReadText, _ range: Range<Int>) -> [String] {
        range.compactMap { index in
            let token = text.tokens[index]
            guard token.isWord, !token.isA(noSubjects), token.range.count > 2, let word = text.word(token),
                !intervalWords.contains(word)
            else { return nil }
            return word
        }
    }
}

extension ReadText {
    fileprivate var mentionsDashboard: Bool { tokens.indices.contains { isWord($0, "dashboard") } }
}

private let intervalWords: Set<String> = [
    "interval", "rate", "period", "intervall", "intervalo", "intervalle", "with", "mit", "con", "avec",
]
private let noSubjects: WordClassSet = [.refresh, .article, .automatic, .modal, .duration, .time, .saying, .placeLead]
