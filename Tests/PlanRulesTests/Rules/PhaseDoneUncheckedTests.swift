import Plan
import SourceText
import Testing

@testable import PlanRules

struct PhaseDoneUncheckedTests {
    @Test(arguments: [
        "## Phase 1: Scanners ‹1:✅ COMPLETED›", "## Phase 1: Scanners (‹1:done›)", "## Phase 1: Scanners — ‹1:Done›",
        "## Phase 1: Scanners [‹1:COMPLETE›]", "## Phase 1: Scanner (Tag 1-2) ‹1:✅ abgeschlossen›",
        "## Fase 1: Escáneres (‹1:completada›)", "## Phase 1 : Scanners (‹1:terminé›)", "## Phase 1: Scanners ‹1:✅›",
        "## Ledger cards (‹1:done›)",
        "## Phase 1: Scanners\n\n**Status**: ‹1:Done›", "## Phase 1: Scanners\n\n- **Status:** ‹1:✅ Completed› (3 Jan)",
        "## Phase 1: Scanners\n\nStatus: ‹1:erledigt›",
    ])
    func calledDone(opening: String) throws {
        try expect(
            .phaseDoneUnchecked, in: "# Plan\n\n\(opening)\n\n- [x] three offers\n- [ ] ‹2:invoice paid›\n",
            reports: .at(1, "is called done here, but 1 item is open from plan.md", note: 2))
    }

    @Test(arguments: [
        "## Phase 1: Scanners", "## Phase 1: Scanners (in progress)", "## Phase 1: Scanners (not done)",
        "## Phase 1: Scanners (done by Friday)", "## Phase 1: Scanners (done 14 of 15)", "## Phase 1: Complete",
        "## Phase 1: Scanners (done?)", "## Phase 1: Scanners\n\n**Status**: done (EU) / in progress (US)",
        "## Phase 1: Scanners\n\n**Status**: Finished: 3 of 5",
        "## Review\n\n- [x] Phase 1: Scanners\n\n## Phase 1: Scanners", "## Phase 1: Complete rewrite",
        "## Phase 1 - Complete rewrite",
        "## Phase 1: Scanners (80% done)", "## Phase 1: Scanners ⏳", "## Definition of done", "## Our list ✅",
        "## Phase 1: Scanners\n\n**Status**: not done", "## Phase 1: Scanners\n\n**Status**: Done when paid",
        "## Phase 1: Scanners\n\n**Done when**: paid", "## Phase 1: Scanners\n\n**Status**: planned",
    ])
    func notCalledDone(opening: String) throws {
        try expectSilence(in: "# Plan\n\n\(opening)\n\n- [x] three offers\n- [ ] invoice paid\n")
    }

    @Test(arguments: [
        "## Stage 1 checklist", "## Checklist of stage 1", "## Stage 1: tasks", "## Stage 1 – Dogfood",
    ])
    func aRowOnTheStageOfAList(title: String) throws {
        try expect(
            .phaseDoneUnchecked,
            in: """
                # Status

                | Stage | Status | Started |
                | --- | --- | --- |
                | Stage 1 – Dogfood | ‹1:✅ Done› | Mon |
                | Stage 2 – Reads | Running | Tue |

                \(title)

                - [x] Alert routes
                - [ ] ‹2:Load test›

                ## Stage 2 checklist

                - [ ] Half of the reads
                """,
            reports: .at(1, "is called done here, but 1 item is open", note: 2))
    }

    @Test func aRowThatCountsTheWaveInAColumnOfItsOwn() throws {
        try expect(
            .phaseDoneUnchecked,
            in: """
                # Exit

                | Wave | Name | Servers | Status |
                | --- | --- | --- | --- |
                | 0 | Pilot | 9 | ‹1:Done› |
                | 1 | Offices | 88 | Planned |

                ## Wave 0 - Pilot

                - [x] moved
                - [ ] ‹2:old machines deleted›

                ## Wave 1 - Offices

                - [ ] moved
                """,
            reports: .at(1, "is called done here, but 1 item is open", note: 2))
    }

    @Test(arguments: ["‹1:Done›. 9 servers, 7 of 12 hours.", "‹1:Erledigt›.", "‹1:Completed›!"])
    func theFirstSentence(sentence: String) throws {
        try expect(
            .phaseDoneUnchecked, in: "# Plan\n\n## Wave 0: Pilot\n\n\(sentence)\n\n- [x] moved\n- [ ] ‹2:tidied up›\n",
            reports: .at(1, "is called done here, but 1 item is open", note: 2))
    }

    @Test(arguments: [
        "Done when all are moved.", "Done, waiting for the auditors.", "Done: nothing yet.", "Complete list below.",
        "Moved. Done.", "- Done. Was easy.",
    ])
    func otherFirstSentences(sentence: String) throws {
        try expectSilence(in: "# Plan\n\n## Wave 0: Pilot\n\n\(sentence)\n\n- [x] moved\n- [ ] tidied up\n")
    }

    @Test func aRowOfAStatusTable() throws {
        try expect(
            .phaseDoneUnchecked,
            in: """
                # Plan

                ### T-2 — Rehearsal

                - [x] cards
                - [ ] ‹2:trains›
                - [ ] night shift

                ## Phase 1: Scanners

                - [ ] ‹4:invoice paid›

                ## Sign-off

                | Part | Who | OK? |
                |---|---|---|
                | T-2 | Caio | ‹1:✔ completed›, everything ticked |
                | Phase 1 | Ada | ‹3:Done› |
                | Phase 2 | Ada | |
                """,
            reports: .at(1, "'T-2 — Rehearsal' is called done here, but 2 items are open", note: 2),
            .at(3, "'Phase 1: Scanners' is called done here", note: 4))
    }

    @Test func aTickedPhaseInAnotherDocument() throws {
        try expect(
            .phaseDoneUnchecked,
            in: [
                ("plan.md", "# Plan\n\n## Phase 1: Scanners\n\n### Tasks\n\n- [x] offers\n- [ ] ‹2:invoice›\n"),
                ("status.md", "# Status\n\n- [x] ‹1:Phase 1: Scanners›\n- [ ] Phase 2: Cellar\n"),
            ],
            reports: .at(1, "'Tasks' is called done here", note: 2))
    }

    @Test func whatTickedItemsDoNotSay() throws {
        try expectSilence(
            in: """
                # Plan

                ## Phase 1: Scanners

                - [ ] invoice

                ## Meetings

                - [x] Phase 1 kickoff with the mailroom
                - [x] Phase 1: room booked
                """)
    }

    @Test func listsUnderHeadingsOfTheirOwn() throws {
        try expectSilence(
            in: """
                # Plan

                ## Phase 1: Scanners ✅ COMPLETED

                - [x] offers

                ### Follow-up

                - [ ] sell the old ones

                ## Phase 2: Cellar ✅

                - [ ] shelves sold
                - [ ] key returned
                """)
    }

    @Test func nothingIsSilent() { #expect(PlanRule.phaseDoneUnchecked.messages(on: Plan()) == []) }
}
