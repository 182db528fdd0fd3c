import Plan
import SourceText

extension PlanRule {
    /// A flag's day lies outside the phase that speaks of it, or behind the end of the plan.
    static let flagOutsidePhase = PlanRule(
        id: "flag-outside-phase", severity: .warning, summary: "a flag's day lies outside its phase or behind the plan",
        explanation: Explanation(
            fault: """
                A flag is scheduled on a day that the phase in whose section it stands does not hold, or on a day \
                after the last one of a plan whose phases are all counted in days.
                """,
            harm: """
                The flag is switched when nobody watches: the phase's checks, its rollback time and the people on \
                duty belong to other days.
                """,
            misses: """
                Days that a section counts from 1 again are left alone, and phases that are counted in weeks or \
                dates are not turned into days.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Preparation (Day 1-2)

                ## Phase 2: Rollout (Day 3-4)

                ## Flags

                ```ts
                const FLAGS = {
                  enableFastCheckout: { rollout: 20, day: 3 },
                  enableNewCart: { rollout: 100, day: 7 },
                };
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Preparation (Day 1-2)

                ## Phase 2: Rollout (Day 3-4)

                ## Flags

                ```ts
                const FLAGS = {
                  enableFastCheckout: { rollout: 20, day: 3 },
                  enableNewCart: { rollout: 100, day: 4 },
                };
                ```
                """)
        ]
    ) { input in
        let plan = input.plan
        let groups = flagGroups(of: plan)
        let phases = Dictionary(plan.phases.map { ($0.id, $0) }) { first, _ in first }
        let restarting = phasesCountingFromOne(groups, phases)
        return groups.flatMap { group in
            group.datedStages.compactMap { stage in
                guard let day = stage.day else { return nil }
                if let phase = stage.phase.flatMap({ phases[$0] }), !restarting.contains(phase.id),
                    let fault = outsidePhase(group, day, phase)
                {
                    return fault
                }
                return behindPlan(group, day, plan)
            }
        }
    }
}

/// Phases in whose sections no flag's day fits although it would if days were counted from the phase's start.
private func phasesCountingFromOne(_ groups: [FlagGroup], _ phases: [String: Phase]) -> Set<String> {
    var days: [String: [Int]] = [:]
    for stage in groups.flatMap(\.datedStages) {
        if let phase = stage.phase, let day = stage.day { days[phase, default: []].append(day.value) }
    }
    return Set(
        days.filter { id, days in
            guard let range = phases[id]?.days else { return false }
            return days.allSatisfy { $0 < range.lowerBound && (1...range.count).contains($0) }
        }.keys)
}

private func outsidePhase(_ flag: FlagGroup, _ day: Claim<Int>, _ phase: Phase) -> Fault? {
    let ranges = phase.schedules.compactMap(\.value.days)
    guard let schedule = phase.schedules.first(where: { $0.value.days != nil }),
        !ranges.contains(where: { $0.contains(day.value) })
    else { return nil }
    return Fault(
        message: "\(quoted(flag.name)) is scheduled on day \(day.value) here, but \(phase.title) runs "
            + "\(clipped(schedule.value.text)) in \(place(schedule.span))",
        span: day.span, label: day.label("day \(day.value)"), related: [schedule.note(clipped(schedule.value.text))],
        identity: [flag.key, "day \(day.value)", phase.id])
}

/// Only where every phase is counted in days, so that the last one is the end of the plan.
private func behindPlan(_ flag: FlagGroup, _ day: Claim<Int>, _ plan: Plan) -> Fault? {
    guard let lastDay = plan.lastDay, day.value > lastDay, plan.phases.allSatisfy({ $0.days != nil }),
        let last = plan.phases.flatMap(\.schedules).first(where: { $0.value.days?.upperBound == lastDay })
    else { return nil }
    return Fault(
        message: "\(quoted(flag.name)) is scheduled on day \(day.value) here, but the plan ends on day \(lastDay) in "
            + place(last.span),
        span: day.span, label: day.label("day \(day.value)"), related: [last.note(clipped(last.value.text))],
        identity: [flag.key, "day \(day.value)", "end \(lastDay)"])
}
