import Testing

@testable import PlanRules

struct DayTitleConflictTests {
    private func days(_ title: String, _ titles: String..., ending: String = "") -> String {
        "# \(title)\n\n" + titles.enumerated().map { "### Day \($0 + 1): \($1)\(ending)\n\n" }.joined()
    }

    @Test func oneOfFourHasAnotherTitle() throws {
        try expect(
            .dayTitleConflict,
            in: [
                ("strategy.md", "# Strategie\n\n### Day 1: Messen\n\n### Day 2: Öffnen\n\n### ‹1:Day 3: Zählen›\n"),
                (
                    "timeline.md",
                    "# Zeitplan\n\n### Day 1: Messen\n\n### Day 2: Öffnen\n\n### ‹2:Day 3: Abbau 🚚›\n"
                ),
            ], reports: .at(2, "'Day 3' is called", note: 1))
    }

    @Test func otherDocumentsTellOtherThings() throws {
        let strategy = ("strategy.md", days("Strategy", "Dump", "Copy", "Switch", "Watch"))
        for titles in [
            days("Timeline", "Dump", "Training", "Review", "Watch"), days("Timeline", "Dump", "Training"),
            days("Timeline", "Dump", "Copying", "Switch", "Watch"), "# Timeline\n\n## Day 1\n\n## Day 2\n\n## Day 3\n",
        ] {
            try expectSilence(of: .dayTitleConflict, in: [strategy, ("timeline.md", titles)])
        }
    }
}
