import Plan
import SourceText
import Testing

@testable import PlanRules

struct FlagPercentConflictTests {
    private func messages(_ stages: [FlagStage], days: [PlanDay] = []) -> [String] {
        PlanRule.flagPercentConflict.messages(on: Plan(days: days, flags: [Flag(name: "enableCart", stages: stages)]))
    }

    @Test func differentPercentOnOneDay() {
        #expect(
            messages([defined(20, day: 6, "a.md", 3), listed(40, day: 6, "b.md", 7)])
                == ["'enableCart' is at 40% on day 6 here, but 20% in a.md:3"])
    }

    @Test func theDefinitionIsWhatCountsWhereverItStands() {
        #expect(
            messages([listed(40, day: 6, "a.md", 7), defined(20, day: 6, "b.md", 3)])
                == ["'enableCart' is at 40% on day 6 here, but 20% in b.md:3"])
    }

    @Test func differentPercentInOnePhaseWithoutDays() {
        #expect(
            messages([defined(20, phase: "phase-2", "a.md", 3), listed(40, phase: "phase-2", "b.md", 7)])
                == ["'enableCart' is at 40% in phase 2 here, but 20% in a.md:3"])
    }

    @Test func differentPercentInOneWeek() {
        #expect(
            messages([
                listed(20, when: "Week 3", phase: "phase-2", "a.md", 3),
                listed(40, when: "week 3", phase: "phase-2", "b.md", 7),
            ]) == ["'enableCart' is at 40% in week 3 here, but 20% in a.md:3"])
    }

    @Test func aPlaceWithoutTimeAgainstTheOnlyPercentage() {
        #expect(
            messages([defined(20, day: 6, "a.md", 3), listed(40, "b.md", 7)])
                == ["'enableCart' is at 40% here, but 20% in a.md:3"])
        #expect(
            messages([defined(20, "a.md", 3), listed(40, day: 6, "b.md", 7)])
                == ["'enableCart' is at 40% here, but 20% in a.md:3"])
    }

    @Test(arguments: [
        // A ramp over days, over phases, over weeks of one phase.
        [defined(20, day: 6, "a.md", 3), listed(40, day: 7, "b.md", 7)],
        [defined(20, phase: "phase-1", "a.md", 3), listed(40, phase: "phase-2", "b.md", 7)],
        [
            listed(20, when: "Week 3", phase: "phase-2", "a.md", 3),
            listed(40, when: "Week 4", phase: "phase-2", "b.md", 7),
        ],
        // Steps within a day, one of which the other place knows.
        [defined(20, day: 6, "a.md", 3), listed(10, day: 6, "b.md", 7), listed(20, day: 6, "b.md", 8)],
        // Two environments in one block.
        [defined(100, day: 6, "a.md", 3), defined(20, day: 6, "a.md", 9)],
        // The way back.
        [defined(20, day: 6, "a.md", 3), listed(0, day: 6, "b.md", 7)],
        // A day and a phase are not the same time.
        [defined(20, day: 6, "a.md", 3), listed(40, phase: "phase-2", "b.md", 7)],
        // The end of a ramp, and a ramp that a place without time sums up.
        [defined(20, day: 6, "a.md", 3), listed(100, "b.md", 7)],
        [defined(20, day: 6, "a.md", 3), defined(50, day: 7, "a.md", 4), listed(30, "b.md", 7)],
        // Switched on without a percentage.
        [defined(20, day: 6, "a.md", 3), listed(nil, day: 6, "b.md", 7)],
        [],
    ])
    func silent(stages: [FlagStage]) {
        #expect(messages(stages) == [])
    }

    @Test func aDefinitionAgainstTheDayItIsListedUnder() {
        let heading = claim(20.0, "b.md", 1)
        let day = PlanDay(number: 6, title: "", span: span("b.md", 1), mentions: [], percents: [heading])
        let inherited = FlagStage(
            percent: heading, when: nil, day: claim(6, "b.md", 1), defines: false, span: span("b.md", 7))
        let stages = [defined(40, day: 6, "a.md", 3), inherited]
        // The definition is the flag's own; the heading is many flags'.
        #expect(messages(stages, days: [day]) == ["'enableCart' is at 40% on day 6 here, but 20% in b.md:1"])
        let plan = Plan(days: [day], flags: ["enableCart", "enableGifts"].map { Flag(name: $0, stages: stages) })
        #expect(PlanRule.flagPercentConflict.messages(on: plan) == [])
        #expect(
            PlanRule.dayPercentConflict.messages(on: plan) == [
                "day 6 is at 20% here, but its flags are at 40% in a.md:3"
            ])
    }

    @Test func spellingsOfOneName() {
        let plan = Plan(flags: [
            Flag(name: "ENABLE_CART", stages: [defined(20, day: 6, "a.md", 3)]),
            Flag(name: "enableCart", stages: [listed(40, day: 6, "b.md", 7)]),
        ])
        #expect(
            PlanRule.flagPercentConflict.messages(on: plan) == [
                "'ENABLE_CART' is at 40% on day 6 here, but 20% in a.md:3"
            ])
    }

    @Test func oneFindingForAllPlacesThatSayTheSame() {
        let stages = [defined(20, day: 6, "a.md", 3), listed(40, day: 6, "b.md", 7), listed(40, day: 6, "c.md", 9)]
        let findings = PlanRule.flagPercentConflict.check(
            RuleInput(plan: Plan(flags: [Flag(name: "enableCart", stages: stages)])))
        #expect(findings.count == 1)
        #expect(findings.first?.related.map(\.span.path) == ["a.md", "c.md"])
    }
}
