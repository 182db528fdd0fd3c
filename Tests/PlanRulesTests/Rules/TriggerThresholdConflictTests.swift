import Testing

@testable import PlanRules

struct TriggerThresholdConflictTests {
    private let indicators = """
        # Billing move

        ## KPIs

        | Metric | Target | Alert | Critical |
        | --- | --- | --- | --- |
        | Failed invoices | < 0.1% | > 0.5% | ‹2:> 2%› |
        | Ledger uptime | 99.9% | < 99.5% | ‹4:< 99%› |

        """
    private var plain: String {
        indicators.replacing("‹2:", with: "").replacing("‹4:", with: "").replacing("›", with: "")
    }

    @Test func laterThanCritical() throws {
        try expect(
            .triggerThresholdConflict,
            in: indicators
                + "\n## When we roll back\n\n- Failed invoices ‹1:> 4% for 5 minutes›\n- Ledger uptime ‹3:< 97%›\n",
            reports: .at(1, "'Failed invoices' leads to a rollback at > 4%", note: 2),
            .at(3, "'Ledger uptime' leads to a rollback at < 97%", note: 4))
    }

    @Test(arguments: ["When do we stop", "Rollback policy", "Safety net: automatic rollback", "Abbruchkriterien"])
    func whateverTheListIsCalled(title: String) throws {
        try expect(
            .triggerThresholdConflict,
            in: indicators.replacing("‹4:< 99%›", with: "< 99%")
                + "\n## \(title)\n\n- Failed invoices ‹1:> 4%›\n- Export crashes > 3 per hour\n",
            reports: .at(1, "at > 4% here, but is critical at > 2%", note: 2))
    }

    @Test func inAnotherDocumentsTable() throws {
        try expect(
            .triggerThresholdConflict,
            in: [
                ("plan.md", indicators),
                (
                    "rollback.md",
                    "# Rollback\n\n## Rollback triggers\n\n| Trigger | Threshold | Action |\n| --- | --- | --- |\n"
                        + "| Failed invoices | ‹1:> 4%› | Roll back |\n"
                ),
            ], reports: .at(1, "is critical at > 2% in plan.md:7, where no trigger acts", note: 2))
    }

    @Test func wordsInAnotherOrder() throws {
        try expect(
            .triggerThresholdConflict,
            in: """
                ## KPIs

                - **Latency (p95)**: target < 200 ms, alert > 400 ms, critical ‹2:> 900 ms›

                ## Rollback triggers

                - p95 latency ‹1:> 2 s›
                """, reports: .at(1, "leads to a rollback at > 2 s", note: 2))
    }

    @Test(arguments: [
        "- Failed invoices > 2%", "- Failed invoices > 1%", "- Failed invoices > 2%\n- Failed invoices > 4%",
        "- Failed invoices > 4%, or > 2% for 15 minutes",
        "- Failed invoices > 300 per hour", "- Failed refunds > 4%", "- Failed invoices > 4% above the baseline",
        "- Ledger uptime < 99.5%", "- Something feels wrong",
    ])
    func silent(trigger: String) throws {
        try expectSilence(of: .triggerThresholdConflict, in: plain + "\n## Rollback triggers\n\n\(trigger)\n")
    }

    @Test func aRowThatSwitchesOffActs() throws {
        try expectSilence(
            of: .triggerThresholdConflict,
            in: plain
                + "\n## Answers\n\n| Condition | Action |\n| --- | --- |\n| Failed invoices > 4% | Roll back |\n"
                + "| Failed invoices > 2% | Disable the export |\n")
    }

    @Test func aPauseAPhaseAndAServiceMayWait() throws {
        for heading in [
            "## Pause if", "## Phase 2: Canary (Day 1-2)\n\n### Rollback triggers", "## Payroll: rollback triggers",
        ] {
            try expectSilence(of: .triggerThresholdConflict, in: plain + "\n\(heading)\n\n- Failed invoices > 4%\n")
        }
    }
}
