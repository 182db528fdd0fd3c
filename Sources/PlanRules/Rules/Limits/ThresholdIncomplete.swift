import Plan
import SourceText

extension PlanRule {
    /// A measure that lacks a limit which its siblings have.
    static let thresholdIncomplete = PlanRule(
        id: "threshold-incomplete", severity: .info,
        summary: "a measure lacks a limit that the others of its list have",
        explanation: Explanation(
            fault: """
                In a table or list whose measures have a target, an alert limit and a critical limit, one measure has \
                only two: the cell is empty, holds a dash or says that the value is still to come.
                """,
            harm: "Nobody is told when that measure goes wrong, and nobody notices that nobody is told.",
            misses: """
                Lists of which fewer than two measures have all three limits, or of which many lack one, are meant to \
                be so. `N/A` and words that are not understood are taken for an answer.
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
                | Queue depth | < 100 | > 500 | |
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
                | Queue depth | < 100 | > 500 | > 2000 |
                """)
        ]
    ) { input in
        var counts: [SourceSpan: Int] = [:]
        for unset in input.plan.monitoring.unsetLimits { counts[unset.list, default: 0] += 1 }
        return input.plan.monitoring.unsetLimits.compactMap { unset in
            guard unset.completeSiblings > 1, counts[unset.list, default: 0] * 2 <= unset.completeSiblings else {
                return nil
            }
            let siblings = counted(Double(unset.completeSiblings), "other measure")
            return Fault(
                message:
                    "\(quoted(unset.metric)) has no \(unset.level.phrase) here, but \(siblings) of its list have one",
                span: unset.span, label: "no \(unset.level.phrase), \(unset.reading.phrase)",
                help: "state the limit, or write 'n/a' where there is none",
                identity: words(of: unset.metric) + [unset.level.rawValue])
        }
    }
}
