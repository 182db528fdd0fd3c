import Plan
import SourceText
import Testing

@testable import PlanRules

struct FlagOutsidePhaseTests {
    private func messages(_ stages: [FlagStage], _ phases: [Phase]) -> [String] {
        PlanRule.flagOutsidePhase.messages(on: Plan(phases: phases, flags: [Flag(name: "enableCart", stages: stages)]))
    }
    private static let phases = [phase(1, 1...5, "a.md", 1), phase(2, 6...10, "a.md", 2)]

    @Test func outsideThePhaseOfItsSection() {
        #expect(
            messages(
                [listed(20, day: 5, phase: "phase-2", "a.md", 7), listed(40, day: 6, phase: "phase-2", "a.md", 8)],
                Self.phases)
                == ["'enableCart' is scheduled on day 5 here, but Phase 2 runs day 6-10 in a.md:2"])
    }

    @Test func daysCountedFromTheStartOfThePhaseAreSilent() {
        let day = PlanDay(number: 1, title: "", span: span("a.md", 6), mentions: [], phase: "phase-2")
        let flag = Flag(name: "enableCart", stages: [listed(20, day: 1, phase: "phase-2", "a.md", 7)])
        let rules: [PlanRule] = [.flagOutsidePhase, .flagDayConflict]
        #expect(runRules(rules, on: RuleInput(plan: Plan(phases: Self.phases, days: [day], flags: [flag]))).isEmpty)
        #expect(runRules(rules, on: RuleInput(plan: Plan(phases: Self.phases, flags: [flag]))).count == 1)
    }

    @Test func theOneSlipInTheFlagsOfAPhase() {
        let stages = [5, 6, 7, 8].map { defined(Double($0), day: $0, phase: "phase-2", "a.md", $0 + 20) }
        #expect(
            messages(stages, Self.phases) == [
                "'enableCart' is scheduled on day 5 here, but Phase 2 runs day 6-10 in a.md:2"
            ])
        #expect(messages(Array(stages.dropLast()), Self.phases) == [])
    }

    @Test func behindThePlan() {
        #expect(
            messages([defined(20, day: 11, "a.md", 7)], Self.phases)
                == ["'enableCart' is scheduled on day 11 here, but the plan ends on day 10 in a.md:2"])
    }

    @Test func silent() {
        #expect(messages([listed(20, day: 10, phase: "phase-2", "a.md", 7)], Self.phases) == [])
        #expect(messages([defined(20, day: 3, "a.md", 7)], Self.phases) == [])
        // A table of the whole plan at the end of the last phase.
        #expect(messages([defined(20, day: 3, phase: "phase-2", "a.md", 7)], Self.phases) == [])
        // The end is not known.
        #expect(
            messages([defined(20, day: 11, "a.md", 7)], Self.phases + [phase(3, 3...4, unit: .week, "a.md", 3)]) == [])
        #expect(messages([defined(20, day: 11, "a.md", 7)], []) == [])
        // Two documents disagree about the phase; another rule says so.
        let other = Schedule(text: "Day 5-10", unit: .day, range: 5...10)
        let twofold = Phase(
            id: "phase-2", name: "Work", number: 2, keyword: "phase", span: span("a.md", 2), names: [],
            schedules: Self.phases[1].schedules + [claim(other, "b.md", 2)])
        #expect(
            messages(
                [listed(20, day: 5, phase: "phase-2", "a.md", 7), listed(40, day: 6, phase: "phase-2", "a.md", 8)],
                [Self.phases[0], twofold]) == [])
    }
}
