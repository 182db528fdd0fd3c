import Testing

@testable import PlanRules

struct ChecklistDuplicateItemTests {
    @Test func saidTwice() throws {
        try expect(
            .checklistDuplicateItem,
            in: """
                # Opening of the Graz depot

                ## Two days before
                - [x] ‹1:Label printers have paper›
                - [ ] Gate codes are with the night shift
                - [ ] ‹2:label printers have *paper*.›
                """,
            reports: .at(2, "is on this list twice, open here and ticked in line 4", note: 1))
    }

    @Test func belowOneItemAndInATable() throws {
        try expect(
            .checklistDuplicateItem,
            in: "- [ ] Printers\n  - [ ] ‹1:Order the toner now›\n  - [ ] Paper\n  - [ ] ‹2:Order the toner now›\r\n",
            reports: .at(2, "is on this list twice", note: 1))
        try expect(
            .checklistDuplicateItem,
            in:
                "| OK | Was |\n| --- | --- |\n| [ ] | ‹1:Schlüssel für Köln liegen bereit› |\n| [x] | Tor ist offen |\n| [ ] | ‹2:Schlüssel für Köln liegen bereit› |\n",
            reports: .at(2, "is on this list twice", note: 1))
    }

    /// Capitals and signs aside, whatever the letters: the sign for kelvin has the small letter that K has.
    @Test(arguments: [
        ("Ölfässer ins Lager bringen", "ÖLFÄSSER ins Lager – bringen"),
        ("Fill the \u{212A}eg with cold water", "fill the keg with cold water"),
        ("Paint the gateCode on wood", "Paint the gate code: on wood"),
    ])
    func saidInOtherLetters(first: String, second: String) throws {
        try expect(
            .checklistDuplicateItem, in: "- [ ] Printers\n- [ ] ‹1:\(first)›\n- [ ] ‹2:\(second)›\n",
            reports: .at(2, "is on this list twice", note: 1))
    }

    @Test(arguments: [
        // Two parts, two parents, two lists, two sections.
        "- [ ] North\n  - [ ] Order the toner now\n- [ ] South\n  - [ ] Order the toner now\n",
        "North:\n\n- [ ] Order the toner now\n\nSouth:\n\n- [ ] Order the toner now\n",
        "## North\n- [ ] Order the toner now\n\n## South\n- [ ] Order the toner now\n",
        // Steps that come again.
        "- [ ] Stop depot one\n- [ ] Wait for the last van\n- [ ] Stop depot two\n- [ ] Wait for the last van\n",
        "- [ ] Open gate one\n- [ ] Check the label printer\n- [ ] Open gate two\n- [ ] Check the label printer\n",
        "- [ ] Pull the main lever\n- [ ] Count the vans outside\n- [ ] Pull the main lever\n- [ ] Count the vans outside\n",
        "- [ ] Count vans outside\n- [ ] a b c\n- [ ] Count vans outside\n- [ ] d e f\n- [ ] Count vans outside\n",
        "- [ ] Smoke test\n- [ ] Smoke test\n",
        "- [ ] 09:00 Call the depot lead\n- [ ] x\n- [ ] 09:00 Call the depot lead\n",
        "- [ ] Order toner for north\n- [ ] Order toner for south\n", "- one two three\n- one two three\n", "",
    ])
    func silent(text: String) throws {
        try expectSilence(of: .checklistDuplicateItem, in: "# Depot\n\n" + text)
    }
}
