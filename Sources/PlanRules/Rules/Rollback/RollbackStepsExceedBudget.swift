import Plan
import SourceText

extension PlanRule {
    /// The steps of a procedure take longer than it may.
    static let rollbackStepsExceedBudget = PlanRule(
        id: "rollback-steps-exceed-budget", severity: .error,
        summary: "the steps of a rollback take longer than its budget",
        explanation: Explanation(
            fault: """
                The times of a procedure's steps, upper ends of ranges, add up to more than the time that the \
                procedure is given, or one step alone takes longer. The time may stand in another document that names \
                the same procedure.
                """,
            harm: "Even when everything goes to plan, the way back takes longer than was promised.",
            misses: """
                Steps that state no time count as none. Times that continue each other (0-5, 5-15) are read as \
                offsets that end at the last. Steps that run in parallel, or that are alternatives (`Option A: …`), \
                silence the rule. The last steps are not counted where they only watch or report afterwards (`Monitor \
                for an hour`), and neither is a step that is called optional.
                """),
        badExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback Procedures

                ## Level 1: Service Rollback (< 15 minutes)

                #### Step 1: Stop the new services (5 minutes)

                #### Step 2: Restore the database (20 minutes)
                """)
        ],
        goodExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback Procedures

                ## Level 1: Service Rollback (< 15 minutes)

                #### Step 1: Stop the new services (5 minutes)

                #### Step 2: Restore the database (10 minutes)
                """)
        ]
    ) { input in
        input.plan.rollbackProcedures.compactMap { exceededBudget(of: $0, input.scopes) }
    }
}

private func exceededBudget(of procedure: RollbackProcedure, _ scopes: ScopeIndex) -> Fault? {
    let steps = timedSteps(of: procedure)
    let names = [procedure.name] + procedure.steps.map(\.name)
    guard let first = steps.first, !names.contains(where: isInFreeOrder), let budget = budget(of: procedure, scopes),
        budget.value.kind == .measured, budget.value.per == nil, !budget.value.isRough,
        budget.value.comparison?.isUpperBound != false, let most = budget.value.seconds
    else { return nil }
    let (total, isOffset) = totalSeconds(of: steps.map(\.time.value))
    guard total > most + 0.5, steps.count > 1 || !first.time.value.isRough && first.time.value.per == nil else {
        return nil
    }
    let sum = spelled(seconds: total)
    let takes =
        steps.count == 1
        ? "one of its steps takes \(first.time.value.spelled)"
        : isOffset ? "its steps end after \(sum)" : "its steps take \(sum)"
    return Fault(
        message: "\(quoted(procedure.name)) is budgeted at \(spelled(seconds: most)) here, but \(takes)",
        span: budget.span, label: budget.label(budget.value.short),
        related: steps.map { $0.time.note($0.time.value.short) }, help: "shorten the steps or raise the budget",
        identity: [words(of: procedure.name).joined(separator: " "), spelled(seconds: most), sum])
}

/// The time that the procedure's own document gives it, else what another says that may speak of the same.
private func budget(of procedure: RollbackProcedure, _ scopes: ScopeIndex) -> Claim<TimeAmount>? {
    let own = procedure.timeBudgets.first { $0.span.path == procedure.span.path }
    return own
        ?? procedure.timeBudgets.first {
            scopes.mayBeOneSubject(scopes.scope(at: $0.span), scopes.scope(at: procedure.span))
        }
}

private struct TimedStep {
    let step: ProcedureStep
    let time: Claim<TimeAmount>
}

/// Steps of the procedure's own document that state a time: each number once, without the parts of others.
private func timedSteps(of procedure: RollbackProcedure) -> [TimedStep] {
    let timed = procedure.steps.compactMap { step -> TimedStep? in
        guard let time = step.timeBudget, time.value.kind == .measured, time.value.seconds != nil,
            step.span.path == procedure.span.path, optionalWords.isDisjoint(with: words(of: step.name))
        else { return nil }
        return TimedStep(step: step, time: time)
    }
    var kept: [TimedStep] = []
    var numbers: Set<Int> = []
    var names: Set<[String]> = []
    for candidate in timed {
        let isPart = kept.last.map { $0.step.span.contains(candidate.step.span) } ?? false
        let isNewNumber = candidate.step.number.map { numbers.insert($0).inserted } ?? true
        let isNewName = names.insert(words(of: candidate.step.name)).inserted
        if !isPart, isNewNumber, isNewName { kept.append(candidate) }
    }
    while let last = kept.last, isWatching(last.step.name) { kept.removeLast() }
    return kept
}

/// Sum of the upper ends; for times that continue each other the end of the last.
private func totalSeconds(of times: [TimeAmount]) -> (total: Double, isOffset: Bool) {
    let uppers = times.compactMap(\.seconds)
    let lowers = times.compactMap(\.lowerSeconds)
    let continues = lowers.count == times.count && zip(lowers.dropFirst(), uppers).allSatisfy { $0 >= $1 - 0.5 }
    return continues ? (uppers.last ?? 0, true) : (uppers.reduce(0, +), false)
}

/// Whether a name says that steps need not follow each other: in parallel, or one instead of the other.
///
/// `Restore with the --force option` is a step like any other; `Option B: restore` is an alternative.
private func isInFreeOrder(_ name: String) -> Bool {
    let named = words(of: name)
    return !freeOrderWords.isDisjoint(with: named) || named.first.map(alternativeWords.contains) == true
}

/// Whether a step comes after the way back has been walked: `Monitor for an hour`, `Post-rollback review`.
private func isWatching(_ name: String) -> Bool {
    let named = words(of: name)
    return [named.first, named.last].contains { $0.map(watchingWords.contains) == true }
        || named.starts(with: ["post"]) || named.starts(with: ["follow", "up"])
        || named.contains("monitor") || named.contains("monitoring")
}

private let freeOrderWords: Set<String> = [
    "parallel", "background", "concurrent", "concurrently", "simultaneously", "meanwhile", "alternatively", "either",
    "gleichzeitig",
    "paralelo", "parallèle", "wahlweise",
]

private let alternativeWords: Set<String> = [
    "option", "alternative", "scenario", "variant", "or", "if", "otherwise", "case", "variante", "szenario", "falls",
    "opción", "escenario", "scénario",
]

private let optionalWords: Set<String> = ["optional", "optionally", "opcional", "optionnel", "optionnelle"]

private let watchingWords: Set<String> = [
    "observe", "observation", "watch", "postmortem", "mortem", "retrospective", "report", "reporting", "documentation",
    "document", "review", "beobachten", "überwachen", "nachbereitung", "monitorear", "supervisar", "surveiller",
]
