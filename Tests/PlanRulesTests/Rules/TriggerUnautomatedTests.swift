import Testing

@testable import PlanRules

struct TriggerUnautomatedTests {
    private func plan(_ job: String, title: String = "Automatic rollback triggers") -> String {
        """
        # Ski passes

        ## \(title)

        - Gate errors > 5%
        - Battery drain ‹1:> 20%›

        ## Rollback job

        ‹2:```yaml›
        \(job)
        ```
        """
    }
    private func plain(_ text: String) -> String {
        ["‹1:", "‹2:", "›"].reduce(text) { $0.replacing($1, with: "") }
    }

    @Test func theJobDoesNotKnowIt() throws {
        try expect(
            .triggerUnautomated,
            in: plan("auto-rollback:\n  script: check gate_errors --above 5 > log && ./rollback.sh"),
            reports: .at(
                1, "'Battery drain' is to roll back automatically here, but is not checked in plan.md:10", note: 2))
    }

    @Test(arguments: [
        ("auto-rollback:\n  script: check gate_errors battery_drain > log", "Automatic rollback triggers"),
        ("auto-rollback:\n  script: check battery > log", "Automatic rollback triggers"),
        ("auto-rollback:\n  script: check all > log", "Automatic rollback triggers"),
        ("deploy:\n  script: check gate_errors > log", "Automatic rollback triggers"),
        ("auto-rollback:\n  script: check gate_errors > log", "Rollback triggers"),
    ])
    func silent(job: String, title: String) throws {
        try expectSilence(of: .triggerUnautomated, in: plain(plan(job, title: title)))
    }
}
