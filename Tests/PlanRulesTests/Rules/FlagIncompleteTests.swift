import Plan
import SourceText
import Testing

@testable import PlanRules

struct FlagIncompleteTests {
    private func messages(_ flags: [Flag], phases: [Phase] = [], days: [PlanDay] = []) -> [String] {
        PlanRule.flagIncomplete.messages(on: Plan(phases: phases, days: days, flags: flags))
    }
    private func flag(_ name: String, _ percents: Double...) -> Flag {
        Flag(name: name, stages: percents.enumerated().map { defined($1, day: $0 + 1, "a.md", $0 + 3) })
    }

    @Test func anotherFlagReachesAll() {
        #expect(
            messages([flag("enableCart", 10, 50), flag("enableGifts", 20, 100)])
                == ["'enableCart' goes to 50% at most, and other flags to 100%"])
    }

    @Test func noFlagReachesAll() throws {
        let found = PlanRule.flagIncomplete.check(
            RuleInput(plan: Plan(flags: [flag("enableCart", 10, 50), flag("enableGifts", 20, 80)])))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.message == "'enableCart' goes to 50% at most, and no flag of the plan further than that")
        #expect(finding.related.map(\.message) == ["enableGifts at 80%, read from the code block"])
    }

    @Test func silent() {
        #expect(messages([flag("enableCart", 10, 100)]) == [])
        #expect(messages([flag("enableCart", 50)]) == [])
        #expect(messages([flag("enableCart", 50), flag("enableGifts", 20, 100)]) == [])
        #expect(messages([flag("legacyCart", 10, 50), flag("enableGifts", 20, 100)]) == [])
        #expect(messages([]) == [])
        // On for all, without a percentage.
        let on = FlagSetting(isOn: claim(true, "a.md", 9, .codeBlock), kind: .assigned, span: span("a.md", 9))
        let stages = flag("enableCart", 10, 50).stages
        #expect(messages([Flag(name: "enableCart", stages: stages, settings: [on])]) == [])
        #expect(messages([Flag(name: "enableCart", stages: stages + [listed(nil, "a.md", 9)])]) == [])
        // A day or a phase for everybody holds for all flags.
        let last = PlanDay(number: 9, title: "Everybody", span: span("a.md", 6), mentions: [])
        #expect(messages([flag("enableCart", 10, 50)], days: [last]) == [])
        #expect(messages([flag("enableCart", 10, 50)], phases: [phase(2, 3...4, name: "Full rollout")]) == [])
    }

    @Test(arguments: [
        ("", 1), ("The rest of the users stays out: it is an experiment.", 0),
        ("`new_buoy` is for all users by May.", 0),
    ])
    func aFlagTable(_ line: String, _ faults: Int) {
        let text = """
            # Pier flags

            | Flag | Rollout |
            |---|---|
            | `new_pier` | 10% → 50% → 100% |
            | `new_buoy` | 10% → 30% |

            \(line)
            """
        let found = findings(in: [SourceFile(path: "plan.md", text: text)]).filter { $0.rule == "flag-incomplete" }
        #expect(found.map(\.span?.text) == (faults == 1 ? ["30%"] : []))
    }

    @Test func aRolloutThatEndsHalfWay() throws {
        try expect(
            .flagIncomplete,
            in: """
                # Abholstation

                Der Schalter `neue_station` geht so hoch:

                - Tag 1: 5 %
                - Tag 3: 20 %
                - Tag 5: ‹1:60 %›
                """, reports: .at(1, "'neue_station' goes to 60% at most"))
    }
}
