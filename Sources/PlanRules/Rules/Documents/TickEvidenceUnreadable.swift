import Plan
import SourceText

extension PlanRule {
    /// A comment that says who ticked a box when, and cannot be read.
    static let tickEvidenceUnreadable = PlanRule(
        id: "tick-evidence-unreadable", severity: .warning,
        summary: "a comment behind a ticked box does not say who ticked it when",
        explanation: Explanation(
            fault: """
                A comment in a ticked item begins with `by:`, `at:` or `evidence:`, and one of these says nothing, stands \
                twice, is no time or is followed by a word that is none of them.
                """,
            harm: """
                The status page shows the item as done without the person, the moment or the proof that somebody wrote \
                down. A time that cannot be read does not tell that the tick is older than a test which failed since.
                """,
            misses: """
                Comments that begin with anything else are left alone, and so are those behind open boxes, where `by:` may \
                name who is to do it. Order does not matter. A time is a date, or a date and a time of day (2026-11-24T09:30, \
                with or without seconds and zone; without one it is the plan's). What holds a key stands in quotes.
                """),
        badExample: [
            ExampleDocument(
                "checklist.md",
                "# Before the move\n\n- [x] Exported <!-- by: Marit at: 24.11. 9:30 evidence: run 7 -->\n")
        ],
        goodExample: [
            ExampleDocument(
                "checklist.md",
                "# Before the move\n\n- [x] Exported <!-- by: Marit at: 2026-11-24T09:30 evidence: run 7 -->\n")
        ]
    ) { input in
        input.plan.checklists.flatMap(\.items).compactMap { item in
            item.tick?.fault.map { fault in
                Fault(
                    message: fault.value, span: fault.span, label: "read from the comment behind the box",
                    help: "write <!-- by: NAME at: 2026-11-24T09:30 evidence: \"proof\" -->",
                    identity: [nameWords(item.text).joined(separator: " "), fault.value])
            }
        }
    }
}
