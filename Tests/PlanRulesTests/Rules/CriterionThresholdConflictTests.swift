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

    @Test func aStepThatFailsOnlyWhereTheMeasureIsCritical() throws {
        try expect(
            .criterionThresholdConflict,
            in: """
                # Catalogue

                ## KPIs

                | KPI | Target | Critical |
                |---|---|---|
                | Empty results | < 2% | ‹2:> 10%› |

                ## Phase 2: Readers (Week 3)

                Blockers: empty results ‹1:≥ 12 %›, more than 3 P1 bugs.
                """,
            reports: .at(
                1, "'Empty results' fails only at ≥ 12 % here, but its critical limit is > 10% in plan.md:7", note: 2))
    }

    private func phase(_ table: String, _ blockers: String) -> String {
        """
        # Catalogue

        ## Phase 1: Readers (Week 3)

        | What | Accept | Reject |
        |---|---|---|
        | Empty results | < 2% | \(table) |

        \(blockers)
        """
    }

    @Test func twoLimitsOfOneSection() throws {
        try expect(
            .criterionThresholdConflict, in: phase("‹2:≥ 10%›", "Blockers: empty results ‹1:≥ 12 %›."),
            reports: .at(1, "'Empty results' fails only at ≥ 12 % here", note: 2))
    }

    @Test(arguments: [
        "Blockers: empty results ≥ 8 %.", "Blockers: empty results ≥ 10 %.", "Blockers: empty carts ≥ 12 %.",
        "Blockers: empty results ≥ 12 s.", "## Phase 2: Staff (Week 4)\n\nBlockers: empty results ≥ 12 %.",
        "Blockers: empty results ≥ 12 % above the baseline.",
    ])
    func failsInTime(_ blockers: String) throws {
        try expectSilence(of: .criterionThresholdConflict, in: phase("≥ 10%", blockers))
    }
}
