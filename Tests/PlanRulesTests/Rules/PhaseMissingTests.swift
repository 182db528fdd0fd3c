import Testing

@testable import PlanRules

struct PhaseMissingTests {
    @Test func overviewListsOneMore() throws {
        try expect(
            .phaseMissing,
            in: """
                # Moving the parcel tracker

                | Phase | When |
                |---|---|
                | Phase 1: Twin writing | Week 1 |
                | Phase 2: ‹1:Bakery trial› | Week 2 |
                | Phase 3: Every depot | Week 3-4 |
                | Phase 4: Legacy removal | Week 6 |

                ## Phase 1: ‹2:Twin writing›
                Both trackers get every scan.

                ## Phase 3: Every depot
                One depot an hour.

                ## Phase 4: Legacy removal
                The old tables go.
                """, reports: .at(1, "'Phase 2' is listed here, but no section tells of it", note: 2))
    }

    @Test func theLastPhaseOfAListLacksToo() throws {
        try expect(
            .phaseMissing,
            in: """
                # Umzug der Rechnungen

                | Phase | Verantwortlich |
                |---|---|
                | Phase 1: Schattenbetrieb | Jule |
                | Phase 2: Pilotfilialen | Deniz |
                | Phase 3: ‹1:Abschaltung Altsystem› | Jule |

                ## Phase 1: ‹2:Schattenbetrieb›

                ## Phase 2: Pilotfilialen
                """, reports: .at(1, "'Phase 3' is listed here", note: 2))
    }

    @Test func timelineLacksAPhaseOfTheStrategy() throws {
        try expect(
            .phaseMissing,
            in: [
                (
                    "strategy.md",
                    """
                    # Search strategy

                    ## Phase 1: Mirror index
                    ## Phase 2: Relevance tests
                    ## Phase 3: ‹2:Partner preview›
                    ## Phase 4: Everybody
                    """
                ),
                (
                    "timeline.md",
                    """
                    # Search timeline

                    ## Phase 1: Mirror index
                    ## Phase 2: Relevance tests
                    ## Phase 4: ‹1:Everybody›
                    """
                ),
            ], reports: .at(1, "strategy.md:5 has 'Phase 3' between them", note: 2))
    }

    @Test func timelineEndsEarlier() throws {
        try expect(
            .phaseMissing,
            in: [
                (
                    "strategy.md",
                    "# Search strategy\n\n## Phase 1: Mirror index\n## Phase 2: Relevance tests\n## Phase 3: Partner preview\n## Phase 4: ‹2:Everybody›\n"
                ),
                (
                    "timeline.md",
                    """
                    # Search timeline

                    ## Phase 1: Mirror index
                    ### Day 1: Copy
                    ## Phase 2: Relevance tests
                    ### Day 2: Compare
                    ### Day 3: Tune
                    ## Phase 3: ‹1:Partner preview›
                    ### Day 4: Invite
                    """
                ),
            ], reports: .at(1, "'Phase 3' is the last phase here, but strategy.md:6 goes on with 'Phase 4'", note: 2))
    }

    @Test func tableWithTimesEndsEarlier() throws {
        try expect(
            .phaseMissing,
            in: """
                # Umzug

                | Phase | Woche |
                |---|---|
                | Phase 1: Spiegel | Woche 1 |
                | Phase 2: Pilot | Woche 2 |
                | Phase 3: ‹1:Filialen› | Woche 3 |

                ## Phase 1: Spiegel

                ## Phase 2: Pilot

                ## Phase 3: Filialen

                ## Phase 4: ‹2:Abschaltung›
                """, reports: .at(1, "goes on with 'Phase 4'", note: 2))
    }

    @Test(arguments: [
        "| Phase 2: Depot pilot | done |", "| Phase 2: Depot pilot | later |", "| Phase 2: Depot pilot | optional |",
        "| Phase 2: [Depot pilot](depots.md) | Ben |", "| Phase 2: Depot pilot ✅ | Ben |",
    ])
    func excuses(row: String) throws {
        try expectSilence(
            of: .phaseMissing,
            in: """
                # P

                | Phase | State |
                |---|---|
                | Phase 1: Twin writing | open |
                \(row)
                | Phase 3: Every tracker | open |

                ## Phase 1: Twin writing

                ## Phase 3: Every tracker
                """)
    }

    @Test func aSectionUnderAnotherTitle() throws {
        try expectSilence(
            of: .phaseMissing,
            in: """
                # P

                | Phase | Owner |
                |---|---|
                | Phase 1: Twin writing | Ada |
                | Phase 2: Depot pilot | Ben |
                | Phase 3: Every tracker | Ada |

                ## Phase 1: Twin writing

                ## The first depots

                ## Phase 3: Every tracker
                """)
    }

    /// A table over the plan and sections for what is special in it.
    @Test func fewSectionsAreNoHabit() throws {
        try expectSilence(
            of: .phaseMissing,
            in: """
                # P

                | Phase | Owner |
                |---|---|
                | Phase 1: Twin writing | Ada |
                | Phase 2: Bakery pilot | Ben |
                | Phase 3: Northern shops | Ada |
                | Phase 4: Southern shops | Ada |

                ## Phase 4: Southern shops
                """)
    }
}
