import Plan
import SourceText

extension PlanRule {
    /// A phase lacks the part on the way back that its neighbours have, and only a general chapter speaks of one.
    static let phaseWithoutRollback = PlanRule(
        id: "phase-without-rollback", severity: .warning,
        summary: "a phase lacks the rollback part that its neighbours have",
        explanation: Explanation(
            fault: """
                At least two phases of a document have a rollback part of their own. Another phase of the same kind has two or \
                more of the other parts that each of those has (`Deployment`, `Success criteria`), but no rollback part, and no \
                chapter names it. A chapter on rollbacks in general does not say how this phase is taken back.
                """,
            harm: "In that phase the team finds out while users wait whether the general way back is the right one.",
            misses: """
                Phases ahead of the first that has such a part, phases that name a rollback anywhere outside of their tasks, phases that are done, and documents in which \
                most phases have no such part.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Move to the new ledger

                ## Phase 1: Pilot
                ### Deployment
                Two shops.
                ### Success criteria
                The books agree.
                ### Rollback plan
                Send the pilot shops to the old ledger.

                ## Phase 2: North
                ### Deployment
                Forty shops.
                ### Success criteria
                The books agree.
                ### Rollback plan
                Send the north to the old ledger.

                ## Phase 3: All shops
                ### Deployment
                Everybody.
                ### Success criteria
                The books agree.

                ## Rollback in an emergency
                1. Open the old ledger
                2. Check that the tills can write
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Move to the new ledger

                ## Phase 1: Pilot
                ### Deployment
                Two shops.
                ### Success criteria
                The books agree.
                ### Rollback plan
                Send the pilot shops to the old ledger.

                ## Phase 2: North
                ### Deployment
                Forty shops.
                ### Success criteria
                The books agree.
                ### Rollback plan
                Send the north to the old ledger.

                ## Phase 3: All shops
                ### Deployment
                Everybody.
                ### Success criteria
                The books agree.
                ### Rollback plan
                Open the old ledger again.

                ## Rollback in an emergency
                1. Open the old ledger
                2. Check that the tills can write
                """)
        ], isPreview: true
    ) { input in
        let left = input.plan.documents.reduce(into: Set<Double>()) { $0.formUnion($1.waysBack.leftByTitles) }
        return input.plan.documents.flatMap { document in
            incompletePhases(document.waysBack, left)
        }
    }
}

private func incompletePhases(_ ways: WaysBack, _ left: Set<Double>) -> [Fault] {
    struct Kind: Hashable {
        let keyword: String
        let level: Int
    }
    let groups = Dictionary(grouping: ways.phases) { Kind(keyword: $0.keyword, level: $0.level) }
    return groups.values.flatMap { group -> [Fault] in
        let own = group.filter { $0.wayBack != nil }
        guard own.count > 1, let first = own.first else { return [] }
        let missing = group.compactMap { section -> (PhaseSection, Int)? in
            // What is said nowhere at all is another rule's.
            guard section.wayBack == nil, !section.namesRollback, !section.isDone,
                // What comes before the first of them may reach nobody yet.
                section.range.lowerBound > first.range.lowerBound,
                section.isSpoken || ways.general != nil,
                section.number.map(left.contains) != true, case let shared = section.partsShared(with: own), shared > 1
            else { return nil }
            return (section, shared)
        }
        guard own.count >= missing.count else { return [] }
        return missing.map { fault($0, $1, unlike: own.compactMap(\.wayBack)) }
    }
}

private func fault(_ section: PhaseSection, _ shared: Int, unlike others: [Claim<String>]) -> Fault {
    Fault(
        message:
            "\(quoted(section.title.value)) has \(shared) parts of the other phases, but no way back of its own as "
            + "\(others.count) of them have",
        span: section.title.span, label: "no part on the way back in this section",
        related: others.map { Finding.Note("another phase's way back, \($0.reading.phrase)", at: $0.span) },
        help: "say how this phase is taken back, or name the chapter that says it",
        identity: [section.identity])
}
