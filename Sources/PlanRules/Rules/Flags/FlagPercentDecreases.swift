import Plan
import SourceText

extension PlanRule {
    /// A rollout that goes back to fewer users between two of its steps.
    static let flagPercentDecreases = PlanRule(
        id: "flag-percent-decreases", severity: .warning,
        summary: "a flag's percentage falls from one step to the next",
        explanation: Explanation(
            fault: """
                One document raises a flag from step to step, and one step (a day, a week, a phase) has a lower \
                percentage than the step before it.
                """,
            harm: """
                Users who had the new code lose it again without anybody having decided so, and what is measured that \
                day is compared with a larger group.
                """,
            misses: """
                A line that says that it lowers, pauses or rolls back is meant so, and so are flags of the old code, \
                which only ever fall. What follows 100% is another group of users in most plans, and so is a ladder that \
                begins again; percentages of users who are named apart, under other headings or in phases with names of \
                their own are not compared.
                """),
        badExample: [
            ExampleDocument(
                "flags.md",
                """
                # Flags

                ```ts
                const FLAGS = {
                  enableCart: { stages: { day_1: 10, day_2: 40, day_3: 20, day_4: 100 } },
                };
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "flags.md",
                """
                # Flags

                ```ts
                const FLAGS = {
                  enableCart: { stages: { day_1: 10, day_2: 20, day_3: 40, day_4: 100 } },
                };
                ```
                """)
        ]
    ) { input in
        let phases = RolloutPhases(input.plan)
        return input.flagGroups.filter { !standsBy($0.name) }.flatMap { flag in
            ladders(of: flag, phases, input.scopes).flatMap { falls(of: flag, in: $0) }
        }
    }
}

/// Steps that are told of the same users in the same way.
private struct Ladder: Hashable {
    let path: String
    let defines: Bool
    let unit: String
    let headings: Set<String>
    let users: [String]
    /// The phase, where its name may be that of its users.
    let phase: String?
}

/// The phases of a plan, with those that may be for users of their own: told once, for a phase may have many names.
private struct RolloutPhases {
    let byID: [String: Phase]
    let apart: Set<String>

    init(_ plan: Plan) {
        byID = plan.phasesByID
        apart = Set(plan.phases.lazy.filter { !$0.isForAll }.map(\.id))
    }
}

private typealias Step = (moment: RolloutMoment, percent: Claim<Double>, line: String)

/// The steps of a flag by the users that they are for, each in the order of time; a time with two percentages is left out.
private func ladders(of flag: FlagGroup, _ phases: RolloutPhases, _ scopes: ScopeIndex) -> [[Step]] {
    var order: [Ladder] = []
    var steps: [Ladder: [Step]] = [:]
    for stage in flag.datedStages {
        // A day's own percentage is that of everything that is listed below it.
        guard let percent = stage.percent, percent.value > 0, percent.reading != .heading,
            let moment = RolloutMoment(stage, phases.byID)
        else { continue }
        let line = textLine(of: percent.span)
        let ladder = Ladder(
            path: percent.span.path, defines: stage.defines, unit: moment.unit,
            headings: scopes.headings(at: percent.span), users: namedUsers(in: line),
            phase: stage.phase.flatMap { phases.apart.contains($0) ? $0 : nil })
        if steps[ladder] == nil { order.append(ladder) }
        steps[ladder, default: []].append((moment, percent, line))
    }
    return order.map { inOrder(steps[$0] ?? []) }
}

private func inOrder(_ steps: [Step]) -> [Step] {
    var values: [Double: Set<Double>] = [:]
    for step in steps { values[step.moment.number, default: []].insert(step.percent.value) }
    var seen: Set<Double> = []
    return steps.filter { values[$0.moment.number]?.count == 1 && seen.insert($0.moment.number).inserted }
        .sorted { $0.moment.number < $1.moment.number }
}

private func falls(of flag: FlagGroup, in steps: [Step]) -> [Fault] {
    let pairs = zip(steps, steps.dropFirst())
    // What never rises is taken out of use.
    guard pairs.contains(where: { $0.percent.value < $1.percent.value }), let first = steps.first else { return [] }
    return pairs.compactMap { earlier, later in
        guard later.percent.value < earlier.percent.value, earlier.percent.value < 100,
            later.percent.value != first.percent.value,
            Set(words(of: later.line)).isDisjoint(with: loweringWords)
        else { return nil }
        let (from, to) = (percentText(earlier.percent.value), percentText(later.percent.value))
        return Fault(
            message: "\(quoted(flag.name)) falls to \(to) \(later.moment.phrase) here, but is at \(from) "
                + "\(earlier.moment.phrase) in \(place(earlier.percent.span))",
            span: later.percent.span, label: later.percent.label(to), related: [earlier.percent.note(from)],
            help: "correct the percentage, or say that it is lowered",
            identity: [flag.key, earlier.moment.phrase, from, later.moment.phrase, to])
    }
}

/// A line with one of these means the fall. English, German, Spanish and French, plurals cut.
private let loweringWords: Set<String> = [
    "rollback", "revert", "back", "reduce", "reduced", "lower", "lowered", "drop", "decrease", "down", "drill",
    "rehearsal",
    "test", "holdback", "holdout", "experiment", "variant", "retire", "sunset", "again", "reset", "restart", "pause",
    "from",
    "zurück", "senken", "absenken", "verringern", "reducir", "bajar", "réduire", "baisser",
]
