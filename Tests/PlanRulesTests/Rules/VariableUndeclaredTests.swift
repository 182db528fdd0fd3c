import Testing

@testable import PlanRules

struct VariableUndeclaredTests {
    @Test(arguments: [
        "- `KASSE_URL`\n- `KASSE_TOKEN`\n- `KASSE_REGION`\n",
        "| Name | Wert |\n| --- | --- |\n| `KASSE_URL` | a |\n| `KASSE_TOKEN` | b |\n| KASSE_REGION | c |\n",
        "```env\nKASSE_URL=a\nexport KASSE_TOKEN=b\n# KASSE_REGION=eu\n```\n",
    ])
    func notInTheList(list: String) throws {
        let listed = list.replacing("KASSE_URL", with: "‹2:KASSE_URL›", maxReplacements: 1)
        try expect(
            .variableUndeclared,
            in: [
                (
                    "plan.md",
                    "# Köln\n\n## Umschaltung\n\n- [ ] Setze `‹1:KASSE_REGIO›` auf `eu`\n- [ ] Setze `KASSE_URL`\n"
                ),
                ("umgebung.md", "# Technik\r\n\r\n## Umgebungsvariablen\n\n\(listed)"),
            ],
            reports: .at(1, "the list of variables does not have it; did you mean 'KASSE_REGION'?", note: 2))
    }

    /// The shape of a plan whose preparations list the variables in one item, and whose phases set another.
    private func phases(_ list: String, second: String = "Phase 2: Half (Day 2)") -> String {
        """
        # Tills

        ## Preparation

        - [ ] Production env vars configured: \(list), `ENVIRONMENT=production`

        ## Phase 1: Canary (Day 1)

        - Set `ROLLOUT_PCT=‹1:10›`

        ## \(second)

        - Set `ROLLOUT_PCT=‹3:50›`
        """
    }

    @Test func switchOfThePhases() throws {
        try expect(
            .variableUndeclared, in: phases("`‹2:TILL_DATABASE_URL›`, `SENTRY_DSN`, `PAY_KEY`"),
            reports: .at(
                1, "'ROLLOUT_PCT' is what the phases set, but the list of variables does not have it", note: 2, 3))
    }

    @Test(arguments: ["`TILL_DATABASE_URL`, `SENTRY_DSN`, `ROLLOUT_PCT`", "`TILL_DATABASE_URL`, `SENTRY_DSN`"])
    func switchInTheListOrNoList(list: String) throws {
        try expectSilence(of: .variableUndeclared, in: phases(list).replacing(/‹\d:|›/, with: ""))
    }

    @Test(arguments: [
        "- `A_URL`\n- `A_TOKEN`\n\n## Go\n\n- Set `A_MODE`\n",
        "- `A_URL`\n- `A_TOKEN`\n- `A_ID`\n\n## Go\n\n- Set `B_MODE`\n",
        "- `A_URL`\n- `A_TOKEN`\n- `A_ID`\n\n## Go\n\n- Check `A_MODE_B`\n\n```bash\nexport A_MODE=1\n```\n",
        "- `A_URL_X`\n- `A_TOKEN`\n- `A_ID_X`\n\n## Go\n\n- Set `A_TOKEN`\n", "",
    ])
    func knownOrUnclear(text: String) throws {
        try expectSilence(of: .variableUndeclared, in: "# Plan\n\n## Environment variables\n\n\(text)")
    }
}
