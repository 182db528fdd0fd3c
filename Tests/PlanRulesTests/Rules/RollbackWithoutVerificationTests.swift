import Testing

@testable import PlanRules

struct RollbackWithoutVerificationTests {
    @Test func numberedSteps() throws {
        try expect(
            .rollbackWithoutVerification,
            in: """
                # If the ferry booking fails

                ## ‹1:Rollback of the booking desk›
                ```bash
                systemctl stop desk2
                ```
                1. Close the new desk
                2. Forward calls to the old one
                3. ‹2:Open the old one›
                """,
            reports: .at(1, "none of the 3 steps of 'Rollback of the booking desk' checks that it worked", note: 2))
    }

    @Test func headedSteps() throws {
        try expect(
            .rollbackWithoutVerification,
            in:
                "## ‹1:Rückfall Schalter (< 30 Minuten)›\r\n\r\n### Schritt 1: Schalter schließen\r\n\r\nAlles aus.\r\n\r\n### ‹2:Schritt 2: Altes Pult öffnen›\r\n",
            reports: .at(1, "none of the 2 steps of 'Rückfall Schalter' checks", note: 2))
    }

    private let steps = "## Rollback of the desk\n\n1. Close the new desk\n2. Open the old one\n"

    @Test(arguments: [
        "3. Verify that a booking works\n", "3. Watch the error rate\n", "\nExpected: bookings arrive.\n",
        "3. Prüfen, ob gebucht wird\n",
        "3. Comprobar una reserva\n", "3. Vérifier une réservation\n", "3. Wait until the queue is empty\n",
        "\n```sh\ncurl -fsS https://desk.example/health\n```\n", "\n```sh\nkubectl get pods\n```\n",
        "\n### Verification\n\nBook a trip.\n",
        "\n## After any rollback\n\n- Tell the captain\n", "   - [ ] dashboards are green\n",
    ])
    func silent(more: String) throws {
        try expectSilence(of: .rollbackWithoutVerification, in: "# Desk\n\n" + steps + more)
    }

    @Test func checksBesideTheProcedures() throws {
        try expectSilence(
            of: .rollbackWithoutVerification,
            in: "# Rollback procedures\n\n" + steps + "\n## Validation\n\n- [ ] A booking works\n")
        try expectSilence(
            of: .rollbackWithoutVerification,
            in: [
                ("plan.md", "# Desk\n\n" + steps),
                ("checks.md", "# Checks\n\n## Post-rollback checks\n\n- [ ] A booking works\n"),
            ]
        )
    }

    @Test(arguments: [
        "## Rollback\n\n- Close the desk\n- Open the old one\n", "## Rollback\n\n1. Close the desk\n", "## Rollback\n",
    ])
    func withoutSteps(text: String) throws {
        try expectSilence(of: .rollbackWithoutVerification, in: text)
    }
}
