import Plan
import SourceText

extension PlanRule {
    /// A phase's stated duration is not the length of its days.
    static let phaseDurationMismatch = PlanRule(
        id: "phase-duration-mismatch", severity: .error,
        summary: "a phase's duration is not the length of its schedule",
        explanation: Explanation(
            fault: """
                A phase is scheduled over so many days, weeks, months or dates, first and last included, or between \
                two times of a day, and a field states another duration for it.
                """,
            harm: "Teams that plan by the field and teams that plan by the days reserve people for different times.",
            misses: """
                Rough amounts (`~2 days`, `about a week`) are silent, and so is a shorter time in a finer unit: three \
                days within week 7, hours within a day. Times of a day are rounded to the unit that the duration \
                names. A week may be five working days or seven; a month four or five weeks; dates may be counted \
                with or without the first, or as working days. The length of a sprint is not known.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Preparation (Day 1-3)
                - **Duration**: 2 days
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Preparation (Day 1-3)
                - **Duration**: 3 days
                """)
        ]
    ) { input in
        input.plan.phases.filter { !$0.durations.isEmpty }.flatMap { phase -> [Fault] in
            let schedules = PlacedSchedules(phase.schedules)
            return phase.durations.compactMap { duration in
                guard let schedule = schedules.nearest(to: duration.span),
                    input.scopes.mayBelongTogether(schedule.span, duration.span), !duration.value.fits(schedule.value)
                else { return nil }
                return fault(phase, duration, schedule)
            }
        }
    }
}

/// A phase's schedules by their places.
private struct PlacedSchedules {
    private let main: Claim<Schedule>?
    private let byPath: [String: [Claim<Schedule>]]

    init(_ schedules: [Claim<Schedule>]) {
        main = schedules.first
        byPath = Dictionary(grouping: schedules, by: \.span.path).mapValues { $0.sorted { $0.span < $1.span } }
    }

    /// The schedule that a duration stands beside: the closest of its document, the one ahead of two; else the main one.
    func nearest(to span: SourceSpan) -> Claim<Schedule>? {
        guard let own = byPath[span.path] else { return main }
        let next = own.countOfLeading { $0.span < span }
        return own[max(0, next - 1)..<min(own.count, next + 1)].min { distance($0, span) < distance($1, span) }
    }

    private func distance(_ schedule: Claim<Schedule>, _ span: SourceSpan) -> Int {
        abs(schedule.span.range.lowerBound - span.range.lowerBound)
    }
}

private func fault(_ phase: Phase, _ duration: Claim<TimeAmount>, _ schedule: Claim<Schedule>) -> Fault {
    let length = spelledLength(of: schedule.value)
    return Fault(
        message:
            "\(quoted(phase.title)) lasts \(clipped(duration.value.text)) here, but \(clipped(schedule.value.text)) in "
            + "\(place(schedule.span)) is \(length)",
        span: duration.span, label: duration.label(clipped(duration.value.text)), related: [schedule.note(length)],
        identity: [phase.id, duration.value.spelled, length])
}
