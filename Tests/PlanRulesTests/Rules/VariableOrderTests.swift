import Testing

@testable import PlanRules

struct VariableOrderTests {
    @Test(arguments: [
        ("## T-3 days", "## T-1 day"), ("## Phase 1: Prepare (Day 1)", "## Phase 2: Connect (Day 2-3)"),
        ("## Day 2: Settings", "## Day 5: Payment"), ("## Step 1: Settings", "## Step 4: Payment"),
    ])
    func askedForTooEarly(first: String, second: String) throws {
        try expect(
            .variableOrder,
            in: """
                # Launch

                \(first)

                - [ ] All variables configured: `TILL_URL`, `‹1:PAY_WEBHOOK_SECRET›`

                \(second)

                - [ ] Create the webhook and copy its signing secret into `‹2:PAY_WEBHOOK_SECRET›`
                """, reports: .at(1, "'PAY_WEBHOOK_SECRET' must be set in", note: 2))
    }

    @Test func itemsOfOneListAndTheirParts() throws {
        try expect(
            .variableOrder,
            in:
                "# Umzug\r\n\r\n1. Diese Variablen müssen gesetzt sein:\r\n   - ‹1:KASSE_TOKEN›\r\n   - KASSE_URL\r\n2. Probelauf\r\n"
                + "3. Zugang anlegen und Schlüssel als ‹2:KASSE_TOKEN› speichern\r\n",
            reports: .at(
                1, "'KASSE_TOKEN' must be set in 'step 1', but what it holds is only made in 'step 3'", note: 2))
    }

    /// The shape of a launch document: a block of settings in the preparations, and the service set up on the evening.
    @Test(arguments: [
        ("## Preparations (T-3 days)", "## Go-live", "Preparations (T-3 days)"),
        ("## Pre-launch", "## Deployment evening", "Pre-launch"), ("## T-3 days", "## T-0: Launch", "T-3 days"),
        ("## Vorbereitung", "## Livegang", "Vorbereitung"),
    ])
    func blockOfRequiredSettings(first: String, second: String, name: String) throws {
        try expect(
            .variableOrder,
            in: """
                # Launch of the box office

                \(first)

                ### Settings

                ```bash
                # Required in the Netlify dashboard:
                BOXOFFICE_URL=https://tickets.example
                ‹1:SEATS_WEBHOOK_SECRET›=whsec_...
                ```

                \(second)

                ### 2. Deploy

                1. Merge to `main`

                ### 5. Seats webhook setup

                1. Open the seat map's console
                2. Add the address `https://tickets.example/seats`
                3. Choose "seat sold"
                4. Copy signing secret → Add to Netlify as `‹2:SEATS_WEBHOOK_SECRET›`
                """,
            reports: .at(
                1, "'SEATS_WEBHOOK_SECRET' must be set in '\(name)', but what it holds is only made in", note: 2))
    }

    @Test(arguments: [
        // Not required by the block, its value told to come later, set up in a reference, or before.
        ("# Used by the tills:\nSEATS_WEBHOOK_SECRET=whsec_...", "## Go-live"),
        ("# Required:\nSEATS_WEBHOOK_SECRET=  # from step 5", "## Go-live"),
        ("# Required:\nSEATS_URL=a\n# Later, after the webhook exists:\nSEATS_WEBHOOK_SECRET=", "## Go-live"),
        ("# Required:\nSEATS_WEBHOOK_SECRET=whsec_...", "## Reference"),
        ("# Required:\nSEATS_WEBHOOK_SECRET=whsec_...", "## Before the launch"),
        ("# Required:\nSEATS_WEBHOOK_SECRET_OLD=whsec_...", "## Go-live"),
    ])
    func blocksThatAskForNothingTooEarly(block: String, second: String) throws {
        let text =
            "# Launch\n\n## Pre-launch\n\n```bash\n\(block)\n```\n\n\(second)\n\n### Webhook\n\n"
            + "- Copy the signing secret and save it as `SEATS_WEBHOOK_SECRET`\n"
        try expectSilence(of: .variableOrder, in: text)
    }

    @Test(arguments: [
        // The right way round, rotated, announced for later, another name, no order.
        "## Day 1: A\n\n- Create the key and save it as `PAY_KEY_ID`\n\n## Day 2: B\n\n- Must be set: `PAY_KEY_ID`\n",
        "## Day 1: A\n\n- Must be set: `PAY_KEY_ID`\n\n## Day 2: B\n\n- Rotate: generate a key and save it as `PAY_KEY_ID`\n",
        "## Day 1: A\n\n- Configure all but `PAY_KEY_ID`, which follows later\n\n## Day 2: B\n\n- Create the key, save it as `PAY_KEY_ID`\n",
        "## Day 1: A\n\n- Must be set: `PAY_KEY`\n\n## Day 2: B\n\n- Create the key and save it as `PAY_KEY_ID`\n",
        "## Settings\n\n- Must be set: `PAY_KEY_ID`\n\n## Payment\n\n- Create the key and save it as `PAY_KEY_ID`\n",
        "## Day 1: A\n\n- Must be set: `PAY_KEY_ID`\n- Create the key and save it as `PAY_KEY_ID`\n",
        "## Day 1: A\n\n- Must be set: `PAY_KEY_ID`\n\n## Day 2: B\n\n- Check that `PAY_KEY_ID` is read\n", "",
    ])
    func whatComesInTime(text: String) throws {
        try expectSilence(of: .variableOrder, in: "# Plan\n\n\(text)")
    }
}
