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

    private func night(_ deployment: String, _ command: String, _ next: String, _ lines: String) -> String {
        """
        # Night of the booking desk

        ## \(deployment)

        ```bash
        \(command)
        ```

        ## \(next)

        \(lines)
        """
    }

    @Test(arguments: [
        ("PHASE 8: UAT (20:00-20:30)", "- [ ] Book a table as a guest"),
        ("Phase 8: User acceptance testing", "- [ ] Book a table as a guest"),
        ("Phase 8: Abnahme durch die Filialen", "- [ ] Einen Tisch buchen"),
        ("Fase 8: Pruebas de aceptación (20:00-20:30)", "- [ ] Reservar una mesa"),
    ])
    func acceptanceBehindTheDeployment(next: String, lines: String) throws {
        try expect(
            .stepOrderDoubtful,
            in: night(
                "‹2:PHASE 7: DEPLOYMENT (19:30-20:00)›", "git merge release/2.0\n‹3:git push origin main›",
                "‹1:\(next)›",
                lines), reports: .at(1, "is the acceptance test and stands here, behind 'PHASE 7", note: 2, 3))
    }

    @Test(arguments: [
        ("vercel --prod", "npx prisma migrate deploy"), ("git push heroku main", "heroku run rails db:migrate"),
        ("npm run deploy:production", "flyway migrate"),
        ("helm upgrade desk ./desk -n production", "alembic upgrade head"),
    ])
    func migrationBehindTheDeployment(deployment: String, migration: String) throws {
        try expect(
            .stepOrderDoubtful,
            in: night(
                "‹2:2. Deploy to Production (15 min)›", "‹4:\(deployment)›", "‹1:3. Database Migration (5 min)›",
                "```bash\n‹3:\(migration)›\n```"),
            reports: .at(1, "is the migration of the database and stands here", note: 2, 3, 4))
    }

    @Test(arguments: [
        ("Phase 7: Deployment to staging", "git push origin main", "Phase 8: UAT", "- [ ] Book"),
        ("Phase 7: Deployment", "git push origin desk-2", "Phase 8: UAT", "- [ ] Book"),
        ("Phase 7: Deployment", "git push origin main", "Phase 8: Verify in production", "- [ ] Book"),
        ("Phase 7: Deployment", "git push origin main", "Phase 8: UAT", "- [ ] Book behind the feature flag"),
        (
            "Phase 7: Deployment", "vercel --prod", "Phase 8: Database",
            "The new schema is backward compatible\n\n```bash\nflyway migrate\n```"
        ),
        ("Phase 7: Deployment", "vercel --prod", "Phase 8: Database", "```bash\nflyway info\n```"),
        ("7. Deployment", "vercel --prod", "8. Database", "```bash\nflyway migrate\n```"),
        ("Phase 8: Deployment", "flyway migrate\nvercel --prod", "Phase 9: Repeat", "```bash\nflyway migrate\n```"),
        ("Phase 7: Deployment", "vercel --prod", "Rollback 8: Database", "```bash\nflyway migrate\n```"),
    ])
    func otherProceduresAreSilent(deployment: String, command: String, next: String, lines: String) throws {
        try expectSilence(of: .stepOrderDoubtful, in: night(deployment, command, next, lines))
    }

    private func cleanup(_ first: String, _ second: String, names: (String, String)) -> String {
        """
        # Moving away from polling

        ## Phase 1: Groundwork

        - Write the types of the events

        ## Phase 2: Clean-up

        1. **\(names.0)**:
           - \(first)

        2. **\(names.1)**:
           - \(second)
        """
    }

    @Test(arguments: ["Enable migration tools", "`EVENTS_ENABLE_MIGRATION=true`"])
    func removalAheadInOneList(line: String) throws {
        let text = line.hasPrefix("`") ? "`‹1:\(line.dropFirst().dropLast())›`" : "‹1:\(line)›"
        let plan = cleanup(
            "‹2:Remove the old polling system›", text, names: ("Old polling removal", "Migration tools"))
        try expect(
            .stepOrderDoubtful, in: plan, reports: .at(1, "stands under number 2 of 'Phase 2' here", note: 2))
    }

    @Test(arguments: [
        ("Enable migration tools", "Remove the old polling system"), ("Remove the old flag", "Enable migration tools"),
        ("Remove the old polling system", "Disable migration tools"),
        ("Remove the old polling system", "`EVENTS_ENABLE_MIGRATION=false`"),
    ])
    func otherListsAreSilent(first: String, second: String) throws {
        try expectSilence(of: .stepOrderDoubtful, in: cleanup(first, second, names: ("First", "Second")))
    }
}
