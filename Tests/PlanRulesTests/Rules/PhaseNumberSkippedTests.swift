import Testing

@testable import PlanRules

struct PhaseNumberSkippedTests {
    @Test(arguments: [("Phase", "Phase"), ("Etappe", "Stage"), ("Ola", "Wave"), ("Étape", "Stage")])
    func oneNumberIsLeftOut(word: String, title: String) throws {
        try expect(
            .phaseNumberSkipped,
            in: """
                # Moving the loyalty ledger

                ## \(word) 1: ‹2:Shadow reads›
                ## \(word) 2: ‹3:Pilot shops›
                ## \(word) 4: ‹1:All shops›
                """,
            reports: .at(1, "'\(title) 4' follows '\(title) 2' here, and no document has a \(title) 3", note: 3))
    }

    /// As a payments team wrote it: fields below each phase, an overview in the same count.
    @Test func realPlan() throws {
        try expect(
            .phaseNumberSkipped,
            in: """
                # Card vault 3.0

                | Phase | Duration |
                |---|---|
                | Phase 1: Inventory | 1 week |
                | Phase 2: Double writing | 2 weeks |
                | Phase 4: Read switch | 1 week |
                | Phase 5: Removal | 1 week |

                ## Phase 1: Inventory
                - **Duration**: 1 week

                ## Phase 2: ‹2:Double writing›
                - **Duration**: 2 weeks

                ## Phase 4: ‹1:Read switch›
                - **Duration**: 1 week

                ## Phase 5: Removal
                - **Duration**: 1 week
                """,
            reports: .at(1, "no document has a Phase 3", note: 2))
    }

    @Test(arguments: [
        "Phase 3 was given up in May.", "What was planned for phase 3 is part of phase 2 now.",
        "~~Phase 3: Dual run~~", "Phases 2-4 share one on-call rota.", "Phases 2, 3 and 4 need approval.",
    ])
    func whatIsMentionedIsNotForgotten(line: String) throws {
        try expectSilence(
            of: .phaseNumberSkipped,
            in: "# P\n\n## Phase 1: Alpha\n\(line)\n\n## Phase 2: Beta\n\n## Phase 4: Gamma\n")
    }

    @Test func anotherDocumentHasIt() throws {
        try expectSilence(
            of: .phaseNumberSkipped,
            in: [
                ("plan.md", "# Plan\n\n## Phase 1: Alpha\n\n## Phase 2: Beta\n\n## Phase 4: Gamma\n"),
                ("freeze.md", "# Freeze\n\n## Phase 3: Delta\n\nNothing is released.\n"),
            ])
    }

    @Test(arguments: [
        ["Phase 1: Alpha", "Phase 2: Beta", "Phase 3: Gamma"],
        ["Phase 1: Alpha", "Phase 3: Gamma"],
        ["Phase 1: Alpha", "Phase 2: Beta", "Phase 6: Gamma"],
        ["Phase 10: Alpha", "Phase 20: Beta", "Phase 30: Gamma"],
        ["Phase 1: Alpha", "Phase 3: Beta", "Phase 5: Gamma", "Phase 7: Delta"],
        ["Phase 1: Alpha", "Phase 2-3: Beta", "Phase 4: Gamma"],
        ["Phase 1: Alpha", "Phase 2: Beta", "Phase 3a: Gamma", "Phase 3b: Delta", "Phase 4: Omega"],
        ["Phase 1: Alpha", "Phase 2.1: Beta", "Phase 2.2: Gamma", "Phase 3: Delta"],
        ["Week 1: Alpha", "Week 2: Beta", "Week 4: Gamma"],
        ["Sprint 1: Alpha", "Sprint 2: Beta", "Sprint 4: Gamma"],
        ["Ring 0: Alpha", "Ring 1: Beta", "Ring 3: Gamma"],
    ])
    func otherCountsAreSilent(titles: [String]) throws {
        try expectSilence(
            of: .phaseNumberSkipped, in: "# P\n\n" + titles.map { "## \($0)\n\nText.\n\n" }.joined())
    }
}
