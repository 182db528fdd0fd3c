import Assessment
import Plan
import Testing

@testable import Report

@Suite struct FlagMatrixTests {
    private func matrix(_ flags: [FlagAssessment], day: Int? = 8) -> FlagMatrix {
        Example.report(
            plan: Plan(start: Example.plan.start, documents: Example.plan.documents, flags: flags.map(\.flag)),
            assessment: Example.assessment(flags: flags, day: day)
        ).matrix
    }

    private func flag(
        _ name: String, _ stages: [(Int, Double?)], reports: [(Int, Double)] = []
    ) -> FlagAssessment {
        FlagAssessment(
            flag: Flag(name: name, stages: []), verdict: .behind, reason: "late", planned: nil, plannedDay: nil,
            actual: nil, reportedAt: nil, stages: stages.map { .init(day: $0.0, percent: $0.1) },
            reports: reports.map { .init(day: $0.0, percent: $0.1) })
    }

    @Test func eachDayTellsWhatIsPlannedAndWhatWasReported() throws {
        let matrix = matrix([flag("a", [(6, 20), (8, 60)], reports: [(5, 0), (6, 20), (7, 10), (8, 80)])])
        let row = try #require(matrix.rows.first)
        #expect(matrix.columns.map(\.day) == [6, 7, 8] && matrix.columns.map(\.isToday) == [false, false, true])
        #expect(row.cells.map(\.planned) == ["20%", "20%", "60%"] && row.cells.map(\.shade) == [1, 1, 3])
        #expect(row.cells.map(\.comparison) == [.same, .behind, .ahead])
        #expect(row.cells.map(\.actual) == ["20%", "10%", "80%"])
    }

    @Test func flagsStandByTheirFirstDay() {
        let matrix = matrix([flag("late", [(9, 100)]), flag("none", []), flag("early", [(2, nil)])])
        #expect(matrix.rows.map(\.flag.name) == ["early", "late"] && matrix.dayless.map(\.name) == ["none"])
        #expect(matrix.rows[0].cells.allSatisfy { $0.planned == "on" && $0.shade == 5 })
        #expect(matrix.rows[1].cells.first?.planned == "–")
    }

    @Test func reportsBeforeTheFirstStageAreAheadUnlessTheyAreZero() {
        let matrix = matrix([flag("a", [(5, 20)], reports: [(3, 0), (4, 5)]), flag("b", [(1, 5)])])
        #expect(matrix.rows[1].cells[2].comparison == .same && matrix.rows[1].cells[3].comparison == .ahead)
        #expect(matrix.rows[1].cells[3].planned == "–")
    }

    @Test func ofManyDaysOnlyThoseThatMatterAreShown() {
        let matrix = matrix([flag("a", [(1, 20), (300, 60)], reports: [(4, 20)])])
        #expect(matrix.columns.map(\.day) == [1, 4, 8, 300] && matrix.note != nil)
    }

    @Test func withoutFlagsThereIsNothing() {
        #expect(matrix([]).columns.isEmpty && matrix([], day: nil).rows.isEmpty)
    }
}
