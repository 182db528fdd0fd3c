import Testing

@testable import PlanRules

struct CriterionGateConflictTests {
    private func plan(_ stage: String, _ claim: String) -> String {
        "# Parking meters\n\n## Phase 2: City centre (Day 3-5)\n\n\(stage)\n\n## Success criteria\n\n\(claim)\n"
    }

    @Test(arguments: [
        ("- ‹2:Manual approval from the traffic office before 50%›", "- ‹1:Zero manual interventions›"),
        ("- **‹2:Gate**: manual sign-off›", "- ‹1:The rollout proceeds without manual approval›"),
        ("- ‹2:Freigabe durch das Amt (manuell)›", "- ‹1:Kein manueller Eingriff›"),
        ("- ‹2:Manuelle Freigabe durch das Amt›", "- ‹1:Keine manuellen Eingriffe›"),
    ])
    func aStageWaits(stage: String, claim: String) throws {
        try expect(
            .criterionGateConflict, in: plan(stage, claim), reports: .at(1, "a stage asks for approval in", note: 2))
    }

    @Test(arguments: [
        ("- Manual approval before 50%", "- Rollback runs without manual intervention"),
        ("- Manual intervention only if a meter hangs", "- No manual intervention"),
        ("- No manual approval is needed", "- No manual intervention"),
        ("- Automatic promotion", "- No manual intervention"),
        ("- Manual approval before 50%", "- Every meter takes coins"),
    ])
    func silent(stage: String, claim: String) throws {
        try expectSilence(of: .criterionGateConflict, in: plan(stage, claim))
    }

    private func checklists(_ criterion: String, _ task: String) -> String {
        """
        # Parking meters

        ## Phase 1: Pilot

        ### Success criteria

        - Error rate < 1%
        - \(criterion)

        ## Checklists

        ### Pilot, second day

        - [ ] Look at the dashboards
        - [ ] \(task)
        """
    }

    @Test(arguments: [
        "‹2:Decision: proceed or rollback›", "‹2:Get final approvals›", "‹2:Entscheidung: weiter oder zurück›",
    ])
    func somebodyDecides(task: String) throws {
        try expect(
            .criterionGateConflict, in: checklists("‹1:No manual intervention required›", task),
            reports: .at(1, "a stage asks for approval in plan.md:15", note: 2))
    }

    @Test(arguments: [
        ("No manual intervention required", "Write down the decision on the colour"),
        ("No manual intervention required", "Automatic decision: proceed or rollback"),
        ("No manual intervention required", "Legal approval of the terms"),
        ("Every meter takes coins", "Decision: proceed or rollback"),
    ])
    func nobodyDecides(criterion: String, task: String) throws {
        try expectSilence(of: .criterionGateConflict, in: checklists(criterion, task))
    }
}
