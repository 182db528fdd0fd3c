import Plan
import SourceText

extension PlanRule {
    /// A view that is renewed at two intervals.
    static let refreshConflict = PlanRule(
        id: "refresh-conflict", severity: .warning, summary: "a view is refreshed at two different intervals",
        explanation: Explanation(
            fault: """
                A text says how often a dashboard or another view is refreshed, and its configuration or another text \
                gives a different interval.
                """,
            harm: "Who believes the shorter interval takes old numbers for the present state.",
            misses: """
                Views of different names are not compared, and neither is anything with several configured \
                dashboards, each of which may have an interval of its own.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Dashboard

                - The dashboard refreshes every 30 seconds

                ```js
                const dashboard = {
                  refreshInterval: 5000 // milliseconds
                };
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Dashboard

                - The dashboard refreshes every 5 seconds

                ```js
                const dashboard = {
                  refreshInterval: 5000 // milliseconds
                };
                ```
                """)
        ]
    ) { input in
        let configured = input.plan.dashboards.compactMap(\.refreshInterval)
        var order: [[String]] = []
        var claims: [[String]: [Claim<TimeAmount>]] = [:]
        if Set(configured.map(\.value)).count == 1 {
            order.append([])
            claims[[]] = configured
        } else if configured.count > 1 {
            return []
        }
        for statement in input.plan.monitoring.refreshes where !statement.interval.value.isRough {
            let subject = statement.subject.filter { !dashboardWords.contains($0) }
            if claims[subject] == nil { order.append(subject) }
            claims[subject, default: []].append(statement.interval)
        }
        return order.flatMap { subject in
            disagreements(
                in: claims[subject, default: []], scope: { input.scopes.scope(at: $0.span) },
                comparing: input.scopes.mayBeOneSubject,
                place: { Place($0, section: input.scopes.sectionNumber(at: $0.span)) },
                agree: { $0.seconds == $1.seconds }
            ).map { fault(subject, $0) }
        }
    }
}

/// What the view of the whole plan is called.
private let dashboardWords: Set<String> = [
    "dashboard", "dashboards", "monitoring", "live", "status", "tablero", "panel", "tableau", "bord",
]

private func fault(_ subject: [String], _ disagreement: Disagreement<TimeAmount>) -> Fault {
    let (here, there) = (disagreement.first.value.spelled, disagreement.reference.value.spelled)
    let name = subject.isEmpty ? "the dashboard" : "'\(subject.joined(separator: " "))'"
    return Fault(
        message: "\(name) is refreshed every \(here) here, but every \(there) in \(place(disagreement.reference.span))",
        span: disagreement.first.span, label: disagreement.first.label(disagreement.first.value.short),
        related: disagreement.notes(\.short), identity: subject + [here, there])
}
