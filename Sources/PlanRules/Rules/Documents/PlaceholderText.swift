import Plan
import SourceText

extension PlanRule {
    /// A blank of the plan was never filled in.
    static let placeholderText = PlanRule(
        id: "placeholder-text", severity: .warning, summary: "a blank of the plan was never filled in",
        explanation: Explanation(
            fault: """
                A heading, field, table cell, step or short line still says `TBD`, `TODO:`, `FIXME`, `???`, `to be decided`, \
                `[insert date]` or `<name>` where the plan should. Each section is told once.
                """,
            harm: """
                What is open in the plan is open on the day: who decides, at which limit, whom to call. A date or a name is \
                found in a minute now, and not in the middle of a night.
                """,
            misses: """
                Templates, examples and code are left alone, and so are sections on what is known to be open (`Open \
                questions`), columns that are filled in later (`Status`, `Result`, `Signature`), tasks that are to settle \
                what is `TBD`, and the blanks of a message. A heading `TODO` over a list is a list.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                "# Move to the new ledger\n\n- **Decides**: Ines Morel\n- **Freeze begins**: TBD\n- **Phone**: 4417\n")
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                "# Move to the new ledger\n\n- **Decides**: Ines Morel\n- **Freeze begins**: Friday 18:00\n\n## Open questions\n\n- Phone of the bank: TBD\n"
            )
        ]
    ) { input in
        input.plan.documents.flatMap { document -> [Fault] in
            var sections: [Int] = []
            var blanks: [Int: [Placeholder]] = [:]
            for blank in document.gaps.placeholders {
                if blanks[blank.section] == nil { sections.append(blank.section) }
                blanks[blank.section, default: []].append(blank)
            }
            return sections.compactMap { section in blanks[section].flatMap { fault($0, document, section) } }
        }
    }
}

private func fault(_ blanks: [Placeholder], _ document: PlanDocument, _ section: Int) -> Fault? {
    guard let first = blanks.first else { return nil }
    let title = document.sections.indices.contains(section) ? document.sections[section].title : document.path
    let more = blanks.count - 1
    return Fault(
        message: "\(quoted(first.text)) was never filled in"
            + (more == 0
                ? ""
                : more == 1
                    ? ", nor was another blank of this section" : ", nor were \(more) more blanks of this section"),
        span: first.span, label: "a blank, \(first.reading.phrase)",
        related: blanks.dropFirst().map { Finding.Note("a blank too, \($0.reading.phrase)", at: $0.span) },
        help: "say what is planned, or move it to what is known to be open",
        identity: [words(of: title).joined(separator: " "), first.text])
}
