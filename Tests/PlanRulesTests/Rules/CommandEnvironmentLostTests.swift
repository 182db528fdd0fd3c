import Testing

@testable import PlanRules

struct CommandEnvironmentLostTests {
    @Test func exportedForNobody() throws {
        try expect(
            .commandEnvironmentLost,
            in:
                "# Retour\n\n```bash\ncd /srv\nexport ‹1:MODE_CAISSE=ancien›\n# vite\n‹2:sudo systemctl restart caisse›\n```\n",
            reports: .at(1, "'MODE_CAISSE' is exported for this shell alone", note: 2))
        try expect(
            .commandEnvironmentLost,
            in: "# Back\r\n\r\n```console\r\n$ export ‹1:A_MODE=old›\r\n$ ‹2:service till restart›\r\n```\r\n",
            reports: .at(1, "'A_MODE' is exported", note: 2))
    }

    @Test func oneFindingForAVariableOfADocument() throws {
        try expect(
            .commandEnvironmentLost,
            in: """
                # Stages

                ## Ten per cent

                ```bash
                export ‹1:TILL_SHARE=10›
                ‹2:systemctl restart till›
                ```

                ## Half

                ```bash
                export ‹3:TILL_SHARE=50›
                systemctl restart till
                ```
                """, reports: .at(1, "'TILL_SHARE' is exported for this shell alone", note: 2, 3))
    }

    @Test(arguments: [
        "export A=1\ndocker compose up -d", "export A=1\nsystemctl import-environment A\nsystemctl restart till",
        "export A=1\n./deploy.sh\nsystemctl restart till", "A=1 systemctl restart till",
        "systemctl restart till\nexport A=1",
        "export A=1\nsystemctl --user restart till", "export A=1\nsystemctl status till", "",
    ])
    func whatMayBeSeen(commands: String) throws {
        try expectSilence(of: .commandEnvironmentLost, in: "# Plan\n\n```bash\n\(commands)\n```\n")
    }
}
