import Plan
import SourceText

extension PlanRule {
    /// A measure that is critical before it is worth a warning.
    static let thresholdOrder = PlanRule(
        id: "threshold-order", severity: .error, summary: "the limits of a measure stand in an impossible order",
        explanation: Explanation(
            fault: """
                The critical limit of a measure is reached before its alert limit, or while its target is still met, \
                as one place states them. Which way is worse is told by the comparisons.
                """,
            harm: "The first that anybody hears is the loudest alarm, and the way back begins without a warning.",
            misses: """
                Equal limits are in order, and an alert may warn before the target is missed. Limits on different \
                statistics or over different windows are not compared. Limits that all compare the same way may be the \
                bands of a scale, and only a critical one between the other two counts. Two rows of one measure in one \
                place may be two services.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Key Performance Indicators

                | Metric | Target | Alert | Critical |
                | --- | --- | --- | --- |
                | Error rate | < 1% | > 5% | > 3% |
                | Queue depth | < 100 | > 500 | > 2000 |
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Key Performance Indicators

                | Metric | Target | Alert | Critical |
                | --- | --- | --- | --- |
                | Error rate | < 1% | > 3% | > 5% |
                | Queue depth | < 100 | > 500 | > 2000 |
                """)
        ]
    ) { input in
        input.measures.flatMap { measure in
            StatedLevels.places(of: measure, input.scopes).compactMap { $0.inversion.map { fault(measure, $0) } }
        }
    }
}

/// The limits of one measure as one place states them.
private struct StatedLevels {
    private var claims: [LimitLevel: [Claim<Limit>]] = [:]

    /// One entry a place, in reading order within each threshold.
    static func places(of measure: Measure, _ scopes: ScopeIndex) -> [StatedLevels] {
        var order: [Place] = []
        var found: [Place: StatedLevels] = [:]
        for level in LimitLevel.allCases {
            for claim in measure.limits(level) {
                let place = Place(claim, section: scopes.sectionNumber(at: claim.span))
                if found[place] == nil { order.append(place) }
                found[place, default: StatedLevels()].claims[level, default: []].append(claim)
            }
        }
        return order.compactMap { found[$0] }
    }

    /// Two limits of which the second may not lie where it does; nil where the order may be meant.
    var inversion: (first: (LimitLevel, Claim<Limit>), second: (LimitLevel, Claim<Limit>))? {
        let stated = LimitLevel.allCases.compactMap { level in
            claims[level].flatMap { $0.count == 1 ? (level, $0[0]) : nil }
        }
        guard stated.count > 1, stated.allSatisfy({ !isRelative($0.1.span) }) else { return nil }
        let target = stated.first { $0.0 == .target }
        let alarms = stated.filter { $0.0 != .target }
        let sides = alarms.map { $0.1.value.comparison?.isUpperBound }
        guard let side = sides[0], sides.allSatisfy({ $0 == side }) else { return nil }
        if target?.1.value.comparison?.isUpperBound == side { return outside(stated) }
        // `success rate > 99%` beside `warning > 95%`: without a target it may be a scale of what is well.
        if target == nil, alarms.contains(where: { $0.1.value.mayBeGood(below: side) }) { return nil }
        guard let later = stated.last, later.0 == .critical else { return nil }
        return stated.dropLast().first { earlier in
            isReachedFirst(later.1.value, before: earlier.1.value, below: side)
                && (earlier.0 == .target || earlier.1.value.windowSeconds == later.1.value.windowSeconds)
        }.map { ($0, later) }
    }

    /// Of a scale of three bands, a critical one that lies between the others.
    private func outside(
        _ stated: [(LimitLevel, Claim<Limit>)]
    ) -> (first: (LimitLevel, Claim<Limit>), second: (LimitLevel, Claim<Limit>))? {
        let limits = stated.map(\.1.value)
        guard stated.count == 3, areOfOneKind(limits) else { return nil }
        let (target, alert, critical) = (limits[0], limits[1], limits[2])
        let isBetween =
            critical.exceeds(target) && alert.exceeds(critical) || target.exceeds(critical) && critical.exceeds(alert)
        return isBetween ? (stated[1], stated[2]) : nil
    }

    private func areOfOneKind(_ limits: [Limit]) -> Bool {
        limits.allSatisfy { $0.isOfOneKind(as: limits[0]) && $0.windowSeconds == limits[0].windowSeconds }
    }

    /// Whether a louder limit is broken, or the target met, before the limit that stands before it.
    private func isReachedFirst(_ later: Limit, before earlier: Limit, below side: Bool) -> Bool {
        guard later.quantity.unit.isComparable(with: earlier.quantity.unit), later.statistic == earlier.statistic,
            later.isPlain, earlier.isPlain
        else { return false }
        // `side` is true where alarms sound below their limits.
        return side ? later.exceeds(earlier) : earlier.exceeds(later)
    }
}

extension Limit {
    /// Whether a limit without a target beside it may say what is well: a high share to be above, a low one to be below.
    fileprivate func mayBeGood(below side: Bool) -> Bool {
        let isHighShare = quantity.unit.dimension == .share && quantity.baseValue >= 0.5
        return side ? !isHighShare : isHighShare
    }
}

private func fault(
    _ measure: Measure, _ pair: (first: (LimitLevel, Claim<Limit>), second: (LimitLevel, Claim<Limit>))
) -> Fault {
    let (first, second) = pair
    let (here, there) = (clipped(second.1.value.text), clipped(first.1.value.text))
    let order =
        first.0 == .target ? "where the target is still met" : "which is reached before the \(first.0.phrase)"
    return Fault(
        message: "\(quoted(measure.name)) has its \(second.0.phrase) at \(here), \(order): \(there) in "
            + place(first.1.span),
        span: second.1.span, label: second.1.label("\(second.0.phrase) \(here)"),
        related: [first.1.note("\(first.0.phrase) \(there)")],
        help: "put the limits in the order in which they are reached",
        identity: [
            measure.key, measure.phase ?? "", first.0.rawValue, first.1.value.identity, second.0.rawValue,
            second.1.value.identity,
        ])
}
