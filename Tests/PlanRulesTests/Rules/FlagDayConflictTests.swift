import Plan
import SourceText
import Testing

@testable import PlanRules

struct FlagDayConflictTests {
    private func messages(_ stages: [FlagStage]) -> [String] {
        PlanRule.flagDayConflict.messages(on: Plan(flags: [Flag(name: "enableCart", stages: stages)]))
    }

    @Test func theDefinitionIsTheNarrowerPlaceThanTheHeadingOfADay() {
        #expect(
            messages([defined(20, day: 7, "a.md", 3), listed(20, day: 6, "b.md", 7)])
                == ["'enableCart' reaches 20% on day 7 here, but on day 6 in b.md:7"])
    }

    @Test func twoDefinitions() {
        #expect(
            messages([defined(20, day: 6, "a.md", 3), defined(20, day: 7, "b.md", 7)])
                == ["'enableCart' reaches 20% on day 7 here, but on day 6 in a.md:3"])
        #expect(
            messages([defined(nil, day: 6, "a.md", 3), defined(nil, day: 7, "b.md", 7)])
                == ["'enableCart' starts on day 7 here, but on day 6 in a.md:3"])
    }

    @Test(arguments: [
        [defined(20, day: 6, "a.md", 3), listed(20, day: 6, "b.md", 7)],
        // A ramp.
        [defined(20, day: 6, "a.md", 3), listed(40, day: 7, "b.md", 7)],
        // Kept at the percentage for days.
        [defined(20, day: 6, "a.md", 3), listed(20, day: 6, "b.md", 7), listed(20, day: 7, "b.md", 8)],
        [defined(100, day: 10, "a.md", 3), listed(100, day: 3, "b.md", 7), listed(100, day: 10, "b.md", 8)],
        // Spoken of on another day.
        [defined(nil, day: 6, "a.md", 3), listed(nil, day: 9, "b.md", 7)],
        // Switched off.
        [defined(0, day: 6, "a.md", 3), listed(0, day: 7, "b.md", 7)],
        [defined(20, "a.md", 3), listed(20, phase: "phase-2", "b.md", 7)],
        [],
    ])
    func silent(stages: [FlagStage]) {
        #expect(messages(stages) == [])
    }
}
