import Plan
import SourceText

extension PlanRule {
    /// A criterion that is met while the measure is off its target.
    static let criterionThresholdConflict = PlanRule(
        id: "criterion-threshold-conflict", severity: .warning,
        summary: "a criterion asks for less than the limits of its measure",
        explanation: Explanation(
            fault: """
                A success or exit criterion names a measure of the plan and lets values pass that miss the measure's \
                target; in a single phase, values at which the measure's alarm sounds.
                """,
            harm:
                "The phase is called a success while the dashboard shows the same measure off its target or in alarm.",
            misses: """
                A stricter criterion is no conflict, and a phase may ask for less than the target as long as it stays \
                clear of the alarm. Other statistics, environments, services and differences to a baseline are left \
                alone.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Key Performance Indicators

                1. **Error Rate**
                   - Target: < 1%
                   - Alert: > 3%
                   - Critical: > 5%

                ## Success criteria

                - Error rate < 2%
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Key Performance Indicators

                1. **Error Rate**
                   - Target: < 1%
                   - Alert: > 3%
                   - Critical: > 5%

                ## Success criteria

                - Error rate < 0.5%
                """)
        ]
    ) { input in
        var byName: [[String]: Measure] = [:]
        for measure in input.measures where measure.phase == nil {
            let key = measureKey(measure.name)
            if byName[key] == nil { byName[key] = measure }
        }
        return input.plan.thresholds.filter { $0.origin == .criterion }.flatMap { criterion -> [Fault] in
            guard let measure = byName[measureKey(criterion.metric)] else { return [] }
            return criterion.targets.compactMap { fault($0, of: criterion, measure, input.scopes) }
        }
    }
}

/// A measure whose limit is stated in more places is no measure of one thing.
private let mostClaims = 100

private func fault(_ claim: Claim<Limit>, of criterion: Threshold, _ measure: Measure, _ scopes: ScopeIndex) -> Fault? {
    guard claim.value.comparison?.isUpperBound != nil, !isRelative(claim.span),
        tellingHeadings(claim.span, scopes, without: measure.words).isEmpty
    else { return nil }
    let own = scopes.scope(at: claim.span, without: Set(measure.words))
    func stated(_ level: LimitLevel) -> Claim<Limit>? {
        let claims = measure.limits(level)
        guard claims.count <= mostClaims, let first = claims.first,
            claims.allSatisfy({ $0.value.agrees(with: first.value) }),
            scopes.mayBeOneSubject(own, scopes.scope(at: first.span, without: Set(measure.words))),
            claims.allSatisfy({ tellingHeadings($0.span, scopes, without: measure.words).isEmpty }),
            !scopes.isInPhase(first.span)
        else { return nil }
        return first
    }
    // A table of criteria is one of stages, whatever it calls them.
    let isOfPhase = criterion.phase != nil || scopes.isInPhase(claim.span) || claim.reading == .tableCell
    for level in LimitLevel.allCases where level != .target || !isOfPhase {
        guard let limit = stated(level), misses(claim.value, limit.value, level) else { continue }
        let (here, there) = (clipped(claim.value.text), clipped(limit.value.text))
        return Fault(
            message: "\(quoted(measure.name)) passes at \(here) here, but its \(level.phrase) is \(there) in "
                + place(limit.span),
            span: claim.span, label: claim.label("passes at \(here)"),
            related: [limit.note("\(level.phrase) \(there)")],
            identity: [
                measure.key, criterion.phase ?? "", level.rawValue, claim.value.identity, limit.value.identity,
            ])
    }
    return nil
}

/// Whether values that pass a criterion miss the target, or break an alarm's limit.
private func misses(_ criterion: Limit, _ limit: Limit, _ level: LimitLevel) -> Bool {
    guard criterion.quantity.unit.isComparable(with: limit.quantity.unit), criterion.statistic == limit.statistic,
        criterion.change == limit.change, let isUpper = criterion.comparison?.isUpperBound
    else { return false }
    switch level {
    case .target:
        guard limit.comparison == nil || limit.comparison?.isUpperBound == isUpper else { return false }
    case .warning, .critical:
        // An alarm below which all is well sounds above it.
        guard limit.comparison?.isUpperBound == !isUpper else { return false }
    }
    return isUpper ? criterion.exceeds(limit) : limit.exceeds(criterion)
}
