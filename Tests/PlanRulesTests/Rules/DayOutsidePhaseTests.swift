import Testing

@testable import PlanRules

struct DayOutsidePhaseTests {
    @Test(arguments: ["Day", "Tag", "Día", "Jour"]) func aDayBehindThePhase(word: String) throws {
        try expect(
            .dayOutsidePhase,
            in: """
                # Moving the till software

                ## Phase 1: Shops near the office (‹2:\(word) 1-3›)
                ### \(word) 1: Install
                ### \(word) 2: Observe
                ### ‹1:\(word) 4›: Decide

                ## Phase 2: All shops (\(word) 4-6)
                ### \(word) 5: North
                ### \(word) 6: South
                """, reports: .at(1, "day 4 is under 'Phase 1' here, but the phase is \(word) 1-3", note: 2))
    }

    /// The range stands in an overview, the days in another document.
    @Test func twoDocuments() throws {
        try expect(
            .dayOutsidePhase,
            in: [
                (
                    "strategy.md",
                    """
                    # Ledger strategy

                    ## Phase 1: Copy the ledger (Day 1-2)
                    ## Phase 2: Switch the ledger (‹2:Day 3-5›)
                    """
                ),
                (
                    "timeline.md",
                    """
                    # Ledger timeline

                    ## Phase 1: Copy the ledger

                    ### Day 1: Dump
                    ### Day 2: Compare

                    ## Phase 2: Switch the ledger

                    ### Day 3: Read
                    ### Day 4: Write
                    ### ‹1:Day 6›: Clean up
                    """
                ),
            ], reports: .at(1, "day 6 is under 'Phase 2' here, but the phase is Day 3-5 in strategy.md:4", note: 2))
    }

    @Test(arguments: [
        "## Phase 1: A (Day 1-2)\n### Day 1: x\n### Day 2: y\n## Phase 2: B (Day 3-4)\n### Day 1: x\n### Day 2: y\n",
        "## Phase 1: A (Day 1-2)\n### Day 1: x\n## Phase 2: B (Day 8-14)\n### Day 1: x\n### Day 2: y\n### Day 8: z\n",
        "## Phase 1: A (Day 1-2)\n### Day 1: x\n## Phase 2: B (Day 3-4)\n### Day 3: x\n### Day 30: Review\n",
        "## Phase 1: A (Day 1-2)\n### Day 1: x\n## Phase 2: B (Day 3+)\n### Day 3: x\n### Day 9: y\n",
        "## Phase 1: A (Week 1)\n### Day 1: x\n### Day 9: x\n",
        "## Phase 1: A (Day 1-2)\n### Day 11: x\n### Day 12: y\n### Day 13: z\n## Phase 2: B (Day 10-20)\n",
    ])
    func otherCountsAreSilent(text: String) throws {
        try expectSilence(of: .dayOutsidePhase, in: "# P\n\n\(text)")
    }

    @Test func anyPlaceMayHoldTheDay() throws {
        try expectSilence(
            of: .dayOutsidePhase,
            in: """
                # P

                | Phase | Days |
                |---|---|
                | Phase 1: Alpha | 1-3 |

                ## Phase 1: Alpha (Day 1-2)
                ### Day 1: x
                ### Day 3: y
                """)
    }
}
