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
                `Training`.
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

                ## Phase 1: Preparation

                ## Phase 2: Pilot depot

                ## Phase 3: Cleanup
                """),
            ExampleDocument(
                "timeline.md",
                """
                # Timeline

                ## Phase 1: Preparation

                ## Phase 2: Pilot depot

                ## Phase 3: Training of the shops
                """),
        ],
        goodExample: [
            ExampleDocument(
                "strategy.md",
                """
                # Strategy

                ## Phase 1: Preparation

                ## Phase 2: Pilot depot

                ## Phase 3: Cleanup
                """),
            ExampleDocument(
                "timeline.md",
                """
                # Timeline

                ## Phase 1: Preparation

                ## Phase 2: Pilot depot

                ## Phase 3: Cleanup of the old shops
                """),
        ], isPreview: true
    ) { input in
        let counts = PlacesOfNames(input)
        return input.plan.phases.flatMap { phase -> [Fault] in
            guard phase.number != nil, let main = phase.names.first else { return [] }
            let others = counts.strangers(of: phase)
            // Where several places agree against the first, the first is the odd one.
            if others.count > 1, Set(others.map { nameWordSet($0) }).count == 1 {
                return [fault(phase, odd: main, others)]
            }
            return others.map { fault(phase, odd: $0, [main]) }
        }
    }
}

private func fault(_ phase: Phase, odd: Claim<String>, _ others: [Claim<String>]) -> Fault {
    let other = others.first ?? odd
    return Fault(
        message: "\(quoted(phase.title)) is called \(quoted(odd.value)) here, but \(quoted(other.value)) in "
            + place(other.span),
        span: odd.span, label: odd.label(clipped(odd.value)), related: others.map { $0.note(clipped($0.value)) },
        help: "call the phase by one name",
        identity: [phase.id] + [odd.value, other.value].map { words(of: $0).joined(separator: " ") })
}

private func nameWordSet(_ claim: Claim<String>) -> Set<String> { Set(words(of: claim.value)) }

/// For each place that names phases, how many names are those of the main one and how many are strange to it.
private struct PlacesOfNames {
    private let input: RuleInput
    private var counts: [Place: (alike: Int, strange: Int)] = [:]
    private var strange: [String: [Claim<String>]] = [:]

    /// More names of one phase are no plan.
    private static let mostNames = 100

    init(_ input: RuleInput) {
        self.input = input
        for phase in input.plan.phases where phase.number != nil {
            guard let main = phase.names.first else { continue }
            let mainWords = nameWordSet(main)
            var comparison = NameComparison(main)
            for claim in phase.names.dropFirst().prefix(PlacesOfNames.mostNames)
            where place(of: claim) != place(of: main) {
                let place = place(of: claim)
                if nameWordSet(claim) == mainWords {
                    counts[place, default: (0, 0)].alike += 1
                } else if comparison.isStrange(claim) {
                    counts[place, default: (0, 0)].strange += 1
                    strange[phase.id, default: []].append(claim)
                }
            }
        }
    }

    /// Names of a phase that nothing but a change in one place explains.
    func strangers(of phase: Phase) -> [Claim<String>] {
        guard let main = phase.names.first else { return [] }
        return strange[phase.id, default: []].filter { claim in
            guard let count = counts[place(of: claim)], count.alike >= 2, count.strange == 1,
                input.scopes.mayBelongTogether(claim.span, main.span)
            else { return false }
            return claim.span.path != main.span.path || !(tells(claim.value) && tells(main.value))
        }
    }

    /// The headings of a document are one place, and so are the lists of one section.
    private func place(of claim: Claim<String>) -> Place {
        Place(claim, section: claim.reading == .heading ? nil : input.scopes.sectionNumber(at: claim.span))
    }
}
