import Plan
import SourceText

extension PlanRule {
    /// One flag, one percentage, two days.
    static let flagDayConflict = PlanRule(
        id: "flag-day-conflict", severity: .error, summary: "a flag reaches the same percentage on two different days",
        explanation: Explanation(
            fault: """
                Two places let the same flag reach the same percentage on different days, and each of them names \
                exactly one day for it.
                """,
            harm: """
                Somebody switches the flag a day early, before the checks that were to come first, or waits a day \
                for somebody else.
                """,
            misses: """
                A place that keeps the flag at the percentage for several days is left alone, and so is a day that \
                comes with another percentage: that is a ramp. A list without a percentage counts where it begins with `Enable` \
                and says nothing of more users, and the flag has one day there and another one in its only definition. Weeks and phases are not turned into days. Sub-folders \
                that each hold phases are plans of their own.
                """),
        badExample: [
            ExampleDocument(
                "strategy.md",
                """
                # Strategy

                ```ts
                const FLAGS = {
                  enableFastCheckout: { rollout: 20, day: 3 },
                };
                ```
                """),
            ExampleDocument(
                "timeline.md",
                """
                # Timeline

                #### Day 2: First flag (20% rollout)
                - Enable `enableFastCheckout` feature flag
                """),
        ],
        goodExample: [
            ExampleDocument(
                "strategy.md",
                """
                # Strategy

                ```ts
                const FLAGS = {
                  enableFastCheckout: { rollout: 20, day: 2 },
                };
                ```
                """),
            ExampleDocument(
                "timeline.md",
                """
                # Timeline

                #### Day 2: First flag (20% rollout)
                - Enable `enableFastCheckout` feature flag
                """),
        ]
    ) { input in
        input.flagGroups.flatMap { dayConflicts(of: $0, input.scopes) }
    }
}

private func dayConflicts(of flag: FlagGroup, _ scopes: ScopeIndex) -> [Fault] {
    var levels: [Double?] = []
    var claims: [Double?: [Claim<Int>]] = [:]
    for stage in flag.datedStages {
        // Without a percentage a day's list may only speak of the flag; a definition does not.
        guard let day = stage.day, stage.percent?.value != 0, stage.percent != nil || stage.defines,
            stage.defines || Set(words(of: textLine(of: stage.span))).isDisjoint(with: keepingWords)
        else { continue }
        let level = stage.percent?.value
        if claims[level] == nil { levels.append(level) }
        claims[level, default: []].append(day)
    }
    let told = levels.flatMap { level in
        disagreements(
            in: withOneDay(claims[level] ?? []), scope: { scopes.scope(at: $0.span) },
            comparing: scopes.mayBelongTogether, agree: ==
        ).map { fault(of: flag, at: level, $0) }
    }
    return told.isEmpty ? lateStart(of: flag, scopes) : told
}

/// A flag that is defined for one day and is listed to be enabled, without a percentage, on one other day.
///
/// The list must not say that it raises the flag: that may be the next stage of a ramp.
private func lateStart(of flag: FlagGroup, _ scopes: ScopeIndex) -> [Fault] {
    let defined = flag.datedStages.filter { $0.defines && $0.percent?.value != 0 }
    let listed = flag.datedStages.filter { !$0.defines }
    guard let definition = defined.first?.day, let level = defined.first?.percent?.value,
        defined.allSatisfy({ $0.day?.value == definition.value && $0.percent?.value == level }),
        let day = listed.first?.day, day.value != definition.value, listed.count <= 20,
        listed.allSatisfy({ $0.percent == nil && $0.day?.value == day.value }),
        listed.contains(where: { isFirstEnabling($0, of: flag) }),
        scopes.mayBelongTogether(definition.span, day.span)
    else { return [] }
    return [
        fault(of: flag, at: level, Disagreement(reference: definition, claims: [day]))
    ]
}

/// Whether the line of a stage begins with an instruction to enable, and says nothing of more users.
private func isFirstEnabling(_ stage: FlagStage, of flag: FlagGroup) -> Bool {
    guard flag.mentions.contains(where: { $0.span == stage.span && $0.purpose == .enable }) else { return false }
    return beginsByEnabling(textLine(of: stage.span))
}

/// A line with one of these looks after the flag as it is, or speaks of a case that may not come.
private let keepingWords: Set<String> = [
    "verify", "check", "confirm", "ensure", "validate", "monitor", "watch", "review", "keep", "remain", "stay", "not",
    "don", "if", "unless", "until", "still", "already", "above", "prüfen", "bleibt", "nicht", "verificar", "vérifier",
]

/// The claims of the places that name a single day.
private func withOneDay(_ claims: [Claim<Int>]) -> [Claim<Int>] {
    var days: [Place: Set<Int>] = [:]
    for claim in claims { days[Place(claim), default: []].insert(claim.value) }
    return claims.filter { days[Place($0)]?.count == 1 }
}

private func fault(of flag: FlagGroup, at level: Double?, _ disagreement: Disagreement<Int>) -> Fault {
    // A heading gives the day to all that is listed below it: the flag's own definition is the narrower place.
    let own = disagreement.claims.first { $0.reading != .heading }
    let claim = own ?? (disagreement.reference.reading == .heading ? disagreement.first : disagreement.reference)
    let others = ([disagreement.reference] + disagreement.claims).filter { $0 != claim }
    let (here, there) = (claim.value, others.first { $0.value != claim.value } ?? disagreement.reference)
    let action = level.map { "reaches \(percentText($0))" } ?? "starts"
    return Fault(
        message:
            "\(quoted(flag.name)) \(action) on day \(here) here, but on day \(there.value) in \(place(there.span))",
        span: claim.span, label: claim.label("day \(here)"), related: others.map { $0.note("day \($0.value)") },
        identity: [flag.key, level.map(percentText) ?? "", "day \(here)", "day \(there.value)"])
}
