import Plan
import SourceText

extension PlanRule {
    /// One place writes a flag's name a letter short, long or swapped.
    static let flagMisspelled = PlanRule(
        id: "flag-misspelled", severity: .warning, summary: "a flag's name is a letter away from another flag's",
        explanation: Explanation(
            fault: """
                One place alone writes a flag, or a name in code marks, that differs from another flag of the plan by \
                a letter inside of a word: one too many, one too few, or two that have changed places. What a variable's \
                name has in front or behind only because it is one (`VITE_`, `FEATURE_`, `_ENABLED`) is left out.
                """,
            harm: """
                Whoever copies the name from there switches a flag that does not exist, and believes that the feature \
                is on, or off.
                """,
            misses: """
                Letters at the beginning or the end of a word may make another word of it (`hook`, `hooks`; `cache`, \
                `cached`), and so may a letter that is replaced by another and any digit. Short names, two flags that \
                the same list or block defines (unless two letters have changed places), and names that are told more \
                than once are taken as they are.
                """),
        badExample: [
            ExampleDocument(
                "strategy.md",
                """
                # Strategy

                #### Day 2: First flag (20% rollout)
                - Enable `enableFastCheckout` feature flag
                """),
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                1. Disable the feature flag `enableFastChekcout`
                2. Read the order log
                """),
        ],
        goodExample: [
            ExampleDocument(
                "strategy.md",
                """
                # Strategy

                #### Day 2: First flag (20% rollout)
                - Enable `enableFastCheckout` feature flag
                """),
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                1. Disable the feature flag `enableFastCheckout`
                2. Read the order log
                """),
        ]
    ) { input in
        misspelledFlags(input).compactMap(fault)
    }
}

/// What one place alone writes, beside the flag that it is a letter away from.
func misspelledFlags(_ input: RuleInput) -> [SpelledPair] {
    let flags = spelledFlags(input)
    let pairs = closePairs(of: flags + otherNames(in: input.plan, besides: flags)) + variablePairs(of: flags)
    return pairs.filter { pair in
        let (odd, known) = (pair.odd, pair.known)
        guard known.isFlag, !odd.isToldAsUndefined || known.definitions.isEmpty, odd.places.count == 1,
            let here = odd.places.first, let there = known.places.first
        else { return false }
        return (pair.isSwap || !areDefinedTogether(odd, known, input.scopes))
            && input.scopes.mayBelongTogether(here, there)
    }
}

/// The flags of the plan, each with the places that name it for certain.
func spelledFlags(_ input: RuleInput) -> [SpelledName] {
    // Where flags are defined, a name that no definition knows is the other rule's matter.
    let undefinedIsTold = definesThreeInOneDocument(input.flagGroups.filter(\.isDefined))
    return input.flagGroups.map { SpelledName($0, isToldAsUndefined: undefinedIsTold && isInstructed($0)) }
}

/// Whether ``PlanRule/flagUndefined`` would speak of the flag if nothing defined it.
private func isInstructed(_ flag: FlagGroup) -> Bool {
    !flag.isDefined && !flag.isListed
        && (!flag.stages.isEmpty || flag.mentions.contains { $0.certain && $0.purpose != .other })
}

/// Names in code marks that are no flags under any spelling.
private func otherNames(in plan: Plan, besides flags: [SpelledName]) -> [SpelledName] {
    let known = Set(flags.map { identifierKey($0.name) })
    var order: [String] = []
    var claims: [String: [Claim<String>]] = [:]
    for claim in plan.documents.lazy.flatMap(\.codeNames) {
        let key = identifierKey(claim.value)
        guard !flags.isEmpty, !known.contains(key) else { continue }
        if claims[key] == nil { order.append(key) }
        claims[key, default: []].append(claim)
    }
    return order.compactMap { key in
        guard let all = claims[key], let first = all.first else { return nil }
        return SpelledName(
            first.value, isFlag: false, isToldAsUndefined: false, places: all.map(\.span), definitions: [])
    }
}

private func fault(_ pair: SpelledPair) -> Fault? {
    let (odd, known) = (pair.odd, pair.known)
    guard let here = odd.places.first, let there = known.places.first else { return nil }
    // With one place each nobody can tell which of two flags is right.
    let isOdd = !odd.isFlag || known.places.count > 1 || !known.definitions.isEmpty
    return Fault(
        message: "\(quoted(odd.name)) is "
            + (isOdd
                ? "named here alone; did you mean \(quoted(known.name))?"
                : "a letter away from \(quoted(known.name)) in \(place(there)); is it one flag?"),
        span: nameSpan(of: odd.name, in: here), label: "named here alone",
        related: known.places.map {
            Finding.Note("\(quoted(known.name)) is named here", at: nameSpan(of: known.name, in: $0))
        },
        help: "correct the name", identity: [identifierKey(odd.name), identifierKey(known.name)])
}

/// Whether two names stand in one list or block of definitions: whoever wrote it has seen both.
private func areDefinedTogether(_ left: SpelledName, _ right: SpelledName, _ scopes: ScopeIndex) -> Bool {
    struct Section: Hashable {
        let path: String
        let number: Int
    }
    func sections(_ name: SpelledName) -> Set<Section> {
        Set(name.definitions.map { Section(path: $0.path, number: scopes.sectionNumber(at: $0)) })
    }
    return !sections(left).isDisjoint(with: sections(right))
}
