import Plan
import SourceText

extension PlanRule {
    /// Phases 1, 2 and 4.
    static let phaseNumberSkipped = PlanRule(
        id: "phase-number-skipped", severity: .warning, summary: "the phases skip a number",
        explanation: Explanation(
            fault: """
                The headings of a document count its phases (stages, waves) upwards and leave one number out, and no \
                document of the plan speaks of a phase of that number.
                """,
            harm: """
                Either a phase was lost when the plan was edited, or the numbers have moved: whoever was told that \
                "phase 4" needs their approval looks for it in the wrong place.
                """,
            misses: """
                Fewer than three headed phases, two numbers left out side by side, and numbers that a document \
                mentions anywhere, if only to say that the phase was given up. Weeks, sprints, milestones, rings and \
                batches may be counted with gaps.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Shadow traffic

                ## Phase 2: Pilot

                ## Phase 4: Everybody
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Shadow traffic

                ## Phase 2: Pilot

                ## Phase 3: Everybody
                """)
        ]
    ) { input in
        var mentions = PhaseMentions(input.plan.documents)
        return input.phasePlaces.flatMap { places -> [Fault] in
            guard places.headed.count >= 3, places.countsUp else { return [] }
            let gaps = zip(places.headed, places.headed.dropFirst()).filter { $1.number > $0.number + 1 }
            // With a gap at every other number they are no count at all.
            guard gaps.count * 3 < places.headed.count * 2 else { return [] }
            return gaps.compactMap { earlier, later in
                guard later.number == earlier.number + 2,
                    input.scopes.mayBelongTogether(earlier.span, later.span),
                    !mentions.contain(places.keyword, earlier.number + 1)
                else { return nil }
                return fault(places, earlier, later)
            }
        }
    }
}

private func fault(_ places: PhasePlaces, _ earlier: PhasePlaces.Entry, _ later: PhasePlaces.Entry) -> Fault {
    let missing = "\(places.word) \(earlier.number + 1)"
    return Fault(
        message: "\(quoted(later.phase.title)) follows \(quoted(earlier.phase.title)) here, and no document has a "
            + "\(missing)",
        span: later.span, label: "\(later.phase.title), \(later.reading.phrase)",
        related: [Finding.Note("\(earlier.phase.title), \(earlier.reading.phrase)", at: earlier.span)],
        help: "number the phases without a gap, or say what became of \(missing)",
        identity: [places.path, missing])
}
