import Plan
import SourceText

extension PlanRule {
    /// Everywhere else the days are titled alike, and one of them is not.
    static let dayTitleConflict = PlanRule(
        id: "day-title-conflict", severity: .warning, summary: "a day has another title in one of its places",
        explanation: Explanation(
            fault: """
                Two documents title the days of the plan, at least two of them in the very same words, and a single \
                one in words that have nothing in common: the strategy calls day 3 `Copy`, the timeline calls it \
                `Training`.
                """,
            harm: """
                A day's work has been moved or replaced in one document. Whoever reads the other prepares for what is \
                not planned any more.
                """,
            misses: """
                Where two titles or more differ, the documents tell of different things. Titles that share a word or \
                the stem of one are one title.
                """),
        badExample: [
            ExampleDocument("strategy.md", "# Strategy\n\n## Day 1: Dump\n\n## Day 2: Copy\n\n## Day 3: Switch\n"),
            ExampleDocument(
                "timeline.md", "# Timeline\n\n## Day 1: Dump\n\n## Day 2: Training\n\n## Day 3: Switch\n"),
        ],
        goodExample: [
            ExampleDocument("strategy.md", "# Strategy\n\n## Day 1: Dump\n\n## Day 2: Copy\n\n## Day 3: Switch\n"),
            ExampleDocument(
                "timeline.md",
                "# Timeline\n\n## Day 1: Dump\n\n## Day 2: Copy of the records\n\n## Day 3: Switch\n"),
        ], isPreview: true
    ) { input in
        let days = input.plan.days
        let odd = OddNames(days.map(\.mentions), input.scopes)
        return zip(days, odd.found).flatMap { day, conflicts in
            conflicts.map { $0.fault(named: "Day \(day.number)", id: "day \(day.number)") }
        }
    }
}
