import Testing

@testable import PlanRules

struct CriterionUnmeasuredTests {
    private func plan(_ criteria: String) -> String {
        """
        # Allotment portal

        ## KPIs

        | Metric | Target | Alert | Critical |
        | --- | --- | --- | --- |
        | ‹2:Failed bookings› | < 1% | > 3% | > 5% |
        | Page latency | < 200 ms | > 400 ms | > 900 ms |

        ## Success criteria

        \(criteria)
        """
    }

    @Test func nothingMeasuresIt() throws {
        try expect(
            .criterionUnmeasured, in: plan("- Failed bookings < 1%\n- ‹1:Returning gardeners > 40%›"),
            reports: .at(
                1, "'Returning gardeners' is to be > 40% here, but no measure of the plan is called so", note: 2))
    }

    @Test(arguments: [
        "- Page latency < 200 ms", "- Latency of the map < 300 ms", "- Fewer than 5 complaints", "- Costs below 900 €",
        "- All seeds are migrated", "",
    ])
    func silent(criteria: String) throws {
        try expectSilence(
            of: .criterionUnmeasured, in: plan(criteria).replacing("‹2:", with: "").replacing("›", with: ""))
    }

    @Test func aPlanWithoutMeasuresIsLeftAlone() throws {
        try expectSilence(of: .criterionUnmeasured, in: "# P\n\n## Success criteria\n\n- Returning gardeners > 40%\n")
    }

    @Test(arguments: [
        "### Error rate\n\n- **Target**: <1%\n- Alert: >2%\n- **Critical**: >5%",
        "### Returning gardeners\n\n- Ziel: > 40%\n- Alert limit: < 20%",
    ])
    func aLevelIsNoMeasure(criteria: String) throws {
        try expectSilence(
            of: .criterionUnmeasured, in: plan(criteria).replacing("‹2:", with: "").replacing("›", with: ""))
    }
}
