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
