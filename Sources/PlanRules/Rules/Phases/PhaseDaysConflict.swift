import Plan
import SourceText

extension PlanRule {
    /// One phase, two schedules.
    static let phaseDaysConflict = PlanRule(
        id: "phase-days-conflict", severity: .error, summary: "a phase is scheduled at two different times",
        explanation: Explanation(
            fault: """
                Two places schedule the same phase, counted in the same unit, at different days, weeks, months, dates \
                or times of a day: an overview and the phase's own heading, or two documents.
                """,
            harm: """
                Two teams prepare for two different weeks, and a date that one of them has promised is missed before \
                the work begins.
                """,
            misses: """
                A single day or date within the other place's range may be its start or its end, and is silent. Times \
                in different units (week 2, day 8-12) are not held against each other, and neither are two tries of \
                one phase, `T-3` and a date, or documents of one kind with different subjects.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                | Phase | Days |
                | --- | --- |
                | Phase 1: Preparation | Day 1-2 |
                | Phase 2: Traffic shift | Day 3-5 |

                ## Phase 1: Preparation (Day 1-2)

                ## Phase 2: Traffic shift (Day 3-6)
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                | Phase | Days |
                | --- | --- |
                | Phase 1: Preparation | Day 1-2 |
                | Phase 2: Traffic shift | Day 3-6 |

                ## Phase 1: Preparation (Day 1-2)

                ## Phase 2: Traffic shift (Day 3-6)
                """)
        ]
    ) { input in
        input.plan.phases.flatMap { phase -> [Fault] in
            guard phase.schedules.count > 1 else { return [] }
            return disagreements(
                in: phase.schedules.filter { $0.value.unit != nil && $0.value.range != nil },
                scope: { input.scopes.scope(at: $0.span) }, comparing: input.scopes.mayBeOneSubject, agree: mayAgree
            ).map { fault(phase, $0) }
        }
    }
}

/// Whether two schedules may be one: in other units, the same, or one the start or the end of the other.
private func mayAgree(_ left: Schedule, _ right: Schedule) -> Bool {
    guard left.unit == right.unit, left.relative == right.relative, let mine = left.range, let other = right.range,
        countsCalendarWeeks(left) == countsCalendarWeeks(right)
    else { return true }
    // Week 23 of the year is week 1 of a plan: nobody mistakes one for the other.
    if left.unit == .week, abs(mine.lowerBound - other.lowerBound) >= 8 { return true }
    // The same hours in another time zone.
    if left.unit == .minute, mine.upperBound - mine.lowerBound == other.upperBound - other.lowerBound { return true }
    return mine == other || isMoment(mine, of: other) || isMoment(other, of: mine)
}

/// `KW 23`, `ISO week 23`: weeks of the year, where others count those of the plan.
private func countsCalendarWeeks(_ schedule: Schedule) -> Bool {
    schedule.unit == .week && (schedule.text.lowercased().contains("kw") || (schedule.range?.lowerBound ?? 0) > 52)
}

private func isMoment(_ moment: ClosedRange<Double>, of whole: ClosedRange<Double>) -> Bool {
    moment.lowerBound == moment.upperBound && whole.contains(moment.lowerBound)
}

private func fault(_ phase: Phase, _ disagreement: Disagreement<Schedule>) -> Fault {
    let (here, there) = (disagreement.first.value.text, disagreement.reference.value.text)
    return Fault(
        message: "\(quoted(phase.title)) is \(clipped(here)) here, but \(clipped(there)) in "
            + "\(place(disagreement.reference.span))",
        span: disagreement.first.span, label: disagreement.first.label(clipped(here)),
        related: disagreement.notes { clipped($0.text) },
        identity: [phase.id, disagreement.first.value.identity, disagreement.reference.value.identity])
}
