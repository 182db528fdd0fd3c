/// Reads when something happens out of tokens: `Day 6-10`, `Week 3-4`, `T+2h`, `14:00-15:00`, `2026-01-12`, `Jan 10-12`.
package struct ScheduleReader: Sendable {
    package let text: TokenizedText
    private var tokens: TokenList { text.tokens }

    package init(_ text: TokenizedText) {
        self.text = text
    }

    package struct Match: Sendable {
        package let schedule: Schedule
        package let tokens: Range<Int>
    }

    /// The first schedule in the text.
    package func first() -> Match? { mayHaveSchedule ? first(from: 0) : nil }

    /// The first schedule that starts at a token or behind it.
    package func first(from start: Int) -> Match? {
        guard mayHaveSchedule else { return nil }
        var index = start
        while index < tokens.count {
            if let match = schedule(at: index) { return match }
            index += 1
        }
        return nil
    }

    private var mayHaveSchedule: Bool { text.mentions(ScheduleReader.anchors) }
    /// Without one of these nothing says when; what begins with a number goes on with a month or a date.
    private static let anchors: WordClassSet = [
        .day, .week, .month, .sprint, .countdown, .monthName, .clockTime, .calendarDate,
    ]
    private static let starts: WordClassSet = [
        .day, .week, .month, .sprint, .countdown, .monthName, .clockTime, .calendarDate, .number,
    ]

    /// The schedule that starts at a token.
    ///
    /// What names only its beginning or its end (`from Day 6`, `Day 6+`, `by Day 5`) has no range.
    package func schedule(at index: Int) -> Match? {
        guard let match = bounded(at: index) else { return nil }
        let schedule = match.schedule
        guard let range = schedule.range, range.lowerBound == range.upperBound, !schedule.relative,
            schedule.unit != .minute
        else { return match }
        let opensBehind = isOpenEnd(match.tokens.upperBound)
        let end = match.tokens.upperBound + (opensBehind ? 1 : 0)
        guard opensBehind || isOneEnd(before: index) else { return match }
        let ends = !opensBehind && isEnd(before: index)
        return Match(
            schedule: Schedule(
                text: text.text(text.range(index, end - 1)), unit: schedule.unit, range: nil,
                openStart: ends ? nil : range.lowerBound), tokens: index..<end)
    }

    private func isOpenEnd(_ index: Int) -> Bool {
        guard index < tokens.count else { return false }
        return tokens[index].isSign("+") && tokens[index].glued
            || tokens[index].isA(.onward)
    }

    private func isOneEnd(before index: Int) -> Bool {
        isEnd(before: index) || lead(of: index, in: .since)
    }
    private func isEnd(before index: Int) -> Bool { lead(of: index, in: .until) }

    /// `starting on`, `by the end of`: the word itself or behind few others.
    private func lead(of index: Int, in wordClass: WordClass) -> Bool {
        var before = index - 1
        while before >= 0, before > index - 4, tokens[before].isA(.scheduleFiller) { before -= 1 }
        return before >= 0 && tokens[before].isA(wordClass)
    }

    private func bounded(at index: Int) -> Match? {
        guard tokens[index].isA(ScheduleReader.starts) else { return nil }
        return switch tokens[index].kind {
        case .word: counted(at: index) ?? relative(at: index) ?? monthDay(at: index)
        case .clock: clockRange(at: index)
        case .date: dateRange(at: index)
        default: dayMonth(at: index)
        }
    }

    private func match(
        _ unit: Schedule.Unit?, _ range: ClosedRange<Double>?, _ first: Int, _ next: Int, relative: Bool = false
    ) -> Match {
        Match(
            schedule: Schedule(
                text: text.text(text.range(first, next - 1)), unit: unit, range: range, relative: relative),
            tokens: first..<next)
    }

    /// `Day 6-10`, `Days 1 to 2`, `Week 6+`, `Day 1 - Day 3`.
    private func counted(at start: Int) -> Match? {
        let unit: Schedule.Unit
        if tokens[start].isA(.day) {
            unit = .day
        } else if tokens[start].isA(.week) {
            unit = .week
        } else if tokens[start].isA(.month) {
            unit = .month
        } else if tokens[start].isA(.sprint) {
            unit = .sprint
        } else {
            return nil
        }
        var index = start + 1
        if index < tokens.count, tokens[index].isSign("#") { index += 1 }
        guard index < tokens.count, let first = tokens[index].number, first == first.rounded(), first < 10_000 else {
            return nil
        }
        // `After a week 50 %` counts no weeks.
        if index + 1 < tokens.count, tokens[index + 1].isA(.percentSign) { return nil }
        index += 1
        var last = first
        if let (number, next) = rangeEnd(at: index, behind: start) {
            // `Day 12-9` says when, but not in an order that can be read.
            guard number >= first else { return match(unit, nil, start, next) }
            last = number
            index = next
        }
        return match(unit, first...last, start, index)
    }

    private func rangeEnd(at index: Int, behind word: Int) -> (Double, Int)? {
        guard index + 1 < tokens.count, isRangeSign(index) else { return nil }
        var end = index + 1
        if tokens[end].isWord, text.word(tokens[end]) == text.word(tokens[word]), end + 1 < tokens.count { end += 1 }
        guard let number = tokens[end].number, number == number.rounded(), number < 10_000,
            // `Day 2 – 25%` and `Day 3 - 4 hours` go on with something else.
            let quantity = QuantityReader(text).quantity(at: end), quantity.quantity.unit == .none,
            quantity.lower == nil
        else { return nil }
        return (number, end + 1)
    }

    private func isRangeSign(_ index: Int) -> Bool {
        guard index < tokens.count else { return false }
        guard let sign = tokens[index].sign else { return tokens[index].isA(.rangeJoin) }
        return sign.isDash || sign == "→" || sign == .thinArrow || sign == .doubleDash || sign == "&"
    }

    /// `T+2h`, `T-30m`, `T-3`, `T+0:30`, and `D+1`, `J-7`.
    private func relative(at start: Int) -> Match? {
        guard tokens[start].isA(.countdown), start + 2 < tokens.count, tokens[start + 1].glued,
            tokens[start + 2].glued, let sign = tokens[start + 1].sign,
            sign == "+" || sign == "-" || sign == "−" || sign == "–"
        else { return nil }
        let factor: Double = sign == "+" ? 1 : -1
        if let minutes = tokens[start + 2].clock {
            let value = factor * Double(minutes)
            var next = start + 3
            var last = value
            // T+0:30..T+0:45
            if let end = tokens[next...].firstIndex(where: { $0.kind == .clock }),
                end - next <= 5,
                let upper = tokens[end].clock, Double(upper) >= abs(value)
            {
                last = factor * Double(upper)
                next = end + 1
            }
            return match(.minute, min(value, last)...max(value, last), start, next, relative: true)
        }
        guard let number = tokens[start + 2].number, number < 100_000 else { return nil }
        var next = start + 3
        var unit = Schedule.Unit.day
        if next < tokens.count, let named = tokens[next].unit, named.dimension == .time {
            if named == .hours {
                unit = .hour
            } else if named == .minutes {
                unit = .minute
            } else if named == .days {
                unit = .day
            } else {
                unit = .week
            }
            next += 1
        }
        return match(unit, (factor * number)...(factor * number), start, next, relative: true)
    }

    private func clockRange(at start: Int) -> Match? {
        guard let first = tokens[start].clock, start + 2 < tokens.count, isRangeSign(start + 1),
            let last = tokens[start + 2].clock
        else { return nil }
        // The end lies on the next day when it is the smaller: `22:00-02:00`.
        return match(.minute, Double(first)...Double(last < first ? last + 1440 : last), start, start + 3)
    }

    private func dateRange(at start: Int) -> Match? {
        guard let first = tokens[start].date else { return nil }
        var last = first
        var next = start + 1
        if isRangeSign(next), next + 1 < tokens.count, let end = tokens[next + 1].date, end >= first {
            last = end
            next += 2
        }
        return match(.date, Double(first.daysSinceEpoch)...Double(last.daysSinceEpoch), start, next)
    }

    /// `Jan 10-12, 2026`, `January 10`.
    private func monthDay(at start: Int) -> Match? {
        guard let month = tokens[start].month, start + 1 < tokens.count, let day = tokens[start + 1].number,
            day >= 1,
            day <= 31
        else { return nil }
        var next = start + 2
        var last = day
        if isRangeSign(next), next + 1 < tokens.count, let end = tokens[next + 1].number, end > day, end <= 31 {
            last = end
            next += 2
        }
        return dated(month: month, days: day...last, yearAt: next, start: start)
    }

    /// `12 Jan 2026`, `12. Januar 2026`.
    private func dayMonth(at start: Int) -> Match? {
        if let match = shortDateRange(at: start) { return match }
        guard let day = tokens[start].number, day >= 1, day <= 31, day == day.rounded() else { return nil }
        var next = start + 1
        var last = day
        // 2.–6. März 2026
        if next + 1 < tokens.count, tokens[next].isSign("."), isRangeSign(next + 1) { next += 1 }
        if isRangeSign(next), next + 1 < tokens.count, let end = tokens[next + 1].number, end > day, end <= 31 {
            last = end
            next += 2
        }
        if next < tokens.count, tokens[next].isSign(".") { next += 1 }
        guard next < tokens.count, let month = tokens[next].month else {
            return nil
        }
        return dated(month: month, days: day...last, yearAt: next + 1, start: start)
    }

    /// `30.3.–3.4.2026`: the year stands only behind the last day.
    private func shortDateRange(at start: Int) -> Match? {
        guard start + 3 < tokens.count, tokens[start].number != nil, tokens[start + 1].isSign("."),
            isRangeSign(start + 2), let last = tokens[start + 3].date
        else { return nil }
        let parts = text.text(tokens[start].range).split(separator: ".").compactMap { Int($0) }
        guard parts.count == 2, let sameYear = CivilDate(year: last.year, month: parts[1], day: parts[0]) else {
            return nil
        }
        let first = sameYear <= last ? sameYear : CivilDate(year: last.year - 1, month: parts[1], day: parts[0])
        guard let first else { return nil }
        return match(.date, Double(first.daysSinceEpoch)...Double(last.daysSinceEpoch), start, start + 4)
    }

    private func dated(month: Int, days: ClosedRange<Double>, yearAt index: Int, start: Int) -> Match? {
        var next = index
        if next < tokens.count, tokens[next].isSign(",") { next += 1 }
        guard next < tokens.count, let year = tokens[next].number, year >= 1970, year <= 2200, year == year.rounded(),
            let first = CivilDate(year: Int(year), month: month, day: Int(days.lowerBound)),
            let last = CivilDate(year: Int(year), month: month, day: Int(days.upperBound))
        else {
            // Without a year the words are a schedule whose days are not known.
            return match(.date, nil, start, index)
        }
        return match(.date, Double(first.daysSinceEpoch)...Double(last.daysSinceEpoch), start, next + 1)
    }
}
