import Testing

@testable import PlanRules

struct TickEvidenceUnreadableTests {
    @Test func unreadableTime() throws {
        try expect(
            .tickEvidenceUnreadable,
            in: """
                # Opening of the Graz depot

                - [x] Printers have paper <!-- by: Marit at: ‹1:half past nine› -->
                """,
            reports: .at(1, "'half past nine' is no time such as 2026-11-24T09:30"))
    }

    @Test func unknownKey() throws {
        try expect(
            .tickEvidenceUnreadable,
            in: "- [ ] Süd\r\n  - [x] Printers have paper <!-- by: Jörg ‹1:am:› Montag -->\r\n",
            reports: .at(1, "'am:' is none of by:, at: and evidence:"))
    }

    @Test(arguments: [
        "- [x] Printers <!-- by: Marit at: 2026-11-24 evidence: run 7: green -->", "- [ ] Printers <!-- at: noon -->",
        "- [x] Printers <!-- at the latest on Monday -->", "- Printers <!-- at: noon -->", "<!-- at: noon -->", "",
        "| OK | What |\n| --- | --- |\n| [x] | Printers <!-- at: noon --> |",
    ])
    func silent(text: String) throws {
        try expectSilence(of: .tickEvidenceUnreadable, in: "# Depot\n\n" + text + "\n")
    }
}
