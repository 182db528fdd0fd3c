import Testing

@testable import PlanRules

struct RestoreWithoutBackupTests {
    private func rollback(_ commands: String) -> String { "# Plan\n\n## Rollback\n\n```bash\n\(commands)\n```\n" }

    @Test(arguments: [
        "pg_restore -d ledger ‹1:/srv/before.dump›", "psql ledger -f ‹1:ledger-backup.sql›",
        "gunzip -c ‹1:ledger_dump.sql.gz› | psql ledger", "tar -xzf ‹1:/srv/backups/till.tar.gz› -C /etc/till",
        "sudo cp -a ‹1:/srv/backup/till.conf› /etc/till/\r", "mongorestore ‹1:/srv/dump›",
        "psql -h db ledger < ‹1:\"backup_$DAY.sql\"›", "mysql ledger < ‹1:/srv/kept/a.sql›",
        "for h in a b; do pg_restore -d \"$h\" ‹1:\"$h.dump\"›; done",
    ])
    func nobodyMakesTheCopy(commands: String) throws {
        try expect(
            .restoreWithoutBackup, in: rollback(commands), reports: .at(1, "is restored here, but no step"))
    }

    @Test func germanPlanInTwoDocuments() throws {
        try expect(
            .restoreWithoutBackup,
            in: [
                ("plan.md", "# Umzug\n\n## Phase 1: Probe (Tag 1)\n\n- [ ] Kassen sind gezählt\n"),
                ("zurueck.md", "# Rückfall\n\n```sh\npg_restore -d kasse ‹1:/srv/vorher.dump›\n```\n"),
            ], reports: .at(1, "'/srv/vorher.dump' is restored here"))
    }

    @Test(arguments: [
        ("pg_restore -d ledger a.dump", "- [ ] Nightly backup verified"),
        ("pg_restore -d ledger a.dump", "Sicherung um 22 Uhr"),
        ("pg_restore -d ledger a.dump", "```bash\npg_dump ledger > a.dump\n```"), ("pg_restore --list a.dump", ""),
        ("cp a.conf backup/a.conf", ""), ("psql ledger < migrate.sql", ""), ("psql ledger > backup.sql", ""),
        ("psql -f migrate_down.sql", ""), ("tar -xzf release-1.4.tgz", ""),
        ("git restore --source=v1 .", ""),
        ("pg_restore -d ledger a.dump", "| Volcado | 21:00 |\n| --- | --- |\n| copia de seguridad | Ana |"),
    ])
    func somebodyDoesOrNothingIsRestored(commands: String, line: String) throws {
        try expectSilence(
            of: .restoreWithoutBackup, in: "# Plan\n\n## Before\n\n\(line)\n\n" + rollback(commands).dropFirst(8))
    }
}
