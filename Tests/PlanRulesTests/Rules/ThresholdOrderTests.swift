import Testing

@testable import PlanRules

struct ThresholdOrderTests {
    private func table(_ row: String) -> String {
        "# Depot move\n\n## Indicators\n\n| Metric | Target | Warning | Critical |\n| --- | --- | --- | --- |\n\(row)\n"
    }

    @Test(arguments: [
        (
            "| Scan errors | < 1% | ‹2:> 5%› | ‹1:> 3%› |",
            "has its critical limit at > 3%, which is reached before the alert limit"
        ),
        ("| Scanner uptime | > 99% | ‹2:< 95%› | ‹1:< 97%› |", "critical limit at < 97%"),
        ("| Scan errors | ‹2:< 5%› | | ‹1:> 3%› |", "critical limit at > 3%, where the target is still met: < 5%"),
        ("| Scan errors | < 1% | ‹2:< 5%› | ‹1:< 3%› |", "critical limit at < 3%"),
        ("| Label latency | < 80 ms | ‹2:> 1 s› | ‹1:> 900 ms› |", "critical limit at > 900 ms"),
        ("| Verfügbarkeit 🟢 | 99,9% | ‹2:< 99%› | ‹1:< 99.5%› |", "critical limit at < 99.5%"),
        ("| Queue length | | ‹2:> 400› | ‹1:> 300› |", "critical limit at > 300"),
    ])
    func impossible(row: String, message: String) throws {
        try expect(.thresholdOrder, in: table(row), reports: .at(1, message, note: 2))
    }

    @Test func aTeamsListWithWindowsLineEnds() throws {
        try expect(
            .thresholdOrder,
            in: """
                # Rollout of the courier app

                ## What we watch

                - **Failed check-ins**
                  - Target: < 0.5%
                  - Alert: ‹2:> 2%›
                  - Critical: ‹1:> 1%›
                - **Parcel lookup (p95)**: Target < 150 ms, Alert > 300 ms, Critical > 600 ms
                """.replacing("\n", with: "\r\n"),
            reports: .at(1, "'Failed check-ins' has its critical limit at > 1%", note: 2))
    }

    @Test(arguments: [
        "| Scan errors | < 1% | > 3% | > 3% |",
        "| Scan errors | < 1% | > 1% | > 5% |",
        "| Scanner uptime | 99.9% | < 99.5% | < 99% |",
        // Alerts that warn before the target is missed.
        "| Load of the hall | < 80% | > 70% | > 90% |", "| Scanner uptime | 99.9% | < 99.95% | < 99% |",
        "| Load of the hall | < 80% | < 70% | < 90% |",
        // Bands of a scale: what each level reaches up to.
        "| Scan errors | < 1% | < 3% | < 5% |",
        "| Load | > 1000 | > 5000 | > 9000 |",
        "| Battery | > 60% | > 30% | > 10% |",
        "| Success rate | | > 99% | > 95% |",
        "| Scan errors | | < 2% | < 5% |",
        // Two statistics, two windows, other units, a difference to something else.
        "| Lookup | < 200 ms p95 | > 150 ms average | > 2 s |",
        "| Errors | < 1% | > 5% for 1 minute | > 3% for 30 minutes |",
        "| Errors | < 1% | > 5% | > 3 per minute |",
        "| Lookup | < 200 ms | > 50% above baseline | > 30% above baseline |",
        "| Scan errors | < 1% | | |", "| | | | |",
        // Two depots.
        "| Scan errors | < 1% | > 5% | > 9% |\n| Scan errors | < 1% | > 2% | > 3% |",
    ])
    func silent(row: String) throws {
        try expectSilence(of: .thresholdOrder, in: table(row))
    }
}
