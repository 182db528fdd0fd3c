import Plan
import SourceText

extension PlanRule {
    /// The time that a plan states for all its phases is less than they take from the first to the last.
    static let planDurationMismatch = PlanRule(
        id: "plan-duration-mismatch", severity: .error,
        summary: "a plan's phases take longer than the plan",
        explanation: Explanation(
            fault: """
                A title above the phases, or a field ahead of them, says how long they take together, and from the start \
                of the first to the end of the last they take longer.
                """,
            harm: "The window that was asked for, and the people on duty, end before the work does.",
            misses: """
                A longer time than the phases need may hold a reserve. Only phases that all have a schedule, counted \
                in one unit and in the order of time, add up. Rough amounts are silent, and so are a shorter time in a \
                finer unit, a time with more words (`including a week of reserve`) and a week or day 0 that is not \
                counted. What stands between the phases with a time of its own (a freeze) may count or not.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Cut-over (6 hours)

                ## Phase 1: Export (14:00-17:00)

                ## Phase 2: Import (17:00-21:00)
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Cut-over (7 hours)

                ## Phase 1: Export (14:00-17:00)

                ## Phase 2: Import (17:00-21:00)
                """)
        ]
    ) { input in
        input.plan.documents.filter { !$0.lengths.isEmpty }.flatMap { document -> [Fault] in
            let phases = input.plan.phases.filter { $0.span.path == document.path }
            return document.lengths.compactMap { length in
                let spoken = phases.filter { length.reach.contains($0.span.range.lowerBound) }
                guard let run = PhaseRun(spoken, path: document.path),
                    run.possibleExtents(beside: document.heldTimes).allSatisfy({ isShorter(length.duration.value, $0) })
                else { return nil }
                return fault(length.duration, run)
            }
        }
    }
}

/// Phases that follow each other in one unit.
private struct PhaseRun {
    let first: Claim<Schedule>
    /// The one that ends last.
    let last: Claim<Schedule>
    /// From the start of the first to the end of the last.
    let extent: Schedule

    /// - Returns: nil for fewer than two, and where one says not when it is, or in another unit or order.
    init?(_ phases: [Phase], path: String) {
        var schedules: [Claim<Schedule>] = []
        for phase in phases.sorted(by: { $0.span < $1.span }) {
            guard let schedule = phase.schedules.first(where: { $0.span.path == path }), !schedule.value.relative,
                schedule.value.unit == schedules.first?.value.unit ?? schedule.value.unit,
                let range = schedule.value.range,
                range.lowerBound >= schedules.last?.value.range?.lowerBound ?? range.lowerBound,
                // Two nights, each from 22:00 on.
                schedule.value.unit != .minute
                    || range.lowerBound > schedules.last?.value.range?.lowerBound ?? -.infinity
            else { return nil }
            schedules.append(schedule)
        }
        guard schedules.count > 1, let first = schedules.first, let unit = first.value.unit,
            let start = first.value.range?.lowerBound,
            let last = schedules.max(by: { PhaseRun.end($0) < PhaseRun.end($1) })
        else { return nil }
        self.first = first
        self.last = last
        extent = Schedule(
            text: "\(first.value.text) to \(last.value.text)", unit: unit, range: start...max(start, PhaseRun.end(last))
        )
    }

    private static func end(_ claim: Claim<Schedule>) -> Double { claim.value.range?.upperBound ?? 0 }

    /// The run as people may count it: without a day or week 0, and without what holds time between the phases.
    func possibleExtents(beside held: [Claim<Schedule>]) -> [Schedule] {
        guard let range = extent.range else { return [] }
        let start = range.lowerBound == 0 ? 1 : range.lowerBound
        let between = held.filter { $0.value.unit == extent.unit && !$0.value.relative }.compactMap(\.value.range)
            .filter { range.lowerBound < $0.lowerBound && $0.upperBound < range.upperBound }
            .reduce(0) { $0 + $1.upperBound - $1.lowerBound + 1 }
        return [range, start...max(start, range.upperBound - between)].map {
            Schedule(text: extent.text, unit: extent.unit, range: $0)
        }
    }
}

/// Whether a duration is less than a schedule takes.
private func isShorter(_ duration: TimeAmount, _ schedule: Schedule) -> Bool {
    guard !duration.fits(schedule), let range = schedule.range, let unit = schedule.unit, let seconds = duration.seconds
    else { return false }
    let count = range.upperBound - range.lowerBound
    return switch unit {
    case .minute: seconds < count * 60
    case .hour: seconds < count * 3600
    case .day, .date: seconds < (count + 1) * 86_400
    case .week: seconds < (count + 1) * 7 * 86_400
    case .month: seconds < (count + 1) * 31 * 86_400
    case .sprint: false
    }
}

private func fault(_ duration: Claim<TimeAmount>, _ run: PhaseRun) -> Fault {
    let length = spelledLength(of: run.extent)
    return Fault(
        message: "the plan lasts \(clipped(duration.value.text)) here, but from \(clipped(run.first.value.text)) to "
            + "\(clipped(run.last.value.text)) its phases take \(length)",
        span: duration.span, label: duration.label(clipped(duration.value.text)),
        related: [run.first.note("the first phase"), run.last.note("the last phase, \(length) from the start")],
        help: "make the plan's duration and its phases agree", identity: [duration.value.spelled, length])
}
