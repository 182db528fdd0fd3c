import Plan
import SourceText

extension PlanRule {
    /// One severity, two escalation times.
    static let escalationConflict = PlanRule(
        id: "escalation-conflict", severity: .error, summary: "an alert escalates after two different times",
        explanation: Explanation(
            fault: """
                A configuration, a table or a line says after how long an alert of one severity goes on to the next \
                person, and another place says a different time for that severity.
                """,
            harm: "Whoever relies on the shorter time waits for help that has not been called.",
            misses: """
                A line that names several times tells of several steps and is left alone. Severities are told apart by \
                their names: `P1` and `critical` are not taken for the same.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Escalation

                | Severity | Escalate after |
                | --- | --- |
                | Critical | 5 minutes |
                | Warning | 30 minutes |

                ## Alerting setup

                ```ts
                const alerting = {
                  refreshInterval: 5000,
                  escalation: { critical: 15, warning: 30 } // minutes
                };
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Escalation

                | Severity | Escalate after |
                | --- | --- |
                | Critical | 5 minutes |
                | Warning | 30 minutes |

                ## Alerting setup

                ```ts
                const alerting = {
                  refreshInterval: 5000,
                  escalation: { critical: 5, warning: 30 } // minutes
                };
                ```
                """)
        ]
    ) { input in
        let told = claims(of: input.plan.monitoring.escalations)
        let configured = claims(of: input.plan.dashboards.flatMap(\.escalations))
        let severities = (told.order + configured.order).reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        return severities.flatMap { severity -> [Fault] in
            let texts = told.claims[severity, default: []]
            let faults = conflicts(severity, texts, input.scopes, comparing: input.scopes.mayBeOneSection)
            // Where texts tell of several steps, which of them is configured is not known.
            guard let configured = configured.claims[severity], Set(texts.map(\.value)).count <= 1 else {
                return faults
            }
            return conflicts(severity, texts + configured, input.scopes, comparing: input.scopes.mayBeOneSubject)
        }
    }
}

private func claims(of escalations: [Escalation]) -> (order: [String], claims: [String: [Claim<TimeAmount>]]) {
    var order: [String] = []
    var claims: [String: [Claim<TimeAmount>]] = [:]
    for escalation in escalations where escalation.after.value.seconds != nil && !escalation.after.value.isRough {
        guard let severity = severityName(escalation.severity) else { continue }
        if claims[severity] == nil { order.append(severity) }
        claims[severity, default: []].append(escalation.after)
    }
    return (order, claims)
}

private func conflicts(
    _ severity: String, _ claims: [Claim<TimeAmount>], _ scopes: ScopeIndex,
    comparing mayCompare: (FactScope, FactScope) -> Bool
) -> [Fault] {
    disagreements(
        in: claims, scope: { scopes.scope(at: $0.span) }, comparing: mayCompare,
        place: { Place($0, section: scopes.sectionNumber(at: $0.span)) },
        agree: { $0.seconds == $1.seconds || $0.lowerSeconds != nil || $1.lowerSeconds != nil }
    ).map { fault(severity, $0) }
}

private func fault(_ severity: String, _ disagreement: Disagreement<TimeAmount>) -> Fault {
    let (here, there) = (disagreement.first.value.spelled, disagreement.reference.value.spelled)
    return Fault(
        message: "alerts of severity '\(severity)' escalate after \(here) here, but after \(there) in "
            + place(disagreement.reference.span),
        span: disagreement.first.span, label: disagreement.first.label(disagreement.first.value.short),
        related: disagreement.notes(\.short), identity: [severity, here, there])
}
