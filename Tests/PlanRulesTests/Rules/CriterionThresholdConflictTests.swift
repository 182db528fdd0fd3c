import Testing

@testable import PlanRules

struct CriterionThresholdConflictTests {
    private let indicators = """
        # Library search

        ## KPIs

        | Metric | Target | Alert | Critical |
        | --- | --- | --- | --- |
        | Empty results | ‹2:< 2%› | ‹3:> 6%› | > 10% |
        | Catalogue uptime | ‹4:99.9%› | < 99.5% | < 99% |

        """
    private var plain: String {
        ["‹2:", "‹3:", "‹4:", "›"].reduce(indicators) { $0.replacing($1, with: "") }
    }

    @Test func looserThanTheTarget() throws {
        try expect(
            .criterionThresholdConflict,
            in: indicators + "\n## Success criteria\n\n- Empty results ‹1:< 4%›\n- Catalogue uptime ‹5:> 99%›\n",
            reports: .at(1, "'Empty results' passes at < 4% here, but its target is < 2% in plan.md:7", note: 2),
            .at(5, "'Catalogue uptime' passes at > 99% here, but its target is 99.9%", note: 4))
    }

    @Test func aPhaseThatPassesInAlarm() throws {
        try expect(
            .criterionThresholdConflict,
            in: indicators + "\n## Phase 2: Readers (Day 3-4)\n\n### Exit criteria\n\n- Empty results ‹1:< 8%›\n",
            reports: .at(1, "'Empty results' passes at < 8% here, but its alert limit is > 6%", note: 3))
    }

    @Test(arguments: [
        "## Success criteria\n\n- Empty results < 2%", "## Success criteria\n\n- Empty results < 1%",
        "## Success criteria\n\n- Empty results < 4% above the baseline", "## Success criteria\n\n- Empty carts < 9%",
        "## Success criteria\n\n- Catalogue uptime > 99.95%",
        "## Phase 2: Readers (Day 3-4)\n\n### Exit criteria\n\n- Empty results < 5%",
        "## Exit gates\n\n| Stage | Gate |\n| --- | --- |\n| 5% | Empty results < 5% |",
        "## Staging\n\n### Success criteria\n\n- Empty results < 9%",
        "## Success criteria\n\n- Empty results < 300 ms", "## Success criteria",
    ])
    func silent(section: String) throws {
        try expectSilence(of: .criterionThresholdConflict, in: plain + "\n\(section)\n")
    }
}
