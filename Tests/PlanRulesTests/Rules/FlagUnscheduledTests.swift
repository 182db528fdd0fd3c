import Plan
import SourceText
import Testing

@testable import PlanRules

struct FlagUnscheduledTests {
    private func list(_ rows: String...) -> String {
        """
        # Mooring plan

        ## Flags

        | Flag | Purpose |
        |---|---|
        \(rows.joined(separator: "\n"))

        ## Day 1: Start (10%)

        - Enable `berth_map` feature flag
        - Enable `berth_search` feature flag

        ## Day 2: More (50%)

        - Watch the queue
        """
    }

    @Test func listedAndForgotten() throws {
        try expect(
            .flagUnscheduled,
            in: list(
                "| `berth_map` | the map |", "| `berth_search` | the search |", "| `‹1:berth_prices›` | the prices |"
            )
            .replacing("- Enable `berth_map`", with: "- Enable `‹2:berth_map›`"),
            reports: .at(1, "'berth_prices' is listed here, but no day, phase or step switches it on", note: 2))
    }

    @Test(arguments: [
        "| `berth_prices` | later this year |", "| `berth_prices` | no |", "| `berth_kill_switch` | stops it all |",
        "| `legacy_berths` | the old code |", "| `berth_prices` | emergency only |",
    ])
    func noneToSchedule(_ row: String) throws {
        try expectSilence(
            of: .flagUnscheduled,
            in: list("| `berth_map` | the map |", "| `berth_search` | the search |", row))
    }

    /// Where as many are open as scheduled, the list is an inventory of the product.
    @Test func manyOpen() throws {
        try expectSilence(
            of: .flagUnscheduled,
            in: list(
                "| `berth_map` | the map |", "| `berth_search` | the search |", "| `berth_prices` | the prices |",
                "| `berth_photos` | the photos |"))
    }

    @Test func namedInTheText() throws {
        try expectSilence(
            of: .flagUnscheduled,
            in: list("| `berth_map` | the map |", "| `berth_search` | the search |", "| `berth_prices` | the prices |")
                + "\nThe harbour office decides on `berth_prices`.\n")
    }

    private func settings(_ second: String) -> String {
        """
        # Crane software

        ## Phase 1: Yard

        ```bash
        FEATURE_HOIST=true
        FEATURE_BUOY=false
        FEATURE_CRANE=‹1:false›
        ```

        ## Phase 2: Quay

        ```bash
        FEATURE_HOIST=true
        ‹2:FEATURE_BUOY›=true
        \(second)
        ```
        """
    }

    @Test func heldOffForEver() throws {
        try expect(
            .flagUnscheduled, in: settings("FEATURE_CRANE=false"),
            reports: .at(1, "'FEATURE_CRANE' is off in Phase 1 here, and no later phase switches it on", note: 2))
    }

    @Test(arguments: ["FEATURE_CRANE=true", "```\n\n- Enable `FEATURE_CRANE` feature flag\n\n```bash"])
    func switchedOnLater(_ second: String) throws {
        try expectSilence(of: .flagUnscheduled, in: settings(second))
    }

    /// Only one phase: a snapshot, and no plan of what comes on when.
    @Test func aSnapshot() throws {
        try expectSilence(
            of: .flagUnscheduled,
            in: """
                # Crane software

                ## Phase 1: Yard

                ```bash
                FEATURE_HOIST=true
                FEATURE_CRANE=false
                ```
                """)
    }
}
