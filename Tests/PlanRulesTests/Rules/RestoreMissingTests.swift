import Testing

@testable import PlanRules

struct RestoreMissingTests {
    private func plan(_ trigger: String, _ step: String) -> String {
        "# Rückfall\n\n## ‹2:Rollback der Buchung (30 Minuten)›\n\n**Trigger**: ‹1:\(trigger)›\n\n1. Altes Abbild zurück\n2. \(step)\n"
    }

    @Test(arguments: ["Data loss in bookings", "Datenverlust", "pérdida de datos", "corrupted data rows"])
    func nothingBringsDataBack(trigger: String) throws {
        try expect(
            .restoreMissing,
            in: plan(trigger, "Warteschlange starten"),
            reports: .at(1, "calls for a rollback, but no procedure restores data", note: 2))
    }

    /// The shape of a runbook that lists what calls for a rollback, and then only deploys the version before.
    @Test(arguments: [
        ("Condiciones de rollback", "Migración causa pérdida de datos", "Restaurar la versión anterior"),
        ("Rollback conditions", "Bookings show data loss", "Redeploy the version before"),
        ("When to roll back", "Data corruption in bookings", "Restore the previous deployment"),
    ])
    func conditionsInAList(title: String, condition: String, step: String) throws {
        try expect(
            .restoreMissing,
            in: """
                # Reservas

                ## Rollback

                ### \(title)

                - p95 > 3 s
                - ‹1:\(condition)›

                ### ‹2:Rollback de la aplicación›

                1. \(step)
                2. Call the desk
                """, reports: .at(1, "calls for a rollback, but no procedure restores data", note: 2))
    }

    @Test func conditionsAndAStepThatRestores() throws {
        try expectSilence(
            of: .restoreMissing,
            in:
                "# R\n\n## Rollback\n\n### Rollback conditions\n\n- Data loss\n\n### Rollback steps\n\n1. Restore the previous version of the database\n2. Call\n"
        )
        try expectSilence(
            of: .restoreMissing,
            in: "# R\n\n## Risks\n\n- Data loss\n\n## Rollback\n\n1. Deploy the version before\n2. Call\n")
    }

    @Test(arguments: [
        ("Data loss", "Restore last night's rows"), ("Datenverlust", "Sicherung einspielen"),
        ("Error rate > 5%", "Start"),
        ("Data loss", "Run the script\n\n   ```bash\n   pg_restore -d a b.dump\n   ```"),
    ])
    func somethingDoesOrNothingIsLost(trigger: String, step: String) throws {
        try expectSilence(
            of: .restoreMissing, in: "# R\n\n## Rollback\n\n**Trigger**: \(trigger)\n\n1. Back\n2. \(step)\n")
    }
}
