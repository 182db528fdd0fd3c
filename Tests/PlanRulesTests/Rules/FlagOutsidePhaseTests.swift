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

    private static let weeks = (1...4).map {
        phase(Double($0), Double($0)...Double($0), unit: .week, "a.md", $0)
    }

    private func filed(under phases: [String], _ stages: [FlagStage] = [], _ mentions: [FlagMention] = []) -> [String] {
        let flag = Flag(
            name: "enableCart", stages: stages, mentions: mentions,
            filedUnder: phases.enumerated().map { claim($1, "a.md", 20 + $0, .tableCell) })
        return PlanRule.flagOutsidePhase.messages(on: Plan(phases: Self.weeks, flags: [flag]))
    }

    private func mention(_ purpose: FlagMention.Purpose, phase: String?, certain: Bool = true) -> FlagMention {
        FlagMention(purpose: purpose, span: span("a.md", 9), reading: .listItem, certain: certain, phase: phase)
    }

    @Test func switchedOnBeforeItsPhase() {
        let message = "'enableCart' is switched on in Phase 3 here, but belongs to Phase 4 in a.md:20"
        #expect(filed(under: ["phase-4"], [], [mention(.enable, phase: "phase-3")]) == [message])
        #expect(filed(under: ["phase-4"], [listed(20, phase: "phase-3", "a.md", 9)]) == [message])
        #expect(filed(under: ["phase-4"], [listed(nil, phase: "phase-3", "a.md", 9)]) == [message])
    }

    @Test func switchedOnInItsPhaseOrLater() {
        #expect(filed(under: ["phase-3"], [listed(20, phase: "phase-3", "a.md", 9)]) == [])
        #expect(filed(under: ["phase-3"], [listed(80, phase: "phase-4", "a.md", 9)]) == [])
        // Prepared, switched off, not sure, or not said to be anywhere.
        #expect(filed(under: ["phase-3"], [listed(0, phase: "phase-2", "a.md", 9)]) == [])
        #expect(filed(under: ["phase-3"], [], [mention(.disable, phase: "phase-2")]) == [])
        #expect(filed(under: ["phase-3"], [], [mention(.other, phase: "phase-2")]) == [])
        #expect(filed(under: ["phase-3"], [], [mention(.enable, phase: "phase-2", certain: false)]) == [])
        #expect(filed(under: ["phase-3"], [], [mention(.enable, phase: nil)]) == [])
        #expect(filed(under: ["phase-2", "phase-3"], [], [mention(.enable, phase: "phase-1")]) == [])
        #expect(filed(under: [], [], [mention(.enable, phase: "phase-1")]) == [])
    }

    @Test func anInventoryAndASection() throws {
        try expect(
            .flagOutsidePhase,
            in: """
                # Plan

                | Flag | Phase |
                |---|---|
                | `new_search` | ‹2:Phase 2› |

                ## Phase 1: Shadow (Week 1)

                - [ ] Enable `‹1:new_search›` for staff

                ## Phase 2: Staff (Week 2)

                - [ ] Enable `new_search` for everybody
                """,
            reports: .at(1, "'new_search' is switched on in Phase 1 here, but belongs to Phase 2 in plan.md:5", note: 2)
        )
    }

    /// A setting among the tasks of a phase switches its flag on there; one that is off, or of the flag's own phase, fits.
    @Test(arguments: [("true", "Phase 2", 1), ("false", "Phase 2", 0), ("true", "Phase 1", 0)])
    func aSettingAmongThePhasesTasks(_ value: String, _ filed: String, _ faults: Int) {
        let text = """
            # Plan

            ## Phase 1: Tide gauges

            ```bash
            ENABLE_NEW_GAUGE=\(value)
            ```

            ## Phase 2: Rain gauges

            - [ ] Oil the pen

            ## Flag inventory

            | Flag | Rollout Phase |
            |---|---|
            | `ENABLE_NEW_GAUGE` | \(filed) |
            """
        let found = findings(in: [SourceFile(path: "plan.md", text: text)])
        #expect(found.filter { $0.rule == "flag-outside-phase" }.count == faults)
    }

    private func overview(_ item: String, _ first: String, _ name: String = "QUAY_MONITORING_ENABLED") -> String {
        """
        # Harbour ledger

        The rollout goes in three phases:

        1. **Shadow**: the new ledger reads along
        2. **Limited**: two berths
        3. **‹2:Advanced›**: \(item)

        ## Phase 1: Shadow (Week 1)

        ```bash
        LEDGER_V2_ENABLED=true
        ‹1:\(name)›=\(first)
        ```

        ## Phase 2: Limited (Week 2)

        ## Phase 3: Advanced (Week 3)

        ```bash
        \(name)=true
        ```
        """
    }

    /// The list of phases enables a feature in the third, and the settings of the first have its flag on.
    @Test func aheadOfTheListOfPhases() throws {
        try expect(
            .flagOutsidePhase, in: overview("enable tide forecast, quay monitoring", "true"),
            reports: .at(
                1, "'QUAY_MONITORING_ENABLED' is switched on in Phase 1 here, but Phase 3 brings it", note: 2))
    }

    @Test(arguments: [
        ("enable tide forecast, quay monitoring", "false", "QUAY_MONITORING_ENABLED"),
        ("tide forecast, quay monitoring", "true", "QUAY_MONITORING_ENABLED"),
        ("extend quay monitoring, enable tide forecast", "true", "QUAY_MONITORING_ENABLED"),
        ("enable monitoring of every quay", "true", "QUAY_MONITORING_ENABLED"),
        ("enable the quay", "true", "QUAY_ENABLED"),
    ])
    func notAheadOfTheListOfPhases(_ item: String, _ first: String, _ name: String) throws {
        try expectSilence(of: .flagOutsidePhase, in: overview(item, first, name))
    }
}
