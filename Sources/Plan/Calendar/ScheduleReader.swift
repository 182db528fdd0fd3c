/// Reads when something happens out of tokens: `Day 6-10`, `Week 3-4`, `T+2h`, `14:00-15:00`, `2026-01-12`, `Jan 10-12`.
package struct ScheduleReader: Sendable {
    package let text: TokenizedText
    var tokens: TokenList { text.tokens }

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
        .day, .week, .month, .sprint, .quarter, .countdown, .monthName, .clockTime, .calendarDate,
    ]
    private static let starts: WordClassSet = [
        .day, .week, .month, .sprint, .quarter, .countdown, .monthName, .clockTime, .calendarDate, .number,
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
        case .word: counted(at: index) ?? relative(at: index) ?? monthDay(at: index) ?? quarter(at: index)
        case .clock: clockRange(at: index)
        case .date: dateRange(at: index)
        default: dayMonth(at: index)
        }
    }

    func match(
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
        guard index + 1 < tokens.count,
            // `KW 4/5`
            isRangeSign(index) || tokens[word].isA(.week) && tokens[index].isSign("/") && tokens[index].glued
        else { return nil }
        var end = index + 1
        if tokens[end].isWord, text.word(tokens[end]) == text.word(tokens[word]), end + 1 < tokens.count { end += 1 }
        guard let number = tokens[end].number, number == number.rounded(), number < 10_000,
            // `Day 2 – 25%` and `Day 3 - 4 hours` go on with something else.
            let quantity = QuantityReader(text).quantity(at: end), quantity.quantity.unit == .none,
            quantity.lower == nil
        else { return nil }
        return (number, end + 1)
    }

    /// Whether a dash or a word such as `to` stands there.
    package func isRangeSign(_ index: Int) -> Bool {
        guard index < tokens.count else { return false }
        guard let sign = tokens[index].sign else { return tokens[index].isA(.rangeJoin) }
        return sign.isDash || sign == "→" || sign == .thinArrow || sign == .doubleDash || sign == "&"
    }

    private func clockRange(at start: Int) -> Match? {
        guard var first = tokens[start].clock, start + 2 < tokens.count, isRangeSign(start + 1),
            let last = tokens[start + 2].clock
        else { return nil }
        // `3:00-4:00 PM`: what the end says of its half of the day holds for the start.
        if first < 720, last > first + 720, namesHalf(start + 2), !namesHalf(start) { first += 720 }
        // The end lies on the next day when it is the smaller: `22:00-02:00`.
        return match(.minute, Double(first)...Double(last < first ? last + 1440 : last), start, start + 3)
    }

    /// Whether a clock time says `AM` or `PM`.
    private func namesHalf(_ index: Int) -> Bool {
        text.utf8[tokens[index].range.upperBound - 1] | 0x20 == UInt8(ascii: "m")
    }

    private func dateRange(at start: Int) -> Match? {
        guard let first = tokens[start].date else { return nil }
        var last = first
        var next = start + 1
        if isRangeSign(next), case let day = behindWeekday(next + 1), day < tokens.count, let end = tokens[day].date,
            end >= first
        {
            last = end
            next = day + 1
        }
        return match(.date, Double(first.daysSinceEpoch)...Double(last.daysSinceEpoch), start, next)
    }
}
