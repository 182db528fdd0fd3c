import Plan
import SourceText

extension PlanRule {
    /// Days between two phases belong to none.
    static let phaseDaysGap = PlanRule(
        id: "phase-days-gap", severity: .warning, summary: "days between two phases belong to no phase",
        explanation: Explanation(
            fault: """
                A numbered phase ends, the phase with the next number starts more than one day (week, month, sprint) \
                later, and nothing else in the plan holds the time between: no other phase, no second try of the same one, \
                no heading or row such as `Change freeze (Day 6-8)`.
                """,
            harm: """
                Either a phase lost days that its work needs, or nobody is on duty on days that everybody takes for \
                covered.
                """,
            misses: """
                A gap that is a weekend is silent: one that lies on a Saturday and a Sunday when the plan's start \
                is known, else days 6 and 7 of a week counted from day 1. A plan in which most phases stand apart \
                is taken for a list of milestones (day 30, day 60, day 90). Waves, parts, batches and the like stand \
                apart on purpose: only phases and stages are held to follow each other.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Preparation (Day 1-2)

                ## Phase 2: Rollout (Day 4-5)
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Preparation (Day 1-2)

                ## Phase 2: Rollout (Day 3-5)
                """)
        ]
    ) { input in
        var told: Set<[String]> = []
        let held = HeldTime(input.plan)
        return input.phaseSequences.flatMap { gaps(in: $0, held, input.plan.start) }
            .filter { told.insert($0.identity).inserted }
    }
}

private func gaps(in sequence: PhaseSequence, _ held: HeldTime, _ start: CivilDate?) -> [Fault] {
    guard sequence.entries.allSatisfy({ ["phase", "stage"].contains($0.phase.keyword) }) else { return [] }
    let open = sequence.pairs.filter { $0.later.range.lowerBound > $0.earlier.range.upperBound + 1 }
    if sequence.pairs.count > 1, open.count * 2 > sequence.pairs.count { return [] }
    return open.compactMap { pair in
        let gap = (pair.earlier.range.upperBound + 1)...(pair.later.range.lowerBound - 1)
        guard areConsecutive(pair.earlier, pair.later), !areMilestones(pair.earlier, pair.later),
            !isWeekend(gap, sequence.unit, start),
            !held.holds(gap, sequence.unit, beside: [pair.earlier, pair.later])
        else { return nil }
        return fault(pair.earlier, pair.later, gap, sequence.unitName)
    }
}

/// Numbers follow each other, so that no phase without a schedule can stand between; sub-phases count in tenths.
private func areConsecutive(_ earlier: PhaseSequence.Entry, _ later: PhaseSequence.Entry) -> Bool {
    guard let first = earlier.phase.number, let second = later.phase.number else { return false }
    let step = first == first.rounded(.down) ? 1 : 0.1
    return abs(second - first - step) < 1e-6
}

private func areMilestones(_ earlier: PhaseSequence.Entry, _ later: PhaseSequence.Entry) -> Bool {
    earlier.range.lowerBound == earlier.range.upperBound && later.range.lowerBound == later.range.upperBound
}

/// A whole weekend; a Saturday alone is a day that somebody forgot.
private func isWeekend(_ gap: ClosedRange<Double>, _ unit: Schedule.Unit, _ start: CivilDate?) -> Bool {
    guard unit == .day, gap.upperBound - gap.lowerBound == 1, gap.lowerBound >= 1 else { return false }
    let days = Int(gap.lowerBound)...Int(gap.upperBound)
    guard let start else { return days.allSatisfy { $0 % 7 == 6 || $0 % 7 == 0 } }
    return days.allSatisfy { start.adding(days: $0 - 1).isWeekend }
}

/// The time that phases take, numbered or not, and what stands beside them with a schedule, in whatever document.
private struct HeldTime {
    private struct Stretch {
        let range: ClosedRange<Double>
        /// nil for what is no phase.
        let phase: String?
        let path: String
    }
    /// By start.
    private let ranges: [Schedule.Unit: [Stretch]]

    init(_ plan: Plan) {
        var ranges: [Schedule.Unit: [Stretch]] = [:]
        func add(_ claim: Claim<Schedule>, _ phase: String?) {
            guard !claim.value.relative, let unit = claim.value.unit, let range = claim.value.range else { return }
            ranges[unit, default: []].append(Stretch(range: range, phase: phase, path: claim.span.path))
        }
        for phase in plan.phases { for schedule in phase.schedules { add(schedule, phase.id) } }
        for claim in plan.documents.flatMap(\.heldTimes) { add(claim, nil) }
        self.ranges = ranges.mapValues { $0.sorted { $0.range.lowerBound < $1.range.lowerBound } }
    }

    /// Whether something else holds the whole gap; of what starts before its end, the last two hundred are looked at.
    ///
    /// What another document says of the gap's own neighbours does not count: it contradicts, and fills nothing.
    func holds(_ gap: ClosedRange<Double>, _ unit: Schedule.Unit, beside neighbours: [PhaseSequence.Entry]) -> Bool {
        let all = ranges[unit, default: []]
        let begun = all.countOfLeading { $0.range.lowerBound <= gap.upperBound }
        var next = gap.lowerBound
        for stretch in all[..<begun].suffix(200) where stretch.range.lowerBound <= next {
            let isElsewhere = neighbours.contains {
                $0.phase.id == stretch.phase && $0.schedule.span.path != stretch.path
            }
            if !isElsewhere { next = max(next, stretch.range.upperBound + 1) }
        }
        return next > gap.upperBound
    }
}

private func fault(
    _ earlier: PhaseSequence.Entry, _ later: PhaseSequence.Entry, _ gap: ClosedRange<Double>, _ unit: String
) -> Fault {
    let (first, last) = (formatNumber(gap.lowerBound), formatNumber(gap.upperBound))
    let missing = first == last ? "\(unit) \(first) belongs" : "\(unit)s \(first)-\(last) belong"
    let (start, end) = (formatNumber(later.range.lowerBound), formatNumber(earlier.range.upperBound))
    return Fault(
        message: "\(quoted(later.phase.title)) starts on \(unit) \(start) here, but \(quoted(earlier.phase.title)) "
            + "ends on \(unit) \(end) in \(place(earlier.schedule.span)); \(missing) to no phase",
        span: later.schedule.span, label: later.schedule.label("from \(unit) \(start)"),
        related: [earlier.schedule.note("until \(unit) \(end)")], help: "close the gap or name what fills it",
        identity: [earlier.phase.id, "\(unit) \(end)", later.phase.id, "\(unit) \(start)"])
}
