import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Every list and table whose entries say at what time of the day they happen.
    func readTimetables() -> [Timetable] {
        planSections.flatMap { section in
            (section.lineClasses.contains(.clockTime) ? listedTimetables(section) : [])
                + section.tables.compactMap { tabledTimetable($0, section) }
        }
    }

    /// A timetable for each list, those below an item of another one apart.
    private func listedTimetables(_ section: OutlineSection) -> [Timetable] {
        var lists: [(parent: Int?, lines: [ContentLine])] = []
        var open: [Int: Int] = [:]
        for line in section.lines where line.isItem {
            if let place = open[line.parent ?? -1], lists[place].lines[0].list == line.list {
                lists[place].lines.append(line)
            } else {
                open[line.parent ?? -1] = lists.count
                lists.append((line.parent, [line]))
            }
        }
        return lists.compactMap { list in
            let entries = list.lines.compactMap { entry($0.text) }
            guard !entries.isEmpty else { return nil }
            let above = list.parent.map { section.lines[$0].text }
            return Timetable(
                entries: entries, box: above.flatMap(timeBox) ?? timeBox(over: section),
                titles: [above?.text].compactMap(\.self) + titles(over: section), reading: .listItem)
        }
    }

    private func entry(_ text: ReadText) -> Timetable.Entry? {
        guard let time = text.clockTime else { return nil }
        return Timetable.Entry(
            text: time.rest.text, times: time.times, day: time.day, span: text.span(tokens: time.tokens))
    }

    /// Rows with a column of times, or with one for starts and one for ends.
    private func tabledTimetable(_ table: ContentTable, _ section: OutlineSection) -> Timetable? {
        guard let columns = ClockColumns(table) else { return nil }
        let entries = table.rows.compactMap { columns.entry(of: $0) }
        guard !entries.isEmpty else { return nil }
        return Timetable(
            entries: entries, box: timeBox(over: section), titles: titles(over: section), reading: .tableCell)
    }

    private func titles(over section: OutlineSection) -> [String] {
        ([section] + ancestors(of: section)).filter { $0.level > 1 }.map(\.title.text)
    }

    /// The nearest heading at or above a section that names its times.
    private func timeBox(over section: OutlineSection) -> TimeBlock? {
        timeBox(section.title) ?? ancestors(of: section).lazy.compactMap { self.timeBox($0.title) }.first
    }

    /// `Morning (09:00-12:00)`.
    private func timeBox(_ title: ReadText) -> TimeBlock? {
        guard title.mentions(.clockTime), let match = title.schedules.first(),
            let times = ClockRange(match.schedule), times.endMinute != nil
        else { return nil }
        return TimeBlock(
            name: TitleParts(title, from: 0).name, times: times, span: title.span(tokens: match.tokens))
    }
}

extension ClockRange {
    /// nil for a schedule that is no time of the day.
    init?(_ schedule: Schedule) {
        guard schedule.unit == .minute, !schedule.relative, let range = schedule.range else { return nil }
        let end = Int(range.upperBound)
        self.init(startMinute: Int(range.lowerBound), endMinute: end > 1440 ? end - 1440 : end)
    }
}

extension ReadText {
    /// The time that the text begins with, behind a day at most (`Sat 06:00`), or ends with in brackets.
    fileprivate var clockTime: (times: ClockRange, tokens: Range<Int>, day: String, rest: ReadText)? {
        guard mentions(.clockTime) else { return nil }
        let lead: WordClassSet = [.weekday, .calendarDate, .monthName, .number, .day]
        let first = tokens.firstIndex { $0.sign == nil } ?? tokens.count
        if let clock = tokens.prefix(first + 5).firstIndex(where: { $0.clock != nil }),
            let minute = tokens[clock].clock,
            tokens[first..<clock].allSatisfy({ $0.isA(lead) || $0.sign != nil })
        {
            let match = schedules.schedule(at: clock)
            let times = match.flatMap { ClockRange($0.schedule) }
            var next = times == nil ? clock + 1 : match?.tokens.upperBound ?? clock + 1
            let place = clock..<next
            while next < tokens.count, tokens[next].kind == .sign { next += 1 }
            return (
                times ?? ClockRange(startMinute: minute, endMinute: nil), place,
                text(tokens: first..<clock).lowercased(), rest(from: next)
            )
        }
        guard let open = tokens.lastIndex(where: { $0.isSign("(") }), let match = TitleParts.scheduleBehind(self, open),
            match.tokens.upperBound == tokens.count - 1, open > 0, let times = ClockRange(match.schedule)
        else { return nil }
        return (times, match.tokens, "", part(bytes.lowerBound..<tokens[open].range.lowerBound))
    }
}

/// Where a table says when something happens, what and by whom.
private struct ClockColumns {
    private let time: Int
    private let end: Int?
    private let owner: Int?
    private let text: Int

    /// - Returns: nil when most rows have no time in one of the first three columns.
    init?(_ table: ContentTable) {
        func isTimed(_ column: Int) -> Bool {
            table.rows.count(where: { $0.cell(column)?.clockTime != nil }) * 2 > table.rows.count
        }
        guard let first = table.header.indices.prefix(3).first(where: isTimed) else { return nil }
        let next = first + 1
        let isPair =
            next < table.header.count && table.header[next].mentions(.end) && table.header[first].mentions(.start)
        time = first
        end = isPair && isTimed(next) ? next : nil
        let owner = table.header.indices.first { $0 != first && table.header[$0].mentions(.ownerHead) }
        self.owner = owner
        let last = end ?? first
        text =
            table.header.indices.first { $0 > last && $0 != owner && !table.header[$0].mentions([.duration, .time]) }
            ?? first
    }

    func entry(of row: ContentTable.Row) -> Timetable.Entry? {
        guard let cell = row.cell(time), let found = cell.clockTime else { return nil }
        var times = found.times
        var span = cell.span(tokens: found.tokens)
        if times.endMinute == nil, let last = row.cell(end), let end = last.clockTime {
            times = ClockRange(startMinute: times.startMinute, endMinute: end.times.startMinute)
            span = span.union(last.span(tokens: end.tokens))
        }
        return Timetable.Entry(
            text: row.cell(text)?.text ?? found.rest.text, times: times, owner: row.cell(owner)?.text, day: found.day,
            span: span)
    }
}
