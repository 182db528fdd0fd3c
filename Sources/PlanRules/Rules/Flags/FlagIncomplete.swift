import Plan
import SourceText

extension PlanRule {
    /// A ladder that ends before everybody has the flag.
    static let flagIncomplete = PlanRule(
        id: "flag-incomplete", severity: .info, summary: "a flag never reaches all users",
        explanation: Explanation(
            fault: """
                A flag is raised in two steps or more and stays below 100%, while other flags of the plan reach 100% or \
                no step of the plan says anything of everybody.
                """,
            harm: """
                The rollout ends with two groups of users on two versions, and nobody is told to finish it: the old \
                code can never be removed.
                """,
            misses: """
                Experiments, holdbacks and pilots may stay partial, and so may a flag that some line enables for \
                all, without a percentage or under a phase for everybody. A single percentage is no ladder.
                """),
        badExample: [ExampleDocument("flags.md", ladders(last: 60))],
        goodExample: [ExampleDocument("flags.md", ladders(last: 100))]
    ) { input in
        let ladders = input.flagGroups.compactMap(LastStep.init)
        let open = ladders.filter { $0.percent.value < 100 }
        guard !open.isEmpty, !reachesAll(input.plan) else { return [] }
        let texts = DocumentTexts(input.plan, Set(open.map(\.percent.span.path)))
        let partial = open.filter { !texts.settled.contains($0.percent.span.path) }
        if open.count < ladders.count {
            return partial.map { last in
                fault(of: [last], help: "add the step to 100%, or say that the flag stays partial")
            }
        }
        guard let first = partial.first, partial.count == open.count,
            texts.reachingAll.isEmpty
        else { return [] }
        return [
            fault(
                of: [first] + partial.dropFirst(), help: "add the step to 100%, or say that the rollout stays partial")
        ]
    }
}

private func ladders(last percent: Int) -> String {
    """
    # Flags

    ```ts
    const FLAGS = {
      enableNewCart: { stages: { day_1: 10, day_2: 30, day_3: 100 } },
      enableGiftCards: { stages: { day_2: 20, day_4: \(percent) } },
    };
    ```
    """
}

private func fault(of ladders: [LastStep], help: String) -> Fault {
    let last = ladders[0]
    let text = percentText(last.percent.value)
    let others = ladders.dropFirst()
    return Fault(
        message: "\(quoted(last.flag.name)) goes to \(text) at most"
            + (others.isEmpty ? ", and other flags to 100%" : ", and no flag of the plan further than that"),
        span: last.percent.span, label: last.percent.label(text),
        related: others.map { $0.percent.note("\(clipped($0.flag.name)) at \(percentText($0.percent.value))") },
        help: help, identity: [last.flag.key, text])
}

/// The highest step of a flag that one place raises in two steps or more, each at a time of its own.
private struct LastStep {
    let flag: FlagGroup
    let percent: Claim<Double>

    /// - Returns: nil for a flag without a ladder, and for one that is on for all without a percentage.
    init?(_ flag: FlagGroup) {
        let stages = flag.stages.filter { ($0.percent?.value ?? 100) > 0 }
        guard !flag.settings.contains(where: { $0.isOn.value && !$0.goesBack }), !standsBy(flag.name),
            stages.allSatisfy({ $0.percent != nil })
        else { return nil }
        var places: [Place: Set<Double>] = [:]
        for percent in stages.compactMap(\.percent) where percent.reading != .heading {
            places[Place(percent), default: []].insert(percent.value)
        }
        let highest = stages.compactMap(\.percent).max { $0.value < $1.value }
        guard let highest, places.values.contains(where: { $0.count > 1 }) else { return nil }
        // `Remove the flag once all have it`
        let lines = (flag.mentions.map(\.span) + stages.map(\.span)).prefix(200).map { words(of: textLine(of: $0)) }
        guard highest.value == 100 || !lines.contains(where: { !finalWords.isDisjoint(with: $0) }) else { return nil }
        self.flag = flag
        percent = highest
    }
}

/// Whether a phase or a day of the plan is for everybody.
private func reachesAll(_ plan: Plan) -> Bool {
    plan.phases.contains { phase in
        phase.percents.contains { $0.value == 100 }
            || phase.names.contains { !finalWords.isDisjoint(with: words(of: $0.value)) }
    }
        || plan.days.contains { day in
            day.percents.contains { $0.value == 100 } || !finalWords.isDisjoint(with: words(of: day.title))
        }
}

/// What the documents with ladders say of the end of a rollout.
private struct DocumentTexts {
    /// Paths of those whose ladders need no last step: with an experiment, which ends with a decision, or with a line that
    /// brings all to 100%.
    private(set) var settled: Set<String> = []
    /// Paths of those with a line on all users.
    private(set) var reachingAll: Set<String> = []

    init(_ plan: Plan, _ paths: Set<String>) {
        for document in plan.documents where paths.contains(document.path) {
            let file = document.source
            for number in 1...max(1, file.lineStarts.count) {
                let line = file.lineRange(number)
                guard line.count < 1000 else { continue }
                let words = words(of: file.text(line))
                if !partialWords.isDisjoint(with: words) { settled.insert(document.path) }
                let isFinal = !finalWords.isDisjoint(with: words)
                // `All regions, 100%, one per working day`
                if isFinal, words.contains("100") { settled.insert(document.path) }
                if isFinal || words.contains("100"), !userWords.isDisjoint(with: words) {
                    reachingAll.insert(document.path)
                }
            }
        }
    }
}

/// English, German, Spanish and French, plurals cut.
private let finalWords: Set<String> = [
    "everyone", "everybody", "everywhere", "all", "full", "fully", "general", "ga", "complete", "completely", "whole",
    "remaining",
    "rest",
    "remove", "removal", "cleanup", "alle", "allen", "überall", "partout", "vollständig", "komplett", "restliche",
    "todo", "toda", "completo",
    "completa", "tous", "toutes", "complet", "totalité",
]
private let partialWords: Set<String> = [
    "experiment", "holdback", "holdout", "variant", "partial", "partially", "experimento", "teilweise", "stichprobe",
    "expérience", "parcial",
]
private let userWords: Set<String> = [
    "user", "traffic", "customer", "everyone", "everybody", "rollout", "flag", "request", "share", "nutzer", "kunden",
    "benutzer", "verkehr", "usuario", "cliente", "tráfico", "utilisateur", "client", "trafic", "release",
]
