import SourceText
import Testing

@testable import PlanRules

struct RollbackStageUnknownTests {
    private func plan(_ back: String, title: String = "Rollback") -> String {
        """
        # Gangway

        | Flag | Rollout |
        |---|---|
        | `gangway_v3` | ‹2:10%› → ‹3:50%› → ‹4:100%› |

        ## \(title)

        \(back)
        """
    }

    @Test func throughAnotherPercentage() throws {
        try expect(
            .rollbackStageUnknown, in: plan("Step back: 50% → ‹1:25%› → 10% → 0%"),
            reports: .at(1, "the way back stops at 25% here, but the rollout goes 10%, 50%, 100%", note: 2, 3, 4))
    }

    @Test func inAList() throws {
        try expect(
            .rollbackStageUnknown,
            in: plan("1. Auf 50 % senken\n2. Auf ‹1:30 %› senken\n3. Auf 10 % senken", title: "Rückfallplan"),
            reports: .at(1, "the way back stops at 30% here", note: 2, 3, 4))
    }

    @Test(arguments: [
        "Step back: 50% → 10% → 0%", "Step back: 100% → 50% → 10%", "Disks fill from 80% to 60% to 40%",
        "1. Error rate > 50%\n2. Error rate > 25%\n3. Error rate > 10%", "Back to 25%",
    ])
    func silent(_ back: String) throws { try expectSilence(of: .rollbackStageUnknown, in: plan(back)) }

    @Test func otherSections() throws {
        try expectSilence(of: .rollbackStageUnknown, in: plan("We saw 50% → 25% → 10% last year", title: "Figures"))
    }
}
