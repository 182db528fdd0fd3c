import SourceText
import Testing

@testable import PlanRules

struct FlagValueConflictTests {
    private func plan(_ second: String, _ title: String = "Runbook") -> String {
        """
        # Shops

        ## First shops

        At 10%:

        ```yaml
        rollout:
          percentage: 10
          allowlist: [‹2:harbour, mill, station›]
        ```

        ## \(title)

        ```yaml
        \(second)
        ```
        """
    }

    @Test func twoLists() throws {
        try expect(
            .flagValueConflict, in: plan("rollout:\n  percentage: 10\n  allowlist: [‹1:harbour, mill›]"),
            reports: .at(
                1, "'allowlist' is harbour, mill at 10% here, but harbour, mill, station in plan.md:10", note: 2))
    }

    @Test(arguments: [
        "rollout:\n  percentage: 10\n  allowlist: [station, harbour, mill]",
        "rollout:\n  percentage: 50\n  allowlist: [harbour, mill]",
        "rollout:\n  percentage: 10\n  allowlist: [harbour, '...']",
        "rollout:\n  percentage: 10\n  ports: [80, 443]", "other:\n  percentage: 10\n  allowlist: [harbour]",
    ])
    func silent(_ second: String) throws { try expectSilence(of: .flagValueConflict, in: plan(second)) }

    @Test func anotherEnvironment() throws {
        try expectSilence(
            of: .flagValueConflict, in: plan("rollout:\n  percentage: 10\n  allowlist: [harbour]", "Staging"))
    }

    @Test func variablesOfTwoDocuments() throws {
        let block = { (list: String) in "# Plan\n\n## Phase 2: Shops (5%)\n\n```bash\nBETA_USERS=\"\(list)\"\n```\n" }
        try expect(
            .flagValueConflict,
            in: [("plan.md", block("‹2:anna,bo,cid›")), ("runbook.md", block("‹1:anna,bo›"))],
            reports: .at(1, "'BETA_USERS' is anna, bo at 5% here", note: 2))
    }
}
