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
}
