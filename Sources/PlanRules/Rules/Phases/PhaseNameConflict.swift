import Plan
import SourceText

extension PlanRule {
    /// Everywhere else the phases are named alike, and one of them is not.
    static let phaseNameConflict = PlanRule(
        id: "phase-name-conflict", severity: .warning, summary: "a phase has another name in one of its places",
        explanation: Explanation(
            fault: """
                Two places name the phases of the plan, at least two of them in the very same words, and a single one \
                in words that have nothing in common: the strategy calls phase 3 `Cleanup`, the timeline calls it \
                `Training`. Where both tell of two phases only, one in the same words is enough. The rows of a table \
                that give no numbers are held against the headings that do, in their order.
                """,
            harm: """
                A phase has been renamed, or replaced, in one place. Whoever reads the other prepares for what is not \
                planned any more.
                """,
            misses: """
                Where two names or more differ, the places may follow different plans. Names that share a word or the \
                stem of one are one name. Two telling names in one document are `phase-duplicate`.
                """),
        badExample: [
            ExampleDocument(
                "strategy.md",
                """
                # Strategy

                ## Phase 1: Preparation (Day 1-2)

                ## Phase 2: Pilot depot (Day 3-6)

                ## Phase 3: Cleanup (Day 7-9)
                """),
            ExampleDocument(
                "timeline.md",
                """
                # Timeline

                ## Phase 1: Preparation (Day 1-2)

                ## Phase 2: Pilot depot (Day 3-6)

                ## Phase 3: Training of the shops (Day 7-9)
                """),
        ],
        goodExample: [
            ExampleDocument(
                "strategy.md",
                """
                # Strategy

                ## Phase 1: Preparation (Day 1-2)

                ## Phase 2: Pilot depot (Day 3-6)

                ## Phase 3: Cleanup (Day 7-9)
                """),
            ExampleDocument(
                "timeline.md",
                """
                # Timeline

                ## Phase 1: Preparation (Day 1-2)

                ## Phase 2: Pilot depot (Day 3-6)

                ## Phase 3: Cleanup of the old shops (Day 7-9)
                """),
        ], isPreview: true
    ) { input in
        let phases = input.plan.phases.filter { $0.number != nil }
        let odd = OddNames(phases.map(\.names), input.scopes, areCounted: true)
        return oddRows(input.plan.phases, input.scopes)
            + zip(phases, odd.found).flatMap { phase, conflicts in
                conflicts.filter { conflict in
                    // Two telling names in one document are the other rule's matter.
                    conflict.others.contains { $0.span.path != conflict.odd.span.path }
                        || !(tells(conflict.odd.value) && conflict.others.allSatisfy { tells($0.value) })
                }.map { $0.fault(named: phase.title, id: phase.id) }
            }
    }
}
