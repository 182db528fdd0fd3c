import Plan
import SourceText
import Testing

@testable import PlanRules

struct FlagPercentDecreasesTests {
    private func messages(_ stages: [FlagStage], name: String = "enableCart", phases: [Phase] = []) -> [String] {
        PlanRule.flagPercentDecreases.messages(on: Plan(phases: phases, flags: [Flag(name: name, stages: stages)]))
    }
    private func days(_ percents: Double...) -> [FlagStage] {
        percents.enumerated().map { defined($1, day: $0 + 1, "a.md", $0 + 3) }
    }

    @Test func aStepBelowTheOneBefore() {
        #expect(
            messages(days(10, 40, 20, 100)) == [
                "'enableCart' falls to 20% on day 3 here, but is at 40% on day 2 in a.md:4"
            ])
    }

    @Test(arguments: [
        [10, 20, 40.0], [10, 10, 40], [60, 30, 10], [10, 50, 10, 50], [10, 100, 20, 40], [40, 20], [],
    ])
    func ladders(_ percents: [Double]) {
        #expect(messages(percents.enumerated().map { defined($1, day: $0 + 1, "a.md", $0 + 3) }) == [])
    }

    @Test func theOldCodeGoes() {
        #expect(messages(days(20, 40, 30, 50), name: "legacyCart") == [])
    }

    /// Two documents that disagree are told of elsewhere, and so are two percentages for one day.
    @Test func otherPlacesAreNotCompared() {
        let stages = [defined(10, day: 1, "a.md", 3), defined(40, day: 2, "a.md", 4)]
        #expect(messages(stages + [defined(20, day: 3, "b.md", 5), defined(60, day: 4, "b.md", 6)]) == [])
        #expect(messages(stages + [defined(20, day: 2, "a.md", 5), defined(60, day: 4, "a.md", 6)]) == [])
    }

    @Test func weeksOfAList() throws {
        try expect(
            .flagPercentDecreases,
            in: """
                # Ferry tickets: flag rollout

                - **Week 1**: `new_gate` to 10%
                - **Week 2**: `new_gate` to ‹2:50%›
                - **Week 3**: `new_gate` to ‹1:25%›
                - **Week 4**: `new_gate` to 100%
                """,
            reports: .at(1, "'new_gate' falls to 25% in week 3 here, but is at 50% in week 2", note: 2))
    }

    @Test func columnsOfATable() throws {
        try expect(
            .flagPercentDecreases,
            in: """
                # Nachttarife

                | Woche | `nacht_tarif` |
                |---|---|
                | 1 | 10 % |
                | 2 | ‹2:40 %› |
                | 3 | ‹1:30 %› |
                | 4 | 100 % |
                """.replacing("\n", with: "\r\n"),
            reports: .at(1, "'nacht_tarif' falls to 30%", note: 2))
    }

    @Test(arguments: [
        "- **Week 3**: reduce `new_gate` to 25% for the drill", "- **Week 3**: `new_gate` to 25% of the tablets",
        "- **Week 3**: `new_gate` back to 25%", "- **Week 3**: `new_gate` to 10%",
    ])
    func meantSo(_ line: String) throws {
        try expectSilence(
            of: .flagPercentDecreases,
            in: """
                # Ferry tickets: flag rollout

                - **Week 1**: `new_gate` to 10%
                - **Week 2**: `new_gate` to 50%
                \(line)
                - **Week 4**: `new_gate` to 100%
                """)
    }

    /// Each harbour has a ladder of its own.
    @Test func sectionsForPlaces() throws {
        try expectSilence(
            of: .flagPercentDecreases,
            in: """
                # Ferry tickets: flag rollout

                ## Northern harbour

                - **Week 1**: `new_gate` to 10%
                - **Week 2**: `new_gate` to 50%

                ## Southern harbour

                - **Week 3**: `new_gate` to 20%
                - **Week 4**: `new_gate` to 100%
                """)
    }

    @Test func phasesWithNamesOfTheirOwnMayBeForOtherUsers() {
        let stages = [(10, 1), (50, 1), (20, 2), (60, 2)].enumerated().map { index, stage in
            FlagStage(
                percent: claim(Double(stage.0), "a.md", index + 3, .codeBlock), when: nil,
                day: claim(index + 1, "a.md", index + 3, .codeBlock), phase: "phase-\(stage.1)", defines: true,
                span: span("a.md", index + 3))
        }
        let named = { (first: String, second: String) in
            [phase(1, 1...2, name: first, "a.md", 1), phase(2, 3...4, name: second, "a.md", 2)]
        }
        #expect(messages(stages, phases: named("Lisbon", "Porto")) == [])
        #expect(messages(stages, phases: named("Pilot", "Full rollout")).count == 1)
    }
}
