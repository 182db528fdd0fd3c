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
                comes with another percentage: that is a ramp. Weeks and phases are not turned into days.
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
        flagGroups(of: input.plan).flatMap(dayConflicts)
    }
}

private func dayConflicts(of flag: FlagGroup) -> [Fault] {
    var levels: [Double?] = []
    var claims: [Double?: [Claim<Int>]] = [:]
    for stage in flag.datedStages {
        // Without a percentage a day's list may only speak of the flag; a definition does not.
        guard let day = stage.day, stage.percent?.value != 0, stage.percent != nil || stage.defines else { continue }
        let level = stage.percent?.value
        if claims[level] == nil { levels.append(level) }
        claims[level, default: []].append(day)
    }
    return levels.flatMap { level in
        disagreements(in: withOneDay(claims[level] ?? []), agree: ==).map { fault(of: flag, at: level, $0) }
    }
}

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
