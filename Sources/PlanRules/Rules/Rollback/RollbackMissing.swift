import Plan
import SourceText

extension PlanRule {
    /// A phase that reaches users says no way back, or the whole plan does not.
    static let rollbackMissing = PlanRule(
        id: "rollback-missing", severity: .warning, summary: "a phase that reaches users says no way back",
        explanation: Explanation(
            fault: """
                At least two phases of a document have a way back of their own, and another one that raises a flag, has a \
                share of the users or is for production has none and no word of one; so it is with a phase that has two parts \
                or more that each of those has (`Deployment`, `Success criteria`). Or a plan of three phases or more takes \
                flags to its users, has limits or lists, and no document has a single word on a way back.
                """,
            harm: """
                When it goes wrong in that phase the team has to invent the way back while users wait.
                """,
            misses: """
                A section, table or sentence that speaks of the way back for all phases counts for each. So does any word on \
                going back in the phase itself, or on its being final. Phases that are done are left alone, and so is a plan \
                with links to documents that are not checked with it.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Move to the new ledger

                ## Phase 1: Pilot (Day 1-2)
                - **Rollout**: 5% of traffic
                - **Rollback**: send the pilot shops to the old ledger

                ## Phase 2: North (Day 3-4)
                - **Rollout**: 40% of traffic
                - **Rollback**: send the north to the old ledger

                ## Phase 3: All production shops (Day 5-6)
                - **Rollout**: 100% of traffic
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Move to the new ledger

                ## Phase 1: Pilot (Day 1-2)
                - **Rollout**: 5% of traffic
                - **Rollback**: send the pilot shops to the old ledger

                ## Phase 2: North (Day 3-4)
                - **Rollout**: 40% of traffic
                - **Rollback**: send the north to the old ledger

                ## Phase 3: All production shops (Day 5-6)
                - **Rollout**: 100% of traffic
                - **Rollback**: none, the old ledger is closed for good
                """)
        ]
    ) { input in
        let stages = LiveStages(input.plan)
        let told = ToldWaysBack(input.plan)
        let phases = input.plan.documents.flatMap { missingPhases(of: $0, stages, told, input.scopes) }
        return phases.isEmpty ? missingEverywhere(stages, input) : phases
    }
}

// MARK: One phase among others

private func missingPhases(
    of document: PlanDocument, _ stages: LiveStages, _ told: ToldWaysBack, _ scopes: ScopeIndex
) -> [Fault] {
    struct Kind: Hashable {
        let keyword: String
        let level: Int
    }
    let sections = document.waysBack.phases
    guard sections.count > 2, !told.isGeneral(for: document, scopes) else { return [] }
    func hasOwn(_ section: PhaseSection) -> Bool {
        section.wayBack != nil || section.number.map { told.isTold($0, besides: document.path) } == true
    }
    let groups = Dictionary(grouping: sections) { Kind(keyword: $0.keyword, level: $0.level) }
    return groups.values.flatMap { group -> [Fault] in
        let own = group.filter(hasOwn)
        let missing = group.compactMap { section -> (PhaseSection, String)? in
            guard !hasOwn(section), !section.isSpoken, !section.isDone else { return nil }
            if let live = stages.live(section, in: document) { return (section, live) }
            // What comes before the first of them may reach nobody yet.
            guard own.contains(where: { $0.range.lowerBound < section.range.lowerBound }) else { return nil }
            let shared = section.partsShared(with: own)
            return shared > 1 ? (section, "has \(shared) parts of the other phases") : nil
        }
        guard own.count > 1, own.count >= missing.count else { return [] }
        return missing.map { fault($0, $1, unlike: own.compactMap(\.wayBack)) }
    }
}

private func fault(_ section: PhaseSection, _ live: String, unlike others: [Claim<String>]) -> Fault {
    Fault(
        message: "\(quoted(section.title.value)) \(live), but says no way back as \(others.count) other phases do",
        span: section.title.span, label: "no word on a way back in this section",
        related: others.map { Finding.Note("another phase's way back, \($0.reading.phrase)", at: $0.span) },
        help: "say how this phase is taken back, or that it cannot be",
        identity: ["phase", section.identity])
}

// MARK: The whole plan

private func missingEverywhere(_ stages: LiveStages, _ input: RuleInput) -> [Fault] {
    let plan = input.plan
    let kinds = [
        plan.thresholds.isEmpty, plan.successCriteria.isEmpty, plan.risks.isEmpty, plan.checklists.isEmpty,
        plan.communications.isEmpty,
    ].count { !$0 }
    guard plan.phases.count > 2, stages.livePhases > 1, kinds > 1, plan.rollbackProcedures.isEmpty,
        plan.phases.allSatisfy(\.rollbackTimes.isEmpty), let last = stages.loudest,
        plan.documents.allSatisfy({ !$0.waysBack.isSpoken && !speaksOfReturn($0) }), !leadsElsewhere(input)
    else { return [] }
    return [
        Fault(
            message:
                "\(quoted(last.flag)) goes to \(formatNumber(last.percent.value))% here, but no document says a way back",
            span: last.percent.span, label: last.percent.label("\(formatNumber(last.percent.value))%"),
            help: "say how the team goes back, how long it takes and who decides",
            identity: ["plan", identifierKey(last.flag)])
    ]
}

/// Whether a letter-by-letter look finds what no list of words holds, in whatever language and in code.
private func speaksOfReturn(_ document: PlanDocument) -> Bool {
    let text = String(decoding: document.source.bytes, as: UTF8.self).lowercased()
    return stems.contains { text.contains($0) }
}

/// Whether a document leads to others that were not read.
private func leadsElsewhere(_ input: RuleInput) -> Bool {
    let known = Set(input.plan.documents.map(\.path))
    return input.plan.documents.contains { document in
        document.fileMentions.isEmpty == false
            || input.links.targets(of: document).contains { target in
                target.map { $0.path.hasSuffix(".md") && !known.contains($0.path) } ?? false
            } || document.links.contains { $0.destination.contains("://") }
    }
}

private let stems = [
    "roll", "revert", "restor", "undo", "back out", "backout", "fallback", "go back", "kill", "disabl", "switch off",
    "turn off", "previous", "downgrad", "recover", "irrevers", "zurück", "rückfall", "rückg", "wiederherst", "abschalt",
    "ausschalt", "revers", "revert", "atrás", "restaur", "deshac", "apaga", "désactiv", "retour", "revenir", "annul",
    "abort", "abbruch", "blue/green", "blue-green",
]

// MARK: What reaches users

/// The places at which flags are raised, by document and place.
private struct LiveStages {
    struct Raise {
        let flag: String
        let percent: Claim<Double>
    }
    private let byPath: [String: [Raise]]
    private let shares: [String: [Claim<Double>]]
    /// How many phases raise a flag or have a share of their own.
    let livePhases: Int
    /// The last of those with the highest share.
    let loudest: Raise?

    init(_ plan: Plan) {
        var raises: [Raise] = []
        var phases: Set<String> = []
        for flag in plan.flags {
            for stage in flag.stages {
                guard let percent = stage.percent, percent.value > 0 else { continue }
                raises.append(Raise(flag: flag.name, percent: percent))
                if let phase = stage.phase { phases.insert(phase) }
            }
        }
        for phase in plan.phases where phase.percents.contains(where: { $0.value > 0 }) { phases.insert(phase.id) }
        raises.sort { $0.percent.span < $1.percent.span }
        livePhases = phases.count
        loudest = raises.max { $0.percent.value < $1.percent.value }
        byPath = Dictionary(grouping: raises) { $0.percent.span.path }
        let claims = plan.phases.flatMap(\.percents).filter { $0.value > 0 }.sorted { $0.span < $1.span }
        shares = Dictionary(grouping: claims) { $0.span.path }
    }

    /// `takes 'x' to 40%`: what makes a phase reach users; nil when nothing does for certain.
    func live(_ section: PhaseSection, in document: PlanDocument) -> String? {
        let raises = byPath[document.path, default: []]
        if let raise = first(in: section.range, of: raises, by: \.percent.span) {
            return "takes \(quoted(raise.flag)) to \(formatNumber(raise.percent.value))%"
        }
        if let share = first(in: section.range, of: shares[document.path, default: []], by: \.span) {
            return "reaches \(formatNumber(share.value))%"
        }
        return section.isProduction ? "is for production" : nil
    }

    private func first<Fact>(in range: Range<Int>, of facts: [Fact], by span: (Fact) -> SourceSpan) -> Fact? {
        let index = facts.countOfLeading { span($0).range.lowerBound < range.lowerBound }
        return index < facts.count && range.contains(span(facts[index]).range.lowerBound) ? facts[index] : nil
    }
}

// MARK: What is told elsewhere

/// What the documents say of ways back beside the section of a phase.
private struct ToldWaysBack {
    /// The first place of each folder that speaks for all phases.
    private let general: [SourceSpan]
    /// Numbers of phases that titles lead back from.
    private let left: Set<Double>
    /// Documents that give a phase of a number a way back in its section, the first two of each.
    private let paths: [Double: [String]]

    /// More folders than these hold no single plan.
    private static let mostFolders = 64

    init(_ plan: Plan) {
        var folders: Set<Substring> = []
        general = plan.documents.compactMap { document in
            guard let claim = document.waysBack.general else { return nil }
            let folder = document.path.lastIndex(of: "/").map { document.path[..<$0] } ?? ""
            return folders.insert(folder).inserted ? claim.span : nil
        }
        left = plan.documents.reduce(into: []) { $0.formUnion($1.waysBack.leftByTitles) }
        var paths: [Double: [String]] = [:]
        for document in plan.documents {
            for section in document.waysBack.phases where section.wayBack != nil || section.isSpoken {
                guard let number = section.number, paths[number, default: []].count < 2,
                    paths[number]?.last != document.path
                else { continue }
                paths[number, default: []].append(document.path)
            }
        }
        self.paths = paths
    }

    /// Whether something says the way back for all phases: in the document itself, or in another of the same plan.
    func isGeneral(for document: PlanDocument, _ scopes: ScopeIndex) -> Bool {
        guard let first = document.waysBack.phases.first, document.waysBack.general == nil,
            general.count <= ToldWaysBack.mostFolders
        else { return true }
        return general.contains { scopes.mayBelongTogether($0, first.title.span) }
    }

    /// Whether a title, or the section of that phase in another document, gives a phase a way back.
    func isTold(_ number: Double, besides path: String) -> Bool {
        left.contains(number) || paths[number]?.contains { $0 != path } == true
    }
}
