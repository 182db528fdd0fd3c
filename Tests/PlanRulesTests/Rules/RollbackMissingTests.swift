import Testing

@testable import PlanRules

struct RollbackMissingTests {
    /// The shape of a rollout plan in which each stage ends with its way back.
    @Test func onePhaseOfSeveral() throws {
        try expect(
            .rollbackMissing,
            in: """
                # Rollout of the new fare engine

                ## Stage 1: Depot staff (2% of users)
                Fares are shown, none is charged.
                ### ‹2:Rollback›
                Set `fare_engine` to 0.

                ## Stage 2: Tram lines (20% of users)
                ### ‹3:Rollback›
                Set `fare_engine` to 0 and print paper tickets.

                ## ‹1:Stage 3: Buses and trams (100% of users)›
                The old engine keeps running until Sunday.
                """,
            reports: .at(
                1, "'Stage 3: Buses and trams (100% of users)' reaches 100%, but says no way back as 2 other phases do",
                note: 2, 3))
    }

    @Test func flagRaisedInThePhase() throws {
        try expect(
            .rollbackMissing,
            in: """
                # Tarif neu

                ## Phase 1: Betriebshof (Tag 1)
                - `tarif_neu` auf 5%
                - **‹2:Rückfallzeit›**: 5 Minuten
                ## Phase 2: Bahn (Tag 2)
                - `tarif_neu` auf 25%
                - **‹3:Rückfallzeit›**: 5 Minuten
                ## ‹1:Phase 3: Alle (Tag 3)›
                - `tarif_neu` auf 100%
                """, reports: .at(1, "takes 'tarif_neu' to 100%, but says no way back", note: 2, 3))
    }

    private let own =
        "# P\n\n## Phase 1: A (10% of users)\n- **Rollback**: off\n\n## Phase 2: B (50% of users)\n- **Rollback**: off\n\n"

    @Test(arguments: [
        "## Phase 3: C (100% of users)\n- **Rollback**: off\n",
        "## Phase 3: C (100% of users)\nSwitch it off again if needed.\n",
        "## Phase 3: C (100% of users)\nThis cannot be reversed: the old engine is gone for good, irreversible.\n",
        "## Phase 3: C (100% of users)\n```sh\nkubectl rollout undo deploy/fare\n```\n",
        // Nobody is reached, or all is over.
        "## Phase 3: Clean-up\n- Delete the old tables\n", "## Phase 3: C (100% of users) ✅ Completed\n",
        // Something speaks for all phases.
        "## Phase 3: C (100% of users)\n\n## Rollback\n1. Set the flag to 0\n2. Check the fares\n",
        "## Phase 3: C (100% of users)\n\n## Rollback of phase 3\n1. Set the flag to 0\n2. Check the fares\n",
        "## Phase 3: C (100% of users)\n\n## Overview\nEvery phase can be rolled back with its flag (rollback below a minute).\n",
        "## Phase 3: C (100% of users)\n\n## Overview\n| Phase | Rollback |\n| --- | --- |\n| 3 | off |\n",
    ])
    func silent(text: String) throws {
        try expectSilence(of: .rollbackMissing, in: own + text)
    }

    @Test func anotherDocumentSaysIt() throws {
        try expectSilence(
            of: .rollbackMissing,
            in: [
                ("plan.md", own + "## Phase 3: C (100% of users)\n"),
                ("rollback.md", "# Rollback\n\n1. Off\n2. Check\n"),
            ])
        try expectSilence(
            of: .rollbackMissing,
            in: [
                ("plan.md", own + "## Phase 3: C (100% of users)\n"),
                ("days.md", "# Days\n\n## Phase 3: C\n- **Rollback**: off\n"),
            ])
    }

    private func formed(last: [String], more: String = "") -> String {
        let form = "#### **Deployment**\n\n- Monday\n\n#### **Success criteria**\n\n- The boards agree\n\n"
        let phases = [1, 2].map {
            "### **Phase \($0): Part \($0)**\n\n\(form)#### **‹\($0 + 1):Rollback plan›**\n\n- Old boards\n\n"
        }
        let third = last.map { "#### **\($0)**\n\n- Said here\n\n" }.joined()
        return "# Timetable boards\n\n## Phases\n\n" + phases.joined() + "### **‹1:Phase 3: Part 3›**\n\n" + third
            + more
    }

    /// The shape of a plan whose phases are written to one form, without a word on whom they reach.
    @Test func onePhaseLacksAPartOfTheForm() throws {
        try expect(
            .rollbackMissing, in: formed(last: ["Deployment", "Success criteria"]),
            reports: .at(
                1, "'Phase 3: Part 3' has 2 parts of the other phases, but says no way back", note: 2, 3))
    }

    @Test func aGeneralChapterSpeaksForAllOfThem() throws {
        let chapter = "\n## Rollback in an emergency\n\n1. Stop the import\n2. Check the boards\n"
        let text = formed(last: ["Deployment", "Success criteria"], more: chapter)
        try expectSilence(of: .rollbackMissing, in: plain(text))
        try expect(
            .phaseWithoutRollback, in: text,
            reports: .at(1, "'Phase 3: Part 3' has 2 parts of the other phases, but no way back of its own", note: 2, 3)
        )
    }

    @Test(arguments: [
        // Its way back is told under another name, it shares one part only, or a chapter names it.
        (["Deployment", "Success criteria", "How to roll back"], ""), (["Deployment", "Thanks"], ""),
        (["Deployment", "Success criteria"], "\n## Rollback of phase 3\n\n1. Stop\n2. Check\n"),
    ])
    func phasesOfOneForm(last: [String], more: String) throws {
        try expectSilence(of: .rollbackMissing, in: plain(formed(last: last, more: more)))
        try expectSilence(of: .phaseWithoutRollback, in: plain(formed(last: last, more: more)))
    }

    @Test func phaseAheadOfThoseThatCanBeTakenBack() throws {
        let text = plain(formed(last: ["Deployment", "Success criteria", "Rollback plan"]))
            .replacing("#### **Rollback plan**\n\n- Old boards\n\n", with: "", maxReplacements: 1)
        try expectSilence(of: .rollbackMissing, in: text)
        try expectSilence(of: .phaseWithoutRollback, in: text)
    }

    private func plain(_ text: String) -> String { text.replacing(/‹\d:|›/, with: "") }

    @Test func fewerThanTwoOthers() throws {
        try expectSilence(
            of: .rollbackMissing,
            in:
                "## Phase 1: A (5% of users)\n- **Rollback**: off\n## Phase 2: B (9% of users)\n## Phase 3: C (100% of users)\n"
        )
    }

    private let plan = """
        # Fares

        ## Phase 1: Staff (Day 1)
        - `fare_engine` at 5%
        ## Phase 2: Trams (Day 2)
        - `fare_engine` at 25%
        ## Phase 3: Everyone (Day 3)
        - `fare_engine` at ‹1:100%›

        ## Success criteria
        - Error rate < 1%
        - p95 < 300 ms

        ## Checks
        - [ ] Ticket machines know the fares
        - [ ] The desk is manned
        """

    @Test func noWordAnywhere() throws {
        try expect(
            .rollbackMissing, in: plan,
            reports: .at(1, "'fare_engine' goes to 100% here, but no document says a way back"))
    }

    @Test(arguments: [
        "\n- [ ] The old engine can be restored\n", "\nSee [the runbook](https://example.org/runbook).\n",
        "\n```sh\nfare disable\n```\n", "\nIf it fails, flip the kill switch.\n",
    ])
    func someWordSomewhere(more: String) throws {
        try expectSilence(of: .rollbackMissing, in: plan.replacing("‹1:100%›", with: "100%") + more)
    }
}
