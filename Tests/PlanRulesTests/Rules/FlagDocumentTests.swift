import Testing

@testable import PlanRules

/// The rules on flags and days, from Markdown to the stretch that is underlined.
struct FlagDocumentTests {
    private func timeline(_ day: String, _ item: String = "- Enable `enableCart` feature flag") -> String {
        "# Timeline\n\n#### \(day)\n\(item)\n"
    }
    private func configuration(_ lines: String...) -> String {
        "# Strategy\n\n```ts\nconst FLAGS = {\n\(lines.map { "  \($0),\n" }.joined())};\n```\n"
    }

    @Test func configurationAgainstTheDayItIsListedUnder() throws {
        try expect(
            .flagPercentConflict,
            in: [
                (
                    "strategy.md",
                    configuration("enableCart: { rollout: ‹1:40›, day: 2 }", "enableGifts: { rollout: 20, day: 2 }")
                ),
                ("timeline.md", timeline("Day 2: First flags (‹2:20%› rollout)")),
            ], reports: .at(1, "'enableCart' is at 40% on day 2 here, but 20% in timeline.md:3", note: 2))
    }

    @Test func tableAgainstConfiguration() throws {
        try expect(
            .flagPercentConflict,
            in: [
                ("a.md", configuration("enableCart: { rollout: ‹2:20›, day: 2 }")),
                ("b.md", "# Flags\n\n| Flag | Day | Rollout |\n| --- | --- | --- |\n| `enableCart` | 2 | ‹1:40%› |\n"),
            ], reports: .at(1, "'enableCart' is at 40% on day 2 here, but 20% in a.md:5", note: 2))
    }

    @Test func windowsLineEndsAndOtherLanguages() throws {
        let text =
            "# Zeitplan für Köln 🚀\n\n#### Tag 2: Erste Schalter (‹2:20 %› ausrollen)\n- Schalter `enableCart` aktivieren\n\n"
            + "```yaml\nflags:\n  enableCart:\n    rollout: ‹1:40›\n    day: 2\n```\n"
        try expect(
            .flagPercentConflict, in: text.replacing("\n", with: "\r\n"),
            reports: .at(1, "'enableCart' is at 40% on day 2 here, but 20% in plan.md:3", note: 2))
    }

    @Test func rampIsSilent() throws {
        try expectSilence(in: [
            ("strategy.md", configuration("enableCart: { rollout: 20, day: 2 }")),
            (
                "timeline.md",
                timeline("Day 2: First (20% rollout)")
                    + "\n#### Day 3: More (50% rollout)\n- Raise `enableCart` to 50%\n"
                    + "\n#### Day 4: All (100% rollout)\n- Enable `enableCart` for all users\n"
            ),
        ])
    }

    @Test func wayBackIsSilent() throws {
        try expectSilence(in: [
            ("strategy.md", configuration("enableCart: { rollout: 20, day: 2 }")),
            ("rollback.md", "# Rollback\n\n- Disable `enableCart` (set it to 0%)\n"),
        ])
    }

    @Test func sameDaysInEveryWeekAreSilent() throws {
        try expectSilence(in: [
            (
                "strategy.md",
                configuration("enableCart: { rollout: 20, day: 2 }", "enableGifts: { rollout: 20, day: 2 }")
            ),
            (
                "timeline.md",
                "# Timeline\n\n## Week 1\n\n### Day 2: First (20% rollout)\n- Enable `enableCart` flag\n\n"
                    + "## Week 2\n\n### Day 2: All (100% rollout)\n- Enable `enableCart` flag\n"
            ),
        ])
    }

    @Test func daysCountedAnewInAPhaseAreSilent() throws {
        try expectSilence(
            in: "## Phase 1: Work (Day 1-5)\n\n## Phase 2: Rollout (Day 6-10)\n\n### Day 2: Switch (20% rollout)\n"
                + "- Enable `enableCart` flag\n\n## Flags\n\n| Flag | Day | Rollout |\n| --- | --- | --- |\n| `enableCart` | 7 | 20% |\n"
        )
    }

    @Test func dayOfTheDefinitionAgainstTheList() throws {
        try expect(
            .flagDayConflict,
            in: [
                ("strategy.md", configuration("enableCart: { rollout: 20, day: ‹1:3› }")),
                ("timeline.md", timeline("‹2:Day 2›: First flag (20% rollout)")),
            ], reports: .at(1, "'enableCart' reaches 20% on day 3 here, but on day 2 in timeline.md:3", note: 2))
    }

    @Test func mistypedFlagInAList() throws {
        try expect(
            .flagUndefined,
            in: [
                (
                    "strategy.md",
                    configuration(
                        "‹2:enableCart: { rollout: 20, day: 2 }›", "enableGifts: { rollout: 20, day: 2 }",
                        "enableSearch: { rollout: 20, day: 2 }")
                ),
                ("timeline.md", timeline("Day 2: First (20% rollout)", "- [ ] Enable `‹1:enableCrat›` feature flag")),
            ], reports: .at(1, "'enableCrat' is not defined; did you mean 'enableCart'?", note: 2))
    }

    @Test func otherSpellingsAndServicesAreSilent() throws {
        try expectSilence(in: [
            (
                "strategy.md",
                configuration(
                    "enableCart: { rollout: 20, day: 2 }", "enableGifts: { rollout: 20, day: 2 }",
                    "enableSearch: { rollout: 20, day: 2 }")
            ),
            (
                "timeline.md",
                timeline(
                    "Day 2: First (20% rollout)", "- Enable the `ENABLE_CART` flag\n- Enable `pg_cron` and `job-runner`"
                )
            ),
        ])
    }

    @Test func flagBehindThePlan() throws {
        try expect(
            .flagOutsidePhase,
            in: "## Phase 1: Rollout (‹2:Day 1-4›)\n\n## Flags\n\n| Flag | Day | Rollout |\n| --- | --- | --- |\n"
                + "| `enableCart` | ‹1:7› | 20% |\n",
            reports: .at(1, "'enableCart' is scheduled on day 7 here, but the plan ends on day 4 in plan.md:1", note: 2)
        )
    }

    @Test func dayAgainstItsFlags() throws {
        try expect(
            .dayPercentConflict,
            in: [
                (
                    "strategy.md",
                    configuration("enableCart: { rollout: ‹2:20›, day: 2 }", "enableGifts: { rollout: 20, day: 2 }")
                ),
                ("timeline.md", timeline("Day 2: First flags (‹1:40%› rollout)")),
            ], reports: .at(1, "day 2 is at 40% here, but its flags are at 20% in strategy.md:5", note: 2))
    }

    @Test func dayInTwoDocuments() throws {
        try expect(
            .dayPercentConflict,
            in: [
                ("a.md", "# Plan\n\n#### Day 2: First flags (‹2:20%› rollout)\n- Watch the errors\n"),
                ("b.md", "# Checklist\n\n### Day 2 – Erste Schalter 🚦 (‹1:25%› rollout)\n- [ ] Errors watched\n"),
            ], reports: .at(1, "day 2 is at 25% here, but at 20% in a.md:3", note: 2))
    }

    @Test func enabledOnAnotherDayWithoutPercentage() throws {
        let strategy = "# Strategy\n\n```yaml\nflags:\n  new_cart: { rollout: 20, day: ‹1:2› }\n```\n"
        try expect(
            .flagDayConflict,
            in: [
                ("strategy.md", strategy),
                ("timeline.md", "# Timeline\n\n## ‹2:Day 5›: Cart\n- Enable `new_cart` flag\n"),
            ],
            reports: .at(1, "'new_cart' reaches 20% on day 2 here, but on day 5 in timeline.md:3", note: 2))
    }

    @Test(arguments: [
        "Ramp up `new_cart` flag", "Enable `new_cart` flag for all users", "Verify that `new_cart` flag is enabled",
        "If that works, enable `new_cart` flag",
    ])
    func laterDaysOfARamp(line: String) throws {
        try expectSilence(in: [
            ("strategy.md", "# Strategy\n\n```yaml\nflags:\n  new_cart: { rollout: 20, day: 2 }\n```\n"),
            ("timeline.md", "# Timeline\n\n## Day 5: Cart\n- \(line)\n"),
        ])
    }

    @Test func followUpLongAfterThePlan() throws {
        try expectSilence(
            in: """
                # Plan

                | Flag | Rollout | Day |
                | --- | --- | --- |
                | `new-cart` | 20% | 3 |
                | `new-pay` | 100% | 30 |

                ## Phase 1: Preparation (Day 1-2)

                ## Phase 2: Rollout (Day 3-4)
                """)
    }
}
