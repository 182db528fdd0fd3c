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
                target; in a single phase, values at which the measure's alarm sounds. Or a statement on what fails a \
                step does so only at values beyond the measure's critical limit, that of the plan or of the very phase.
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
        struct Key: Hashable {
            let name: [String]
            let phase: String?
        }
        var measures: [Key: Measure] = [:]
        for measure in input.measures {
            let key = Key(name: measureKey(measure.name), phase: measure.phase)
            if measures[key] == nil { measures[key] = measure }
        }
        return input.plan.thresholds.filter { $0.origin == .criterion }.flatMap { criterion -> [Fault] in
            let name = measureKey(criterion.metric)
            let ofPlan = measures[Key(name: name, phase: nil)]
            let ofPhase = criterion.phase.flatMap { measures[Key(name: name, phase: $0)] }
            return criterion.targets.compactMap { claim in
                ofPlan.flatMap { fault(claim, of: criterion, $0, input.scopes) }
            }
                + criterion.criticals.compactMap { claim in
                    [ofPhase, ofPlan].lazy.compactMap(\.self)
                        .compactMap { failsLate(claim, of: criterion, $0, input.scopes) }.first
                }
        }
    }
}

/// A measure whose limit is stated in more places is no measure of one thing.
private let mostClaims = 100

private func fault(_ claim: Claim<Limit>, of criterion: Threshold, _ measure: Measure, _ scopes: ScopeIndex) -> Fault? {
    guard claim.value.comparison?.isUpperBound != nil, !isRelative(claim.span) else { return nil }
    // A table of criteria is one of stages, whatever it calls them.
    let isOfPhase = criterion.phase != nil || scopes.isInPhase(claim.span) || claim.reading == .tableCell
    for level in LimitLevel.allCases where level != .target || !isOfPhase {
        guard let limit = stated(level, of: measure, beside: claim, scopes), !scopes.isInPhase(limit.span),
            misses(claim.value, limit.value, level)
        else { continue }
        return fault(claim, "passes at", of: criterion, measure, level, limit)
    }
    return nil
}

/// What fails a step only where the measure is critical already.
private func failsLate(
    _ claim: Claim<Limit>, of criterion: Threshold, _ measure: Measure, _ scopes: ScopeIndex
) -> Fault? {
    guard !isRelative(claim.span), let limit = stated(.critical, of: measure, beside: claim, scopes),
        !isRelative(limit.span), claim.value.isOfOneKind(as: limit.value),
        claim.value.isBrokenLater(than: limit.value),
        // The limits of a phase are compared in its own section.
        !scopes.isInPhase(limit.span)
            || limit.span.path == claim.span.path
                && scopes.sectionNumber(at: limit.span) == scopes.sectionNumber(at: claim.span)
    else { return nil }
    return fault(claim, "fails only at", of: criterion, measure, .critical, limit)
}

/// The limit of a level that all places of the plan agree on; nil where a heading puts it to something of its own.
private func stated(
    _ level: LimitLevel, of measure: Measure, beside claim: Claim<Limit>, _ scopes: ScopeIndex
) -> Claim<Limit>? {
    let claims = measure.limits(level)
    guard claims.count <= mostClaims, let first = claims.first,
        claims.allSatisfy({ $0.value.agrees(with: first.value) }),
        tellingHeadings(claim.span, scopes, without: measure.words).isEmpty,
        case let named = Set(measure.words),
        scopes.mayBeOneSubject(
            scopes.scope(at: claim.span, without: named), scopes.scope(at: first.span, without: named)),
        claims.allSatisfy({ tellingHeadings($0.span, scopes, without: measure.words).isEmpty })
    else { return nil }
    return first
}

private func fault(
    _ claim: Claim<Limit>, _ verb: String, of criterion: Threshold, _ measure: Measure, _ level: LimitLevel,
    _ limit: Claim<Limit>
) -> Fault {
    let (here, there) = (clipped(claim.value.text), clipped(limit.value.text))
    return Fault(
        message: "\(quoted(measure.name)) \(verb) \(here) here, but its \(level.phrase) is \(there) in "
            + place(limit.span),
        span: claim.span, label: claim.label("\(verb) \(here)"), related: [limit.note("\(level.phrase) \(there)")],
        identity: [measure.key, criterion.phase ?? "", level.rawValue, claim.value.identity, limit.value.identity])
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
