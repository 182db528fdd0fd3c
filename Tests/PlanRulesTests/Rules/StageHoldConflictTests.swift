import SourceText
import Testing

@testable import PlanRules

struct StageHoldConflictTests {
    private func plan(_ again: String) -> String {
        """
        # Gangway

        | Stage | Traffic | Duration |
        |---|---|---|
        | 1 | 10% | ‹2:3-5 days› |
        | 2 | 50% | 1 week |
        | 3 | 100% | - |

        ## Second attempt

        \(again)
        """
    }

    @Test func anHourInsteadOfDays() throws {
        try expect(
            .stageHoldConflict, in: plan("1. 10% for ‹1:1 hour›\n2. 50% for a week\n3. 100%"),
            reports: .at(1, "10% is held for 60 minutes here, but for 3 to 5 days in plan.md:5", note: 2))
    }

    @Test(arguments: [
        "1. 10% for 4 days\n2. 50% (7 days)", "1. 10% for about an hour", "1. 20% for 1 hour",
        "- Error rate above 10% for 5 minutes", "- Roll back when 10% fail for 5 minutes", "Nothing.",
        "- 10% for at least 3 days",
    ])
    func silent(_ again: String) throws { try expectSilence(of: .stageHoldConflict, in: plan(again)) }

    @Test func headings() throws {
        try expect(
            .stageHoldConflict,
            in: [
                ("plan.md", "# Plan\n\n## Stage 1: 5% (‹2:2 days›)\n\n## Stage 2: 25% (3 days)\n"),
                ("runbook.md", "# Runbook\n\n- 5% for ‹1:6 hours›\n- 25% for 3 days\n"),
            ], reports: .at(1, "5% is held for 6 hours here, but for 2 days in plan.md:3", note: 2))
    }
}
