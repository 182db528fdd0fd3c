import Plan
import SourceText

extension PlanRule {
    /// A phase is called done while its list is not.
    static let phaseDoneUnchecked = PlanRule(
        id: "phase-done-unchecked", severity: .warning, summary: "a phase is called done while its tasks are open",
        explanation: Explanation(
            fault: """
                A heading, a status field, a row of a status table or a ticked item says that a phase or section is \
                done, and task items directly in it are not ticked.
                """,
            harm: "What is left over is never done, because nobody looks into a phase that is closed.",
            misses: """
                Tasks below headings of their own (`Follow-up`, `Rollback`) may stay open, and struck ones are dropped. \
                A heading that ends with no more than a mark (`✅`) counts only where somebody has begun to tick the \
                list.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: New scanners (completed)

                - [x] Three offers compared
                - [ ] Invoice paid
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: New scanners (completed)

                - [x] Three offers compared
                - [x] Invoice paid
                """)
        ]
    ) { input in
        input.plan.checklists.compactMap { list in
            guard let status = list.completions.first(where: { mayMean($0, list, input.scopes) }) else { return nil }
            let open = list.items.filter { !$0.checked && !isGivenUp($0) }
            guard let first = open.first else { return nil }
            let count = open.count == 1 ? "1 item is" : "\(open.count) items are"
            return Fault(
                message: "\(quoted(list.section)) is called done here, but \(count) open from \(place(first.span)) on",
                span: status.span, label: status.label(clipped(status.value)),
                related: [Finding.Note("not ticked: \(clipped(first.text))", at: first.span)],
                help: "tick what is done, or move what is left to where it will be done",
                identity: [words(of: list.section).joined(separator: " "), "open"] + open.map(\.id))
        }
    }
}

/// Whether a status is the list's: a mark without a word is an ornament where nobody ticks.
private func mayMean(_ status: Claim<String>, _ list: Checklist, _ scopes: ScopeIndex) -> Bool {
    let says = status.value.contains { $0.isLetter }
    return (says || list.items.contains(where: \.checked)) && scopes.mayBelongTogether(status.span, list.span)
}

/// `~~Move the fax~~ (dropped)`, `Old labels (moved to Phase 2)`: nobody will tick it.
private func isGivenUp(_ item: ChecklistItem) -> Bool {
    item.text.hasPrefix("(") || !givenUpWords.isDisjoint(with: words(of: item.text))
}

/// English, German, Spanish and French.
private let givenUpWords: Set<String> = [
    "dropped", "moved", "postponed", "deferred", "optional", "cancelled", "canceled", "skipped", "obsolete", "entfällt",
    "entfallen", "verschoben", "opcional", "aplazado", "cancelado", "facultatif", "reporté", "annulé",
]
