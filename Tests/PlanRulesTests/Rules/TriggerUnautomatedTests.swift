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

    private func gates(_ watched: String, _ job: String) -> String {
        """
        # Ticket gates on the new validator

        ## Phase 1: 10%

        - `GATE_PCT=10`
        - 5xx rate from the validator (auto-rollback if > 1% for 10 consecutive minutes against the earlier baseline)
        \(watched)

        ## Automated rollback

        \(job)
        """
    }
    private static let steps =
        "- query Prometheus for the 5xx rate over last 10 min\n- ‹2:if > 1%: set GATE_PCT back to previous step›"

    @Test(arguments: [steps, "```\n\(steps)\n```"])
    func theToldJobDoesNotKnowIt(job: String) throws {
        try expect(
            .triggerUnautomated, in: gates("- p95 latency regression ‹1:> 20%› triggers rollback", job),
            reports: .at(
                1, "'p95 latency regression' is to roll back automatically here, but is not checked in", note: 2))
    }

    @Test(arguments: [
        ("- p95 latency regression > 20% triggers a manual rollback", steps),
        ("- p95 latency regression > 20% is watched", steps),
        ("- p95 latency regression > 20% triggers rollback", "- query Prometheus for 5xx rate and latency\n" + steps),
        ("- p95 latency regression > 20% triggers rollback", "The job is written in wave 2."),
    ])
    func silentOnTheToldJob(watched: String, job: String) throws {
        try expectSilence(of: .triggerUnautomated, in: plain(gates(watched, job)))
    }
}
