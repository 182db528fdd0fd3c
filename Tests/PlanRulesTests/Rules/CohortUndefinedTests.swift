import SourceText
import Testing

@testable import PlanRules

struct CohortUndefinedTests {
    private func plan(_ block: String, third: String = "all_staff") -> String {
        """
        # Pier

        | Wave | Cohort | Users |
        |---|---|---|
        | 1 | `‹3:crew›` | 5% |
        | 2 | `night-shift` | 20% |
        | 3 | `‹1:\(third)›` | 100% |

        ```yaml
        \(block)
        ```
        """
    }

    @Test func aStageForAnUnknownCohort() throws {
        try expect(
            .cohortUndefined, in: plan("cohorts: [‹2:crew›, night_shift]"),
            reports: .at(
                1, "cohort 'all_staff' has a stage here, but is not among the cohorts in plan.md:10", note: 2))
    }

    @Test func calledOtherwise() throws {
        try expect(
            .cohortUndefined,
            in: plan("cohorts:\n  - name: ‹2:crew›\n    size: 3\n  - name: night-shift\n  - name: ‹4:everyone›"),
            reports: .at(1, "cohort 'all_staff'", note: 2, 4))
    }

    @Test func aCohortWithoutAStage() throws {
        try expect(
            .cohortUndefined,
            in: plan(
                "cohorts:\n  crew: { size: 1 }\n  night-shift: { size: 2 }\n  all_staff: { size: 3 }\n  ‹2:pilots›: { size: 4 }"
            ),
            reports: .at(2, "cohort 'pilots' is listed here, but has no stage", note: 3))
    }

    @Test(arguments: [
        "cohorts: [Crew, nightShift, all-staff]", "cohorts: [anna, bo]", "groups: [crew, night_shift]",
        "cohorts:\n  crew: 1\n  night_shift: 2\n  all_staff: 3", "other: true",
    ])
    func silent(_ block: String) throws { try expectSilence(of: .cohortUndefined, in: plan(block)) }
}
