import Testing

@testable import PlanRules

/// The rules on limits, from Markdown to the stretch that is underlined.
struct ThresholdDocumentTests {
    private let indicators = """
        # Strategy

        ## KPIs

        1. **Error Rate**
           - Target: < 1%
           - Alert: > 5%
           - Critical: ‹2:> 15%›
        """

    @Test func tableAgainstList() throws {
        try expect(
            .thresholdConflict,
            in: [
                ("a.md", indicators),
                (
                    "b.md",
                    "## Limits\n\n| Metric | Target | Alert | Critical |\n| --- | --- | --- | --- |\n"
                        + "| Error rate | < 1 % | > 5% | ‹1:> 12%› |\n"
                ),
            ], reports: .at(1, "'Error Rate' has its critical limit at > 12% here, but at > 15% in a.md:8", note: 2))
    }

    @Test func lineAgainstListWithWindowsLineEnds() throws {
        try expect(
            .thresholdConflict,
            in: [
                ("a.md", indicators.replacing("\n", with: "\r\n")),
                ("b.md", "## Grenzwerte ⚠️\r\n\r\n- Error rate: Target < 1%, Alert > 5%, Critical ‹1:> 12%›\r\n"),
            ], reports: .at(1, "'Error Rate' has its critical limit at > 12% here", note: 2))
    }

    @Test func configurationAgainstList() throws {
        try expect(
            .thresholdConfigConflict,
            in: indicators
                + "\n\n```js\nconst config = {\n  thresholds: { criticalErrorRateThreshold: ‹1:20› }\n};\n```\n",
            reports: .at(
                1,
                "'criticalErrorRateThreshold' is 20 here, but the critical limit of 'Error Rate' is > 15% in plan.md:8",
                note: 2))
    }

    @Test(arguments: [
        "- Error rate: Target < 1%, Alert > 5%, Critical > 15%", "- p95 latency: Target < 200 ms, Alert > 400 ms",
        "- API error rate: Target < 2%, Alert > 6%, Critical > 20%",
        "```js\nconst c = { criticalErrorRateThreshold: 0.15 }\n```",
        "```js\nconst c = { highErrorRateThreshold: 5, criticalErrorRateThreshold: 15, slowThreshold: 7 }\n```",
        "## Phase 2: Canary (Day 1-2)\n\n### Exit criteria\n\n- Error rate < 3%",
    ])
    func silent(addition: String) throws {
        let plain = indicators.replacing("‹2:", with: "").replacing("›", with: "")
        try expectSilence(in: [("a.md", plain), ("b.md", "# Limits\n\n\(addition)\n")])
    }
}
