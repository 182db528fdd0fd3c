import Plan
import SourceText
import Testing

@testable import PlanRules

struct RollbackTimeConflictTests {
    private func messages(_ first: TimeAmount, _ second: TimeAmount) -> [String] {
        let procedure = RollbackProcedure(
            name: "Full Rollback", level: 4, timeBudgets: [claim(first, "a.md", 2), claim(second, "b.md", 3)],
            steps: [],
            commands: [], span: span("a.md", 1))
        return PlanRule.rollbackTimeConflict.messages(on: Plan(rollbackProcedures: [procedure]))
    }

    @Test(arguments: [
        (
            minutes(60, .below), minutes(30, .below),
            "'Full Rollback' is budgeted at 30 minutes here, but at 60 minutes in a.md:2"
        ),
        (minutes(15), minutes(20), "'Full Rollback' is budgeted at 20 minutes here, but at 15 minutes in a.md:2"),
        (
            minutes(30, .below), minutes(45),
            "'Full Rollback' is budgeted at 45 minutes here, but at 30 minutes in a.md:2"
        ),
        (
            minutes(15, from: 5), minutes(30, from: 20),
            "'Full Rollback' is budgeted at 20 to 30 minutes here, but at 5 to 15 minutes in a.md:2"
        ),
    ])
    func conflict(first: TimeAmount, second: TimeAmount, message: String) {
        #expect(messages(first, second) == [message])
    }

    @Test(arguments: [
        (minutes(30, .below), minutes(30, .atMost)), (minutes(30), minutes(30, .below)), (minutes(60), minutes(60)),
        (minutes(30, .below), minutes(20)), (minutes(30, from: 15), minutes(20)),
        (minutes(30, from: 15), minutes(30, .below)),
        (minutes(30), minutes(45, text: "~45 minutes")), (minutes(5, .below, per: "feature"), minutes(30, .below)),
        (TimeAmount(kind: .immediate, seconds: 0, text: "Immediate"), minutes(5, .below)),
        (TimeAmount(kind: .notApplicable, seconds: nil, text: "N/A"), minutes(5, .below)),
    ])
    func silent(first: TimeAmount, second: TimeAmount) {
        #expect(messages(first, second) == [])
        #expect(messages(second, first) == [])
    }

    @Test func phasesAmongThemselves() {
        let times = [claim(minutes(15, .below), "a.md", 2, .field), claim(minutes(5, .below), "b.md", 3, .tableCell)]
        let plan = Plan(phases: [phase(3, 4...5, rollbackTimes: times)])
        #expect(
            PlanRule.rollbackTimeConflict.messages(on: plan)
                == ["rollback of 'Phase 3' is budgeted at 5 minutes here, but at 15 minutes in a.md:2"])
    }
}

struct RollbackStepsExceedBudgetTests {
    private func step(_ number: Int?, _ time: TimeAmount?, _ name: String? = nil, line: Int? = nil) -> ProcedureStep {
        let line = line ?? 10 + (number ?? 0)
        return ProcedureStep(
            name: name ?? "Do part \(number ?? 0)", number: number, timeBudget: time.map { claim($0, "a.md", line) },
            span: span("a.md", line))
    }
    private func messages(_ budget: TimeAmount?, _ steps: ProcedureStep..., name: String = "Service Rollback")
        -> [String]
    {
        let procedure = RollbackProcedure(
            name: name, level: 2, timeBudgets: budget.map { [claim($0, "a.md", 2)] } ?? [], steps: steps, commands: [],
            span: span("a.md", 1))
        return PlanRule.rollbackStepsExceedBudget.messages(on: Plan(rollbackProcedures: [procedure]))
    }

    @Test func stepsTakeLonger() {
        #expect(
            messages(minutes(15, .below), step(1, minutes(5)), step(2, minutes(20)), step(3, nil))
                == ["'Service Rollback' is budgeted at 15 minutes here, but its steps take 25 minutes"])
        #expect(
            messages(minutes(15), step(1, minutes(5, from: 2)), step(2, minutes(11, from: 1))) == [
                "'Service Rollback' is budgeted at 15 minutes here, but its steps take 16 minutes"
            ])
    }

    @Test func offsetsEndAtTheLast() {
        #expect(
            messages(minutes(15), step(1, minutes(5, from: 0)), step(2, minutes(20, from: 5)))
                == ["'Service Rollback' is budgeted at 15 minutes here, but its steps end after 20 minutes"])
        #expect(messages(minutes(15), step(1, minutes(5, from: 0)), step(2, minutes(15, from: 5))) == [])
    }

    @Test func oneStepTakesLonger() {
        #expect(
            messages(minutes(5, .below), step(1, minutes(10, from: 5)), step(2, nil)) == [
                "'Service Rollback' is budgeted at 5 minutes here, but one of its steps takes 5 to 10 minutes"
            ])
        #expect(messages(minutes(5, .below), step(1, minutes(5, from: 2))) == [])
        #expect(messages(minutes(15), step(1, minutes(20, text: "~20 minutes"))) == [])
        #expect(messages(minutes(15), step(1, minutes(20, per: "shop"))) == [])
        #expect(messages(minutes(15), step(1, minutes(20), "Monitor the error rate")) == [])
    }

    @Test func stepsAreNoted() {
        let procedure = RollbackProcedure(
            name: "R", level: nil, timeBudgets: [claim(minutes(5), "a.md", 2)],
            steps: [step(1, minutes(5)), step(2, minutes(5))], commands: [], span: span("a.md", 1))
        let findings = PlanRule.rollbackStepsExceedBudget.check(RuleInput(plan: Plan(rollbackProcedures: [procedure])))
        #expect(findings.first?.span == span("a.md", 2))
        #expect(findings.first?.related.map(\.span) == [span("a.md", 11), span("a.md", 12)])
    }

    @Test func silent() {
        let (five, twenty) = (minutes(5), minutes(20))
        #expect(messages(minutes(25), step(1, five), step(2, twenty)) == [])
        #expect(messages(minutes(15), step(1, five), step(2, nil)) == [])
        #expect(messages(nil, step(1, five), step(2, twenty)) == [])
        #expect(messages(minutes(15)) == [])
        // What needs no budget of its own: parallel, alternative, repeated, watched.
        #expect(messages(minutes(15), step(1, five), step(2, twenty, "Restore in parallel")) == [])
        #expect(messages(minutes(15), step(1, five), step(2, twenty, "Option B: restore")) == [])
        #expect(messages(minutes(15), step(1, minutes(10)), step(1, minutes(10), "Do part 1", line: 30)) == [])
        #expect(
            messages(minutes(15), step(1, five), step(2, minutes(10)), step(3, twenty, "Monitor the error rate")) == [])
        // Budgets that are no upper limit.
        #expect(messages(minutes(15, .atLeast), step(1, five), step(2, twenty)) == [])
        #expect(messages(minutes(15, text: "~15 minutes"), step(1, five), step(2, twenty)) == [])
        #expect(messages(minutes(15, per: "feature"), step(1, five), step(2, twenty)) == [])
        #expect(messages(TimeAmount(kind: .immediate, seconds: 0, text: ""), step(1, five), step(2, twenty)) == [])
    }
}
