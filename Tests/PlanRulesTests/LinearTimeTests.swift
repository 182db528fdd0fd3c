import SourceText
import Testing

@testable import PlanRules

/// Each document holds thousands of facts that a rule could hold against each other; only notes and values that a reader
/// can take in are told. A check that compares all with all would take minutes here.
struct LinearTimeTests {
    private func told(_ text: String) -> [Finding] { findings(in: [SourceFile(path: "plan.md", text: text)]) }

    @Test(.timeLimit(.minutes(5))) func notesAreCounted() throws {
        let defined = ["aa", "bb", "cc"].map { "| `enable_\($0)` | 20% | 1 |\n" }.joined()
        let text =
            "# P\n\n| Flag | Rollout | Day |\n| --- | --- | --- |\n\(defined)\n## Day 1: Go\n- Enable flag "
            + String(repeating: "`enable_zz` ", count: 4000)
        let finding = try #require(told(text).first { $0.rule == "flag-undefined" })
        #expect(finding.related.count == 8)
        #expect(finding.related.last?.message == "named here too, and in 3992 more places")
    }

    @Test(.timeLimit(.minutes(5))) func schedulesAndDurationsOfOnePhase() {
        let fields = String(repeating: "- When: Day 1-2\n- Duration: 2 days\n", count: 3000)
        #expect(told("# P\n\n## Phase 1: Go\n\(fields)").isEmpty)
    }

    @Test(.timeLimit(.minutes(5))) func commandsOfManySections() {
        let sections = (1...3000).map { number in
            "## Rollback \(number)\n\nRestore X_KEY_\(number) must be set\n\n```bash\nrm -rf /srv/a\(number)\n"
                + "pg_restore a\(number).dump\nkubectl get <name-of\(number)>\n```\n\n"
        }
        let found = Dictionary(grouping: told("# P\n\n\(sections.joined())"), by: \.rule).mapValues(\.count)
        #expect(found["command-placeholder"] == 3000)
        #expect(found["restore-without-backup"] == 3000)
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "eyJabc-", "xoxb-", "token=a1", "-----BEGIN PRIVATE KEY-----\n", "a://b:", "ghp_a ", "password: Ab1Ab1Ab1 ",
        ])
    func whatMayBeASecret(part: String) {
        #expect(told("# P\n\n" + String(repeating: part, count: 300_000 / part.utf8.count)).count <= 20_000)
    }

    @Test(.timeLimit(.minutes(5))) func triggersAlertsAndCriteriaOfOneMeasure() {
        let triggers = String(repeating: "- Error rate > 9%\n", count: 2000)
        let alerts = String(repeating: "  - condition: error_rate > 9%\n    action: rollback\n", count: 2000)
        let criteria = String(repeating: "- Error rate < 9%\n", count: 2000)
        let text = """
            # P

            ## Automatic rollback triggers

            \(triggers)
            ```yaml
            alerts:
            \(alerts)```

            ## Success criteria

            \(criteria)
            """
        #expect(told(text).isEmpty)
    }

    @Test(.timeLimit(.minutes(5))) func channelsAndSettings() {
        let channels = (1...2000).map { "- #channel-a\($0)\n" }.joined()
        let posts = (1...2000).map { "- Post in #channel-b\($0)\n" }.joined()
        let settings = String(repeating: "- Max workers: unlimited\n- Max workers: 8\n", count: 2000)
        let found = findings(
            of: [.channelUndeclared, .settingLimitConflict],
            in: [
                SourceFile(
                    path: "plan.md",
                    text: "# P\n\n## Communication\n\n\(channels)\n## Steps\n\n\(posts)\n## Limits\n\n\(settings)")
            ])
        #expect(found.count == 2000)
    }

    @Test(.timeLimit(.minutes(5))) func limitsOfManySections() {
        let sections = (1...1500).map { "## S\($0)x\n- **Error rate**: Target < \($0)%, Alert > \($0 + 1)%\n\n" }
        #expect(told("# P\n\n\(sections.joined())").isEmpty)
    }

    @Test(.timeLimit(.minutes(5))) func manyPhasesTasksAndTimes() {
        let rows = (1...1500).map { "| Phase \($0): Name\($0)q | Day \($0) | 1 |\n" }.joined()
        let phases = (1...1500).map {
            "## Phase \($0): Name\($0)q (Day \($0))\n\n- [ ] Write script \($0) for depot \($0) north\n- Monitor for 24 hours\n\n"
                + "- 10:00-10:30: a\n- 10:30-11:00: b\n\n"
        }.joined()
        let text =
            "# P\n\nThe rollout has 9 things in 30 phases.\n\n| Phase | Days | Things |\n|---|---|---|\n\(rows)\n\(phases)"
        let rules = PlanRule.phaseRules.filter { $0.id != "time-zone-missing" }
        #expect(
            findings(of: rules, in: [SourceFile(path: "plan.md", text: text)]).allSatisfy {
                $0.rule == "phase-count-conflict"
            })
    }

    /// Thousands of flags that are raised, held off and set in every phase, and aims that name each of them.
    @Test(.timeLimit(.minutes(5))) func flagsOfManyPhases() {
        let names = (1...1500).map { "FEATURE_QUAY_N\($0)" }
        let phases = (1...4).map { number in
            "## Phase \(number): Quay (5%)\n\n**Objectives**:\n\n"
                + names.map { "- quay n\($0.dropFirst(14)) and all features\n" }.joined() + "\n```bash\n"
                + names.map { "\($0)=\(number % 2 == 0)\n" }.joined() + "```\n\n"
        }
        let ladders = names.map { "- Week 1: `\($0)` to 10%\n- Week 2: `\($0)` to 50%\n- Week 3: `\($0)` to 20%\n" }
        let back = "## Rollback\n\n- 100% → 50% → 30% → 10%\n" + names.dropLast().map { "- Disable `\($0)`\n" }.joined()
        let text = "# P\n\n\(phases.joined())## Flags\n\n\(ladders.joined())\n\(back)"
        let found = findings(of: PlanRule.flagRules, in: [SourceFile(path: "plan.md", text: text)])
        #expect(found.contains { $0.rule == "flag-percent-decreases" })
    }

    @Test(.timeLimit(.minutes(5))) func deadLinksAndHeadings() {
        let links = (1...4000).map { "[a](#part-\($0)-gone) " }.joined()
        let headings = (1...4000).map { "## Part \($0)\n" }.joined()
        #expect(told("# P\n\n\(links)\n\n\(headings)").count { $0.rule == "anchor-broken" } == 4000)
    }

    @Test(.timeLimit(.minutes(5))) func blanksBoxesAndMentions() {
        let blanks =
            String(repeating: "- **Owner**: TBD <x> [] \n", count: 4000)
            + String(repeating: "- Follow `a-rollback.md` and \"b-rollback.md\"\n", count: 4000)
        let boxes = String(repeating: "-[ ] back up the till\n", count: 4000)
        let rules = Set(told("# P\n\n\(blanks)\n\n\(boxes)").map(\.rule))
        #expect(rules == ["placeholder-text", "checklist-layout", "document-missing"])
    }

    @Test(.timeLimit(.minutes(5))) func doubledItemsAndBareRisks() {
        let items = (0..<6000).map { "- [ ] Carry the till number x\($0 % 3000)y\n" }.joined()
        let risks = (0..<6000).map { "| Risk \($0) | \($0 % 3 == 0 ? "" : "Guard") |\n" }.joined()
        let text = "# P\n\n\(items)\n\n## Risks\n\n| Risk | Mitigation |\n|---|---|\n\(risks)"
        #expect(told(text).count { $0.rule == "risk-without-mitigation" } == 2000)
    }

    @Test(.timeLimit(.minutes(5))) func manyPhasesWithAndWithoutWaysBack() {
        let phases = (1...900).map {
            "## Phase \($0): A (\($0 % 90 + 1)% of users)\n\($0 % 3 == 0 ? "" : "- **Rollback**: off\n")"
        }
        #expect(!told("# P\n\n\(phases.joined())").filter { $0.rule == "rollback-missing" }.isEmpty)
    }
}
