import Plan
import SourceText

extension PlanRule {
    /// Nothing is done against a risk, while something is done against the others.
    static let riskWithoutMitigation = PlanRule(
        id: "risk-without-mitigation", severity: .warning,
        summary: "a risk has no mitigation, while the others have one",
        explanation: Explanation(
            fault: """
                In a table, list or row of sections on risks, most say what is done against them and one says nothing, or \
                no more than a dash or `TBD`.
                """,
            harm: """
                The risk was seen and then forgotten. When it comes true nobody has prepared anything, although the plan \
                looks as if somebody had.
                """,
            misses: """
                Lists in which no risk, or only one, has a mitigation are left alone. A risk that is called accepted or \
                closed needs none, nor does a low one with a dash; one whose row says in another column what is done has one.
                """),
        badExample: [
            ExampleDocument(
                "risks.md",
                """
                # Risks of the move

                | Risk | Impact | Mitigation |
                | --- | --- | --- |
                | Totals differ after the import | High | Compare them before opening |
                | The bank rejects our new address | High | |
                | Staff cannot log in | Medium | Keep the old login for a week |
                """)
        ],
        goodExample: [
            ExampleDocument(
                "risks.md",
                """
                # Risks of the move

                | Risk | Impact | Mitigation |
                | --- | --- | --- |
                | Totals differ after the import | High | Compare them before opening |
                | The bank rejects our new address | High | Send one payment ahead |
                | Staff cannot log in | Medium | Keep the old login for a week |
                """)
        ]
    ) { input in
        input.plan.documents.flatMap { document in document.gaps.openRisks.map(fault) }
    }
}

private func fault(_ risk: OpenRisk) -> Fault {
    let others = risk.neighbours == 2 ? "both others" : "\(risk.neighbours) others"
    return Fault(
        message: "\(quoted(risk.name.value)) has no mitigation, while \(others) have one",
        span: risk.stated?.span ?? risk.name.span,
        label: risk.stated.map { $0.label(quoted($0.value)) } ?? "a risk, \(risk.name.reading.phrase)",
        related: [
            Finding.Note("what is done against another, \(risk.neighbour.reading.phrase)", at: risk.neighbour.span)
        ],
        help: "say what is done against it, or that it is accepted",
        identity: [words(of: risk.name.value).joined(separator: " ")])
}
