import SourceText
import Testing

@testable import PlanRules

struct DayOutOfOrderTests {
    private func days(_ numbers: [Int], ending: String = "\n") -> String {
        (["# Zeitplan 🚀", ""]
            + numbers.flatMap { ["### Day \($0): Depot öffnen (\($0)0% rollout)", "", "- [ ] Prüfen", ""] })
            .joined(separator: ending)
    }

    @Test func aCopiedHeading() throws {
        try expect(
            .dayOutOfOrder,
            in: """
                # Timeline

                ## Phase 4: Open the depots (Day 5-8)

                ### ‹1:Day 5›: Two depots

                ### ‹2:Day 8›: The harbour

                ### ‹3:Day 7›: The rest

                ### Day 8: Watch
                """,
            reports: .at(2, "day 8 stands between day 5 and day 7; did you mean day 6?", note: 1, 3))
    }

    @Test(arguments: [[1, 2, 2, 4], [5, 9, 7], [3, 1, 5, 6]], ["\n", "\r\n"])
    func numbersThatDoNotFit(_ numbers: [Int], _ ending: String) throws {
        let found = findings(
            of: [.dayOutOfOrder], in: try MarkedText([("plan.md", days(numbers, ending: ending))]).files)
        #expect(found.count == 1 && found.first?.span?.text.hasPrefix("Day ") == true)
    }

    @Test(arguments: [
        [], [1], [2, 1], [1, 2, 3], [1, 3, 4, 9], [1, 2, 3, 1, 2, 3], [1, 2, 1, 2], [1, 1, 1], [5, 6, 5, 6],
        [1, 5, 9], [3, 2, 1], [1, 2, 2, 3],
    ])
    func otherWaysToCount(_ numbers: [Int]) throws {
        try expectSilence(of: .dayOutOfOrder, in: days(numbers))
    }

    /// Days told in two documents are no neighbours.
    @Test func documentsAreCountedByThemselves() throws {
        try expectSilence(
            of: .dayOutOfOrder, in: [("a.md", days([1])), ("b.md", days([7])), ("c.md", days([3]))])
    }
}
