import Plan
import SourceText

extension PlanRule {
    /// A criterion that nobody will be able to decide.
    static let criterionUnmeasured = PlanRule(
        id: "criterion-unmeasured", severity: .info,
        summary: "a success criterion limits a measure that the plan measures nowhere",
        explanation: Explanation(
            fault: """
                A plan with a list of measures has a success criterion with a limit, and no measure, alert, trigger or \
                configuration of the plan shares the words of what it limits.
                """,
            harm: "When the migration is to be called a success, there is no number to hold against the criterion.",
            misses: """
                One shared word that tells something is enough for silence. Criteria of single phases, counts of \
                things and sums of money are left alone; so are plans with fewer than two measures.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Key Performance Indicators

                | Metric | Target | Alert | Critical |
                | --- | --- | --- | --- |
                | Error rate | < 1% | > 3% | > 5% |
                | Search latency | < 200 ms | > 400 ms | > 900 ms |

                ## Success criteria

                - Search latency < 200 ms
                - Cart abandonment < 12%
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
                | Search latency | < 200 ms | > 400 ms | > 900 ms |
                | Cart abandonment | < 12% | > 15% | > 20% |

                ## Success criteria

                - Search latency < 200 ms
                - Cart abandonment < 12%
                """)
        ],
        isPreview: true
    ) { input in
        let plan = input.plan
        let indicators = plan.thresholds.filter { $0.origin == .indicator }
        guard indicators.count > 1, let list = indicators.first else { return [] }
        var measured: Set<String> = []
        let names =
            plan.thresholds.filter { $0.origin != .criterion }.map(\.metric) + plan.triggers.compactMap(\.metric)
            + plan.monitoring.alerts.map(\.metric) + plan.dashboards.flatMap(\.limits).map(\.metric)
        for name in names { measured.formUnion(words(of: name)) }
        measured.subtract(plainMeasureWords)
        var seen: Set<[String]> = []
        return plan.successCriteria.compactMap { criterion in
            guard let metric = criterion.metric, let limit = criterion.condition, isSampled(limit),
                !input.scopes.isInPhase(criterion.span)
            else { return nil }
            let own = words(of: metric)
            // `Target: < 1%` below the heading that names the measure.
            let telling = Set(own).subtracting(plainMeasureWords).filter { !isLevel($0) }
            guard !telling.isEmpty, telling.isDisjoint(with: measured), telling.count <= 5, seen.insert(own).inserted
            else { return nil }
            return Fault(
                message:
                    "\(quoted(metric)) is to be \(clipped(limit.text)) here, but no measure of the plan is called so",
                span: criterion.span, label: "nothing measures this",
                related: [Finding.Note("the plan's measures begin here", at: list.span)],
                help: "name the measure that decides it", identity: own + [limit.identity])
        }
    }
}

/// A share, a time or a rate, which is measured again and again.
private func isSampled(_ limit: Limit) -> Bool {
    guard limit.comparison != nil else { return false }
    let unit = limit.quantity.unit
    return switch unit.dimension {
    case .share: true
    case .time: unit.scale <= 60
    case .count: unit.perSeconds != nil
    case .bytes, .money, .multiple, .score: false
    }
}

/// Whether a word says how good or bad a limit is, and not what is measured.
private func isLevel(_ word: String) -> Bool {
    Vocabulary.standard.classes(of: word).intersects([.target, .warning, .critical, .alerting, .goal, .limit])
}

/// Words that many measures have: they tell none from another.
private let plainMeasureWords: Set<String> = [
    "rate", "time", "average", "total", "number", "count", "of", "the", "for", "in", "and", "per", "a", "to", "p50",
    "p95", "p99", "new", "all", "system", "service", "percentage", "share", "ratio", "overall", "with", "is", "after",
]
