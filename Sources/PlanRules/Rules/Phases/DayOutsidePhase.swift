import Plan
import SourceText

extension PlanRule {
    /// A day under the heading of a phase that does not hold it.
    static let dayOutsidePhase = PlanRule(
        id: "day-outside-phase", severity: .error, summary: "a day is filed under a phase that does not hold it",
        explanation: Explanation(
            fault: """
                A day is told of under the heading of a phase, and the days that the plan gives the phase do not \
                include it.
                """,
            harm: """
                The phase starts or ends on another day than its own plan says, and what is to be done on the day is \
                prepared for the wrong one.
                """,
            misses: """
                Phases that count their days anew from 1; phases most of whose days lie outside, since these are \
                counted in another way; and days well after the last phase, such as a review on day 30.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Preparation (Day 1-2)

                ### Day 1: Backups
                ### Day 2: Rehearsal

                ## Phase 2: Rollout (Day 3-4)

                ### Day 3: Pilot
                ### Day 5: Everybody
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Preparation (Day 1-2)

                ### Day 1: Backups
                ### Day 2: Rehearsal

                ## Phase 2: Rollout (Day 3-4)

                ### Day 3: Pilot
                ### Day 4: Everybody
                """)
        ]
    ) { input in
        let filed = FiledDays(input.plan)
        let lastDay = input.plan.phases.compactMap { $0.days?.upperBound }.max() ?? 0
        return input.plan.phases.flatMap { phase -> [Fault] in
            let schedules = Array(phase.schedules.lazy.filter { $0.value.firstDay != nil }.prefix(mostSchedules))
            return filed.documents(of: phase.id).flatMap { days -> [Fault] in
                guard let schedule = schedules.first(where: { $0.span.path == days[0].span.path }) ?? schedules.first,
                    input.scopes.mayBeOneSubject(
                        input.scopes.scope(at: schedule.span), input.scopes.scope(at: days[0].span))
                else { return [] }
                let outside = days.filter { day in !schedules.contains { holds($0.value, day.number) } }
                guard !outside.isEmpty, outside.count * 2 <= days.count || days.count == 1,
                    !countAnew(days, schedule.value)
                else { return [] }
                return outside.filter { $0.number <= lastDay + 2 }.map { fault(phase, $0, schedule) }
            }
        }
    }
}

/// More schedules of one phase are no plan; holding all days against all of them would take their product.
private let mostSchedules = 64

/// A day, where it is filed.
private struct FiledDay {
    let number: Int
    let span: SourceSpan
}

/// The days that documents file under phases.
private struct FiledDays {
    private var days: [String: [String: [FiledDay]]] = [:]

    init(_ plan: Plan) {
        for day in plan.days {
            for filing in day.filings {
                days[filing.value, default: [:]][filing.span.path, default: []].append(
                    FiledDay(number: day.number, span: filing.span))
            }
        }
    }

    /// Document by document, each with a day at least.
    func documents(of phase: String) -> [[FiledDay]] {
        (days[phase] ?? [:]).sorted { $0.key < $1.key }.map { $0.value.sorted { $0.span < $1.span } }
    }
}

private func holds(_ schedule: Schedule, _ day: Int) -> Bool {
    if let days = schedule.days { return days.contains(day) }
    return schedule.firstDay.map { $0 <= day } ?? false
}

/// `Day 1` to `Day 3` under a phase of days 8 to 10; or one day twice.
private func countAnew(_ days: [FiledDay], _ schedule: Schedule) -> Bool {
    let numbers = days.map(\.number)
    guard Set(numbers).count == numbers.count, let first = schedule.firstDay, let lowest = numbers.min(),
        let highest = numbers.max()
    else { return true }
    let fitsLength = highest < first && highest <= (schedule.days?.count ?? highest)
    return fitsLength || lowest <= 1 && first > lowest
}

private func fault(_ phase: Phase, _ day: FiledDay, _ schedule: Claim<Schedule>) -> Fault {
    Fault(
        message:
            "day \(day.number) is under \(quoted(phase.title)) here, but the phase is \(clipped(schedule.value.text)) "
            + "in \(place(schedule.span))",
        span: day.span, label: "day \(day.number), read from the heading",
        related: [schedule.note(clipped(schedule.value.text))],
        help: "move the day to its phase, or let the phase hold it",
        identity: ["day \(day.number)", phase.id, schedule.value.identity])
}
