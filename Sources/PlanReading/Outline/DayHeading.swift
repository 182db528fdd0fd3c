import Plan
import SourceText

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
        guard text.mentions(.day),
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
