import Plan
import SourceText

extension PlanRule {
    /// A credential stands in a document for everybody to read.
    static let secretInDocument = PlanRule(
        id: "secret-in-document", severity: .error, summary: "a credential stands in a document in clear text",
        explanation: Explanation(
            fault: """
                A document holds what has the shape of a well-known service's token, a private key, a password in an \
                address, or a value for a variable that is called a password, token or secret.
                """,
            harm: """
                Planning documents are copied, mailed and kept in every clone of the repository. Whoever reads one can \
                use the credential, long after the migration.
                """,
            misses: """
                What only stands for a value (`changeme`, `<token>`, `$TOKEN`, the examples of a vendor's \
                documentation), keys that a public site shows to everybody, tokens under a quoted name in small letters, \
                as the answers of an interface are shown, and passwords without digits. The value itself is never \
                printed.
                """),
        badExample: [
            ExampleDocument(
                "runbook.md",
                """
                # Night of the switch

                ```bash
                export PGPASSWORD=Gr4velpit-7719
                psql -h orders-db -c 'select 1'
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "runbook.md",
                """
                # Night of the switch

                ```bash
                export PGPASSWORD="$(pass show orders-db)"
                psql -h orders-db -c 'select 1'
                ```
                """)
        ]
    ) { input in
        input.plan.commands.secrets.map { secret in
            let name = secret.name.map { " of \(quoted($0))" } ?? ""
            return Fault(
                message: "the \(secret.kind)\(name) stands here in clear text",
                span: secret.span, label: "\(secret.value.range.count) characters behind it are not shown",
                help: "revoke it, for it stays in the history, and say here where it is kept",
                identity: [secret.kind, secret.name ?? ""])
        }
    }
}
