import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// When the document says that the whole goes live: in a field (`Go-live: 14 March 2026, 22:00`), or in a sentence that
    /// begins so (`Go-live is on 14 March 2026`). Below the heading of a phase it is that phase's own.
    func readLaunchTimes() -> [Claim<LaunchTime>] {
        planSections.flatMap { section -> [Claim<LaunchTime>] in
            guard section.lineClasses.contains(.launch), phase(of: section) == nil, !stands(section, under: .rollback)
            else { return [] }
            return section.lines.compactMap { $0.launchTime }
        }
    }
}

extension ContentLine {
    fileprivate var launchTime: Claim<LaunchTime>? {
        guard depth == 0, text.mentions(.launch), text.mentions([.calendarDate, .monthName, .clockTime]) else {
            return nil
        }
        if let field, field.isCalled([.launch], with: launchQualifiers) {
            return field.value.launchTime(from: 0, name: field.key.text).map { text.claim($0, .field, in: field.value) }
        }
        // `The cut-over is on Saturday, 14 March 2026 at 22:00.`
        let start = text.tokens.prefix(1).contains { $0.isA(.article) } ? 1 : 0
        guard let last = text.tokens.indices.dropFirst(start).prefix(4).first(where: { text.tokens[$0].isA(.launch) }),
            text.tokens[start...last].allSatisfy({
                $0.isA(launchQualifiers) || $0.isA(.launch) || $0.sign != nil || text.isGoLive($0)
            }),
            let verb = text.tokens.indices.dropFirst(last + 1).first(where: {
                text.tokens[$0].isA([.saying, .running, .start])
            }),
            verb <= last + 3
        else { return nil }
        return text.launchTime(from: verb + 1, name: text.text(tokens: start..<last + 1)).map {
            text.claim($0, reading, in: text)
        }
    }
}

extension ReadText {
    /// The first word of `go-live`, which alone means nothing.
    fileprivate func isGoLive(_ token: Token) -> Bool { ["go", "cut", "switch"].contains(word(token) ?? "") }

    /// `Tonight (20:30)`: a day that only its reader knows; English, German, Spanish and French.
    private func isNearDay(_ token: Token) -> Bool {
        ["tonight", "today", "tomorrow", "heute", "morgen", "abend", "hoy", "mañana", "noche", "demain", "soir"]
            .contains(word(token) ?? "")
    }

    fileprivate func claim(
        _ found: (time: LaunchTime, tokens: Range<Int>), _ reading: Reading, in text: ReadText
    ) -> Claim<LaunchTime> {
        Claim(found.time, at: text.span(tokens: found.tokens), reading)
    }

    /// A date, a time of the day or both, in the first few words and with nothing but signs and little words ahead.
    func launchTime(from start: Int, name: String) -> (time: LaunchTime, tokens: Range<Int>)? {
        var (date, minute): (CalendarMatch?, Int?)
        var range: Range<Int>?
        var index = start
        while index < tokens.count, index < start + 12 {
            let token = tokens[index]
            if date == nil, let match = calendarDay(at: index) {
                guard !isRange(match.tokens) else { return nil }
                date = match
                range = (range?.lowerBound ?? index)..<match.tokens.upperBound
                index = match.tokens.upperBound
            } else if minute == nil, let clock = token.clock {
                minute = clock
                range = (range?.lowerBound ?? index)..<index + 1
                index += 1
            } else if token.sign != nil && !token.isSign(".")
                || token.isA([.weekday, .scheduleFiller, .planned, .article]) || isNearDay(token)
            {
                index += 1
            } else {
                break
            }
        }
        return range.map {
            (LaunchTime(date: date?.date, minute: minute, name: name.lowercased()), $0)
        }
    }
}

/// What may stand beside the word: `Planned go-live date`, `Production cut-over`.
private let launchQualifiers: WordClassSet = [
    .date, .time, .planned, .schedule, .start, .production, .plain, .article, .launch, .day,
]
