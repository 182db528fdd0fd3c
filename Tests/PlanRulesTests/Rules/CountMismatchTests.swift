import Testing

@testable import PlanRules

struct CountMismatchTests {
    /// As a team wrote down what its linter says, ahead of a clean-up phase.
    @Test func listBelowASentence() throws {
        try expect(
            .countMismatch,
            in: """
                # Clean-up of the till code

                The type checker reports ‹1:72 warnings› in 28 files:

                - `till/scan`: ‹2:40 warnings›
                - `till/print`: ‹3:21 warnings›
                - `till/pay`: ‹4:9 warnings›
                """, reports: .at(1, "72 warnings are announced here", note: 2, 3, 4))
    }

    @Test func columnOfATable() throws {
        try expect(
            .countMismatch,
            in: """
                # Depot move

                We move ‹1:47 scanners› in three nights.

                | Night | Scanners |
                |---|---|
                | First | ‹2:20› |
                | Second | ‹3:18› |
                | Third | ‹4:8› |
                | Total | 46 |
                """, reports: .at(1, "add up to 46", note: 2, 3, 4))
    }

    @Test func countsBesideWhatTheyCount() throws {
        try expect(
            .countMismatch,
            in: """
                # Till fleet upgrade

                ‹1:35 shops›, two versions, one team. Each takes less than a night.

                ## Waves

                | Wave | Shops | Count |
                |---|---|---|
                | W0 | Lyon | ‹2:4› |
                | W1 | the south | ‹3:30› |
                """, reports: .at(1, "add up to 34", note: 2, 3))
    }

    @Test(arguments: [
        ("€21,000", "€8,900", "€28,900"), ("12 000", "8 500", "26 500"), ("9", "8", "18"), ("9 PD", "8 PD", "18 PD"),
        ("1.200", "800", "2.500"),
    ])
    func totalsOfATable(first: String, second: String, total: String) throws {
        try expect(
            .countMismatch,
            in: """
                # Kosten

                | Posten | Betrag |
                |---|---|
                | Scanner | ‹2:\(first)› |
                | Schulung | ‹3:\(second)› |
                | **Total** | **‹1:\(total)›** |
                """, reports: .at(1, "the total of 'Betrag' is", note: 2, 3))
    }

    @Test(arguments: [
        ("Cost", "9", "8", "17"), ("Duration", "9", "8", "12"), ("Time", "9 days", "8 days", "12 days"),
        ("Share", "60%", "30%", "100%"), ("Cost", "9", "n/a", "12"), ("Cost", "9.5", "8.5", "20"),
        ("Cost", "9 EUR", "8 USD", "20 EUR"), ("Cost", "9", "-", "10"), ("Effort", "2 d", "3 h", "9 d"),
    ])
    func otherTotalsAreSilent(head: String, first: String, second: String, total: String) throws {
        try expectSilence(
            of: .countMismatch,
            in: "# P\n\n| Item | \(head) |\n|---|---|\n| a | \(first) |\n| b | \(second) |\n| Total | \(total) |\n")
    }

    @Test func nestedItems() throws {
        try expect(
            .countMismatch,
            in: "# P\n\n- Europe: ‹1:9 shops›\n  - Lyon: ‹2:4 shops›\n  - Genoa: ‹3:4 shops›\n",
            reports: .at(1, "add up to 8", note: 2, 3))
    }

    @Test(arguments: [
        ("72 warnings in 28 files:", "40 warnings", "32 warnings"),
        ("72 warnings, the top offenders:", "40 warnings", "21 warnings"),
        ("72 warnings, including:", "40 warnings", "21 warnings"),
        ("About 72 warnings:", "40 warnings", "21 warnings"),
        ("~72 warnings:", "40 warnings", "21 warnings"),
        ("More than 72 warnings:", "40 warnings", "21 warnings"),
        ("72 warnings:", "40 warnings", "21 errors"),
        ("72 warnings:", "40 warnings", "no count"),
        ("72 warnings:", "72 warnings", "80 warnings"),
        ("At most 72 warnings per day:", "40 warnings", "21 warnings"),
        ("72 minutes:", "40 minutes", "21 minutes"),
        ("Phase 2 rooms:", "1 rooms", "2 rooms"),
    ])
    func otherListsAreSilent(lead: String, first: String, second: String) throws {
        try expectSilence(of: .countMismatch, in: "# P\n\n\(lead)\n\n- a: \(first)\n- b: \(second)\n")
    }

    private func logger(_ scope: String, _ title: String, more: String = "") -> String {
        """
        # Log clean-up

        ## Phase 2: Logger

        #### Scope:

        - \(scope)
        - One reviewer

        #### \(title)

        **High**

        1. `‹2:src/pay.ts` (9 violations)›
        2. `‹3:src/scan.ts` (8 violations)›

        **Low**

        3. `‹4:src/print.ts` (7 violations)›
        \(more)
        """
    }

    @Test func filesInTheNextSection() throws {
        try expect(
            .countMismatch, in: logger("72 console.log → logger migrations in ‹1:28 files›", "Files (prioritised):"),
            reports: .at(
                1, "28 files are announced here, but those listed from plan.md:14 on add up to 3", note: 2, 3, 4))
    }

    @Test(arguments: [
        ("72 logger changes in 3 files", "Files (prioritised):", ""),
        ("72 logger changes in about 28 files", "Files:", ""),
        ("72 logger changes in 28 files", "Top files:", ""),
        ("72 logger changes in 28 files", "Files:", "\nAnd 25 more."),
        ("72 logger changes in 28 files, the top ones first", "Files:", ""),
        ("72 logger changes in 28 files", "Files:", "4. everything in the printing module"),
    ])
    func otherFileListsAreSilent(scope: String, title: String, more: String) throws {
        try expectSilence(of: .countMismatch, in: logger(scope, title, more: more))
    }

    /// A list that does not begin with 1 is none without a blank line above it, and a reader sees it all the same.
    @Test func groupsThatRunOn() throws {
        try expect(
            .countMismatch,
            in: logger(
                "72 console.log → logger migrations in ‹1:28 files›", "Files (prioritised):",
                more: "\n**Last**\n‹5:4. `src/slip.ts` (2 violations)›\n‹6:5. `src/bell.ts`›\n"),
            reports: .at(1, "those listed from plan.md:14 on add up to 5", note: 2, 3, 4, 5, 6))
    }

    @Test(arguments: [
        // All five of them, in every way to part them into groups.
        "\n**Last**\n4. `src/slip.ts` (2 violations)\n5. `src/bell.ts`\n",
        "\n##### Last\n\n- `src/slip.ts`\n\n###### Very last\n\n- `src/bell.ts`\n",
        // Groups whose items cannot be told.
        "\n**Last**\nand 2 more in the printing module\n", "\n| File |\n|---|\n| `src/slip.ts` |\n| `src/bell.ts` |\n",
        "\n#### More files\n\n- `src/slip.ts`\n- `src/bell.ts`\n",
    ])
    func allGroupsCount(_ more: String) throws {
        try expectSilence(of: .countMismatch, in: logger("72 logger changes in 5 files", "Files:", more: more))
    }
}
