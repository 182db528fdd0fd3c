import MarkdownTree
import Plan
import SourceText

/// One place that tells of a day.
struct DaySighting: Sendable {
    let heading: DayHeading
    /// The phase whose section holds the day, in the same document.
    let phaseNumber: PhaseHeading?
    let timeBlocks: [TimeBlock]
    let tasks: [PlanTask]
    let span: SourceSpan
    let path: String
}

extension DocumentOutline {
    /// Every day that the document heads or rows, with its time blocks and tasks.
    func readDays() -> [DaySighting] {
        let headed = headedDays()
        let known = Set(headed.map(\.heading.number))
        return (headed + planSections.flatMap { tabledDays($0, without: known) }).sorted { $0.span < $1.span }
    }

    private func headedDays() -> [DaySighting] {
        planSections.compactMap { section in
            guard let heading = headings[section.index].day else { return nil }
            let below = subtree(of: section)
            return DaySighting(
                heading: heading, phaseNumber: phase(of: section)?.heading,
                timeBlocks: below.dropFirst().compactMap(timeBlock), tasks: below.flatMap { tasks(in: $0) },
                span: section.title.span, path: source.path)
        }
    }

    /// Rows of a table whose first column counts days and another their rollout: `| Day 2 | 40% | … |`.
    ///
    /// - Parameter known: days that have a heading in the document; what a table repeats of them is left to it.
    private func tabledDays(_ section: OutlineSection, without known: Set<Int>) -> [DaySighting] {
        section.tables.flatMap { table -> [DaySighting] in
            guard table.header[0].tokens.count <= 2, table.header[0].mentions(.day),
                let shares = table.header.indices.dropFirst().first(where: { column in
                    table.header[column].mentions([.rollout, .percentSign])
                }), table.column(.flag) == nil
            else { return [] }
            let titles = table.header.indices.dropFirst().first { $0 != shares }
            let days = table.rows.compactMap { row -> DaySighting? in
                guard let cell = row.cell(0), let number = dayNumber(cell), let share = row.cell(shares) else {
                    return nil
                }
                return DaySighting(
                    heading: DayHeading(
                        number: number, cell: cell, title: row.cell(titles),
                        percent: TitleParts(share, from: 0).percent(in: share, .tableCell)),
                    phaseNumber: phase(of: section)?.heading, timeBlocks: [], tasks: [], span: cell.span,
                    path: source.path)
            }
            // A day with several rows belongs to several things, a region or a service each.
            let numbers = days.map(\.heading.number)
            guard Set(numbers).count == numbers.count else { return [] }
            return days.filter { !known.contains($0.heading.number) }
        }
    }

    /// `Day 2`, or `2` where the head says that days are counted; nil for several days.
    private func dayNumber(_ cell: ReadText) -> Int? {
        if let match = cell.schedules.first() {
            guard match.tokens.upperBound == cell.tokens.count, let days = match.schedule.days, days.count == 1 else {
                return nil
            }
            return days.lowerBound
        }
        guard cell.tokens.count == 1, let number = cell.tokens[0].number, number == number.rounded(),
            (1...10_000).contains(number)
        else { return nil }
        return Int(number)
    }

    /// `Morning (09:00-12:00)`.
    private func timeBlock(_ section: OutlineSection) -> TimeBlock? {
        guard let match = section.title.schedules.first(), let times = ClockRange(match.schedule) else { return nil }
        return TimeBlock(
            name: TitleParts(section.title, from: 0).name, times: times,
            span: section.title.span(tokens: match.tokens))
    }

    private func tasks(in section: OutlineSection) -> [PlanTask] {
        section.lines.compactMap { line in
            guard line.isItem else { return nil }
            let tokens = line.text.tokens
            var times: ClockRange?
            var text = line.text
            if let minute = tokens.first?.clock {
                let match = line.text.schedules.schedule(at: 0)
                times = match.flatMap { ClockRange($0.schedule) } ?? ClockRange(startMinute: minute, endMinute: nil)
                var next = match?.tokens.upperBound ?? 1
                while next < tokens.count, tokens[next].kind == .sign { next += 1 }
                text = line.text.rest(from: next)
            }
            return PlanTask(
                text: text.text, checked: line.task.map { $0 == .done }, times: times, depth: line.depth,
                span: line.text.span)
        }
    }
}
