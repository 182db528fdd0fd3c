import Testing

@testable import PlanRules

struct TriggerWindowConflictTests {
    private func documents(_ first: String, _ second: String) -> [(name: String, text: String)] {
        [
            ("plan.md", "# Bakery tills\n\n## Rollback triggers\n\n\(first)\n"),
            ("rollback.md", "# Bakery tills: going back\n\n## Rollback triggers\n\n\(second)\n"),
        ]
    }

    @Test func twoDocuments() throws {
        try expect(
            .triggerWindowConflict,
            in: documents("- ‹2:Failed sales > 5% for 10 minutes›", "- ‹1:Failed sales > 5% for 2 minutes›"),
            reports: .at(
                1, "'Failed sales' must break its limit for 2 minutes here, but for 10 minutes in plan.md:5", note: 2))
    }

    @Test(arguments: [
        ("- Failed sales > 5% for 10 minutes", "- Failed sales > 5% for 600 seconds"),
        ("- Failed sales > 5% for 10 minutes", "- Failed sales > 5%"),
        ("- Failed sales > 5% for 10 minutes", "- Failed sales > 9% for 2 minutes"),
        ("- Failed sales > 5% for 10 minutes", "- Failed refunds > 5% for 2 minutes"),
        ("- Failed sales > 5% for 10 minutes → roll back", "- Failed sales > 5% for 2 minutes → pause"),
        ("- Failed sales > 5% for 2 minutes\n- Failed sales > 5% for 10 minutes", ""),
    ])
    func silent(first: String, second: String) throws {
        try expectSilence(of: .triggerWindowConflict, in: documents(first, second))
    }
}
