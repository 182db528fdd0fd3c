import Plan
import SourceText

extension PlanRule {
    /// Nobody is named for a task, while somebody is for the others.
    static let ownerMissing = PlanRule(
        id: "owner-missing", severity: .warning, summary: "a task has no owner, while the others have one",
        explanation: Explanation(
            fault: "In a table or list of steps or tasks nearly every one has an owner, and one has none.",
            harm: "Everybody takes it to be somebody else's, and it is missed on the day.",
            misses: """
                Tables without a column of owners, lists with fewer than three owners, and those where more than one in six \
                is left open are not looked at. A dash counts as an answer.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Night of the move

                | Time | Task | Owner |
                | --- | --- | --- |
                | 22:00 | Close the old ledger | Ines |
                | 22:10 | Export all accounts | Tomasz |
                | 22:40 | Import into the new one | |
                | 23:30 | Compare the totals | Ines |
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Night of the move

                | Time | Task | Owner |
                | --- | --- | --- |
                | 22:00 | Close the old ledger | Ines |
                | 22:10 | Export all accounts | Tomasz |
                | 22:40 | Import into the new one | Tomasz |
                | 23:30 | Compare the totals | Ines |
                """)
        ],
        isPreview: true
    ) { input in
        input.plan.documents.flatMap { document in
            document.gaps.ownerGaps.map { gap in
                Fault(
                    message: "\(quoted(gap.task.value)) has no owner, while \(gap.neighbours) others have one",
                    span: gap.task.span, label: "nobody is named, \(gap.task.reading.phrase)",
                    related: [gap.neighbour.note("owner of another: \(clipped(gap.neighbour.value))")],
                    help: "name who does it", identity: [words(of: gap.task.value).joined(separator: " ")])
            }
        }
    }
}
