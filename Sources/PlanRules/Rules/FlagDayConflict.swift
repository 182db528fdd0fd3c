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
    for stage in flag.stages {
        guard let day = stage.day, stage.percent?.value != 0 else { continue }
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
    let (here, there) = (disagreement.first.value, disagreement.reference.value)
    let action = level.map { "reaches \(percentText($0))" } ?? "is switched on"
    return Fault(
        message: "\(quoted(flag.name)) \(action) on day \(here) here, but on day \(there) in "
            + place(disagreement.reference.span),
        span: disagreement.first.span, label: disagreement.first.label("day \(here)"),
        related: disagreement.notes { "day \($0)" },
        identity: [flag.key, level.map(percentText) ?? "", "day \(here)", "day \(there)"])
}
