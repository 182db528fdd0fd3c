import Testing

@testable import PlanRules

struct CommandDestructiveUnguardedTests {
    private func rollback(_ commands: String, before: String = "", language: String = "bash") -> String {
        "# Plan\n\n## Rollback\n\n\(before)\n\n```\(language)\n\(commands)\n```\n"
    }

    @Test(arguments: [
        ("‹1:rm -rf /srv/till/data›", "rm -rf /srv/till/data"), ("‹1:sudo rm -r -f \"$DATA\"›", "rm -rf $DATA"),
        ("psql -c ‹1:'DROP TABLE IF EXISTS bookings'›", "DROP TABLE bookings"),
        ("mysql shop <<SQL\n‹1:TRUNCATE orders;\n›SQL", "TRUNCATE orders"),
        ("‹1:kubectl delete namespace till›", "kubectl delete namespace till"),
        ("‹1:kubectl -n till delete pvc/ledger›", "kubectl delete pvc ledger"),
        ("cd infra\n‹1:terraform destroy -auto-approve›", "terraform destroy"),
        ("‹1:git push --force origin main›", "git push --force main"),
        ("‹1:redis-cli -h sessions FLUSHALL›", "redis-cli FLUSHALL"),
        ("‹1:aws s3 rm s3://till-archive --recursive›", "aws s3 rm"), ("‹1:dropdb ledger›", "dropdb ledger"),
        ("‹1:npx prisma migrate reset --force›", "prisma migrate reset"),
    ])
    func destroysForGood(commands: String, phrase: String) throws {
        try expect(
            .commandDestructiveUnguarded, in: rollback(commands), reports: .at(1, "'\(phrase)"))
    }

    @Test func statementsOfADatabase() throws {
        try expect(
            .commandDestructiveUnguarded,
            in: """
                # Marcha atrás

                ## Fase 2: Corte (día 3)

                Se vacía la cola y se vuelve al libro antiguo.

                ```sql
                SELECT count(*) FROM apuntes; -- ¿cuántos?
                ‹1:DELETE FROM apuntes›;
                DROP TABLE cola;
                ```
                """, reports: .at(1, "'DELETE FROM apuntes' cannot be undone"))
    }

    @Test(arguments: [
        "pg_dump ledger > a\ndropdb ledger", "# after a backup\nrm -rf /srv/data",
        "read -p 'sure? ' a\nrm -rf /srv/data",
        "rm -rf /tmp/till", "rm -rf ./build node_modules", "rm -f /srv/till.lock", "rm -rf \"$(mktemp -d)\"",
        "rm -rf \"$CACHE_DIR\"", "kubectl delete pod till-1", "kubectl delete ns till --dry-run=client",
        "kubectl delete ns till-staging", "redis-cli -h price-cache FLUSHALL", "# clear the cache\nredis-cli FLUSHALL",
        "npx supabase db reset", "terraform plan -destroy",
        "git push --force-with-lease origin main",
        "git push --force origin fix/till", "redis-cli GET a", "aws s3 rm s3://a/b.txt",
        "psql -c 'DELETE FROM carts WHERE id = 1'", "psql -c 'DROP INDEX a'", "echo 'DROP TABLE a'",
        "psql -c 'CREATE TABLE queue_b (id int)'\npsql -c 'DROP TABLE queue_b'", "psql -c 'DROP TABLE orders_tmp'", "",
    ])
    func whatIsGuardedOrHarmless(commands: String) throws {
        try expectSilence(of: .commandDestructiveUnguarded, in: rollback(commands))
    }

    @Test(arguments: [
        "Take a snapshot of the volume first.", "Only with the approval of the duty manager.", "1. Sicherung prüfen",
        "Faire une sauvegarde.", "- [ ] dry run done",
    ])
    func whatTheTextMakesSureOf(line: String) throws {
        try expectSilence(of: .commandDestructiveUnguarded, in: rollback("dropdb ledger", before: line))
    }

    @Test func copyOfAnEarlierSection() throws {
        try expectSilence(
            of: .commandDestructiveUnguarded,
            in: "# Plan\n\n## Before\n\n- [ ] Backup is complete\n\n## Rollback\n\n```bash\ndropdb ledger\n```\n")
    }

    @Test func questionInAnotherProcedureHelpsNobody() throws {
        try expect(
            .commandDestructiveUnguarded,
            in:
                "# Plan\n\n## Rollback A\n\n```bash\n‹1:dropdb ledger›\n```\n\n## Rollback B\n\nConfirm with Ann.\n\n```bash\nback\n```\n",
            reports: .at(1, "'dropdb ledger' cannot be undone"))
    }
}
