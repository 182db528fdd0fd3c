import Plan
import SourceText

extension PlanRule {
    /// A way back relies on a copy that nobody makes.
    static let restoreWithoutBackup = PlanRule(
        id: "restore-without-backup", severity: .warning,
        summary: "a command restores a backup that no step of the plan makes or checks",
        explanation: Explanation(
            fault: """
                A command of a way back or a phase brings data back from a dump, backup or snapshot, and no command, \
                step or list of any document makes such a copy or checks that there is one.
                """,
            harm: "On the night it is needed the file is old, empty or was never there.",
            misses: """
                Any line that speaks of a backup without restoring it counts as one that makes it, in every document: \
                which data it holds is not looked at. Scripts whose names say nothing of it are passed over.
                """),
        badExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ```bash
                systemctl stop ledger
                pg_restore --clean --dbname=ledger /srv/ledger/before-switch.dump
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Evening before

                - [ ] Nightly dump of the ledger is complete and was read back once
                """),
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ```bash
                systemctl stop ledger
                pg_restore --clean --dbname=ledger /srv/ledger/before-switch.dump
                ```
                """),
        ]
    ) { input in
        let commands = input.plan.commands
        guard !commands.precautions.contains(where: { $0.kind == .copy }),
            !commands.blocks.contains(where: { $0.commands.contains(where: BackupUse.keeps) })
        else { return [] }
        var told: Set<String> = []
        return commands.blocks.filter { $0.isPlanned && $0.form != .codeSpan }.flatMap(\.commands).compactMap {
            command in
            guard let source = BackupUse.restored(by: command), told.insert(source.text).inserted else { return nil }
            return Fault(
                message: "\(quoted(source.text)) is restored here, but no step or list of the plan makes or checks it",
                span: source.span, label: "brought back, read from the code block",
                help: "add the step that makes the copy, or one that checks it", identity: [clipped(source.text)])
        }
    }
}
