import Plan
import SourceText
import Testing

@testable import PlanRules

struct PlanDurationMismatchTests {
    private let weeks = "## Phase 1: Survey (‹2:Week 1-2›)\n\n## Phase 2: Move (‹3:Week 3-5›)\n"

    @Test(arguments: [
        "# Move\n\n**Total duration**: ‹1:4 weeks›\n\n", "# Migration plan (‹1:4 weeks›)\n\n",
        "# Move\n\n- **Timeline:** ‹1:3 weeks›\n\n",
        "# Umzug\n\n**Zeitrahmen**: ‹1:3 Wochen›\n\n", "# Mudanza\n\nDuración total: ‹1:4 semanas›\n\n",
        "# Move\n\n## Overview\n\n**Duration**: ‹1:4 weeks›\n\n",
    ])
    func weeksThatAddUpToOthers(opening: String) throws {
        try expect(
            .planDurationMismatch, in: opening + weeks,
            reports: .at(1, "but from Week 1-2 to Week 3-5 its phases take 5 weeks", note: 2, 3))
    }

    @Test func hoursUnderATitle() throws {
        try expect(
            .planDurationMismatch,
            in: """
                # Night shift

                ## Action plan (‹1:6 hours›)

                ### Phase 1: Export (‹2:14:00-15:00›)

                ### Phase 2: Import (‹3:15:00-20:30›)
                """,
            reports: .at(
                1,
                "the plan lasts 6 hours here, but from 14:00-15:00 to 15:00-20:30 its phases take 6 hours 30 minutes",
                note: 2, 3))
    }

    @Test func totalBehindThePhases() throws {
        try expect(
            .planDurationMismatch,
            in:
                "# Move\n\n## Phase 1: A (‹2:Day 1-4›)\n\n## Phase 2: B (‹3:Day 5-9›)\n\n## Summary\n\nTotal: ‹1:8 days›\n",
            reports: .at(1, "the plan lasts 8 days here", note: 2, 3))
    }

    @Test(arguments: [
        "**Total duration**: 5 weeks", "**Duration**: about 4 weeks", "**Duration**: ~4 weeks",
        "**Duration**: 4-6 weeks",
        "**Duration**: < 6 weeks", "**Test duration**: 3 weeks", "**Maintenance window**: 2 hours",
        "**Duration**: 22 days",
        "**Downtime**: 1 hour", "**Total cost**: 3 weeks of work", "**Duration**: 6 weeks",
        "**Duration**: 4 weeks, not counting the freeze", "**Duration**: 1 week per region",
    ])
    func silentAheadOfTheWeeks(field: String) throws {
        try expectSilence(in: "# Move\n\n\(field)\n\n## Phase 1: Survey (Week 1-2)\n\n## Phase 2: Move (Week 3-5)\n")
    }

    @Test(arguments: [
        // A week that is not counted, a freeze beside the phases, a phase that says not when, two units, a countdown.
        "# Plan (3 weeks)\n\n## Phase 0: A (Week 0)\n\n## Phase 1: B (Week 1-3)\n",
        "# Plan (4 weeks)\n\n## Phase 1: A (Week 1-2)\n\n## Phase 2: B (Week 3)\n\n## Freeze (Week 4)\n",
        "# Plan (1 week)\n\n## Phase 1: A (Week 1-2)\n\n## Phase 2: B\n",
        "# Rollout: log retention (1 week)\n\n## Phase 1: A (Week 1-2)\n\n## Phase 2: B (Week 3)\n",
        "# Plan\n\n## Freeze\n\n**Duration**: 1 day\n\n## Phase 1: A (Day 1-2)\n\n## Phase 2: B (Day 3)\n",
        "# Plan (3 weeks)\n\n## Phase 1: A (Week 1-2)\n\n## Freeze (Week 3)\n\n## Phase 2: B (Week 4)\n",
        "# Plan\n\n## Dev\n\n**Duration**: 1 day\n\n### Phase 1: A (Day 1)\n\n## Prod\n\n### Phase 1: A (Day 2-3)\n\n### Phase 2: B (Day 4)\n",
        "# Plan (5 hours)\n\n## Phase 1: A (Fri 22:00-03:00)\n\n## Phase 2: B (Sat 22:00-03:00)\n",
        "# Plan (1 week)\n\n## Phase 1: A (Week 1-2)\n\n## Phase 2: B (Day 3)\n",
        "# Plan (2 hours)\n\n## Phase 1: A (T-3)\n\n## Phase 2: B (T+2h)\n",
        "# Plan (1 week)\n\n## Phase 1: A (Week 1-2)\n",
        "# Move\n\n## Rollback (1 hour)\n\n**Duration**: 1 hour\n\n# Plan\n\n## Phase 1: A (Day 1-2)\n\n## Phase 2: B (Day 3)\n",
        "# Move\n\n## Phase 1: A (Day 1-2)\n\nTotal: 3 hours\n\n## Phase 2: B (Day 3)\n",
    ])
    func silent(document: String) throws {
        try expectSilence(in: document)
    }
}
