import Plan
import SourceText

extension PlanRule {
    /// One flag, one moment, two percentages.
    static let flagPercentConflict = PlanRule(
        id: "flag-percent-conflict", severity: .error, summary: "a flag is at two percentages at once",
        explanation: Explanation(
            fault: """
                Two places give the same flag different percentages for the same day, or for the same phase where \
                neither names a day. A place without any day is held against a flag that is otherwise only ever \
                at one percentage. A configuration block or flag table counts as the definition.
                """,
            harm: """
                The person who sets the flag follows one document and the person who watches the numbers the other: \
                more users get the new code than anybody agreed to, or fewer than the measurement needs.
                """,
            misses: """
                Several percentages on different days are a ramp. Several percentages that one document states in the \
                same way for one day (a list with hours, two environments) are not compared with each other, and a line on internal \
                users or another environment with none. Sub-folders that each hold phases are plans of their own. 0% is a \
                way back, and 100% without a day the end of a ramp.
                """),
        badExample: [
            ExampleDocument(
                "strategy.md",
                """
                # Strategy

                ```ts
                const FLAGS = {
                  enableFastCheckout: { rollout: 40, day: 2 },
                  enableNewCart: { rollout: 20, day: 2 },
                };
                ```
                """),
            ExampleDocument(
                "timeline.md",
                """
                # Timeline

                #### Day 2: First flags (20% rollout)
                - Enable `enableFastCheckout` feature flag
                - Enable `enableNewCart` feature flag
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
                  enableNewCart: { rollout: 20, day: 2 },
                };
                ```
                """),
            ExampleDocument(
                "timeline.md",
                """
                # Timeline

                #### Day 2: First flags (20% rollout)
                - Enable `enableFastCheckout` feature flag
                - Enable `enableNewCart` feature flag
                """),
        ]
    ) { input in
        let groups = input.flagGroups
        let days = DayPercentages(input.plan, groups)
        return groups.flatMap { flag in
            let stages = flag.datedStages.map { (stage: $0, moment: Moment($0)) }
            return conflictsAtOneMoment(stages, of: flag, days, input.scopes)
                + conflictsWithoutMoment(stages, of: flag, days, input.scopes)
        }
    }
}

private typealias TimedStage = (stage: FlagStage, moment: Moment?)

/// When a stage applies, as far as two stages can be told to mean the same time.
private enum Moment: Hashable {
    case day(Int)
    case phase(String)
    /// The words of `Week 3`.
    case when([String])

    /// nil when the stage names no time at all.
    init?(_ stage: FlagStage) {
        if let day = stage.day {
            self = .day(day.value)
        } else if let when = stage.when.map({ words(of: $0.value) }),
            stage.phase == nil || when.joined(separator: "-") != stage.phase
        {
            self = .when(when)
        } else if let phase = stage.phase {
            self = .phase(phase)
        } else {
            return nil
        }
    }

    /// ` on day 6`; empty where the text of the place says it itself.
    var phrase: String {
        switch self {
        case .day(let day): " on day \(day)"
        case .phase(let phase): " in \(phase.split(separator: "-").joined(separator: " "))"
        case .when(let words): " in \(words.joined(separator: " "))"
        }
    }
}

private func conflictsAtOneMoment(
    _ stages: [TimedStage], of flag: FlagGroup, _ days: DayPercentages, _ scopes: ScopeIndex
) -> [Fault] {
    var moments: [Moment] = []
    var claims: [Moment: [Claim<Double>]] = [:]
    for (stage, moment) in stages {
        guard let moment, let percent = stage.percent, percent.value != 0,
            stage.defines || !isForFew(stage)
        else { continue }
        if claims[moment] == nil { moments.append(moment) }
        claims[moment, default: []].append(percent)
    }
    return moments.flatMap { moment in
        disagreements(
            in: claims[moment] ?? [], scope: { scopes.scope(at: $0.span) }, comparing: scopes.mayBelongTogether,
            agree: ==
        ).compactMap { disagreement in
            fault(of: flag, moment, disagreement, days)
        }
    }
}

/// `Enable it for internal users (100%)`: a share of some users, beside the flag's own.
private func isForFew(_ stage: FlagStage) -> Bool {
    !Set(words(of: textLine(of: stage.span))).isDisjoint(with: [
        "internal", "staff", "employee", "beta", "tester", "admin", "qa", "staging", "holdout", "intern", "mitarbeiter",
    ])
}

/// nil when the rule on days tells of it.
private func fault(
    of flag: FlagGroup, _ moment: Moment, _ disagreement: Disagreement<Double>, _ days: DayPercentages
) -> Fault? {
    guard let own = disagreement.claims.first(where: { !days.isDayHeading($0) }) else {
        // Only the day's own percentage stands against the flag's: the flag's definition is the narrower place.
        guard !days.isDayHeading(disagreement.reference), case .day(let day) = moment,
            !days.flagsOutvoteHeading(on: day)
        else { return nil }
        return fault(of: flag, moment, at: disagreement.reference, against: disagreement.claims)
    }
    let others = disagreement.claims.filter { $0.span != own.span }
    return fault(of: flag, moment, at: own, against: [disagreement.reference] + others)
}

private func fault(
    of flag: FlagGroup, _ moment: Moment?, at claim: Claim<Double>, against others: [Claim<Double>]
) -> Fault? {
    guard let other = others.first else { return nil }
    let (here, there) = (percentText(claim.value), percentText(other.value))
    return Fault(
        message: "\(quoted(flag.name)) is at \(here)\(moment?.phrase ?? "") here, but \(there) in \(place(other.span))",
        span: claim.span, label: claim.label(here), related: others.map { $0.note(percentText($0.value)) },
        identity: [flag.key, moment?.phrase ?? "", here, there])
}

/// A place that names no time, held against a flag that has one percentage everywhere else.
private func conflictsWithoutMoment(
    _ stages: [TimedStage], of flag: FlagGroup, _ days: DayPercentages, _ scopes: ScopeIndex
) -> [Fault] {
    let timeless = stages.filter { $0.moment == nil }.compactMap(\.stage.percent)
    let timed = stages.filter { $0.moment != nil }.compactMap(\.stage.percent).filter { !days.isDayHeading($0) }
    let isOpen: (Claim<Double>) -> Bool = { $0.value > 0 && $0.value < 100 }
    guard !timeless.isEmpty, (timeless + timed).allSatisfy(isOpen), flag.isDefined else { return [] }
    let definitions = flag.datedStages.filter(\.defines).compactMap(\.percent)
    guard let reference = definitions.first, Set(timed.map(\.value)).count < 2 else { return [] }
    let others = (timed + timeless).filter { $0 != reference }
    return disagreements(
        in: [reference] + others, scope: { scopes.scope(at: $0.span) }, comparing: scopes.mayBelongTogether, agree: ==
    ).compactMap {
        fault(of: flag, nil, at: $0.first, against: [reference] + $0.claims.dropFirst())
    }
}
