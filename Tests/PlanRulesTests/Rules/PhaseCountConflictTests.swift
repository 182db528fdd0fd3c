import Testing

@testable import PlanRules

struct PhaseCountConflictTests {
    private func plan(_ sentence: String, _ titles: [String]) -> String {
        "# Moving the booking desk\n\n\(sentence)\n\n" + titles.map { "## \($0)\n\nText.\n\n" }.joined()
    }

    @Test(arguments: [
        ("The rollout has ‹1:four phases›.", "Phase", "4 phases"),
        ("We migrate in ‹1:2 phases›, with a pause between them.", "Phase", "2 phases"),
        ("The deployment is split into ‹1:five stages›.", "Stage", "5 stages"),
        ("Die Umstellung erfolgt in ‹1:vier Wellen›.", "Welle", "4 waves"),
        ("La migración tiene ‹1:cuatro fases›.", "Fase", "4 phases"),
        ("La bascule se fait en ‹1:quatre étapes›.", "Étape", "4 stages"),
        ("The plan consists of ‹1:four rollout phases›.", "Phase", "4 phases"),
    ])
    func sentenceAgainstSections(sentence: String, word: String, said: String) throws {
        try expect(
            .phaseCountConflict,
            in: plan(sentence, ["\(word) 1: ‹2:Mirror›", "\(word) 2: Pilot", "\(word) 3: ‹3:Everybody›"]),
            reports: .at(1, "is \(said), but the document has 3", note: 2, 3))
    }

    @Test func titleAgainstTable() throws {
        try expect(
            .phaseCountConflict,
            in: """
                # Tariff engine: rollout in ‹1:3 phases›

                | Phase | Days |
                |---|---|
                | Phase 1: ‹2:Mirror› | Day 1-2 |
                | Phase 2: Pilot | Day 3-4 |
                | Phase 3: Half | Day 5-6 |
                | Phase 4: ‹3:Everybody› | Day 7 |
                """, reports: .at(1, "the document has 4 phases", note: 2, 3))
    }

    @Test(arguments: [
        "The rollout has three phases.", "The first two phases of the rollout need no approval.",
        "Each region is migrated in two phases.", "The migration was planned in five phases.",
        "The rollout has two phases of testing.", "The rollout has two phases: dark and lit.",
        "The rollout has two phases (dark, then lit).", "The plan has at least two phases.",
        "The last two phases of the rollout are short.", "Two phases of the moon pass.",
    ])
    func otherSentencesAreSilent(sentence: String) throws {
        try expectSilence(of: .phaseCountConflict, in: plan(sentence, ["Phase 1: A", "Phase 2: B", "Phase 3: C"]))
    }

    @Test(arguments: [
        ("three", ["Phase 0: Setup", "Phase 1: A", "Phase 2: B", "Phase 3: C"]),
        ("four", ["Phase 0: Setup", "Phase 1: A", "Phase 2: B", "Phase 3: C"]),
        ("two", ["Phase 1: A", "Phase 2.1: B", "Phase 2.2: C"]),
        ("three", ["Phase 1: A", "Phase 2.1: B", "Phase 2.2: C"]),
        ("four", ["Phase 1: A", "Phase 3: C", "Phase 5: D"]),
    ])
    func anyWayOfCountingFits(count: String, titles: [String]) throws {
        try expectSilence(of: .phaseCountConflict, in: plan("The rollout has \(count) phases.", titles))
    }
}
