import Plan
import SourceText

extension PlanRule {
    /// The monitoring configuration sets another limit than the plan states.
    static let thresholdConfigConflict = PlanRule(
        id: "threshold-config-conflict", severity: .error,
        summary: "a configured limit is none that the plan states for the measure",
        explanation: Explanation(
            fault: """
                A key of a monitoring configuration names a measure of the plan by its words, and its number differs \
                from the limit of the level that the key names, or from every limit when it names none.
                """,
            harm: "The dashboard that everybody watches alerts at a limit that nobody agreed to.",
            misses: """
                A key whose words fit several measures is left alone. A bare number may be in the unit of the limit, \
                in seconds or milliseconds, a ratio or a percentage; if any of these fits, nothing is said. \
                A key that the configuration sets twice, and a measure that has limits for several services or \
                environments, are left alone. `high` without a sibling that says `critical` may mean either.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Key Performance Indicators

                1. **Error Rate**
                   - Target: < 1%
                   - Alert: > 5%
                   - Critical: > 15%

                ## Dashboard

                ```ts
                const DASHBOARD_CONFIG = {
                  performanceThresholds: {
                    highErrorRateThreshold: 5,
                    criticalErrorRateThreshold: 20
                  }
                };
                ```
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
                   - Alert: > 5%
                   - Critical: > 15%

                ## Dashboard

                ```ts
                const DASHBOARD_CONFIG = {
                  performanceThresholds: {
                    highErrorRateThreshold: 5,
                    criticalErrorRateThreshold: 15
                  }
                };
                ```
                """)
        ]
    ) { input in
        let measures = MeasureIndex(input.measures.filter { $0.phase == nil })
        return input.plan.dashboards.flatMap { dashboard in
            let repeated = repeatedKeys(dashboard)
            let critical = Set(dashboard.limits.filter { $0.level == .critical }.map(measuredWords))
            return dashboard.limits.filter { !repeated.contains($0.key) }.compactMap { limit in
                measures.only(with: measuredWords(limit)).flatMap {
                    fault(limit, $0, hasCritical: critical.contains(measuredWords(limit)), input.scopes)
                }
            }
        }
    }
}

/// Keys that one configuration sets twice: each time for another environment or service.
private func repeatedKeys(_ dashboard: Dashboard) -> Set<String> {
    var seen: Set<String> = []
    return Set(dashboard.limits.map(\.key).filter { !seen.insert($0).inserted })
}

/// Words of a key that tell of the limit and not of what is measured.
private let limitWords: Set<String> = [
    "threshold", "limit", "high", "low", "slow", "fast", "max", "maximum", "min", "minimum", "critical", "warning",
    "warn",
    "alert", "target", "error", "value", "level", "ms", "millisecond", "second", "sec", "percent", "percentage", "pct",
]

/// Words that name the measure; empty when only the limit is told of.
///
/// `error` is a level in `errorThreshold` and a thing in `errorRateThreshold`.
private func measuredWords(_ limit: ConfiguredLimit) -> Set<String> {
    let all = Set(words(of: limit.metric))
    let telling = all.subtracting(limitWords)
    return telling.isEmpty ? [] : telling.union(all.intersection(["error"]))
}

/// Finds measures by some of their words.
private struct MeasureIndex {
    private let measures: [Measure]
    private let byWord: [String: [Int]]

    init(_ measures: [Measure]) {
        self.measures = measures
        var byWord: [String: [Int]] = [:]
        for (index, measure) in measures.enumerated() {
            for word in Set(measure.words) { byWord[word, default: []].append(index) }
        }
        self.byWord = byWord
    }

    /// The only measure of just these words, else the only one that has them all; nil when none or several have.
    func only(with named: Set<String>) -> Measure? {
        guard let rarest = named.map({ byWord[$0, default: []] }).min(by: { $0.count < $1.count }), rarest.count <= 100
        else { return nil }
        let candidates = rarest.map { measures[$0] }.filter { named.isSubset(of: $0.words) }
        let exact = candidates.filter { Set($0.words) == named }
        let found = exact.isEmpty ? candidates : exact
        return found.count == 1 ? found[0] : nil
    }
}

private func fault(_ limit: ConfiguredLimit, _ measure: Measure, hasCritical: Bool, _ scopes: ScopeIndex) -> Fault? {
    let levels = levels(of: limit, hasCritical: hasCritical)
    guard measure.thresholds.count <= 100 else { return nil }
    let claims = levels.flatMap(measure.limits)
    let named = Set(measure.words)
    let home = scopes.scope(at: limit.value.span)
    let first = claims.first.map { scopes.scope(at: $0.span, without: named) }
    // A measure with limits for each of several services: which of them is configured here is not known.
    guard let reference = claims.first, let first,
        claims.allSatisfy({
            let own = scopes.scope(at: $0.span, without: named)
            return scopes.mayBeOneSubject(own, home) && scopes.mayBeOneSection(own, first)
        }), !claims.contains(where: { mayBe(limit.value.value, $0.value.quantity) })
    else {
        return nil
    }
    // A key without a level is held against a measure that states all three; else the missing one may be meant.
    if levels.count > 1, levels.contains(where: { measure.limits($0).isEmpty }) { return nil }
    let value = limit.value.value.text
    let level =
        levels.count == 1
        ? "the \(levels[0].phrase) of \(quoted(measure.name)) is \(clipped(reference.value.text))" : nil
    let all = claims.map { clipped($0.value.text) }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let other = level ?? "\(quoted(measure.name)) has \(all.joined(separator: ", "))"
    let notes = levels.compactMap { measure.limits($0).first.map { $0.note(clipped($0.value.text)) } }
    return Fault(
        message: "\(quoted(limit.key)) is \(value) here, but \(other) in \(place(reference.span))",
        span: limit.value.span, label: limit.value.label(value), related: notes,
        identity: [limit.key, value, measure.key] + claims.map(\.value.identity))
}

/// The levels that the key may mean; `high` is the alert limit where another key of the measure says `critical`.
private func levels(of limit: ConfiguredLimit, hasCritical: Bool) -> [LimitLevel] {
    guard let level = limit.level else { return LimitLevel.allCases }
    let isVague = level == .warning && !Set(words(of: limit.key)).isDisjoint(with: ["high", "low", "max"])
    return isVague && !hasCritical ? [.warning, .critical] : [level]
}

/// Whether a configured number keeps to a stated quantity. A unit that the key gives and that cannot be compared is
/// another fault.
private func mayBe(_ configured: Quantity, _ stated: Quantity) -> Bool {
    let isBare =
        configured.unit.dimension == .count && configured.unit.symbol.isEmpty && configured.unit.perSeconds == nil
    return mayEqual(configured, stated) || !isBare && !configured.unit.isComparable(with: stated.unit)
}
