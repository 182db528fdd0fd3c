import Plan
import SourceText

extension PlanRule {
    /// One measure, one level, two limits.
    static let thresholdConflict = PlanRule(
        id: "threshold-conflict", severity: .error, summary: "a measure has two different limits of the same level",
        explanation: Explanation(
            fault: """
                Two places give the target, the alert limit or the critical limit of one measure differently, after \
                units are converted.
                """,
            harm: """
                The alert fires at one limit and the team acts on the other, so a rollback comes too late or \
                without need.
                """,
            misses: """
                Limits on different statistics (average and p95) or over different windows are two limits and no \
                conflict, and so are the limits of single phases. A bare number agrees with `<` and `>`; a number \
                without a unit is not held against one with a unit. Several limits that one section states in the \
                same way may belong to several services and are not compared, and neither are limits under headings \
                that name different things, under examples and records of the past, or in documents of one kind with \
                different subjects. Sub-folders that each hold phases are plans of their own.
                """),
        badExample: [
            ExampleDocument(
                "strategy.md",
                """
                # Strategy

                ## Key Performance Indicators

                1. **Error Rate**
                   - Target: < 1%
                   - Alert: > 5%
                   - Critical: > 15%
                """),
            ExampleDocument(
                "checklist.md",
                """
                # Monitoring

                ## Thresholds

                | Metric | Target | Alert | Critical |
                | --- | --- | --- | --- |
                | Error Rate | < 1% | > 5% | > 10% |
                """),
        ],
        goodExample: [
            ExampleDocument(
                "strategy.md",
                """
                # Strategy

                ## Key Performance Indicators

                1. **Error Rate**
                   - Target: < 1%
                   - Alert: > 5%
                   - Critical: > 15%
                """),
            ExampleDocument(
                "checklist.md",
                """
                # Monitoring

                ## Thresholds

                | Metric | Target | Alert | Critical |
                | --- | --- | --- | --- |
                | Error Rate | < 1% | > 5% | > 15% |
                """),
        ]
    ) { input in
        input.measures.flatMap { measure in
            let named = Set(measure.words)
            return LimitLevel.allCases.flatMap { level in
                disagreements(
                    in: measure.limits(level),
                    scope: { input.scopes.scope(at: $0.span, without: named) },
                    comparing: input.scopes.mayBeOneSection,
                    place: { Place($0, section: input.scopes.sectionNumber(at: $0.span)) }, agree: mayAgree
                ).map { fault(measure, level, $0) }
            }
        }
    }
}

/// Whether two limits say the same, or are about different things.
private func mayAgree(_ left: Limit, _ right: Limit) -> Bool {
    if left.agrees(with: right) || left.change != right.change { return true }
    if let mine = left.statistic, let other = right.statistic, mine != other { return true }
    if let mine = left.windowSeconds, let other = right.windowSeconds, mine != other { return true }
    // Other dimensions are other faults; a number without a unit may mean any.
    return !left.quantity.unit.isComparable(with: right.quantity.unit)
}

private func fault(_ measure: Measure, _ level: LimitLevel, _ disagreement: Disagreement<Limit>) -> Fault {
    let (here, there) = (clipped(disagreement.first.value.text), clipped(disagreement.reference.value.text))
    return Fault(
        message: "\(quoted(measure.name)) has its \(level.phrase) at \(here) here, but at \(there) in "
            + place(disagreement.reference.span),
        span: disagreement.first.span, label: disagreement.first.label("\(level.phrase) \(here)"),
        related: disagreement.notes { "\(level.phrase) \(clipped($0.text))" },
        identity: [
            measure.key, measure.phase ?? "", level.rawValue, disagreement.first.value.identity,
            disagreement.reference.value.identity,
        ])
}
