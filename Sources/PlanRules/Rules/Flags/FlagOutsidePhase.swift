import Plan
import SourceText

extension PlanRule {
    /// A flag's day lies outside the phase that speaks of it, or behind the end of the plan.
    static let flagOutsidePhase = PlanRule(
        id: "flag-outside-phase", severity: .warning,
        summary: "a flag is switched outside its phase or behind the plan",
        explanation: Explanation(
            fault: """
                A flag is scheduled on a day that the phase in whose section it stands does not hold, or on a day \
                after the last one of a plan whose phases are all counted in days; or a table of flags files it under \
                a phase, or the list of phases enables what its name says in one, and the section of an earlier one \
                switches it on.
                """,
            harm: """
                The flag is switched when nobody watches: the phase's checks, its rollback time and the people on \
                duty belong to other days.
                """,
            misses: """
                Days that a document counts from 1 again are left alone, and phases that are counted in weeks or \
                dates are not turned into days. What comes later after the plan's end than the plan lasts, or stands \
                under a heading on cleaning up, is no part of it. A block or table that defines flags inside a phase's section is \
                taken for one of the whole plan unless all but one of its days fit the phase.
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
        let groups = input.flagGroups
        let phases = Dictionary(plan.phases.map { ($0.id, $0) }) { first, _ in first }
        let end = PlanEnd(plan)
        let sections = DefinitionSections(groups, phases)
        let dated = groups.flatMap { group in
            group.datedStages.compactMap { stage -> Fault? in
                guard let day = stage.day else { return nil }
                if let phase = stage.phase.flatMap({ phases[$0] }),
                    !stage.defines || sections.holdOneSlip(day, phase.id),
                    let fault = outsidePhase(group, day, phase, input.scopes)
                {
                    return fault
                }
                return end.flatMap { behindPlan(group, stage, day, $0, input.scopes) }
            }
        }
        return dated + plan.flags.compactMap { aheadOfPhase($0, phases, input.scopes) }
            + settingsAheadOfOverview(groups, plan, input.scopes)
    }
}

/// A flag that an inventory files under a phase, and that the section of an earlier one switches on.
///
/// What a later phase does with it is the rollout going on; what an earlier one does without switching it on prepares it.
private func aheadOfPhase(_ flag: Flag, _ phases: [String: Phase], _ scopes: ScopeIndex) -> Fault? {
    let filed = flag.filedUnder.compactMap { claim in phases[claim.value].map { (claim: claim, phase: $0) } }
    guard let first = filed.first, let number = first.phase.number,
        filed.allSatisfy({ $0.phase.id == first.phase.id })
    else { return nil }
    let switched =
        flag.stages.filter { ($0.percent?.value ?? 100) > 0 && (!$0.defines || isSet($0, first.claim, scopes)) }
        .map { ($0.span, $0.phase) }
        + flag.mentions.filter { $0.purpose == .enable && $0.certain }.map { ($0.span, $0.phase) }
    let early = switched.compactMap { span, id -> (span: SourceSpan, phase: Phase)? in
        guard let phase = id.flatMap({ phases[$0] }), phase.keyword == first.phase.keyword,
            let other = phase.number, other < number.rounded(.down), phase.span.path == span.path,
            scopes.mayBelongTogether(span, first.claim.span)
        else { return nil }
        return (span, phase)
    }
    guard let place = early.min(by: { $0.span < $1.span }) else { return nil }
    return Fault(
        message: "\(quoted(flag.name)) is switched on in \(place.phase.title) here, but belongs to "
            + "\(first.phase.title) in \(PlanRules.place(first.claim.span))",
        span: place.span, label: "switched on in \(place.phase.title)",
        related: [first.claim.note(first.phase.title)],
        identity: [identifierKey(flag.name), place.phase.id, first.phase.id])
}

/// Whether a stage is no more than `NEW_GAUGE=true` among the settings of a phase, away from the inventory: it switches
/// the flag on there. A definition with percentages or days tells of other phases too.
private func isSet(_ stage: FlagStage, _ filed: Claim<String>, _ scopes: ScopeIndex) -> Bool {
    stage.percent == nil && stage.day == nil && scopes.isInPhase(stage.span)
        && scopes.sectionNumber(at: stage.span) != scopes.sectionNumber(at: filed.span)
}

/// Where flags are defined inside a phase's section: for the phase, or for the whole plan at the end of a document.
private struct DefinitionSections {
    private struct Section: Hashable {
        let place: Place
        let phase: String
    }
    private var counts: [Section: (inside: Int, outside: Int)] = [:]

    init(_ groups: [FlagGroup], _ phases: [String: Phase]) {
        for stage in groups.flatMap(\.datedStages) where stage.defines {
            guard let day = stage.day, let phase = stage.phase, let range = phases[phase]?.days else { continue }
            let section = Section(place: Place(day), phase: phase)
            var count = counts[section] ?? (0, 0)
            if range.contains(day.value) { count.inside += 1 } else { count.outside += 1 }
            counts[section] = count
        }
    }

    /// Whether all definitions of the section but one fit the phase, so that they were written for it.
    func holdOneSlip(_ day: Claim<Int>, _ phase: String) -> Bool {
        guard let count = counts[Section(place: Place(day), phase: phase)] else { return false }
        return count.outside == 1 && count.inside >= 3
    }
}

private func outsidePhase(_ flag: FlagGroup, _ day: Claim<Int>, _ phase: Phase, _ scopes: ScopeIndex)
    -> Fault?
{
    // A phase with more schedules than these is no phase; looking through them for each flag would take their product.
    guard phase.schedules.count <= 100 else { return nil }
    let ranges = phase.schedules.compactMap(\.value.days)
    guard let schedule = phase.schedules.first(where: { $0.value.days != nil }),
        scopes.mayBelongTogether(schedule.span, day.span),
        !ranges.contains(where: { $0.contains(day.value) })
    else { return nil }
    return Fault(
        message: "\(quoted(flag.name)) is scheduled on day \(day.value) here, but \(phase.title) runs "
            + "\(clipped(schedule.value.text)) in \(place(schedule.span))",
        span: day.span, label: day.label("day \(day.value)"), related: [schedule.note(clipped(schedule.value.text))],
        identity: [flag.key, "day \(day.value)", phase.id])
}

/// Where a plan ends whose phases are all counted in days.
private struct PlanEnd {
    let day: Int
    let schedule: Claim<Schedule>
    /// What headings and rows beside the phases name: `Clean-up (Day 15-20)`.
    private let held: [ClosedRange<Int>]

    /// - Returns: nil for a plan without such an end.
    init?(_ plan: Plan) {
        guard let day = plan.lastDay, plan.phases.allSatisfy({ $0.days != nil }),
            let schedule = plan.phases.lazy.flatMap(\.schedules).first(where: { $0.value.days?.upperBound == day })
        else { return nil }
        self.day = day
        self.schedule = schedule
        held = plan.documents.flatMap { $0.heldTimes.compactMap(\.value.days) }.filter { $0.upperBound > day }
    }

    /// Whether a day is a slip: soon after the end, and none that the plan names itself.
    ///
    /// Longer after the end than the plan itself lasts is a follow-up.
    func isOverrun(by other: Int) -> Bool {
        other > day && other <= 2 * day && !held.prefix(100).contains { $0.contains(other) }
    }
}

private func behindPlan(
    _ flag: FlagGroup, _ stage: FlagStage, _ day: Claim<Int>, _ end: PlanEnd, _ scopes: ScopeIndex
) -> Fault? {
    guard end.isOverrun(by: day.value), stage.percent?.value != 0, !isAfterwards(flag, stage, scopes),
        scopes.mayBelongTogether(end.schedule.span, day.span)
    else { return nil }
    return Fault(
        message: "\(quoted(flag.name)) is scheduled on day \(day.value) here, but the plan ends on day \(end.day) in "
            + place(end.schedule.span),
        span: day.span, label: day.label("day \(day.value)"),
        related: [end.schedule.note(clipped(end.schedule.value.text))],
        identity: [flag.key, "day \(day.value)", "end \(end.day)"])
}

/// Whether the stage stands under a heading that speaks of the time after the plan, or takes an enabled flag away.
private func isAfterwards(_ flag: FlagGroup, _ stage: FlagStage, _ scopes: ScopeIndex) -> Bool {
    let isRemoved = stage.percent == nil && flag.stages.contains { $0.percent?.value == 100 }
    return isRemoved || !afterwardsWords.isDisjoint(with: scopes.headings(at: stage.span))
}

private let afterwardsWords: Set<String> = [
    "clean", "cleanup", "cleaning", "up", "removal", "remove", "retire", "retirement", "sunset", "decommission",
    "decommissioning", "after", "post", "follow", "aufräumen", "nachbereitung", "limpieza", "nettoyage",
]
