extension ScheduleReader {
    /// `Jan 10-12, 2026`, `January 10`, `Jul 6 - Aug 2, 2026`.
    func monthDay(at start: Int) -> Match? {
        guard let month = tokens[start].month, start + 1 < tokens.count, let day = dayOfMonth(start + 1) else {
            return nil
        }
        var next = behindOrdinal(start + 2)
        if isRangeSign(next), let last = dayOfMonth(next + 1), last > day, !isFollowedByMonth(next + 2) {
            next = behindOrdinal(next + 2)
            return dated((day, month), (last, month), yearAt: next, start: start)
        }
        return withEnd((day, month), yearAt: next, start: start)
    }

    /// `12 Jan 2026`, `12. Januar 2026`, `2.–6. März 2026`, `12 de enero de 2026`, `30 Jan – 3 Feb 2026`.
    func dayMonth(at start: Int) -> Match? {
        if let match = shortDateRange(at: start) { return match }
        guard let first = dayOfMonth(start) else { return nil }
        var next = behindOrdinal(start + 1)
        var last = first
        if next + 1 < tokens.count, tokens[next].isSign("."), isRangeSign(next + 1) { next += 1 }
        if isRangeSign(next), let end = dayOfMonth(next + 1), end > first {
            last = end
            next = behindOrdinal(next + 2)
        }
        guard let month = month(at: next) else { return nil }
        guard last == first else {
            return dated((first, month.month), (last, month.month), yearAt: month.next, start: start)
        }
        return withEnd((first, month.month), yearAt: month.next, start: start)
    }

    /// `Q2 2026`, `T2 2026`.
    func quarter(at start: Int) -> Match? {
        guard start + 1 < tokens.count, tokens[start].isA(.quarter), let year = year(at: start + 1) else {
            return nil
        }
        let digit = text.utf8[tokens[start].range.upperBound - 1]
        guard (0x31...0x34).contains(digit),
            case let month = Int(digit - 0x31) * 3 + 1, let first = CivilDate(year: year.year, month: month, day: 1),
            let last = CivilDate(year: year.year, month: month + 2, day: month == 1 || month == 10 ? 31 : 30)
        else { return nil }
        return match(.date, Double(first.daysSinceEpoch)...Double(last.daysSinceEpoch), start, year.next)
    }

    private typealias DayOfYear = (day: Int, month: Int)

    /// A date that may be the first of two: `Jul 6 - Aug 2, 2026`.
    private func withEnd(_ first: DayOfYear, yearAt index: Int, start: Int) -> Match? {
        let year = year(at: index)
        let sign = year?.next ?? index
        guard isRangeSign(sign), let end = dayOfYear(at: behindWeekday(sign + 1)) else {
            return dated(first, first, yearAt: index, start: start)
        }
        return dated(first, (end.day, end.month), yearAt: end.next, from: year?.year, start: start)
    }

    /// `Fri` in `Mon 4 May – Fri 8 May`, `Fr.,` in `Mo. 4.5.2026 – Fr., 8.5.2026`.
    func behindWeekday(_ index: Int) -> Int {
        guard index < tokens.count, tokens[index].isA(.weekday) else { return index }
        var next = index + 1
        while next < tokens.count, tokens[next].isSign(".") || tokens[next].isSign(",") { next += 1 }
        return next
    }

    private func dayOfYear(at start: Int) -> (day: Int, month: Int, next: Int)? {
        guard start + 1 < tokens.count else { return nil }
        if let month = tokens[start].month, let day = dayOfMonth(start + 1) {
            return (day, month, behindOrdinal(start + 2))
        }
        guard let day = dayOfMonth(start), let month = month(at: behindOrdinal(start + 1)) else { return nil }
        return (day, month.month, month.next)
    }

    private func dayOfMonth(_ index: Int) -> Int? { index < tokens.count ? tokens[index].dayOfMonth : nil }

    /// Behind the letters or the point of `12th`, `1er`, `12.`.
    private func behindOrdinal(_ index: Int) -> Int {
        guard index < tokens.count, tokens[index].glued else { return index }
        if tokens[index].isSign("."), index + 1 < tokens.count, !tokens[index + 1].glued { return index + 1 }
        let isOrdinal = ["st", "nd", "rd", "th", "er"].contains { text.isWord(index, $0) }
        return isOrdinal ? index + 1 : index
    }

    /// The month that a day belongs to: `Januar`, `de enero`.
    private func month(at index: Int) -> (month: Int, next: Int)? {
        var index = index
        if index < tokens.count, tokens[index].isSign(".") || tokens[index].isA(.of) { index += 1 }
        guard index < tokens.count, let month = tokens[index].month else { return nil }
        return (month, index + 1)
    }

    private func isFollowedByMonth(_ index: Int) -> Bool { month(at: behindOrdinal(index)) != nil }

    /// `2026`, `, 2026`, `de 2026`.
    private func year(at index: Int) -> (year: Int, next: Int)? {
        var next = index
        if next < tokens.count, tokens[next].isSign(",") || tokens[next].isA(.of) { next += 1 }
        guard next < tokens.count, let year = tokens[next].number, year >= 1970, year <= 2200, year == year.rounded()
        else { return nil }
        return (Int(year), next + 1)
    }

    /// `30.3.–3.4.2026`, `10.–12.01.2026`: what is left out ahead of the dash is as behind it.
    private func shortDateRange(at start: Int) -> Match? {
        guard start + 3 < tokens.count, tokens[start].number != nil, tokens[start + 1].isSign("."),
            isRangeSign(start + 2), let last = tokens[start + 3].date
        else { return nil }
        let parts = text.text(tokens[start].range).split(separator: ".").compactMap { Int($0) }
        guard let day = parts.first, parts.count <= 2,
            let sameYear = CivilDate(year: last.year, month: parts.count == 2 ? parts[1] : last.month, day: day)
        else { return nil }
        let first = sameYear <= last ? sameYear : CivilDate(year: last.year - 1, month: sameYear.month, day: day)
        guard let first, parts.count == 2 || sameYear <= last else { return nil }
        return match(.date, Double(first.daysSinceEpoch)...Double(last.daysSinceEpoch), start, start + 4)
    }

    /// Without a year the words are a schedule whose days are not known.
    private func dated(
        _ first: DayOfYear, _ last: DayOfYear, yearAt index: Int, from firstYear: Int? = nil, start: Int
    ) -> Match? {
        guard let year = year(at: index) ?? firstYear.map({ ($0, index) }) else {
            return match(.date, nil, start, index)
        }
        // `12 Dec – 9 Jan 2026` begins in the year before.
        let crosses = (last.month, last.day) < (first.month, first.day)
        guard
            let from = CivilDate(
                year: firstYear ?? (crosses ? year.year - 1 : year.year), month: first.month, day: first.day),
            let to = CivilDate(year: year.year, month: last.month, day: last.day), from <= to
        else { return match(.date, nil, start, index) }
        return match(.date, Double(from.daysSinceEpoch)...Double(to.daysSinceEpoch), start, year.next)
    }
}
