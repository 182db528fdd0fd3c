import Plan
import SourceText

extension PlanRule {
    /// `The rollout has four phases`, and there are five.
    static let phaseCountConflict = PlanRule(
        id: "phase-count-conflict", severity: .warning,
        summary: "a document announces another number of phases than it has",
        explanation: Explanation(
            fault: """
                A sentence, ahead of the phases or around them, says how many phases (stages, waves) the rollout has, \
                and the document has sections or rows for another number of them.
                """,
            harm: """
                One of the two is from an older version of the plan: readers who go by the sentence wait for a phase \
                that is gone, or are surprised by one that came later.
                """,
            misses: """
                A number that fits any way of counting is right: with or without phase 0, with sub-phases or without, \
                those of the document or of the whole plan. Sentences that speak of some phases (`the first two`), of \
                each of several things, or that count up what they mean are silent.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                The migration runs in two phases.

                ## Phase 1: Shadow traffic

                ## Phase 2: Pilot stores

                ## Phase 3: Everybody
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                The migration runs in three phases.

                ## Phase 1: Shadow traffic

                ## Phase 2: Pilot stores

                ## Phase 3: Everybody
                """)
        ]
    ) { input in
        let places = Dictionary(grouping: input.phasePlaces, by: \.keyword)
        let whole = Dictionary(grouping: input.plan.phases, by: \.keyword)
        return input.plan.documents.flatMap { document in
            document.times.phaseCounts.compactMap { claim -> Fault? in
                let keyword = claim.value.keyword
                guard speaksOfPlan(claim), let all = places[keyword],
                    let own = all.first(where: { $0.path == document.path }), let known = mostTold(own),
                    !fits(claim.value.count, own, whole[keyword] ?? [])
                else { return nil }
                return fault(claim, known, own.word.lowercased())
            }
        }
    }
}

/// The list that tells of the most phases: the headings, or a table.
private func mostTold(_ places: PhasePlaces) -> [PhasePlaces.Entry]? {
    let all = (places.lists + [places.headed]).max { $0.count < $1.count }
    guard let all, all.count >= 2, let first = all.first, let last = all.last else { return nil }
    // What leaves out numbers is no complete list.
    return first.number <= 1 && last.number - first.number == all.count - 1 ? all : nil
}

/// Whether any way of counting gives the number.
private func fits(_ count: Int, _ places: PhasePlaces, _ phases: [Phase]) -> Bool {
    let numbered = phases.compactMap(\.number)
    let wholes = Set(numbered.map { Int($0) })
    let lists = places.lists + [places.headed]
    let counts =
        lists.flatMap { [$0.count, $0.count { $0.number > 0 }] }
        + [phases.count, numbered.count, wholes.count, wholes.count { $0 > 0 }, Set(phases.map(\.name)).count]
    return counts.contains(count)
}

/// Whether the line is on the plan as a whole.
private func speaksOfPlan(_ claim: Claim<PhaseCount>) -> Bool {
    let line = words(of: textLine(of: claim.span))
    if line.contains(where: partialWords.contains) { return false }
    return claim.reading == .heading || line.contains { planNouns.contains($0) }
}

private func fault(_ claim: Claim<PhaseCount>, _ known: [PhasePlaces.Entry], _ word: String) -> Fault {
    let (said, told) = (counted(Double(claim.value.count), word), counted(Double(known.count), word))
    let related = [known.first, known.last].compactMap(\.self).map {
        Finding.Note("\($0.phase.title), \($0.reading.phrase)", at: $0.span)
    }
    return Fault(
        message: "\(quoted(claim.span.text)) is \(said), but the document has \(told), from "
            + "\(quoted(known[0].phase.title)) in \(place(known[0].span)) on",
        span: claim.span, label: claim.label(said), related: related, help: "make the sentence and the phases agree",
        identity: ["\(claim.value.keyword) count", String(claim.value.count), String(known.count)])
}

/// English, German, Spanish and French, plurals cut.
private let planNouns: Set<String> = [
    "migration", "migrate", "migrated", "migrating", "rollout", "roll", "rolled", "rolling", "plan", "deployment",
    "deploy", "deployed", "cutover", "release", "released", "launch", "launched", "project", "shift", "upgrade", "move",
    "transition", "switch", "delivery", "umstellung", "umgestellt", "migriert", "ausrollung", "rollen", "einführung",
    "projekt", "ablösung", "umzug", "migración", "despliegue", "lanzamiento", "proyecto", "déploiement", "bascule",
    "projet",
]
/// A sentence with such a word counts some of the phases, or those of something else.
private let partialWords: Set<String> = [
    "first", "last", "next", "remaining", "other", "another", "more", "these", "those", "each", "every", "per", "both",
    "following", "least", "most", "than", "earlier", "previous", "originally", "initially", "was", "were", "instead",
    "region", "team", "service", "erste", "ersten", "letzte", "letzten", "nächsten", "jede", "jeder", "jeden", "pro",
    "primera", "última", "cada", "première", "dernière", "chaque", "compressed", "finished", "done", "complete",
    "completed",
]
