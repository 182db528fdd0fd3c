import SourceText
import Testing

@testable import PlanRules

struct AnchorBrokenTests {
    @Test func deadEntryOfAContents() throws {
        try expect(
            .anchorBroken,
            in: """
                # Move of the ticket shop

                - [Scope](#scope)
                - [Cutover](‹1:#cut-over-night›)
                - [Rollback](‹2:#rollback›)

                ## Scope
                ‹4:## Cutover night›
                ‹3:## 🔄 Rollback›
                """,
            reports: .at(
                1, "'#cut-over-night' leads to no heading of this document; did you mean '#cutover-night'?", note: 4),
            .at(2, "'#rollback' leads to no heading of this document; did you mean '#-rollback'?", note: 3))
    }

    @Test func headingOfAnotherDocument() throws {
        try expect(
            .anchorBroken,
            in: [
                (
                    "docs/plan.md",
                    "# Plan\n\nSee [level two](rollback.md‹1:#level-2-servces›) and [one](./rollback.md#level-1-flag).\n"
                ),
                ("docs/rollback.md", "# Way back\n\n## Level 1: Flag\n\n‹2:## Level 2: Services›\n"),
            ],
            reports: .at(
                1, "'#level-2-servces' leads to no heading of docs/rollback.md; did you mean '#level-2-services'?",
                note: 2))
    }

    @Test func numberedHeading() throws {
        try expect(
            .anchorBroken,
            in:
                "[a](‹1:#risks›)\r\n\r\n‹2:## 4. Risks›\r\n\r\n## 5. Kosten für Köln\r\n\r\n[b](#5-kosten-für-köln)\r\n",
            reports: .at(1, "did you mean '#4-risks'?", note: 2))
    }

    @Test func referenceLink() throws {
        try expect(
            .anchorBroken, in: "‹1:[the list][l]›\n\n## Checks before the move\n\n[l]: #signatures\n",
            reports: .at(1, "'#signatures' leads to no heading of this document"))
    }

    /// Several that may be meant are no suggestion; a number is never taken for another.
    @Test(arguments: ["## Level 3 rollback\n", "## Rollback one\n\n## Rollback two\n", "## Something else\n"])
    func noSuggestion(headings: String) throws {
        try expect(
            .anchorBroken, in: "[a](‹1:#level-2-rollback›)\n\n\(headings)",
            reports: .at(1, "'#level-2-rollback' leads to no heading of this document"))
    }

    @Test(arguments: [
        "[a](#way-back)\n\n## Way back\n", "[a](#Way-Back)\n\n## Way back\n",
        // Doubles are numbered, in lists and quotes too.
        "[a](#checks-1)\n\n## Checks\n\n## Checks\n", "[a](#checks-1)\n\n## Checks\n\n> ## Checks\n",
        // Signs and accents.
        "[a](#c-und-d--prüfung)\n\n## C und D – Prüfung\n", "[a](#pr%C3%BCfung)\n\n## Prüfung\n",
        "[a](#setup-teardown)\n\n## Setup & teardown\n", "[a](#ubersicht)\n\n## Übersicht\n",
        "[a](#️-limits)\n\n## ⚠️ Limits\n", "[a](#-limits)\n\n## ⚠️ Limits\n",
        // Names given in other ways.
        "[a](#back)\n\n<a name=\"back\"></a>\n\n## Going back\n",
        "[a](#back)\n\n<div id='back'>\n\n## Going back\n\n</div>\n",
        "[a](#back)\n\n## Going back {#back}\n", "[a](#going-back)\n\n## Else\n\n<h3>Going <b>back</b></h3>\n",
        "[a](#retired-steps)\n\n## ~~Retired~~ steps\n", "[a](#user-content-way-back)\n\n## Way back\n",
        // No heading is meant.
        "[a](#)\n\n## Else\n", "[a](#top)\n\n## Else\n", "[a](plan.md#L12-L20)\n\n## Else\n",
        "[a](https://example.org/x#none)\n\n## Else\n", "[a](notes.txt#none)\n\n## Else\n", "`[a](#none)`\n\n## Else\n",
        // Nothing is known of a document without headings.
        "[a](#none)\n",
    ])
    func silent(text: String) throws {
        try expectSilence(of: .anchorBroken, in: text)
    }

    @Test func oneClearTargetIsAFix() throws {
        let text = "[a](#risk-and-costs) [b](<#else where>)\n\n## Risks and costs\n"
        let marked = try MarkedText([("plan.md", text)])
        let fixes = findings(of: [.anchorBroken], in: marked.files).map(\.fixes)
        #expect(fixes.map { $0.map(\.replacement) } == [["#risks-and-costs"], []])
        #expect(fixes.first?.first?.span.text == "#risk-and-costs")
    }
}
