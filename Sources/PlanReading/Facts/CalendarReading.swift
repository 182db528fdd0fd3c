import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Every date that stands with its day of the week, and every day of the plan that stands with its date.
    func readCalendar() -> (weekdays: [Claim<NamedWeekday>], days: [Claim<DatedDay>]) {
        var weekdays: [Claim<NamedWeekday>] = []
        var days: [Claim<DatedDay>] = []
        for section in planSections {
            weekdays += section.title.namedWeekdays(.heading)
            if let heading = headings[section.index].day, let date = section.title.onlyDate,
                heading.number == heading.lastNumber
            {
                days.append(Claim(DatedDay(day: heading.number, date: date.date), at: date.span, .heading))
            }
            if section.lineClasses.intersects(dates) {
                for line in section.lines where line.text.mentions(dates) {
                    weekdays += line.text.namedWeekdays(line.isItem ? .listItem : .prose)
                    if let day = datedDay(line) { days.append(day) }
                }
            }
            for row in section.tables.lazy.flatMap({ $0.rows }) {
                weekdays += row.cells.flatMap { $0.namedWeekdays(.tableCell) } + cellsBeside(row)
                if let day = datedDay(row) { days.append(day) }
            }
        }
        return (weekdays, days)
    }

    /// `Day 3 (4 March 2026): …`
    private func datedDay(_ line: ContentLine) -> Claim<DatedDay>? {
        guard line.text.mentions(.day), let start = line.text.tokens.firstIndex(where: { $0.sign == nil }),
            let match = line.text.schedules.schedule(at: start), let days = match.schedule.days, days.count == 1
        else { return nil }
        var next = match.tokens.upperBound
        while next < line.text.tokens.count, next < match.tokens.upperBound + 4,
            line.text.tokens[next].sign != nil
                || line.text.tokens[next].isA(.weekday) && line.text.tokens[next].month == nil
        {
            next += 1
        }
        guard next > match.tokens.upperBound, let date = line.text.calendarDay(at: next),
            !line.text.isRange(date.tokens)
        else { return nil }
        return Claim(
            DatedDay(day: days.lowerBound, date: date.date), at: line.text.span(tokens: date.tokens),
            line.isItem ? .listItem : .prose)
    }

    /// A row with a cell that is a day and one that is its date.
    private func datedDay(_ row: ContentTable.Row) -> Claim<DatedDay>? {
        let days = row.cells.compactMap { cell -> Int? in
            guard cell.mentions(.day), let match = cell.schedules.first(), match.tokens == 0..<cell.tokens.count,
                let days = match.schedule.days, days.count == 1
            else { return nil }
            return days.lowerBound
        }
        let dates = row.cells.compactMap(\.wholeDate)
        guard days.count == 1, dates.count == 1 else { return nil }
        return Claim(DatedDay(day: days[0], date: dates[0].date), at: dates[0].span, .tableCell)
    }

    /// `| Tue | 2026-03-03 |`
    private func cellsBeside(_ row: ContentTable.Row) -> [Claim<NamedWeekday>] {
        zip(row.cells, row.cells.dropFirst()).compactMap { cell, next in
            guard cell.tokens.count <= 2, let weekday = cell.weekday(at: 0), next.weekdayTokens.isEmpty,
                let date = next.wholeDate
            else { return nil }
            return Claim(NamedWeekday(weekday: weekday, date: date.date), at: cell.span.union(date.span), .tableCell)
        }
    }
}

private let dates: WordClassSet = [.monthName, .calendarDate]

/// A date and the tokens that it covers.
struct CalendarMatch {
    let date: CalendarDay
    let tokens: Range<Int>
}

extension ReadText {
    /// `2026-03-03`, `3 March 2026`, `3. März`, `Mar 3`, `3 de marzo de 2026`: the date that begins at a token.
    func calendarDay(at index: Int) -> CalendarMatch? {
        guard index < tokens.count else { return nil }
        if let date = tokens[index].date {
            // `01/02/2026` is two dates.
            guard !text(tokens: index..<index + 1).contains("/") else { return nil }
            return CalendarMatch(date: CalendarDay(date), tokens: index..<index + 1)
        }
        var next = index + 1
        var (day, month): (Int, Int)
        if let named = tokens[index].month, let number = dayOfMonth(next) {
            (day, month) = (number, named)
            next = behindOrdinal(next + 1)
        } else if let number = dayOfMonth(index) {
            next = behindOrdinal(next)
            if next < tokens.count, tokens[next].isA(.of) { next += 1 }
            guard next < tokens.count, let named = tokens[next].month else { return nil }
            (day, month) = (number, named)
            next += 1
        } else {
            return nil
        }
        var year: Int?
        var behind = next
        if behind < tokens.count, tokens[behind].isSign(",") || tokens[behind].isA(.of) { behind += 1 }
        if behind < tokens.count, let number = tokens[behind].number, number >= 1970, number <= 2200,
            number == number.rounded()
        {
            (year, next) = (Int(number), behind + 1)
        }
        return CalendarDay(year: year, month: month, day: day).map { CalendarMatch(date: $0, tokens: index..<next) }
    }

    private func dayOfMonth(_ index: Int) -> Int? { index < tokens.count ? tokens[index].dayOfMonth : nil }

    private func behindOrdinal(_ index: Int) -> Int {
        guard index < tokens.count, tokens[index].glued else { return index }
        let isOrdinal = ["st", "nd", "rd", "th", "er"].contains { isWord(index, $0) }
        return tokens[index].isSign(".") || isOrdinal ? index + 1 : index
    }

    /// Whether a date is one end of a stretch of time: `2–6 March`, `4 March to 6 March`, and not `Day 3 – 4 March – Freeze`.
    func isRange(_ date: Range<Int>) -> Bool {
        let (before, behind) = (date.lowerBound - 1, date.upperBound)
        if before > 0, schedules.isRangeSign(before), tokens[before].glued, tokens[date.lowerBound].glued {
            return true
        }
        return behind + 1 < tokens.count && schedules.isRangeSign(behind)
            && tokens[behind + 1].isA([.number, .calendarDate, .monthName, .weekday])
    }

    /// The single date of the text; nil where it has two.
    fileprivate var onlyDate: (date: CalendarDay, span: SourceSpan)? {
        guard mentions(dates) else { return nil }
        var found: CalendarMatch?
        var index = 0
        while index < tokens.count {
            if let match = calendarDay(at: index) {
                guard found == nil, !isRange(match.tokens) else { return nil }
                found = match
                index = match.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found.map { ($0.date, span(tokens: $0.tokens)) }
    }

    /// The date that is the whole text, its day of the week aside.
    fileprivate var wholeDate: (date: CalendarDay, span: SourceSpan)? {
        guard mentions(dates), tokens.count <= 8 else { return nil }
        var start = 0
        while start < tokens.count, weekday(at: start) != nil || tokens[start].isSign(",") || tokens[start].isSign(".")
        {
            start += 1
        }
        guard let match = calendarDay(at: start), tokens[match.tokens.upperBound...].allSatisfy({ $0.isSign(".") })
        else { return nil }
        return (match.date, span(tokens: match.tokens))
    }

    fileprivate var weekdayTokens: [Int] {
        mentions(.weekday) ? tokens.indices.filter { tokens[$0].isA(.weekday) } : []
    }

    /// 1 to 7, when a token names a day of the week and no month.
    fileprivate func weekday(at index: Int) -> Int? {
        guard index < tokens.count, tokens[index].isA(.weekday), tokens[index].month == nil,
            let word = word(tokens[index])
        else { return nil }
        // `so 3 March is the last day`
        if word == "so" || word == "do", index + 1 < tokens.count,
            !tokens[index + 1].isSign("."), !tokens[index + 1].isSign(",")
        {
            return nil
        }
        return Weekday.number(word)
    }

    /// `Tue, 3 March 2026`, `Tuesday (2026-03-03)`, `3 March 2026 (Tuesday)`.
    fileprivate func namedWeekdays(_ reading: Reading) -> [Claim<NamedWeekday>] {
        guard mentions(dates) else { return [] }
        return weekdayTokens.compactMap { index in
            // `Sat/Sun`, `Mon-Fri`: the date is that of the first, or of both.
            let isPair =
                index > 1 && tokens[index - 1].sign != nil && tokens[index - 1].glued && tokens[index - 2].isA(.weekday)
            guard !isPair, let weekday = weekday(at: index) else { return nil }
            if let date = dateBehind(index) ?? dateAhead(of: index) {
                let isBracketed = index > 0 && tokens[index - 1].isSign("(") && index + 1 < tokens.count
                let range =
                    min(index, date.tokens.lowerBound)..<max(index + (isBracketed ? 2 : 1), date.tokens.upperBound)
                return Claim(NamedWeekday(weekday: weekday, date: date.date), at: span(tokens: range), reading)
            }
            return nil
        }
    }

    private func dateBehind(_ weekday: Int) -> CalendarMatch? {
        var next = weekday + 1
        while next < tokens.count, next < weekday + 3,
            tokens[next].isSign(",") || tokens[next].isSign(".") || tokens[next].isSign("(") || isWord(next, "den")
                || isWord(next, "the") || isWord(next, "le")
        {
            next += 1
        }
        return calendarDay(at: next)
    }

    private func dateAhead(of weekday: Int) -> CalendarMatch? {
        guard weekday > 1, tokens[weekday - 1].isSign("("), weekday + 1 < tokens.count,
            tokens[weekday + 1].isSign(")")
        else { return nil }
        return (max(0, weekday - 7)..<weekday - 1).lazy.compactMap { calendarDay(at: $0) }
            .first { $0.tokens.upperBound == weekday - 1 }
    }
}
