import Testing

@testable import PlanRules

struct OwnerMissingTests {
    @Test func emptyCell() throws {
        try expect(
            .ownerMissing,
            in: """
                # Nacht des Umzugs

                | Zeit | Schritt | Verantwortlich |
                | --- | --- | --- |
                | 22:00 | Kasse schließen | ‹2:Jana› |
                | 22:20 | Daten ausführen | Emre |
                | 22:40 | ‹1:Daten in Köln einspielen› | |
                | 23:30 | Summen vergleichen | Jana |
                """, reports: .at(1, "'Daten in Köln einspielen' has no owner, while 3 others have one", note: 2))
    }

    @Test func fieldsBelowItems() throws {
        try expect(
            .ownerMissing,
            in:
                "- Close the till\n  - Owner: ‹2:Jana›\n- Export data\n  - Owner: Emre\n- Import data\n  - Owner: Emre\n- ‹1:Compare the totals›\n",
            reports: .at(1, "'Compare the totals' has no owner", note: 2))
    }

    @Test(arguments: [
        "| Task | Owner |\n| - | - |\n| Close the till | Jana |\n| Export data | |\n",
        "| Task | Owner |\n| - | - |\n| A b | x |\n| C d | x |\n| E f | x |\n| G h | |\n| I j | |\n",
        "| Task | Owner |\n| - | - |\n| A b | x |\n| C d | x |\n| E f | x |\n| G h | – |\n",
        "| Task | Owner |\n| - | - |\n| A b | x |\n| C d | x |\n| E f | x |\n| Lunch | |\n",
        "| Task | Time |\n| - | - |\n| A b | x |\n| C d | x |\n| E f | x |\n| G h | |\n", "",
    ])
    func silent(text: String) throws {
        try expectSilence(of: .ownerMissing, in: "# Plan\n\n" + text)
    }
}
