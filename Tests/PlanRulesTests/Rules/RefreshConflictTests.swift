import Testing

@testable import PlanRules

struct RefreshConflictTests {
    private let configuration = """
        # Watching

        ## Dashboard

        ```js
        const board = { refreshInterval: ‹2:5000› } // ms
        ```

        """
    private var plain: String { configuration.replacing("‹2:", with: "").replacing("›", with: "") }

    @Test(arguments: [
        "- The dashboard refreshes every ‹1:30 seconds›", "- **Refresh interval**: ‹1:30 s›",
        "- [x] Dashboard is refreshed every ‹1:30 seconds›", "- Dashboard refresh rate: ‹1:30 s›",
        "- A dashboard with ‹1:30-second› refresh",
        "Das Dashboard wird aktualisiert alle 5 Tage.\n\n- Dashboard refreshes every ‹1:30 seconds›",
    ])
    func textAgainstConfiguration(line: String) throws {
        try expect(
            .refreshConflict, in: configuration + "\n## Notes\n\n\(line)\n",
            reports: .at(
                1, "the dashboard is refreshed every 30 seconds here, but every 5 seconds in plan.md:6", note: 2))
    }

    @Test func twoDocuments() throws {
        try expect(
            .refreshConflict,
            in: [
                ("a.md", "# Shop\n\n## Views\n\n- Order board refresh interval: ‹2:1 minute›\n"),
                ("b.md", "# Shop on call\n\n## Boards\n\n- The order board refreshes every ‹1:5 minutes›\n"),
            ], reports: .at(1, "'order board' is refreshed every 5 minutes here, but every 1 minute", note: 2))
    }

    @Test(arguments: [
        "- The dashboard refreshes every 5 seconds", "- The stock feed refreshes every 30 seconds",
        "- Refresh the dashboard after 10 minutes", "- Dashboard refreshes roughly every 10 seconds",
        "- Token refresh: 30 minutes", "- Refresh the cache every 30 minutes", "- Dashboard refreshes often",
    ])
    func silent(line: String) throws {
        try expectSilence(of: .refreshConflict, in: plain + "\n## Notes\n\n\(line)\n")
    }

    @Test func severalDashboardsMayDiffer() throws {
        try expectSilence(
            of: .refreshConflict,
            in: plain
                + "\n```js\nconst other = { refreshInterval: 60000 }\n```\n\n- The dashboard refreshes every 30 seconds\n"
        )
    }
}
