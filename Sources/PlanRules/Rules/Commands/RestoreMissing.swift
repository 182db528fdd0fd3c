import Plan
import SourceText

extension PlanRule {
    /// Lost data call for a rollback, and no rollback brings data back.
    static let restoreMissing = PlanRule(
        id: "restore-missing", severity: .warning,
        summary: "lost or damaged data call for a rollback, but no procedure restores any",
        explanation: Explanation(
            fault: """
                A trigger names the loss or corruption of data, the plan spells out rollback procedures, and neither a \
                command nor a line of any document restores data.
                """,
            harm: "The code goes back and the damaged rows stay.",
            misses: """
                A single line that speaks of restoring anything but a version of the program is taken for the missing \
                procedure.
                """),
        badExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ## Service rollback (< 10 minutes)

                **Trigger**: data corruption in bookings

                1. Put the old image back
                2. Start the queue
                """)
        ],
        goodExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ## Service rollback (< 10 minutes)

                **Trigger**: data corruption in bookings

                1. Put the old image back
                2. Restore the bookings of the last hour from the nightly snapshot
                """)
        ], isPreview: true
    ) { input in
        let plan = input.plan
        let isSpelledOut = plan.rollbackProcedures.contains { $0.steps.count > 1 || !$0.commands.isEmpty }
        guard isSpelledOut, !plan.commands.precautions.contains(where: bringsDataBack),
            !plan.commands.blocks.contains(where: { $0.commands.contains { BackupUse.restored(by: $0) != nil } })
        else { return [] }
        let triggers =
            plan.triggers.map { ($0.text, $0.span) }
            + plan.rollbackProcedures.flatMap(\.triggers).map { ($0.value, $0.span) }
            + plan.commands.precautions.filter { $0.kind == .occasion }.map { ($0.text, $0.span) }
        guard let trigger = triggers.first(where: { namesLostData($0.0) }),
            let procedure = plan.rollbackProcedures.first
        else { return [] }
        return [
            Fault(
                message: "\(quoted(trigger.0)) calls for a rollback, but no procedure restores data", span: trigger.1,
                label: "data are lost or damaged here",
                related: [Finding.Note("the ways back begin here", at: procedure.span)],
                help: "add the steps that restore the data", identity: [words(of: trigger.0).joined(separator: " ")])
        ]
    }
}

/// A line on restoring anything but the former version of the program.
private func bringsDataBack(_ precaution: Precaution) -> Bool {
    guard precaution.kind == .restoring else { return false }
    let named = Set(words(of: precaution.text))
    return named.isDisjoint(with: programWords) || !named.isDisjoint(with: dataWords)
}

private let programWords: Set<String> = [
    "version", "release", "deployment", "deploy", "code", "image", "build", "app", "application", "service", "versión",
    "despliegue", "código", "aplicación", "servicio", "anwendung", "dienst", "déploiement",
]
private let dataWords: Set<String> = [
    "data", "database", "db", "backup", "backups", "snapshot", "snapshots", "dump", "table", "tables", "rows", "daten",
    "datenbank", "sicherung", "datos", "bd", "copia", "respaldo", "tabla", "données", "base", "sauvegarde",
]

/// `Data corruption`, `Datenverlust`, `pérdida de datos`.
private func namesLostData(_ text: String) -> Bool {
    let named = Set(words(of: text))
    if !named.isDisjoint(with: ["datenverlust", "datenverluste", "datenkorruption"]) { return true }
    return !named.isDisjoint(with: ["data", "daten", "dato", "donnée", "donnee", "row", "record"])
        && !named.isDisjoint(with: [
            "loss", "lost", "corruption", "corrupt", "corrupted", "verloren", "beschädigt", "pérdida", "corrupción",
            "corrupto", "perte", "corrompue", "corrompu",
        ])
}
