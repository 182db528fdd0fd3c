import Testing

@testable import PlanRules

struct ThresholdUnitMismatchTests {
    private func list(_ target: String, _ alert: String, _ critical: String) -> String {
        """
        # Ticket office

        ## KPIs

        - **Seat lookup**
          - Target: \(target)
          - Alert: \(alert)
          - Critical: \(critical)
        - **Refused cards**: Target < 1%, Alert > 3%, Critical > 5%
        """
    }

    @Test func theOddOneOut() throws {
        try expect(
            .thresholdUnitMismatch, in: list("‹2:< 200 ms›", "‹1:> 5%›", "> 900 ms"),
            reports: .at(1, "'Seat lookup' has its alert limit at > 5% here, which cannot be compared", note: 2))
        try expect(
            .thresholdUnitMismatch, in: list("‹1:< 2%›", "‹2:> 300 ms›", "> 900 ms"),
            reports: .at(1, "target at < 2% here", note: 2))
        try expect(
            .thresholdUnitMismatch,
            in: list("< 200 ms", "‹2:> 400 ms›", "‹1:> 3 GB›").replacing("‹2:> 400 ms›", with: "> 400 ms")
                .replacing("Target: < 200 ms", with: "Target: ‹2:< 200 ms›"),
            reports: .at(1, "critical limit at > 3 GB", note: 2))
    }

    @Test func inATable() throws {
        try expect(
            .thresholdUnitMismatch,
            in: """
                ## Grenzwerte

                | Kennzahl | Ziel | Warnung | Kritisch |
                | --- | --- | --- | --- |
                | Suche | ‹2:< 200 ms› | ‹1:> 5 %› | > 2 s |
                """, reports: .at(1, "'Suche' has its alert limit at > 5 %", note: 2))
    }

    @Test(arguments: [
        ("< 200 ms", "> 0.5 s", "> 1 min"), ("< 200 ms", "> 500", "> 900"), ("< 10", "> 5%", "> 20%"),
        ("< 200 ms", "> 20% above baseline", "> 900 ms"), ("< 200 ms", "20% slower than today", "> 900 ms"),
        ("99.9%", "> 5 min downtime", "> 30 min downtime"), ("< 1%", "> 2x baseline", "> 5%"),
        ("< 200 ms", "> 5% of requests", "> 900 ms"), ("< 3/min", "> 5%", "> 9%"), ("", "> 5%", ""),
    ])
    func silent(target: String, alert: String, critical: String) throws {
        try expectSilence(of: .thresholdUnitMismatch, in: list(target, alert, critical))
    }
}
