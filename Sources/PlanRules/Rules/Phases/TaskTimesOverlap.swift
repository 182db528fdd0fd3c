import Plan
import SourceText

extension PlanRule {
    /// A task that starts before the one ahead of it has ended.
    static let taskTimesOverlap = PlanRule(
        id: "task-times-overlap", severity: .error, summary: "a task starts before the one ahead of it ends",
        explanation: Explanation(
            fault: """
                In a list or table of tasks with times of the day, each of which starts where the one ahead of it \
                ends, or later, one task starts while the one ahead of it is still running. Where a column says who \
                does it, each one's tasks are looked at by themselves.
                """,
            harm: """
                The people of one list cannot do both; during a cut-over everything behind the second task is late \
                from there on.
                """,
            misses: """
                Lists in which more than a third of the neighbours overlap, or that speak of parallel work, shifts or \
                tracks; tasks that start together; and a task whose time lies wholly within that of the one ahead, \
                which may be a part of it. Tasks of two lists are not held against each other.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Cut-over night

                - 20:00-20:30: Stop the writers
                - 20:30-21:15: Copy the last rows
                - 21:00-21:30: Point the services at the new cluster
                - 21:30-22:00: Smoke test
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Cut-over night

                - 20:00-20:30: Stop the writers
                - 20:30-21:00: Copy the last rows
                - 21:00-21:30: Point the services at the new cluster
                - 21:30-22:00: Smoke test
                """)
        ]
    ) { input in
        input.plan.documents.flatMap { document in
            document.times.timetables.flatMap { table -> [Fault] in
                guard table.entries.count >= 3, !table.runsInParallel else { return [] }
                return lines(of: table).flatMap { overlaps(in: $0, table.reading) }
            }
        }
    }
}

/// The entries that one person or team works through; all of them where no column says who.
private func lines(of table: Timetable) -> [[Timetable.Entry]] {
    guard table.entries.contains(where: { $0.owner != nil }) else { return [table.entries] }
    return Dictionary(grouping: table.entries) { words(of: $0.owner ?? "").joined(separator: " ") }
        .filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }.map(\.value)
}

private func overlaps(in entries: [Timetable.Entry], _ reading: Reading) -> [Fault] {
    let steps = ClockSequence(entries).steps
    guard steps.count >= 2 else { return [] }
    let pairs = zip(steps, steps.dropFirst()).map { ($0, $1) }
    // What starts together or lies one in the other shows that the list does not go through its tasks one by one.
    let nested = pairs.contains { earlier, later in
        guard let end = earlier.end else { return false }
        return later.start == earlier.start || later.start < end && (later.end ?? later.start) < end
            || later.start < earlier.start
    }
    let clashes = pairs.filter { earlier, later in earlier.end.map { later.start < $0 } ?? false }
    guard !nested, clashes.count * 3 <= pairs.count || clashes.count == 1 && pairs.count <= 3 else { return [] }
    return clashes.map { fault($0, $1, reading) }
}

private func fault(_ earlier: ClockSequence.Step, _ later: ClockSequence.Step, _ reading: Reading) -> Fault {
    let (first, second) = (earlier.entry, later.entry)
    return Fault(
        message:
            "\(quoted(second.text)) starts at \(second.times.startText) here, but \(quoted(first.text)) lasts until "
            + "\(first.times.endText ?? "") in \(place(first.span))",
        span: second.span, label: "\(second.times.spelled), \(reading.phrase)",
        related: [Finding.Note("\(first.times.spelled), \(reading.phrase)", at: first.span)],
        help: "let the one start when the other ends, or say that they run in parallel",
        identity: [
            words(of: first.text).joined(separator: " "), first.times.spelled,
            words(of: second.text).joined(separator: " "), second.times.spelled,
        ])
}
