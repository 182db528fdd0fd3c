import Testing

@testable import PlanRules

private func plan(_ names: String..., title: String = "Strategy") -> String {
    "# \(title)\n\n" + names.enumerated().map { "## Phase \($0 + 1): \($1) (Day \($0 + 1))\n\n" }.joined()
}

private func rows(_ names: String..., headings: [String] = ["Lab", "Beta", "Fleet"]) -> String {
    "# Firmware\n\n| Stage | Days | Share |\n|---|---|---|\n"
        + names.enumerated().map { "| \($1) | \($0 + 1) | 2% |\n" }.joined() + "\n"
        + headings.enumerated().map { "## Stage \($0 + 1): \($1)\n\n" }.joined()
}

struct PhaseNameConflictTests {
    @Test func oneOfFourIsRenamed() throws {
        try expect(
            .phaseNameConflict,
            in: [
                ("strategy.md", plan("Preparation", "Staging", "‹1:Production deployment›", "Cleanup")),
                (
                    "timeline.md",
                    plan("Preparation", "Staging", "‹2:Training of the depots›", "Cleanup", title: "Timeline")
                ),
            ],
            reports: .at(
                2, "'Phase 3' is called 'Training of the depots' here, but 'Production deployment' in", note: 1))
    }

    /// An overview and the timeline agree; the first section is the odd one.
    @Test func theMainNameIsTheOddOne() throws {
        try expect(
            .phaseNameConflict,
            in: [
                ("a.md", plan("Vorbereitung", "Prüfung", "‹1:Depots›")),
                ("b.md", plan("Vorbereitung", "Prüfung", "‹2:Abbau›", title: "Zeitplan")),
                (
                    "c.md",
                    """
                    # Überblick

                    | Phase | Wer |
                    |---|---|
                    | Phase 1: Vorbereitung | Ada |
                    | Phase 2: Prüfung | Ben |
                    | Phase 3: ‹3:Abbau› | Ben |
                    """
                ),
            ], reports: .at(1, "'Phase 3' is called 'Depots' here", note: 2, 3))
    }

    @Test(arguments: [
        // Two differ: another plan, or another way to cut it.
        "# T\n\n## Phase 1: Preparation\n\n## Phase 2: Pilot\n\n## Phase 3: Training\n",
        "# T\n\n## Phase 1: Preparation\n\n## Phase 2: Staging\n\n## Phase 3: Full cleanup\n",
        "# T\n\n## Phase 1: Preparation\n\n## Phase 3: Training\n",
        "# T\n\n## Phase 1: Preparation\n\n## Phase 2: Staging\n\n## Phase 4: Training\n",
        "# T\n\n## Phase 1: Preparation\n\n## Phase 2: Staging\n\n## Phase 3: see the appendix\n",
        "# T\n\n## Phase 1\n\n## Phase 2\n\n## Phase 3\n",
    ])
    func otherPlans(_ timeline: String) throws {
        try expectSilence(
            of: .phaseNameConflict,
            in: [
                ("strategy.md", "# S\n\n## Phase 1: Preparation\n\n## Phase 2: Staging\n\n## Phase 3: Cleanup\n"),
                ("timeline.md", timeline),
            ])
    }

    /// One document alone: two telling names are the other rule's matter.
    @Test func inOneDocument() throws {
        let list =
            "| Phase | Who |\n|---|---|\n| Phase 1: Shadow | A |\n| Phase 2: Depots | B |\n| Phase 3: Harbour | C |\n\n"
        let text = "# P\n\n\(list)" + plan("Shadow", "Depots", "Search").dropFirst(12)
        try expectSilence(of: .phaseNameConflict, in: text)
    }

    /// A share behind a number is no name.
    @Test func aShareIsNoName() throws {
        try expectSilence(
            of: .phaseNameConflict,
            in: [
                ("strategy.md", plan("Preparation", "Staging", "Everyone")),
                ("timeline.md", plan("Preparation", "Staging", "100 %", title: "Timeline")),
            ])
    }

    /// One name is the very same, one nearly: the third has been changed.
    @Test func amongNamesThatAreAkin() throws {
        try expect(
            .phaseNameConflict,
            in: [
                ("strategy.md", plan("Preparation", "‹1:Depots›", "Cleanup of the shops")),
                ("timeline.md", plan("Preparation", "‹2:Training›", "Cleanup", title: "Timeline")),
            ], reports: .at(2, "'Phase 2' is called 'Training' here, but 'Depots' in", note: 1))
    }

    /// The same two phases, one of them alike.
    @Test func oneOfTwo() throws {
        try expect(
            .phaseNameConflict,
            in: [
                ("strategy.md", plan("Preparation", "‹1:Depots›")),
                ("timeline.md", plan("Preparation", "‹2:Training›", title: "Timeline")),
            ], reports: .at(2, "'Phase 2' is called 'Training' here, but 'Depots' in strategy.md:5", note: 1))
    }

    @Test(arguments: [
        // A line of a list says what is done.
        plan("Shadow", "Depots") + "## Work\n\n- Phase 1: Shadow\n- Phase 2: Invite the first shop\n",
        plan("Shadow", "Depots", "Harbours")
            + "| Phase | Who |\n|---|---|\n| Phase 1: Shadow | A |\n| Phase 2: Prüfung | B |\n",
    ])
    func notTheSameTwo(_ text: String) throws {
        try expectSilence(of: .phaseNameConflict, in: text)
    }

    /// The rows of a table without numbers stand in the order of the headings.
    @Test func aRowWithoutANumber() throws {
        try expect(
            .phaseNameConflict, in: rows("‹1:Quarry›", "Beta", headings: ["‹2:Lab›", "Beta", "Fleet"]),
            reports: .at(1, "'Stage 1' is called 'Quarry' here, but 'Lab' in plan.md:8", note: 2))
        try expect(
            .phaseNameConflict, in: rows("Lab", "‹1:Quarry›", headings: ["Lab", "‹2:Beta›", "Fleet"]),
            reports: .at(1, "'Stage 2' is called 'Quarry' here, but 'Beta' in plan.md:10", note: 2))
    }

    @Test(arguments: [
        rows("Lab", "Beta"), rows("Beta", "Quarry"), rows("Quarry", "Harbour", "Fleet"), rows("Lab tests", "Beta"),
        rows("Lab", "Quarry", headings: ["Lab"]), rows("Quarry", "Harbour"), rows("Lab", "Beta", "Fleet", "Quarry"),
    ])
    func otherRows(_ text: String) throws {
        try expectSilence(of: .phaseNameConflict, in: text)
    }
}
