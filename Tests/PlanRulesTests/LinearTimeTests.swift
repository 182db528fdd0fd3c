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
