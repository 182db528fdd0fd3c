import Plan
import SourceText
import Testing

@testable import PlanRules

/// From a comment in a document to what a run still reports.
struct SuppressingTests {
    /// Rule and line of what is left, and how many were allowed.
    private func left(_ text: String, today: String = "2026-11-20") throws -> ([String], suppressed: Int) {
        try left([("plan.md", text)], today: today)
    }

    private func left(
        _ documents: [(name: String, text: String)], today: String = "2026-11-20"
    ) throws -> ([String], suppressed: Int) {
        let plan = planOf(documents.map { SourceFile(path: $0.name, text: $0.text) })
        let found = runRules(PlanRule.onByDefault, on: RuleInput(plan: plan))
        let day = try #require(CivilDate(iso: today))
        let allowed = AllowedFindings(found, in: plan.documents, today: day)
        let lines = inReadingOrder(allowed.findings).map { finding in
            "\(finding.rule) \(finding.span.map { "\($0.path):\($0.start.line)" } ?? "")"
        }
        return (lines, allowed.allowed.count)
    }

    private let overlap = "## Phase 2: B (Day 3-5)\n"

    @Test(arguments: [
        // The block behind it, an item, a row, the heading's own line, the section that it opens, the other side.
        "## Phase 1: A (Day 1-3)\n\nText.\n\n<!-- plumbline: allow phase-days-overlap -->\n\n## Phase 2: B (Day 3-5)\n",
        "## Phase 1: A (Day 1-3)\n\nText.\n\n<!-- plumbline: allow phase-days-overlap -->\n## Phase 2: B (Day 3-5)\n",
        "- Phase 1: A (Day 1-3)\n- Phase 2: B (Day 3-5) <!-- plumbline: allow phase-days-overlap -->\n",
        "| Phase | Days |\n|---|---|\n| Phase 1: A | Day 1-3 |\n| Phase 2: B | Day 3-5 <!-- plumbline: allow phase-days-overlap --> |\n",
        "## Phase 1: A (Day 1-3)\n\n## Phase 2: B (Day 3-5) <!-- plumbline: allow phase-days-overlap -->\n",
        "# Plan\n\n<!-- plumbline: allow phase-days-overlap -->\n\n## Phase 1: A (Day 1-3)\n\n## Phase 2: B (Day 3-5)\n",
        "# Plan\n\n## Phase 1: A (Day 1-3)\n\n<!-- plumbline: allow phase-days-overlap -->\n\n## Phase 2: B (Day 3-5)\n",
        "<!-- plumbline: allow phase-days-overlap -->\n\n# Plan\n\n## Phase 1: A (Day 1-3)\n\n## Phase 2: B (Day 3-5)\n",
        "## Phase 1: A (Day 1-3)\n\n<!--\nplumbline: allow flag-undefined,\n  phase-days-overlap\n-->\n## Phase 2: B (Day 3-5)\n",
    ])
    func allowed(document: String) throws {
        let (lines, suppressed) = try left(document)
        #expect(suppressed == 1)
        #expect(lines.allSatisfy { $0.hasPrefix("suppression-unused") && document.contains("flag-undefined") })
    }

    @Test func reasonAndEnd() throws {
        let text =
            "## Phase 1: A (Day 1-3)\n\n<!-- plumbline: allow phase-days-overlap reason=\"hand-over = a day\" until=2026-12-01 -->\n"
            + overlap
        #expect(try left(text, today: "2026-12-01") == ([], suppressed: 1))
        let (late, suppressed) = try left(text, today: "2026-12-02")
        #expect(late == ["suppression-expired plan.md:3", "phase-days-overlap plan.md:4"])
        #expect(suppressed == 0)
    }

    @Test(arguments: [
        (
            "## Phase 1: A (Day 1-3)\n\nText.\n\n<!-- plumbline: allow phase-days-overlap -->\n\nText.\n\n",
            "suppression-unused plan.md:5"
        ),
        ("<!-- plumbline: allow phase-days-gap -->\n\n## Phase 1: A (Day 1-3)\n\n", "suppression-unused plan.md:1"),
        (
            "## Phase 1: A (Day 1-3)\n\nText.\n\n<!-- plumbline: allow phase-days-overlaps -->\n",
            "suppression-unknown-rule plan.md:5"
        ),
    ])
    func notAllowed(opening: String, told: String) throws {
        let (lines, suppressed) = try left(opening + overlap)
        #expect(suppressed == 0)
        #expect(lines.contains(told))
        #expect(lines.contains { $0.hasPrefix("phase-days-overlap") })
    }

    @Test func commentsThatAreExamplesAllowNothing() throws {
        for example in [
            "```html\n<!-- plumbline: allow phase-days-overlap -->\n```\n",
            "`<!-- plumbline: allow phase-days-overlap -->`\n",
        ] {
            let (lines, suppressed) = try left("## Phase 1: A (Day 1-3)\n\n\(example)\n\(overlap)")
            #expect(suppressed == 0)
            #expect(lines.count == 1)
        }
    }

    @Test func oneSideOfTwoDocumentsIsEnough() throws {
        let strategy = "# Rollback\n\n## Full Rollback (< 30 minutes)\n\n1. Restore\n"
        let rollback = "# Rollback Procedures\n\n## Level 3: Full Rollback (< 60 minutes)\n\n1. Restore\n"
        let comment = "<!-- plumbline: allow rollback-time-conflict reason=\"being measured\" -->\n\n"
        let sides = [("strategy.md", strategy), ("rollback.md", rollback)]
        #expect(try left(sides).suppressed == 0)
        for side in sides.indices {
            var documents = sides
            documents[side].1 = documents[side].1.replacing("\n\n##", with: "\n\n\(comment)##")
            #expect(try left(documents) == ([], suppressed: 1))
        }
    }

    @Test func theNameIsShownAndTheRightOneOffered() throws {
        let plan = planOf([SourceFile(path: "a.md", text: "<!-- plumbline: allow phase-day-overlap -->\n\nText\n")])
        let day = try #require(CivilDate(iso: "2026-11-20"))
        let finding = try #require(AllowedFindings([], in: plan.documents, today: day).findings.first)
        #expect(finding.span?.text == "phase-day-overlap")
        #expect(finding.help?.contains("did you mean 'phase-days-overlap'?") == true)
    }
}
