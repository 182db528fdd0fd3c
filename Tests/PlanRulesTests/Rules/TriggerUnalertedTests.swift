import Testing

@testable import PlanRules

struct TriggerUnalertedTests {
    private func plan(_ configured: String, title: String = "Automatic rollback triggers") -> String {
        """
        # Tide tables

        ## \(title)

        - Failed forecasts > 5%
        - Forecast delay > 90 s
        - Buoy silence ‹1:> 300 s›

        ## Controller

        ```yaml
        halt_conditions: ‹2:\(configured)›
        ```
        """
    }

    @Test func oneIsMissing() throws {
        try expect(
            .triggerUnalerted, in: plan("[\"failed_forecasts > 5%\", \"forecast_delay > 90s\"]"),
            reports: .at(
                1, "'Buoy silence' > 300 s is listed here, but is not among the configured conditions", note: 2))
    }

    @Test(arguments: [
        (
            "[\"failed_forecasts > 5%\", \"forecast_delay > 90s\", \"buoy_silence > 300s\"]",
            "Automatic rollback triggers"
        ),
        ("[\"failed_forecasts > 5%\", \"forecast_delay > 90s\", \"silence > 10s\"]", "Automatic rollback triggers"),
        ("[\"failed_forecasts > 5%\", \"disk > 90%\"]", "Automatic rollback triggers"),
        ("[\"failed_forecasts > 5%\", \"forecast_delay > 90s\"]", "Rollback triggers"),
        ("[]", "Automatic rollback triggers"),
    ])
    func silent(configured: String, title: String) throws {
        let text = plan(configured, title: title)
        try expectSilence(
            of: .triggerUnalerted, in: ["‹1:", "‹2:", "›"].reduce(text) { $0.replacing($1, with: "") })
    }

    private func halts(_ rules: String, _ configured: String) -> String {
        """
        # Map tiles from the new renderer

        ## Halt rules

        The controller automatically pauses the rollout if ANY of:

        - Tile error rate > 1% for 5 minutes
        - Tile p99 latency > 5x baseline for 10 minutes
        \(rules)

        ## Configuration

        ```json
        {
          "renderer": {
            "enabled": true,
            ‹2:"halt_conditions": {
              "error_rate": 0.01,
              "latency_multiplier": 5\(configured)
            }›
          }
        }
        ```
        """
    }

    @Test func severalAreMissing() throws {
        try expect(
            .triggerUnalerted,
            in: halts(
                "- Renderer timeouts ‹1:> 3% for 5 minutes›\n- Memory > 85% for 15 minutes\n- LCP p75 > 4000 ms\n"
                    + "- Failed exports > 10 per hour", ",\n      \"lcp_p75_ms\": 4000"),
            reports: .at(
                1,
                "'Renderer timeouts' > 3% for 5 minutes and 2 more ('Memory', 'Failed exports') are listed here, but "
                    + "are not among the configured conditions of plan.md:20", note: 2))
    }

    @Test(arguments: [
        ("- Memory > 85%", ",\n      \"memory_pct\": 85"), ("", ""),
        ("- Memory > 85%: somebody decides manually", ""),
    ])
    func allAreConfigured(rules: String, configured: String) throws {
        let text = halts(rules, configured)
        try expectSilence(of: .triggerUnalerted, in: text.replacing("‹2:", with: "").replacing("›", with: ""))
    }
}
