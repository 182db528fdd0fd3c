import SourceText
import Testing

@testable import PlanRules

struct FlagMisspelledTests {
    /// A timeline and the way back of one team.
    private func documents(_ timeline: String, _ rollback: String) -> [(name: String, text: String)] {
        [
            (
                "timeline.md",
                "# Timeline\n\n#### Day 2: Depots (20% rollout)\n- [ ] **09:00-09:30**: Enable \(timeline) feature flag\n"
            ),
            ("rollback.md", "# Way back\n\n1. Disable the feature flag \(rollback)\n2. Read the log\n"),
        ]
    }

    @Test(arguments: ["enableRouteCahce", "enableRoueCache", "enableRoutteCache", "ENABLE_ROUTE_CAHCE"])
    func aLetterInsideAWord(_ name: String) throws {
        try expect(
            .flagMisspelled, in: documents("`‹1:enableRouteCache›`", "`‹2:\(name)›`"),
            reports: .at(1, "'enableRouteCache' is a letter away from '\(name)' in rollback.md:3", note: 2))
    }

    /// The name that is told more often is the right one, wherever it stands.
    @Test func theRarerNameIsAtFault() throws {
        try expect(
            .flagMisspelled,
            in: [
                ("a.md", "# Plan\n\n- Enable feature flag `‹1:enableRouetCache›`\n"),
                ("b.md", "# Way back\n\n1. Disable feature flag `‹2:enableRouteCache›`\n"),
                ("c.md", "# Watch\n\n- Disable feature flag `‹3:enableRouteCache›` when routes are late\n"),
            ], reports: .at(1, "'enableRouetCache' is named here alone; did you mean 'enableRouteCache'?", note: 2, 3))
    }

    @Test(arguments: [
        "enableRouteCache", "enable_route_cache", "enableRoutesCache", "enableRouteCached", "enableRouteCache2",
        "enableRouteCaches", "enableRoutCache", "enableDepotCache", "enableRouteCase", "enableRoundCache",
    ])
    func otherNames(_ name: String) throws {
        try expectSilence(of: .flagMisspelled, in: documents("`enableRouteCache`", "`\(name)`"))
    }

    @Test func shortNamesHaveNeighbours() throws {
        try expectSilence(of: .flagMisspelled, in: documents("`aTrail`", "`aTrial`"))
    }

    /// Whoever defines both in one list knows that there are two.
    @Test func twoThatAreDefinedTogether() throws {
        try expectSilence(
            of: .flagMisspelled,
            in: """
                # Plan

                | Flag | Day 1 |
                |---|---|
                | enableContactForms | 10% |
                | enableContractForms | 10% |
                """)
    }

    @Test func twoThatAreBothToldOften() throws {
        let both = "`enableContactForms` and `enableContractForms`"
        try expectSilence(of: .flagMisspelled, in: documents(both, both))
    }

    /// What a variable's name has only because it is one is left out.
    @Test(arguments: ["FEATURE_SPIT_BILL", "VITE_FEATURE_SPILT_BILL"])
    func aVariableAndTheNameInTheCode(_ name: String) throws {
        try expect(
            .flagMisspelled,
            in: [
                ("a.md", "# Plan\n\n- Enable feature flag `‹1:splitBill›`\n"),
                ("b.md", "# Settings\n\n- Disable feature flag `‹2:\(name)›`\n"),
            ], reports: .at(2, "'\(name)' is a letter away from 'splitBill' in a.md:3; is it one flag?", note: 1))
    }

    @Test(arguments: ["FEATURE_SPLIT_BILL", "FEATURE_SPLIT_BILLS", "FEATURE_SPLIT_TIP", "SPIT_BILL_2"])
    func otherVariables(_ name: String) throws {
        try expectSilence(of: .flagMisspelled, in: documents("`splitBill`", "`\(name)`"))
    }
}
