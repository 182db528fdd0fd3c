import SourceText
import Testing

@testable import PlanRules

struct SecretInDocumentTests {
    private static let github = "ghp_" + "q7Zt2LmX9vRb4KcW8nYh3JdF6sGp1TaE5uVo"
    private static let stripe = "sk_live_" + "51Hq7ZtLmX9vRb4KcW8nYh3J"
    private static let aws = "AKIA" + "Q3ZT7LMX9VRB2KCW"

    @Test func tokensByTheirShape() throws {
        try expect(
            .secretInDocument,
            in: """
                # Umzug nach Köln

                | Wer | Zugang |
                | --- | --- |
                | Wache | ‹1:ghp_›\(Self.github.dropFirst(4)) |

                - Zahlung: `‹2:sk_live_›\(Self.stripe.dropFirst(8))`

                ```bash
                aws configure set aws_access_key_id ‹3:AKIA›\(Self.aws.dropFirst(4))
                ```

                <!-- old: ‹4:xoxb-›\("204857-19385720-" + "hT6yRw2QpLz8NvKc") -->
                """,
            reports: .at(1, "the GitHub token stands here in clear text"), .at(2, "the Stripe key"),
            .at(3, "the AWS access key"), .at(4, "the Slack token"))
    }

    @Test func valuesByTheirName() throws {
        try expect(
            .secretInDocument,
            in:
                "# Plan\r\n\r\n```env\r\n‹1:DB_PASSWORD›=Gr4velpit-7719!\r\n‹2:PAY_API_KEY›=\"f83kd0s9w2mzq71xv5tb\"\r\n"
                + "DB_USER=till\r\n```\r\n\r\n- **Passwort**: Mühl-Rad48aa7\r\n- `--‹3:token›=a8f3k20dkw93mz7q1xv5` behind it\r\n",
            reports: .at(1, "the password of 'DB_PASSWORD'"), .at(2, "the secret of 'PAY_API_KEY'"),
            .at(3, "the secret of 'token'"))
    }

    @Test func passwordInAnAddress() throws {
        try expect(
            .secretInDocument,
            in: "# Plan\n\n```sh\npg_dump postgres://‹1:till›:Gr4velpit7719@db.shop.internal/orders\n```\n",
            reports: .at(1, "the password in an address of 'till'"))
    }

    @Test func privateKey() throws {
        let body = (1...4).map { "Mz8Qk\($0)vT2xWb9LpRyC4nJhF7sGdE1aUoKi6Zt3XmVq5BwNcHl0PjSfYr" }.joined(
            separator: "\n")
        try expect(
            .secretInDocument,
            in: "# Key\n\n```\n‹1:-----BEGIN RSA PRIVATE KEY-----›\n\(body)\n-----END RSA PRIVATE KEY-----\n```\n",
            reports: .at(1, "the private key stands here"))
    }

    @Test(arguments: [
        "DB_PASSWORD=changeme", "DB_PASSWORD=<password>", "DB_PASSWORD=${DB_PASSWORD}", "DB_PASSWORD=$(pass show db)",
        "DB_PASSWORD=xxxxxxxx12", "DB_PASSWORD: see the vault", "API_TOKEN=your-token-here-1234", "token: 15 minutes",
        "API_KEY=prod-key-v2", "PASSWORD=********", "SECRET_NAME=till-orders-7f3a9b2c1d8e",
        "CACHE_KEY=a8f3k20dkw93mz7q1xv5",
        "AKIAIOSFODNN7EXAMPLE", "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "sk_test_51Hq7ZtLmX9vRb4KcW8nYh3J",
        "postgres://postgres:postgres@db:5432/app", "postgres://app:Gr4velpit7719@localhost/app",
        "postgres://app:$PGPASSWORD@db/app", "{\"access_token\": \"Zq8Yj3aBD8U8Cm7lKUp3lm9O9BmDgdhH\"}",
        "https://user:he%2F%2Fo77@packages.shop.internal/simple",
        "https://example.com:8443/a@b", "NEXT_PUBLIC_API_KEY=f83kd0s9w2mzq71xv5tb",
        "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
        "ANON_KEY=eyJhbGciOiJIUzI1NiIsInR5cCI6.eyJpc3MiOiJzdXBhYmFzZSIs.Zk3Qm9Xv7Lp2Rb8Tc4Wy", "secret: till-tls-2026",
        "password == Gr4velpit7719", "PASSWORD=/run/secrets/db-7719a",
    ])
    func whatStandsForAValue(text: String) throws {
        try expectSilence(of: .secretInDocument, in: "# Plan\n\n```\n\(text)\n```\n\nand \(text)\n")
    }

    /// The value may stand in another rule's excerpt, too.
    @Test func noFormatShowsTheValue() {
        let text =
            "# Plan\n\n```bash\nexport PGPASSWORD=Br4chvogel-308; psql 'it\n```\n\nSee [it](gone.md) PAY_SECRET=\(Self.github)\n"
        let files = [SourceFile(path: "plan.md", text: text)]
        let mask = FindingMask(planOf(files))
        let report = LintReport(findings: findings(in: files).map(mask.finding), documentCount: 1)
        #expect(
            Set(report.findings.map(\.rule)).isSuperset(of: ["secret-in-document", "command-syntax", "link-broken"]))
        let outputs = [
            report.text(), report.concise(), report.json(), report.jsonLines(), report.sarif(version: "1"),
            report.githubAnnotations(),
            report.gitlab(), report.junit(), report.rdjson(), report.markdown(),
        ]
        for output in outputs {
            #expect(!output.contains("Br4chvogel-308") && !output.contains(Self.github.dropFirst(4)))
        }
        #expect(report.text().contains("export PGPASSWORD=**************; psql 'it"))
    }
}
