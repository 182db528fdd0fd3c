import Testing

@testable import PlanRules

struct TaskRepeatedTests {
    private func plan(_ first: String, _ second: String) -> String {
        "# Depot move\n\n## Phase 1: Groundwork\n\n- \(first)\n\n## Phase 2: Twin writing\n\n- \(second)\n"
    }

    @Test(arguments: [
        ("[ ] Write the comparison script for parcels", "[ ] Write comparison script for the parcels"),
        ("[ ] Configure alert rules for scanner backlog", "[ ] Configure the alert rules for the scanner backlog"),
        ("[ ] Remove legacy parcel import code", "[ ] Remove the legacy parcel import code completely"),
        ("[ ] Definieren der Grenzwerte für Scanner Ausfälle", "[ ] Definieren der Grenzwerte für Scanner Ausfälle"),
    ])
    func oneThingInTwoPhases(first: String, second: String) throws {
        let (here, there) = ("‹1:\(second.dropFirst(4))›", "‹2:\(first.dropFirst(4))›")
        try expect(
            .taskRepeated, in: plan("[ ] \(there)", "[ ] \(here)"),
            reports: .at(1, "is to be done in 'Phase 2' here, and in 'Phase 1'", note: 2))
    }

    @Test(arguments: [
        ("[x] Write the comparison script for parcels", "[ ] Write the comparison script for parcels"),
        ("Write the comparison script for parcels", "Write the comparison script for parcels"),
        ("[ ] Deploy the scanner service to all hosts", "[ ] Deploy the scanner service to all hosts"),
        ("[ ] Monitor the error rate of the scanners", "[ ] Monitor the error rate of the scanners"),
        ("[ ] Write the report", "[ ] Write the report"),
        ("[ ] Write the comparison script for parcels", "[ ] Write the comparison script for letters"),
        ("[ ] Set the flag for depots to 10 percent", "[ ] Set the flag for depots to 50 percent"),
    ])
    func otherTasksAreSilent(first: String, second: String) throws {
        try expectSilence(of: .taskRepeated, in: plan(first, second))
    }

    @Test func whatEveryPhaseDoes() throws {
        let task = "- [ ] Create the rollback tag for the release\n\n"
        try expectSilence(
            of: .taskRepeated, in: "# P\n\n## Phase 1: A\n\n\(task)## Phase 2: B\n\n\(task)## Phase 3: C\n\n\(task)")
    }

    @Test func oneNameWithBrackets() throws {
        try expect(
            .taskRepeated,
            in: plan(
                "[ ] ‹2:Row policy audit (depot.users references)›",
                "[ ] ‹1:Row policy audit (depot.users → token claims)›"),
            reports: .at(1, "is to be done in 'Phase 2' here, and in 'Phase 1'", note: 2))
    }

    @Test(arguments: [
        ("Row policy audit (north depots)", "Row policy audit (south depots)"),
        ("Row policy audit (depot.users)", "Row policy audit (depot.orders)"),
        ("Row policy tests (depot.users reads)", "Row policy tests (depot.users writes)"),
        ("Policy audit (depot.users)", "Policy audit (depot.users)"),
    ])
    func otherBracketsAreSilent(first: String, second: String) throws {
        try expectSilence(of: .taskRepeated, in: plan("[ ] \(first)", "[ ] \(second)"))
    }
}
