import Plan
import SourceText

extension PlanRule {
    /// A box that GitHub shows as plain signs.
    static let checklistLayout = PlanRule(
        id: "checklist-layout", severity: .info, summary: "a box is written so that no task is made of it",
        explanation: Explanation(
            fault: """
                A line begins with a box that GitHub does not read as one: no space between the marker and the box \
                (`-[ ] back up`) or behind the box (`- [x]back up`), nothing or too much inside it (`- []`, `- [ x ]`).
                """,
            harm: """
                The line is shown with its brackets, and without the space as one long line with its neighbours. It counts \
                as no task: what is open there is open on no list.
                """,
            misses: """
                A line that begins with a box and no marker is left alone, for it may offer a choice. `plumbline lint --fix` \
                writes the boxes anew.
                """),
        badExample: [
            ExampleDocument("checklist.md", "# Before the move\n\n-[ ] Export the ledger\n-[ ] Tell the bank\n")
        ],
        goodExample: [
            ExampleDocument("checklist.md", "# Before the move\n\n- [ ] Export the ledger\n- [ ] Tell the bank\n")
        ]
    ) { input in
        input.plan.documents.flatMap { document in runs(of: document.gaps.brokenBoxes).compactMap(fault) }
    }
}

/// Boxes of lines that follow each other.
private func runs(of boxes: [BrokenBox]) -> [[BrokenBox]] {
    var runs: [[BrokenBox]] = []
    var lastLine = -1
    for box in boxes {
        let line = box.span.file.line(at: box.span.range.lowerBound)
        if !runs.isEmpty, line - lastLine <= 2 {
            runs[runs.count - 1].append(box)
        } else {
            runs.append([box])
        }
        lastLine = line
    }
    return runs
}

private func fault(_ boxes: [BrokenBox]) -> Fault? {
    guard let first = boxes.first else { return nil }
    let more =
        boxes.count == 1 ? "" : boxes.count == 2 ? ", nor is the one below" : ", nor are \(boxes.count - 1) below"
    return Fault(
        message: "\(quoted(first.span.text)) is no box on GitHub\(more); write \(quoted(first.repaired.trimmed))",
        span: first.span, label: "shown as it stands here",
        related: boxes.dropFirst().map { Finding.Note("no box either", at: $0.span) },
        help: "write the box anew (`plumbline lint --fix`)", identity: [nameWords(first.text).joined(separator: " ")],
        fixes: boxes.map { SourceFix($0.span, $0.repaired) })
}
