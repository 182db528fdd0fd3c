import SourceText
import Testing

@testable import PlanRules

/// Facts that look alike and are about two things: nothing may be said of them.
struct ScopeTests {
    @Test func servicesOfOneDocument() throws {
        try expectSilence(
            in: """
                # Limits

                ## Checkout service
                | Metric | Target | Alert |
                | --- | --- | --- |
                | Error rate | < 1% | > 5% |

                ## Search service
                - **Error rate**: Target < 2%, Alert > 8%
                """)
    }

    @Test(arguments: ["Load test", "Staging", "Limits before March", "Day 3"])
    func otherConditions(heading: String) throws {
        try expectSilence(
            in: """
                # Limits

                ## KPIs
                - **Error rate**
                  - Target: < 1%
                  - Alert: > 5%

                ## \(heading)
                | Metric | Target | Alert |
                | --- | --- | --- |
                | Error rate | < 2% | > 8% |
                """)
    }

    @Test func servicesInTwoDocuments() throws {
        try expectSilence(in: [
            ("checkout.md", "# Checkout\n\n## KPIs\n- **Error rate**: Target < 1%, Alert > 5%\n"),
            ("search.md", "# Search\n\n## KPIs\n- **Error rate**: Target < 2%, Alert > 8%\n"),
        ])
    }

    @Test func twoListsOfOneDocument() throws {
        try expect(
            .thresholdConflict,
            in: """
                # Strategy

                ## KPIs
                - **Error rate**: Target < 1%, Alert ‹1:> 5%›

                ## Alert limits
                - **Error rate**: Target < 1%, Alert ‹2:> 8%›
                """, reports: .at(2, "'Error rate' has its alert limit at > 8% here, but at > 5%", note: 1))
    }

    @Test func servicesOnOneDay() throws {
        let text = { (name: String, share: Int) in
            "# \(name) rollout\n\n## Day 1: Canary (\(share)%)\n- Look\n\n## Day 2: Half (50%)\n- Look\n"
        }
        try expectSilence(in: [("checkout.md", text("Checkout", 5)), ("search.md", text("Search", 10))])
    }

    @Test func environments() throws {
        let block = "```yaml\nflags:\n  new_cart: { rollout: 5, day: 1 }\n  new_pay: { rollout: 5, day: 1 }\n```\n"
        try expectSilence(in: [
            ("strategy.md", "# Strategy\n\n\(block)"),
            ("staging/timeline.md", "# Timeline\n\n## Day 1: All on (100% rollout)\n- Enable `new_cart` flag\n"),
        ])
    }

    @Test func phasesThatCountTheirOwnDays() throws {
        try expectSilence(in: [
            ("phase2.md", "# Phase 2: Canary\n\n## Day 1: Start (5% rollout)\n- Enable `new_cart` flag\n"),
            ("phase3.md", "# Phase 3: Full\n\n## Day 1: Start (50% rollout)\n- Enable `new_cart` flag\n"),
        ])
    }

    @Test func foldersWithPhasesAreTwoPlans() throws {
        let plan = { (days: Int, minutes: Int) in
            """
            # Plan

            ## Phase 1: Canary (Day 1-\(days))
            - **Rollback time**: \(minutes) minutes

            ### Day 1: Start (\(minutes)% rollout)
            - Look
            """
        }
        try expectSilence(in: [("a/plan.md", plan(2, 5)), ("b/plan.md", plan(4, 10))])
        let findings = findings(in: try MarkedText([("plan.md", plan(2, 5)), ("b/plan.md", plan(2, 10))]).files)
        #expect(findings.map(\.rule).sorted() == ["day-percent-conflict", "rollback-time-conflict"])
    }

    @Test func appendixStatesNothing() throws {
        try expectSilence(
            in: """
                # Plan

                ```yaml
                flags:
                  new_cart: { rollout: 20, day: 2 }
                ```

                ## Appendix: how a flag is written

                | Flag | Rollout | Day |
                | --- | --- | --- |
                | `new_cart` | 50% | 2 |
                """)
    }

    @Test func keysSetForEachEnvironment() throws {
        try expectSilence(
            in: """
                # Plan

                ## KPIs
                - **Error rate**: Target < 1%, Alert > 5%, Critical > 15%

                ```yaml
                staging:
                  critical_error_rate_threshold: 40
                production:
                  critical_error_rate_threshold: 15
                ```
                """)
    }

    private func conflict(_ path: String, _ title: String) -> [(name: String, text: String)] {
        let limits =
            "\n\n## Limits\n\n| Metric | Target | Alert |\n| --- | --- | --- |\n| Error rate | < 1% | ‹2:> 8%› |\n"
        return [
            ("plan.md", "# Plan\n\n## Limits\n\n- **Error rate**: Target < 1%, Alert ‹1:> 5%›\n"),
            (path, "# " + title + limits),
        ]
    }

    @Test(arguments: [
        ("old.md", "Archived plan"), ("old.md", "Plan (archived)"), ("old.md", "[ARCHIVED 2024] Plan"),
        ("old.md", "Archive: plan"), ("old.md", "Archive of the plan"), ("old.md", "Plan - archived"),
        ("old.md", "Archiv: Plan"), ("plan-archived.md", "Plan"), ("archive/plan2.md", "Plan"),
        ("archive-2024/plan2.md", "Plan"), ("archive.md", "Plan"), ("old.md", "Archive"),
    ])
    func archivedDocuments(path: String, title: String) throws {
        try expectSilence(of: .thresholdConflict, in: conflict(path, title))
    }

    /// Not what is kept, but what is to change.
    @Test(arguments: [
        ("limits.md", "Archive plan"), ("limits.md", "Archive migration"), ("limits.md", "Plan for the archive"),
        ("archive-migration.md", "Plan"), ("archive-migration/limits.md", "Plan"),
        ("limits.md", "Plan: archive rollout"),
    ])
    func plansForAnArchive(path: String, title: String) throws {
        let documents = conflict(path, title)
        #expect(findings(of: [.thresholdConflict], in: try MarkedText(documents).files).count == 1)
    }
}
