import Testing

@testable import PlanRules

/// The rules on rollbacks and links, from Markdown to the stretch that is underlined.
struct RollbackDocumentTests {
    @Test func twoBudgetsOfOneProcedure() throws {
        try expect(
            .rollbackTimeConflict,
            in: [
                (
                    "rollback.md",
                    "# Rollback\n\n## Level 4: Full System Rollback (‹1:< 60 minutes›)\n\n1. Stop all\n2. Restore all\n"
                ),
                (
                    "strategie.md",
                    "# Strategie für Köln\r\n\r\n## Phase 1: Umzug (Tag 1-2)\r\n\r\n## Full Rollback (‹2:< 30 minutes›)\r\n\r\n"
                        + "```bash\r\n./all.sh\r\n```\r\n"
                ),
            ],
            reports: .at(
                1, "'Full Rollback' is budgeted at 60 minutes here, but at 30 minutes in strategie.md:5", note: 2))
    }

    @Test func headingAndFieldOfOneProcedure() throws {
        try expect(
            .rollbackTimeConflict,
            in:
                "## Service Rollback (‹2:< 15 minutes›)\n\n- **Time budget**: ‹1:45 minutes›\n\n```sh\n./back.sh\n```\n",
            reports: .at(
                1, "'Service Rollback' is budgeted at 45 minutes here, but at 15 minutes in plan.md:1", note: 2))
    }

    @Test func rollbackOfOnePhase() throws {
        try expect(
            .rollbackTimeConflict,
            in: "## Phase 1: Work (Day 1-2)\n- **Rollback Time**: ‹2:< 30 minutes›\n\n## Summary\n\n"
                + "| Phase | Rollback |\n| --- | --- |\n| Phase 1: Work | ‹1:< 10 minutes› |\n",
            reports: .at(
                1, "rollback of 'Phase 1' is budgeted at 10 minutes here, but at 30 minutes in plan.md:2", note: 2))
    }

    @Test func headedStepsAboveTheBudget() throws {
        try expect(
            .rollbackStepsExceedBudget,
            in: """
                ## Level 2: Service Rollback (‹1:< 15 minutes›)

                #### Step 1: Stop the services (‹2:5 minutes›)

                #### Step 2: Restore the database (‹3:10-20 minutes›)
                """,
            reports: .at(
                1, "'Service Rollback' is budgeted at 15 minutes here, but its steps take 25 minutes", note: 2, 3))
    }

    @Test func stepsInOneDocumentAndTheirBudgetInAnother() throws {
        try expect(
            .rollbackStepsExceedBudget,
            in: [
                (
                    "steps.md",
                    "# Ways back\n\n## Dispatch rollback\n\n1. Stop dispatch (‹2:5 minutes›)\n2. Check vans (‹3:20 minutes›)\n"
                ),
                ("strategy.md", "# Strategy\n\n## Dispatch rollback (‹1:< 15 minutes›)\n"),
            ],
            reports: .at(
                1, "'Dispatch rollback' is budgeted at 15 minutes here, but its steps take 25 minutes", note: 2, 3))
    }

    @Test func listedStepsAboveTheBudget() throws {
        try expect(
            .rollbackStepsExceedBudget,
            in:
                "## Rollback für Köln (‹1:< 5 minutes›)\r\n\r\n1. Dienste anhalten (‹2:4 Minuten›)\r\n2. Daten laden (‹3:3 Minuten›)\r\n",
            reports: .at(1, "its steps take 7 minutes", note: 2, 3))
    }

    @Test(arguments: [
        "## Full Rollback (< 15 minutes)\n\n1. Stop (5 minutes)\n2. Restore (10 minutes)\n",
        "## Full Rollback (< 15 minutes)\n\n1. Stop\n2. Restore\n",
        "## Full Rollback (< 15 minutes)\n\n1. Stop (5 minutes)\n2. Restore (10 minutes)\n3. Monitor for 60 minutes\n",
        "## Immediate Rollback (< 5 minutes)\n\n1. Stop\n\n## Full Rollback (< 30 minutes)\n\n1. Restore\n",
        "## Rollback Procedures\n",
    ])
    func silent(text: String) throws {
        try expectSilence(in: text)
    }

    @Test func brokenLinks() throws {
        try expect(
            .linkBroken,
            in: [
                (
                    "docs/plan.md",
                    "See [a](‹1:./steps.md#later›), [b](<‹2:zurück rollen.md›>), [c](../README.md) and ![d](‹3:chart.png›).\r\n"
                ), ("README.md", "# Read me\n"),
            ], reports: .at(1, "'./steps.md#later' does not exist"), .at(2, "'zurück rollen.md' does not exist"),
            .at(3, "'chart.png' does not exist"))
    }

    @Test func linksInTablesAndReferences() throws {
        try expect(
            .linkBroken,
            in: "| Document |\n| --- |\n| [steps](‹1:steps.md›) |\n\nSee ‹2:[the list][list]›.\n\n[list]: checks.md\n",
            reports: .at(1, "'steps.md' does not exist"), .at(2, "'checks.md' does not exist"))
    }

    @Test func linksThatLeadSomewhereAreSilent() throws {
        try expectSilence(in: [
            (
                "plan.md",
                "[a](zur%C3%BCck.md?x=1#back) [b](#here) [c](https://example.com/no.md) [d](../outside.md) [e](/root.md)\n\n"
                    + "`[f](no.md)` [g](mailto:a@example.com) [h](docs/)\n"
            ), ("zurück.md", "# Back\n"), ("docs/README.md", "# Docs\n"),
        ])
    }

    @Test func levelSpelledOutTwice() throws {
        try expect(
            .rollbackTimeConflict,
            in: """
                # Plan

                ## Rollback levels
                ### Level 1: Flag rollback (‹1:< 5 minutes›)
                1. Switch it off

                ## Runbook
                ### Level 1: Flag rollback (‹2:< 15 minutes›)
                1. Switch it off
                """, reports: .at(2, "'Flag rollback' is budgeted at 15 minutes here, but at 5 minutes", note: 1))
    }

    @Test func sameLevelOfTwoServices() throws {
        try expectSilence(
            in: """
                # Plan

                ## Checkout
                ### Flag rollback (< 5 minutes)
                1. Switch it off

                ## Search
                ### Flag rollback (< 15 minutes)
                1. Switch it off
                """)
    }

    @Test(arguments: ["Restore with the --force option", "Review and apply the schema", "Watch the drain finish"])
    func stepThatOnlySoundsFree(name: String) throws {
        try expect(
            .rollbackStepsExceedBudget,
            in: """
                # Plan

                ## Full rollback (‹1:< 15 minutes›)
                1. \(name) (‹2:10 minutes›)
                2. Restart (‹3:10 minutes›)
                """, reports: .at(1, "but its steps take 20 minutes", note: 2, 3))
    }

    @Test(arguments: ["Monitor for errors", "Post-rollback review", "Optional: warm the cache"])
    func lastStepThatTakesNoneOfTheBudget(name: String) throws {
        try expectSilence(
            of: .rollbackStepsExceedBudget,
            in:
                "# Plan\n\n## Full rollback (< 15 minutes)\n1. Stop (5 minutes)\n2. Restart (5 minutes)\n3. \(name) (20 minutes)\n"
        )
    }

    @Test(arguments: [
        "# Rollback\n\n## Fallback wave 2\n\nTotal: ‹1:5 hours›\n\n1. Announce\n",
        "# Rollback\n\n## Rollback of Wave 2 (‹1:5 hours›)\n\n1. Announce\n",
        "# Rollback procedures\n\n| Wave | Budget |\n|---|---|\n| 1, 2 | ‹1:5 hours› |\n",
        "# Rollback procedures\n\n| Wave | Time |\n|---|---|\n| Wave 2 | ‹1:5 hours› |\n",
    ])
    func aWayBackNamedForAPhase(document: String) throws {
        try expect(
            .rollbackTimeConflict,
            in: [
                (
                    "plan.md",
                    "# Exit\n\n## Wave 1 - Offices\n\n## Wave 2 - Shops\n\nRisk: high. Fallback: ‹2:4 hours›.\n"
                ),
                ("rollback.md", document),
            ], reports: .at(1, "rollback of 'Wave 2' is budgeted at 5 hours here, but at 4 hours in plan.md", note: 2))
    }

    @Test func aPhasesOwnSectionOnTheWayBack() throws {
        try expect(
            .rollbackTimeConflict,
            in: """
                # Search

                ## Phase 4: Traffic (Day 13-16)

                - **Rollback time**: ‹2:2 minutes›

                ### Rollback (Phase 4)

                Budget: ‹1:5 minutes›

                1. Old engine on
                """,
            reports: .at(1, "rollback of 'Phase 4' is budgeted at 5 minutes here, but at 2 minutes", note: 2))
    }

    @Test(arguments: [
        "## Rollback of Wave 2 (3 hours + 1 hour of checks)\n\n1. Announce\n",
        "## Drills\n\n### Rollback of Wave 2 (3 hours)\n\n1. Announce\n",
        "## Rollback\n\n| Wave | Rollback window |\n|---|---|\n| 2 | 24 h |\n",
        "## Rollback drill for wave 2 (2 hours)\n\n1. Announce\n",
        "## Rollback\n\n| Wave | Drill time | Owner |\n|---|---|---|\n| 2 | Monday | Ada |\n",
        "## Rollback of Wave 2 (under 4 hours)\n\n1. Announce\n",
        "## Rollback of Waves 1 and 2 by hand (2 days)\n\n1. Announce\n",
    ])
    func waysBackThatSayNothingElse(section: String) throws {
        try expectSilence(in: [
            ("plan.md", "# Exit\n\n## Wave 1 - Offices\n\n## Wave 2 - Shops\n\nRisk: high. Fallback: 4 hours.\n"),
            ("rollback.md", "# What to do\n\n" + section),
        ])
    }
}
