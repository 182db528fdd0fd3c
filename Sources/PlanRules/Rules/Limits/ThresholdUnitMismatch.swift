import Plan
import SourceText

extension PlanRule {
    /// Limits of one measure that no sample can be held against together.
    static let thresholdUnitMismatch = PlanRule(
        id: "threshold-unit-mismatch", severity: .error,
        summary: "the limits of a measure are in units that cannot be compared",
        explanation: Explanation(
            fault: """
                One place states limits of one measure in different kinds of units: a time beside a percentage, \
                bytes beside money.
                """,
            harm: "No measurement can be held against both limits, so one of the alarms never sounds.",
            misses: """
                A number without a unit may be in any. A percentage that the line calls a change (`20% slower`, `above \
                the baseline`) is no value of the measure. Two rows of one measure in one place may be two measures.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Key Performance Indicators

                1. **Search latency**
                   - Target: < 200 ms
                   - Alert: > 5%
                   - Critical: > 900 ms
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Key Performance Indicators

                1. **Search latency**
                   - Target: < 200 ms
                   - Alert: > 0.5 s
                   - Critical: > 900 ms
                """)
        ]
    ) { input in
        input.measures.flatMap { measure -> [Fault] in
            var found: [Place: [(LimitLevel, Claim<Limit>)]] = [:]
            var order: [Place] = []
            for level in LimitLevel.allCases {
                for claim in measure.limits(level) {
                    let place = Place(claim, section: input.scopes.sectionNumber(at: claim.span))
                    if found[place] == nil { order.append(place) }
                    found[place, default: []].append((level, claim))
                }
            }
            return order.compactMap { found[$0].flatMap { fault(measure, $0) } }
        }
    }
}

/// The limit that stands alone among those of one place; nil where all can be compared.
private func fault(_ measure: Measure, _ claims: [(level: LimitLevel, claim: Claim<Limit>)]) -> Fault? {
    guard claims.count > 1, Set(claims.map(\.level)).count == claims.count,
        claims.allSatisfy({ isMeasured($0.claim.value) })
    else { return nil }
    let kinds = claims.map(\.claim.value.quantity.unit.dimension)
    guard let odd = kinds.indices.dropFirst().first(where: { kinds[$0] != kinds[0] }) else { return nil }
    // Of three, the one that differs from both others.
    let isFirstOdd = kinds.count == 3 && kinds[1] == kinds[2]
    let (one, other) = isFirstOdd ? (claims[0], claims[1]) : (claims[odd], claims[0])
    guard !isRelative(one.claim.span), !isRelative(other.claim.span) else { return nil }
    let (here, there) = (clipped(one.claim.value.text), clipped(other.claim.value.text))
    return Fault(
        message:
            "\(quoted(measure.name)) has its \(one.level.phrase) at \(here) here, which cannot be compared with its "
            + "\(other.level.phrase), \(there) in \(place(other.claim.span))",
        span: one.claim.span, label: one.claim.label("\(one.level.phrase) \(here)"),
        related: [other.claim.note("\(other.level.phrase) \(there)")], help: "state both in one unit",
        identity: [
            measure.key, measure.phase ?? "", one.level.rawValue, one.claim.value.identity, other.claim.value.identity,
        ])
}

/// Whether a limit says itself what it counts.
private func isMeasured(_ limit: Limit) -> Bool {
    let unit = limit.quantity.unit
    guard limit.isPlain, unit.perSeconds == nil, unit != .ratio else { return false }
    return switch unit.dimension {
    case .time, .share, .bytes, .money: true
    case .count, .multiple, .score: false
    }
}
