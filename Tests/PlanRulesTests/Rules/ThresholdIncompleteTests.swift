import Testing

@testable import PlanRules

struct ThresholdIncompleteTests {
    private func table(_ last: String) -> String {
        """
        # Museum app

        ## Metrics

        | Metric | Target | Alert | Critical |
        | --- | --- | --- | --- |
        | Audio start | < 1 s | > 3 s | > 9 s |
        | Failed scans | < 1% | > 3% | > 5% |
        \(last)
        """
    }

    @Test(arguments: ["TBD", "–", "-", "tbd?", "TODO"])
    func anOpenCell(cell: String) throws {
        try expect(
            .thresholdIncomplete, in: table("| Map tiles | < 2 s | > 4 s | ‹1:\(cell)› |"),
            reports: .at(1, "'Map tiles' has no critical limit here, but 2 other measures of its list have one"))
    }

    @Test func anEmptyCell() throws {
        try expect(
            .thresholdIncomplete, in: table("| ‹1:Map tiles› | < 2 s |  | > 9 s |"),
            reports: .at(1, "'Map tiles' has no alert limit here"))
    }

    @Test func aListOfATeam() throws {
        try expect(
            .thresholdIncomplete,
            in: """
                # Tram displays

                ## KPIs

                1. **Departures shown late**
                   - Target: < 1%
                   - Alert: > 3%
                   - Critical: > 8%
                2. **‹1:Display reboots›**
                   - Target: < 2/day
                   - Alert: > 5/day
                3. **Feed delay**
                   - Target: < 5 s
                   - Alert: > 20 s
                   - Critical: > 60 s
                """, reports: .at(1, "'Display reboots' has no critical limit here"))
    }

    @Test(arguments: [
        "| Map tiles | < 2 s | > 4 s | n/a |", "| Map tiles | < 2 s | > 4 s | any outage |",
        "| Map tiles | < 2 s | > 4 s | > 9 s |", "| Map tiles | - | - | - |", "| Map tiles | < 2 s | - | - |",
        "| Lost tours | 0 | – | ≥ 1 |", "| Map tiles | < 2 s | > 4 s | - |\n| Fonts | < 2 s | > 4 s | - |", "",
    ])
    func silent(row: String) throws {
        try expectSilence(of: .thresholdIncomplete, in: table(row))
    }

    @Test func oneCompleteMeasureIsNoHabit() throws {
        try expectSilence(
            of: .thresholdIncomplete,
            in: """
                ## Metrics

                | Metric | Target | Alert | Critical |
                | --- | --- | --- | --- |
                | Audio start | < 1 s | > 3 s | > 9 s |
                | Failed scans | < 1% | > 3% | - |
                """)
    }
}
