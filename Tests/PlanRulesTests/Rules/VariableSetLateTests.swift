import Testing

@testable import PlanRules

struct VariableSetLateTests {
    @Test func setBehindTheOnlyDeployment() throws {
        try expect(
            .variableSetLate,
            in: "# Lancement sur Vercel\r\n\r\n## Jour 3 : mise en ligne\r\n\r\n- [ ] ‹2:Déployer la boutique›\r\n"
                + "- [ ] Définir `‹1:CAISSE_MODE›` dans les réglages\r\n- [ ] Acheter un café\r\n\r\n## Retour\r\n\r\n- Redéployer\r\n",
            reports: .at(1, "'CAISSE_MODE' is set after the deployment, and Vercel hands it to a new one only", note: 2)
        )
    }

    @Test(arguments: [
        "### Step 2: ‹2:Deploy›\n\nThe team looks on.\n\n### Step 3: After\n\n- Set `‹1:A_MODE›`\n",
        "### Evening\n\n```bash\n‹2:vercel --prod›\n```\n\n### Night\n\n- Set `‹1:A_MODE›`\n",
    ])
    func deployedUnderAHeadingOrByACommand(text: String) throws {
        let marked = text.replacing("Step 2: ‹2:Deploy›", with: "‹2:Step 2: Deploy›")
        try expect(
            .variableSetLate, in: "# Vercel\n\n## Day 1: Go\n\n\(marked)",
            reports: .at(1, "'A_MODE' is set after", note: 2))
    }

    @Test(arguments: [
        "- Set `A_MODE`\n- Deploy\n", "- Deploy\n- Set `A_MODE`\n- Redeploy\n",
        "- Deploy\n- Set `A_MODE` and deploy again\n",
        "- Set `A_MODE`\n- Check\n", "- Deploy\n- Check `A_MODE`\n",
        "### Deploy\n\n1. Set `A_MODE`\n2. Press the button\n", "- Deploy\n\n## Day 2: Later\n\n- Set `A_MODE`\n",
        "- Deploy\n- Set `A_MODE`\n\nThe deployment picks it up.\n", "",
    ])
    func setInTimeOrDeployedAgain(text: String) throws {
        try expectSilence(of: .variableSetLate, in: "# Launch on Netlify\n\n## Day 1: Go\n\n\(text)")
    }

    /// The shape of a launch document whose deployment is one numbered heading among others.
    @Test func valueMadeAndPutThereBehindTheDeployment() throws {
        try expect(
            .variableSetLate,
            in: """
                # Launch

                ## Go-live

                ### ‹2:2. Production deployment›

                1. Look at the board

                ### 5. Seats webhook setup

                1. Copy signing secret → Add to Vercel as `‹1:SEATS_SECRET›`

                ### 6. Checks

                1. Verify that the deployment answers
                """, reports: .at(1, "'SEATS_SECRET' is set after the deployment", note: 2))
    }

    @Test(arguments: [
        "Copy signing secret into the safe as `SEATS_SECRET`",
        "Copy signing secret → Add to Vercel as `SEATS_SECRET`, redeploy",
    ])
    func valuePutElsewhereOrDeployedAgain(line: String) throws {
        try expectSilence(
            of: .variableSetLate,
            in:
                "# Launch\n\nWe host on Vercel.\n\n## Go-live\n\n### 2. Deploy\n\n1. Go\n\n### 5. Webhook\n\n1. \(line)\n"
        )
    }

    @Test func otherHostsReadItAtOnce() throws {
        try expectSilence(of: .variableSetLate, in: "# Launch\n\n## Day 1: Go\n\n- Deploy\n- Set `A_MODE`\n")
    }
}
