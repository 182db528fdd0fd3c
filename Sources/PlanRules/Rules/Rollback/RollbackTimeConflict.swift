import Plan
import SourceText

extension PlanRule {
    /// One way back, two time budgets.
    static let rollbackTimeConflict = PlanRule(
        id: "rollback-time-conflict", severity: .error, summary: "a rollback is budgeted at two different times",
        explanation: Explanation(
            fault: """
                Two places give the same rollback procedure, or the rollback of the same phase, different times.
                """,
            harm: """
                The decision to roll back or to wait rests on how long the way back takes. With the shorter figure in \
                mind the team waits too long.
                """,
            misses: """
                `Immediate` and `N/A` are no figures. An estimate below the other place's limit (20 minutes, and \
                < 30 minutes) agrees with it, and so does a time per feature with a time for all. A phase's rollback \
                time is held against a procedure only where that stands below the phase or is named for it. Documents \
                of one kind with different subjects are not held against each other. Sub-folders that each hold \
                phases are plans of their own.
                """),
        badExample: [
            ExampleDocument(
                "strategy.md",
                """
                # Strategy

                ## Rollback Procedures

                ### Full Rollback (< 30 minutes)

                ```bash
                ./restore.sh
                ```
                """),
            ExampleDocument(
                "rollback.md",
                """
                # Rollback Procedures

                ## Level 3: Full Rollback (< 60 minutes)

                1. Stop all services
                2. Restore the database
                """),
        ],
        goodExample: [
            ExampleDocument(
                "strategy.md",
                """
                # Strategy

                ## Rollback Procedures

                ### Full Rollback (< 30 minutes)

                ```bash
                ./restore.sh
                ```
                """),
            ExampleDocument(
                "rollback.md",
                """
                # Rollback Procedures

                ## Level 3: Full Rollback (< 30 minutes)

                1. Stop all services
                2. Restore the database
                """),
        ]
    ) { input in
        let procedures = input.plan.rollbackProcedures.flatMap {
            conflicts(in: $0.timeBudgets, of: quoted($0.name), id: $0.name, input.scopes)
        }
        let phases = input.plan.phases.flatMap {
            conflicts(
                in: $0.rollbackTimes, of: "rollback of \(quoted($0.title))", id: $0.id, input.scopes,
                place: { Place($0, section: input.scopes.sectionNumber(at: $0.span)) })
        }
        // A procedure below its phase states the time of both.
        let told = Set(procedures.map(\.span))
        return procedures + twiceInOneDocument(input) + phases.filter { !told.contains($0.span) }
    }
}

/// One document that spells the same level out twice, outside of phases and under headings that name nothing else.
private func twiceInOneDocument(_ input: RuleInput) -> [Fault] {
    struct Key: Hashable {
        let path: String
        let level: Int?
        let words: [String]
    }
    var order: [Key] = []
    var groups: [Key: [RollbackProcedure]] = [:]
    for procedure in input.plan.rollbackProcedures where !input.scopes.isInPhase(procedure.span) {
        let key = Key(path: procedure.span.path, level: procedure.level, words: words(of: procedure.name))
        // A bare `Rollback` may stand under each service.
        guard key.words.count > 1 else { continue }
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(procedure)
    }
    return order.flatMap { key -> [Fault] in
        guard let twins = groups[key], twins.count > 1, let name = twins.first?.name else { return [] }
        let claims = twins.flatMap { twin in twin.timeBudgets.filter { $0.span.path == key.path } }
        return disagreements(
            in: claims.filter { $0.value.kind == .measured && !$0.value.isRough },
            scope: { input.scopes.scope(at: $0.span, without: Set(key.words)) },
            comparing: input.scopes.mayBeOneSection,
            place: { Place($0, section: input.scopes.sectionNumber(at: $0.span)) }, agree: mayAgree
        ).map { fault(quoted(name), name, $0) }
    }
}

private func conflicts(
    in claims: [Claim<TimeAmount>], of subject: @autoclosure () -> String, id: String, _ scopes: ScopeIndex,
    place: (Claim<TimeAmount>) -> Place = { Place($0) }
) -> [Fault] {
    guard claims.count > 1 else { return [] }
    let measured = claims.filter { $0.value.kind == .measured && !$0.value.isRough }
    return disagreements(
        in: measured, scope: { scopes.scope(at: $0.span) }, comparing: scopes.mayBeOneSubject, place: place,
        agree: mayAgree
    ).map { fault(subject(), id, $0) }
}

private func fault(_ subject: String, _ id: String, _ disagreement: Disagreement<TimeAmount>) -> Fault {
    let (here, there) = (disagreement.first.value.spelled, disagreement.reference.value.spelled)
    return Fault(
        message: "\(subject) is budgeted at \(here) here, but at \(there) in \(place(disagreement.reference.span))",
        span: disagreement.first.span, label: disagreement.first.label(disagreement.first.value.short),
        related: disagreement.notes(\.short), identity: [words(of: id).joined(separator: " "), here, there])
}

private func mayAgree(_ left: TimeAmount, _ right: TimeAmount) -> Bool {
    guard left.per == right.per, let mine = left.seconds, let other = right.seconds else { return true }
    if abs(mine - other) < 0.5 { return true }
    return isWithin(left, right) || isWithin(right, left)
}

/// Whether an estimate keeps to a limit, or a range lies inside another.
private func isWithin(_ estimate: TimeAmount, _ limit: TimeAmount) -> Bool {
    guard let upper = estimate.seconds, let most = limit.seconds, upper <= most else { return false }
    if let least = limit.lowerSeconds { return (estimate.lowerSeconds ?? upper) >= least }
    return limit.comparison?.isUpperBound == true && estimate.comparison?.isUpperBound != true
}
