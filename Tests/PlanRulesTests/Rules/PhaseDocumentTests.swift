import Testing

@testable import PlanRules

/// The rules on phases, from Markdown to the stretch that is underlined.
struct PhaseDocumentTests {
    @Test func sharedDayInHeadings() throws {
        try expect(
            .phaseDaysOverlap,
            in: "# Plan\n\n## Phase 1: Preparation (‹2:Day 1-3›)\n\n## 🚀 Phase 2: Rollout (‹1:Day 3-5›)\n",
            reports: .at(1, "'Phase 2' starts on day 3 here, but 'Phase 1' lasts until day 3 in plan.md:3", note: 2))
    }

    @Test func sharedDayInATable() throws {
        try expect(
            .phaseDaysOverlap,
            in:
                "| Phase | Schedule |\n| --- | --- |\n| Phase 1: Preparation | ‹2:Day 1-3› |\n| Phase 2: Rollout | ‹1:Day 3-5› |\n",
            reports: .at(1, "'Phase 2' starts on day 3 here", note: 2))
    }

    @Test func missingDayWithWindowsLineEnds() throws {
        try expect(
            .phaseDaysGap,
            in: "## Phase 1: Vorbereitung für Köln (‹2:Tag 1-2›)\r\n\r\n## Phase 2: Ausrollen (‹1:Tag 4-5›)\r\n",
            reports: .at(1, "day 3 belongs to no phase", note: 2))
    }

    @Test func wrongDurationInAField() throws {
        try expect(
            .phaseDurationMismatch, in: "## Phase 4: Rollout (‹2:Day 6-10›)\n- **Duration**: ‹1:4 days›\n",
            reports: .at(1, "'Phase 4' lasts 4 days here, but Day 6-10 in plan.md:1 is 5 days", note: 2))
    }

    @Test func wrongDurationInATable() throws {
        try expect(
            .phaseDurationMismatch,
            in:
                "| Phase | Schedule | Duration |\n| --- | --- | --- |\n| Phase 1: Work | ‹2:Week 3-4› | ‹1:3 weeks› |\n",
            reports: .at(1, "'Phase 1' lasts 3 weeks here, but Week 3-4 in plan.md:3 is 2 weeks", note: 2))
    }

    @Test(arguments: [
        "", "# Only a title\n", "## Phase 1: A (Day 1-5)\n\n## Phase 2: B (Day 8-12)\n",
        "## Phase 1: A (Day 1-2)\n- **Duration**: about 1 day\n\n## Phase 2: B (Week 2)\n- **Duration**: 5 days\n",
        "## Phase 1: A (Day 1-5)\n\n## Phase 2: B (Day 3-7, in parallel with Phase 1)\n",
        "## Wave 1: Depots (Week 1-2)\n\n## Wave 2: Shops (Week 4)\n\n## Wave 3: Head office (Week 5)\n",
        "## Phase 2: A (Day 3-8)\n\n### Phase 2.1: B (Day 3-4)\n\n### Phase 2.2: C (Day 5-8)\n",
        "## Phase 1: A (Day 1-2)\n\n## Phase 2: B (Day 3-4)\n\n## Afterwards\n\n### Immediate (Day 3-4)\n",
        "## Phase 1: Release (T-3)\n\n## Phase 2: Cut-over (T+0)\n\n## Phase 3: Watch (T+2h)\n",
    ])
    func silent(text: String) throws {
        try expectSilence(in: text)
        try expectSilence(in: text.replacing("\n", with: "\r\n"))
    }

    @Test func tracksOfTwoDocumentsAreSilent() throws {
        try expectSilence(in: [
            ("backend.md", "# Backend\n\n## Phase 1: Schema (Day 1-3)\n\n## Phase 2: Services (Day 4-6)\n"),
            ("frontend.md", "# Frontend\n\n## Phase 1: Design (Day 1-2)\n\n## Phase 2: Pages (Day 3-5)\n"),
        ])
    }

    @Test(arguments: [
        "## Change freeze (Day 3-4)", "Days 3-4 are a buffer.", "## Phase 1: Preparation, second try (Day 3-4)",
    ])
    func gapThatSomethingFills(filler: String) throws {
        try expectSilence(
            in: "# Plan\n\n## Phase 1: Preparation (Day 1-2)\n\n\(filler)\n\n## Phase 2: Rollout (Day 5-6)\n")
    }

    @Test func rowThatFillsAGap() throws {
        try expectSilence(
            in: """
                # Plan

                | Phase | Days |
                | --- | --- |
                | Phase 1: Preparation | 1-2 |
                | Freeze | 3-4 |
                | Phase 2: Rollout | 5-6 |
                """)
    }

    @Test func tracksMayOverlap() throws {
        try expectSilence(
            in: """
                # Plan

                ## Backend
                ### Phase 1: Schema (Day 1-5)
                ### Phase 2: Writes (Day 6-9)

                ## Frontend
                ### Phase 3: Pages (Day 2-4)
                ### Phase 4: Forms (Day 5-8)
                """)
    }
}
