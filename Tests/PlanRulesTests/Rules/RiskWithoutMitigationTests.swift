import Testing

@testable import PlanRules

struct RiskWithoutMitigationTests {
    @Test func emptyCellAndDash() throws {
        try expect(
            .riskWithoutMitigation,
            in: """
                # Move of the cold store

                ## Risks
                | # | Risk | Impact | Mitigation |
                |---|------|--------|------------|
                | 1 | Compressor fails on the road | High | ‹3:Second truck follows› |
                | 2 | ‹1:Customs want papers we lack› | High | |
                | 3 | Sensors drift | Medium | Calibrate on arrival |
                | 4 | Power is out | High | Diesel on site |
                | 5 | Staff are ill | Medium | ‹2:–› |
                """,
            reports: .at(1, "'Customs want papers we lack' has no mitigation, while 3 others have one", note: 3),
            .at(2, "'Staff are ill' has no mitigation", note: 3))
    }

    @Test func listAndSections() throws {
        try expect(
            .riskWithoutMitigation,
            in: """
                ## Risiken
                - Kühlung fällt aus
                  - **‹2:Maßnahme**: zweiter Wagen›
                - Zoll fehlt
                  - **Maßnahme**: Spedition fragen
                - ‹1:Strom fehlt›
                """,
            reports: .at(1, "'Strom fehlt' has no mitigation, while both others have one", note: 2))
        try expect(
            .riskWithoutMitigation,
            in: """
                # Plan
                ## Risk assessment
                ### Cooling
                - **Risk**: the store thaws
                - **‹2:Mitigation**: second truck›
                ### Customs
                - **Risk**: the store waits
                - **Mitigation**: papers in advance
                ### ‹1:Power›
                - **Risk**: the store is dark
                """, reports: .at(1, "'Power' has no mitigation, while both others have one", note: 2))
    }

    private let head =
        "| Risk | Impact | Mitigation |\n|---|---|---|\n| Thaw | High | Second truck |\n| Theft | High | Guard |\n"

    @Test(arguments: [
        "", "| Rain | Low | - |\n", "| Rain | L | n/a |\n", "| Rain (accepted) | High | accepted |\n",
        "| | | |\n", "| Rain | High | See theft |\n", "| Rain | High | none, accepted |\n", "| Rain | closed | |\n",
    ])
    func silentRows(row: String) throws {
        try expectSilence(of: .riskWithoutMitigation, in: "# Plan\n\n" + head + row)
    }

    @Test(arguments: [
        // Nobody, or only one, says anything.
        "| Risk | Mitigation |\n|---|---|\n| Thaw | Truck |\n| Theft | |\n",
        "| Risk | Mitigation |\n|---|---|\n| Thaw | |\n",
        "- Thaw\n  - Mitigation: truck\n- Theft\n",
        "### A\n- **Mitigation**: x\n### B\n- **Mitigation**: y\n### Notes\nNothing.\n",
        // Another column says it.
        "| Risk | Mitigation | Response |\n|---|---|---|\n| Thaw | Truck | |\n| Theft | Guard | |\n| Rain | | Tarpaulin |\n",
        // An item that says it in its own words.
        "- Thaw\n  - Mitigation: a\n- Theft\n  - Mitigation: b\n- Rain: we have a tarpaulin\n",
        "- Thaw\n  - Mitigation: a\n- Theft\n  - Mitigation: b\n- Rain\n  - accepted by Ines\n",
    ])
    func silent(text: String) throws {
        try expectSilence(of: .riskWithoutMitigation, in: "# Plan\n\n## Risks\n\n" + text)
    }
}
