import Assessment
import Observations
import Plan
import SourceText
import Testing

/// What a gate goes on, line by line.
@Suite struct GateTests {
    private func gate(
        _ scope: GateScope, under id: String? = nil, trigger condition: String = "> 10", value: Double = 20,
        metric: String = "Queue length"
    ) throws -> Gate {
        let stated = try trigger(metric, condition).inPhase(id)
        let plan = Plan(
            phases: [phase(1, days: 6...10), phase(2, days: 6...10)],
            thresholds: [try threshold("Error rate", target: "< 1%", alert: "> 5%")], triggers: [stated],
            checklists: [
                checklist("one", phase: "phase-1", [("Traffic moved", true)]),
                checklist(
                    "load and secrets", phase: "phase-2", place: 300,
                    [("Load test run", true), ("Secrets changed", true)]),
            ])
        let name = metric.lowercased().split(separator: " ").joined(separator: "_")
        let metrics = [steady("error_rate_percent", 0.5), steady(name, value)].sorted { $0.identity < $1.identity }
        let assessment = assess(plan: plan, observations: observed(plan, metrics), clock: try clock()).assessment
        return judgeGate(scope, of: assessment, plan: plan)
    }

    @Test func aFiringTriggerIsAgainstEveryPhaseThatItSpeaksOf() throws {
        for scope in [GateScope.plan, .phase("phase-1"), .phase("phase-2"), .part(.runtime)] {
            let fires = try gate(scope)
            #expect(fires.decision == .noGo, "\(scope)")
            #expect(fires.lines.filter { $0.decision == .noGo }.map(\.kind) == ["trigger"])
            #expect(try gate(scope, value: 5).decision == .go, "\(scope)")
        }
        #expect(try gate(.phase("phase-1"), under: "phase-2").decision == .go)
        #expect(try gate(.phase("phase-2"), under: "phase-2").decision == .noGo)
    }

    @Test func aTriggerThatCannotBeJudgedIsAgainstNoPhase() throws {
        let gate = try gate(.phase("phase-1"), trigger: "> 10 ms")
        #expect(gate.decision == .go)
        #expect(!gate.lines.contains { $0.kind == "trigger" })
    }

    @Test(arguments: [
        ("Latency", GatePart.performance, true), ("Queue length", .performance, false),
        ("Login permissions", .security, true), ("Queue length", .security, false),
    ])
    func aPartHasTheTriggersThatSpeakOfIt(_ metric: String, _ part: GatePart, _ isAgainst: Bool) throws {
        #expect(try gate(.part(part), metric: metric).decision == (isAgainst ? .noGo : .go))
    }

    @Test func whatIsExcusedIsNoReasonToGoOn() throws {
        let configuration = AssessmentConfiguration(plannedWindows: [
            PlannedWindow(from: now.adding(seconds: -60), to: now.adding(seconds: 600), reason: "drill", kpis: [])
        ])
        for (isTicked, verdict) in [(false, PlanVerdict.unknown), (true, .onPlan)] {
            let plan = Plan(
                phases: [phase(1, days: 6...10)],
                thresholds: [try threshold("Error rate", target: "< 1%", critical: "> 5%")],
                checklists: [checklist("list", [("Smoke test", isTicked)])])
            let assessment = assess(
                plan: plan,
                observations: observed(plan, [steady("error_rate_percent", 20)], configuration: configuration),
                clock: try clock(), configuration: configuration
            ).assessment
            #expect(assessment.verdict == verdict, "that a phase runs shows nothing")
            #expect(judgeGate(.plan, of: assessment, plan: plan).decision == (isTicked ? .go : .noGo))
        }
    }
}
