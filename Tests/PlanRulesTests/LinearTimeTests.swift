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

    @Test(.timeLimit(.minutes(5))) func limitsOfManySections() {
        let sections = (1...1500).map { "## S\($0)x\n- **Error rate**: Target < \($0)%, Alert > \($0 + 1)%\n\n" }
        #expect(told("# P\n\n\(sections.joined())").isEmpty)
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
}
