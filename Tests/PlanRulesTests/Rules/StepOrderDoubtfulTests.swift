import Testing

@testable import PlanRules

struct StepOrderDoubtfulTests {
    private func plan(_ first: String, _ second: String, names: (String, String) = ("One", "Two")) -> String {
        "# Moving the tariff engine\n\n## Phase 1: \(names.0)\n\n- \(first)\n\n## Phase 2: \(names.1)\n\n- \(second)\n"
    }

    @Test(arguments: [
        ("Deploy the engine to production", "Run the smoke tests on staging", "the first test on staging"),
        (
            "Release to production at noon", "User acceptance testing in the staging environment",
            "the first test on staging"
        ),
        (
            "Deploy the application to production", "Run the database migrations",
            "the first run of the database migrations"
        ),
        ("Decommission the old cluster", "Migrate the data of the shops", "the first move of the data"),
        ("Shut down the legacy database", "Copy data to the new store", "the first move of the data"),
    ])
    func whatIsNeededComesLast(first: String, second: String, phrase: String) throws {
        try expect(
            .stepOrderDoubtful, in: plan("‹2:\(first)›", "‹1:\(second)›"),
            reports: .at(1, "is \(phrase) and stands in 'Phase 2' here", note: 2))
    }

    @Test func thePhaseSaysWhere() throws {
        try expect(
            .stepOrderDoubtful,
            in: plan(
                "‹2:Deploy all services›", "‹1:Run smoke tests›", names: ("Production deployment", "Staging sign-off")),
            reports: .at(1, "the first test on staging", note: 2))
    }

    @Test func theHeadingSaysIt() throws {
        try expect(
            .stepOrderDoubtful,
            in: plan(
                "Announce it to the shops", "‹1:User acceptance tests in the staging environment›",
                names: ("‹2:Production deployment›", "Acceptance")),
            reports: .at(1, "'Production deployment' already in 'Phase 1'", note: 2))
    }

    @Test func daysOfATimeline() throws {
        try expect(
            .stepOrderDoubtful,
            in: """
                # Till timeline

                ## Day 3: Removal

                - [ ] ‹2:Decommission the legacy database›

                ## Day 4: Move

                - [ ] ‹1:Enable the migration tools for all shops›
                """, reports: .at(1, "the first move of the data and stands in 'day 4'", note: 2))
    }

    @Test(arguments: [
        ("Run the smoke tests on staging", "Deploy the engine to production"),
        ("Deploy the engine to staging", "Run the smoke tests on staging"),
        ("Deploy the engine to production", "Run the smoke tests in production"),
        ("Prepare the deployment to production", "Run the smoke tests on staging"),
        ("Deploy the monitoring to production", "Run the smoke tests on staging"),
        ("Deploy the engine to production", "Run the clean-up database migrations"),
        ("Deploy the application to production", "Drop the old columns"),
        ("Remove the old feature flag", "Migrate the data of the shops"),
        ("Decommission the old cluster", "Archive the data"),
        ("Plan to decommission the old cluster", "Migrate the data"),
    ])
    func otherStepsAreSilent(first: String, second: String) throws {
        try expectSilence(of: .stepOrderDoubtful, in: plan(first, second))
    }

    @Test func whatAnEarlierPhaseDoesToo() throws {
        try expectSilence(
            of: .stepOrderDoubtful,
            in: """
                # P

                ## Phase 1: Rehearsal

                - Run the smoke tests on staging

                ## Phase 2: Release

                - Deploy the engine to production

                ## Phase 3: Next version

                - Run the smoke tests on staging
                """)
    }
}
