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
                "## ‹1:Rückfall Schalter (< 30 Minuten)›\r\n\r\n### Schritt 1: Schalter schließen\r\n\r\nAlles aus.\r\n\r\n### Schritt 2: Altes Pult öffnen\r\n\n### ‹2:Schritt 3: Anrufe umleiten›\r\n",
            reports: .at(1, "none of the 3 steps of 'Rückfall Schalter' checks", note: 2))
    }

    @Test func unlikeAnother() throws {
        try expect(
            .rollbackWithoutVerification,
            in: """
                # Desk

                ## Rollback
                ### ‹1:Quick rollback›
                1. Close the new desk
                2. ‹2:Open the old one›

                ### Full rollback
                1. Close the new desk
                2. Carry the bookings over
                3. ‹3:Check ten bookings with the captain›
                """,
            reports: .at(
                1, "none of the 2 steps of 'Quick rollback' checks that it worked, as another rollback does", note: 2, 3
            ))
    }

    @Test func shortProseBesideCommands() throws {
        try expectSilence(
            of: .rollbackWithoutVerification,
            in: """
                # Desk

                ## Rollback
                ### Call back the launch
                1. Ring the captain
                2. Close the new desk
                3. Open the old one

                ### Rollback of the service
                1. Put the old image back
                   ```sh
                   kubectl rollout undo deploy/desk
                   ```
                2. Check the health page
                """)
    }

    private let steps =
        "## Rollback of the desk (< 9 minutes)\n\n1. Close the new desk\n2. Open the old one\n3. Forward the calls\n"

    @Test(arguments: [
        "4. Verify that a booking works\n", "4. Watch the error rate\n", "\nExpected: bookings arrive.\n",
        "4. Prüfen, ob gebucht wird\n",
        "4. Comprobar una reserva\n", "4. Vérifier une réservation\n", "4. Wait until the queue is empty\n",
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
        "## Rollback (9 minutes)\n\n- Close the desk\n- Open the old one\n- Call\n",
        "## Rollback (9 minutes)\n\n1. Close the desk\n2. Open the old one\n",
        "## Rollback\n\n1. Close the desk\n2. Open the old one\n3. Call\n", "## Rollback\n\n1. Close the desk\n",
        "## Rollback\n",
    ])
    func withoutSteps(text: String) throws {
        try expectSilence(of: .rollbackWithoutVerification, in: text)
    }

    /// Words ahead of the steps keep their own procedure silent, and are no example for another.
    @Test func wordsAboveTheStepsAreNoCheckOfAnother() throws {
        try expectSilence(
            of: .rollbackWithoutVerification,
            in: """
                # Desk

                ## Rollback
                ### Quick rollback
                1. Close the new desk
                2. Open the old one

                ### Full rollback

                The team keeps this part up to date.

                1. Close the new desk
                2. Carry the bookings over
                """)
    }
}
