import Testing

@testable import PlanRules

struct EscalationConflictTests {
    private let table = """
        # On call

        ## Escalation

        | Severity | First answer | Escalate after |
        | --- | --- | --- |
        | Critical | 5 minutes | ‹2:10 minutes› |
        | Warning | 1 hour | 2 hours |

        """
    private var plain: String { table.replacing("‹2:", with: "").replacing("›", with: "") }

    @Test func configurationAgainstTable() throws {
        try expect(
            .escalationConflict,
            in: table
                + "\n```yaml\nalerting:\n  refreshInterval: 30s\n  escalation:\n    critical: ‹1:15m›\n    warning: 2h\n```\n",
            reports: .at(
                1, "alerts of severity 'critical' escalate after 15 minutes here, but after 10 minutes in plan.md:7",
                note: 2))
    }

    @Test func lineAgainstTable() throws {
        try expect(
            .escalationConflict,
            in: [("a.md", table), ("b.md", "# On call: notes\n\n- Critical alerts escalate after ‹1:20 minutes›\n")],
            reports: .at(1, "escalate after 20 minutes here", note: 2))
    }

    @Test func theColumnOfSeveritiesMayStandAnywhere() throws {
        try expect(
            .escalationConflict,
            in: """
                # On call

                | Alert | Severity | Escalation time |
                | --- | --- | --- |
                | Refused cards | Critical | ‹2:10 minutes› |
                | Slow pages | Warning | 1 hour |

                - Critical alerts escalate after ‹1:5 minutes›
                """,
            reports: .at(1, "escalate after 5 minutes here, but after 10 minutes", note: 2))
    }

    @Test func fieldsOfTwoDocuments() throws {
        try expect(
            .escalationConflict,
            in: [
                ("a.md", "# Night shift\n\n## Escalation\n\n- **P1**: ‹2:15 min›\n- **P2**: 60 min\n"),
                ("b.md", "# Night shift: handbook\n\n## Escalation times\r\n\r\n- P1: ‹1:30 min›\r\n"),
            ], reports: .at(1, "severity 'p1' escalate after 30 minutes", note: 2))
    }

    @Test func severalStepsAreNotOne() throws {
        try expectSilence(
            of: .escalationConflict,
            in: """
                # On call

                ## Escalation to the shift lead

                - Critical: 5 minutes

                ## Escalation to the harbour master

                - Critical: 30 minutes
                """)
    }

    @Test(arguments: [
        "- Critical alerts escalate after 600 seconds", "- Critical: answer within 20 minutes",
        "- Critical alerts escalate to the lead after 10 minutes and to the director after 30 minutes",
        "- P1 alerts escalate after 3 minutes", "- A warning moved on after 5 minutes, a critical alert after 1 minute",
        "- Critical alerts escalate after about 12 minutes", "- Level 2: 20 minutes",
        "- Critical alerts escalate at once",
        "## Escalation chain\n\n- **Lead**: 20 minutes",
    ])
    func silent(line: String) throws {
        try expectSilence(of: .escalationConflict, in: [("a.md", plain), ("b.md", "# On call: notes\n\n\(line)\n")])
    }
}
