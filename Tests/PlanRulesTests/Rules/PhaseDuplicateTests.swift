import Plan
import SourceText
import Testing

@testable import PlanRules

struct PhaseDuplicateTests {
    @Test func twoHeadingsWithOneNumber() throws {
        try expect(
            .phaseDuplicate,
            in: """
                # Plan

                ## Phase 1: Shadow traffic (Day 1-2)

                ## Phase 2: ‹1:Staging› (Day 3)

                ## Phase 2: ‹2:Production› (Day 4-5)
                """,
            reports: .at(2, "'Phase 2' is 'Production' here, but 'Staging' in plan.md:5", note: 1))
    }

    @Test func anOverviewThatCountsAnotherPhase() throws {
        try expect(
            .phaseDuplicate,
            in: """
                # Plan

                | Phase | Owner |
                |---|---|
                | Phase 1: Shadow traffic | Ada |
                | Phase 2: Half the shops | Ada |
                | Phase 3: ‹1:Legacy shutdown› | Ben |

                ## Phase 1: Shadow traffic

                ## Phase 2: Half of all shops

                ## Phase 3: ‹2:Search experiments›
                """,
            reports: .at(2, "'Phase 3' is 'Search experiments' here, but 'Legacy shutdown'", note: 1))
    }

    /// General names tell nothing, unless the document gives them to other phases.
    @Test func aListThatSkipsAPhase() throws {
        try expect(
            .phaseDuplicate,
            in: """
                # Plan

                | Phase | Owner |
                |---|---|
                | Phase 1: Preparation | Ada |
                | Phase 2: Training | Ada |
                | Phase 3: ‹1:Cleanup› | Ben |

                ## Phase 1: Preparation

                ## Phase 2: Training

                ## Phase 3: ‹2:Pilot›

                ## Phase 4: Cleanup
                """,
            reports: .at(2, "'Phase 3' is 'Pilot' here, but 'Cleanup'", note: 1))
    }

    @Test(arguments: [
        ("Shadow traffic", "Shadowing"), ("Migrate the shops", "Migration"), ("General availability", "GA"),
        ("Weiden mit Hochregal", "Standort Weiden"), ("Parallelbetrieb Hamm", "Betrieb"), ("Rollout", "Go-live"),
        ("Testing", "Quality gates"), ("Preparation", "Setup"), ("Ramp-up", "Traffic"), ("🚀", "Lift-off"),
    ])
    func otherWordsForOnePhase(overview: String, heading: String) throws {
        try expectSilence(
            in: """
                # Plan

                | Phase | Owner |
                |---|---|
                | Phase 1: Buy the scanners | Ada |
                | Phase 2: \(overview) | Ada |

                ## Phase 1: Scanners

                ## Phase 2: \(heading)
                """)
    }

    @Test func twoServicesCountForThemselves() throws {
        try expectSilence(
            in: """
                # Plan

                ## Ledger

                ### Phase 1: Shadow reads

                ### Phase 2: Journal

                ## Storefront

                ### Phase 1: Banner

                ### Phase 2: Checkout
                """)
    }

    @Test func aTableThatCountsSomethingElse() throws {
        try expectSilence(
            in: """
                # Plan

                ## Phase 1: Shadow traffic

                ## Phase 2: Checkout

                ## Phase 3: Archive

                ## Trainings

                | Phase | Room |
                |---|---|
                | Phase 1: Keyboard | 4 |
                | Phase 2: Printer | 4 |
                | Phase 3: Telephone | 5 |
                """)
    }

    @Test func otherDocumentsAreOtherPlans() throws {
        try expectSilence(
            in: [("a.md", "# A\n\n## Phase 1: Ledger (Day 1-2)\n"), ("b.md", "# B\n\n## Phase 1: Crates (Day 1-2)\n")])
    }

    @Test func lineEndingsAndEmptyPlans() throws {
        try expect(
            .phaseDuplicate, in: "# Plan\r\n\r\n## Phase 2: ‹1:Größe›\r\n\r\n## Phase 2: ‹2:Kälte›\r\n",
            reports: .at(2, "'Phase 2' is 'Kälte' here", note: 1))
        #expect(PlanRule.phaseDuplicate.messages(on: Plan()) == [])
    }

    /// What stands in brackets behind a name is another one.
    @Test(arguments: [("Pre-deployment (Rehearsal)", "Rehearsal", 0), ("Pre-deployment (Rehearsal)", "Archive", 1)])
    func aNameInBrackets(_ headed: String, _ listed: String, _ faults: Int) throws {
        let text = """
            # Plan

            | Phase | Owner |
            |---|---|
            | Phase 1: \(listed) | Ada |
            | Phase 2: Shadow traffic | Ben |

            ## Phase 1: \(headed)

            ## Phase 2: Shadow traffic
            """
        let faultsFound = findings(in: [SourceFile(path: "plan.md", text: text)]).filter {
            $0.rule == "phase-duplicate"
        }
        #expect(faultsFound.count == faults)
    }
}
