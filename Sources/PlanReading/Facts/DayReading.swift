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
    /// Every day that the document heads, with its time blocks and tasks.
    func readDays() -> [DaySighting] {
        planSections.compactMap { section in
            guard let heading = headings[section.index].day else { return nil }
            let below = subtree(of: section)
            return DaySighting(
                heading: heading, phaseNumber: phase(of: section)?.heading,
                timeBlocks: below.dropFirst().compactMap(timeBlock), tasks: below.flatMap { tasks(in: $0) },
                span: section.title.span, path: source.path)
        }
    }

    /// `Morning (09:00-12:00)`.
    private func timeBlock(_ section: OutlineSection) -> TimeBlock? {
        guard let match = section.title.schedules.first(), let times = clockRange(match.schedule) else { return nil }
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
            if let first = tokens.first, case .clock(let minute) = first.kind {
                let match = line.text.schedules.schedule(at: 0)
                times = match.flatMap { clockRange($0.schedule) } ?? ClockRange(startMinute: minute, endMinute: nil)
                var next = match?.tokens.upperBound ?? 1
                while next < tokens.count, case .sign = tokens[next].kind { next += 1 }
                text = line.text.rest(from: next)
            }
            return PlanTask(
                text: text.text, checked: line.task.map { $0 == .done }, times: times, depth: line.depth,
                span: line.text.span)
        }
    }

    private func clockRange(_ schedule: Schedule) -> ClockRange? {
        guard schedule.unit == .minute, !schedule.relative, let range = schedule.range else { return nil }
        let end = Int(range.upperBound)
        return ClockRange(startMinute: Int(range.lowerBound), endMinute: end > 1440 ? end - 1440 : end)
    }
}
