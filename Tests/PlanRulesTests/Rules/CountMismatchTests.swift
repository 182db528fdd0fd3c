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
}
