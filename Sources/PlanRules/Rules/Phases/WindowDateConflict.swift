import Plan
import SourceText
import Updates

extension PlanRule {
    /// Planned work that is announced for another date than the documents give it.
    static let windowDateConflict = PlanRule(
        id: "window-date-conflict", severity: .warning,
        summary: "planned work is announced for another date than the documents give",
        explanation: Explanation(
            fault: """
                An update of kind 'planned' whose title names a day or a phase of the plan, the go-live, the \
                maintenance window, or a flag with its percentage has a window on no date that the documents give for \
                it: the date that stands with the day, the dates of the phase, the date of the field, or the date that \
                the day has when it is counted from the plan's first day.
                """,
            harm: "Customers prepare for one date, and the people at the keyboard for another.",
            misses: """
                Titles that say more than what is done (`Rehearsal for day 9`), what several phases are called, dates \
                of which one of several places agrees, days that the plan does not have, and plans that may be \
                counted in working days, where either way of counting gives the date.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                ---
                start: 2026-11-23
                ---
                # Plan

                ## Day 9: Checkout moves
                """),
            ExampleDocument(
                "updates/2026-11-27-day-9.md",
                """
                ---
                kind: planned
                title: "Day 9: checkout moves"
                start: 2026-12-02T22:00:00+01:00
                end: 2026-12-02T23:30:00+01:00
                ---

                The checkout is closed for half an hour.
                """),
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                ---
                start: 2026-11-23
                ---
                # Plan

                ## Day 9: Checkout moves
                """),
            ExampleDocument(
                "updates/2026-11-27-day-9.md",
                """
                ---
                kind: planned
                title: "Day 9: checkout moves"
                start: 2026-12-01T22:00:00+01:00
                end: 2026-12-01T23:30:00+01:00
                ---

                The checkout is closed for half an hour.
                """),
        ]
    ) { input in
        let ended = Set(input.updates.filter { $0.kind == .resolved }.compactMap(\.incident?.value))
        let announced = input.updates.filter { !ended.contains($0.id) }.compactMap { update in
            AnnouncedWork(update, input)
        }
        let kept = Set(announced.filter { work in work.dates.contains { work.agrees(with: $0) } }.map(\.subject))
        return announced.compactMap { work in kept.contains(work.subject) ? nil : fault(work) }
    }
}

/// Planned work with what its title names, and the dates that the documents give for that.
private struct AnnouncedWork {
    /// `day 9`, `phase 4`, `maintenance window`.
    let subject: String
    let dates: [DocumentDate]
    let window: Update.Window
    /// Days since 1970 on which the window may lie in the plan's zone.
    private let days: ClosedRange<Int>

    /// nil for an update without a window, and for one whose title names nothing that the documents date.
    init?(_ update: Update, _ input: RuleInput) {
        guard let window = update.window, let named = NamedWork(update.title, input), !named.dates.isEmpty else {
            return nil
        }
        (subject, dates, self.window) = (named.subject, named.dates, window)
        let isElsewhere =
            [window.start, window.end].contains { $0.value.offsetMinutes == 0 } && input.plan.timezone != "UTC"
        let (start, end) = (window.start.value.date.daysSinceEpoch, window.end.value.date.daysSinceEpoch)
        // What is written in UTC may be the next day where the plan is at home, or the day before.
        days = isElsewhere ? start - 1...max(start, end) + 1 : start...max(start, end)
    }

    func agrees(with date: DocumentDate) -> Bool { date.choices.contains { $0.overlaps(days) } }

    /// `2026-12-02`, or `2026-12-02 to 2026-12-04`.
    var spelled: String {
        let (start, end) = (window.start.value.date, window.end.value.date)
        return start == end ? "\(start)" : "\(start) to \(end)"
    }
}

private func fault(_ work: AnnouncedWork) -> Fault? {
    guard let first = work.dates.first else { return nil }
    return Fault(
        message: "\(quoted(work.subject)) is announced for \(work.spelled) here, but is \(first.spelled) in "
            + place(first.note.span),
        span: work.window.start.span, label: work.window.start.label(work.spelled),
        related: work.dates.map(\.note), help: "correct the update or the plan",
        identity: [work.subject, work.spelled, first.spelled])
}
