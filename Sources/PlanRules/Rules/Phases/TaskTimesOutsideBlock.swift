import Plan
import SourceText

extension PlanRule {
    /// A task outside the time box that holds it.
    static let taskTimesOutsideBlock = PlanRule(
        id: "task-times-outside-block", severity: .warning, summary: "a task lies outside the time box that holds it",
        explanation: Explanation(
            fault: """
                A heading or item names the time of day that all below it takes, `Morning (09:00-12:00)`, and a task \
                below it starts or ends outside of that time.
                """,
            harm: """
                Either the box is too short, so that what follows starts late, or the task stands in the wrong place \
                and is looked for at the wrong time.
                """,
            misses: """
                Boxes most of whose tasks lie outside, since these count in another way or zone. Where the box is no \
                part of a day (morning, evening) but a window, a task that lies wholly before or behind it is silent \
                at either end of the list: it may prepare or follow up.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Day plan

                ## Morning (09:00-12:00)

                - 09:00-10:30: Release on the first host
                - 10:30-12:30: Release on the others
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Day plan

                ## Morning (09:00-12:30)

                - 09:00-10:30: Release on the first host
                - 10:30-12:30: Release on the others
                """)
        ]
    ) { input in
        input.plan.documents.flatMap { document in document.times.timetables.flatMap(faults) }
    }
}

private func faults(in table: Timetable) -> [Fault] {
    guard let box = table.box, let minutes = box.times.minutes, !isElsewhere(table, box) else { return [] }
    let places = table.entries.map { Stretch($0.times, in: minutes) }
    let outside = places.indices.filter { !minutes.contains(places[$0].start) || places[$0].end > minutes.upperBound }
    guard !outside.isEmpty, outside.count * 2 <= places.count else { return [] }
    let isPartOfDay = words(of: box.name).contains { partsOfDay.contains($0) }
    return outside.compactMap { index in
        let isAtEdge = index == 0 || index == places.count - 1
        guard isPartOfDay || !isAtEdge || places[index].reaches(into: minutes) else { return nil }
        return fault(table.entries[index], box, table.reading)
    }
}

/// A task's time on the line of minutes of its box.
private struct Stretch {
    let start: Int
    let end: Int

    init(_ times: ClockRange, in box: ClosedRange<Int>) {
        // Behind midnight in a box that lasts into the next day.
        let isNext = box.upperBound > 1440 && times.startMinute + 1440 <= box.upperBound
        start = times.startMinute + (isNext ? 1440 : 0)
        end = start + (times.minutes.map { $0.upperBound - $0.lowerBound } ?? 0)
    }

    /// Whether it starts in the box and ends behind it.
    func reaches(into box: ClosedRange<Int>) -> Bool {
        start >= box.lowerBound && start < box.upperBound && end > box.upperBound
    }
}

/// Whether box and tasks name two time zones, or the tasks days of their own.
private func isElsewhere(_ table: Timetable, _ box: TimeBlock) -> Bool {
    if table.entries.contains(where: { !$0.day.isEmpty }) { return true }
    let own = zones(in: textLine(of: box.span))
    return table.entries.contains { entry in
        let named = zones(in: textLine(of: entry.span))
        return !named.isEmpty && named != own
    }
}

private func fault(_ entry: Timetable.Entry, _ box: TimeBlock, _ reading: Reading) -> Fault {
    Fault(
        message:
            "\(quoted(entry.text)) is at \(entry.times.spelled) here, but \(quoted(box.name)) in \(place(box.span)) is "
            + box.times.spelled,
        span: entry.span, label: "\(entry.times.spelled), \(reading.phrase)",
        related: [Finding.Note("\(box.times.spelled), the time box", at: box.span)],
        help: "move the task or lengthen the box",
        identity: [words(of: entry.text).joined(separator: " "), entry.times.spelled, box.times.spelled])
}

/// English, German, Spanish and French.
private let partsOfDay: Set<String> = [
    "morning", "forenoon", "noon", "midday", "lunch", "afternoon", "evening", "night", "am", "pm", "früh", "morgen",
    "vormittag", "mittag", "nachmittag", "abend", "nacht", "mañana", "mediodía", "tarde", "noche", "matin", "matinée",
    "midi", "soir", "soirée", "nuit",
]
