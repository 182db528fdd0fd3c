import Plan
import SourceText

extension PlanRule {
    /// A link leads to a heading that is not there.
    static let anchorBroken = PlanRule(
        id: "anchor-broken", severity: .warning, summary: "a link leads to a heading that does not exist",
        explanation: Explanation(
            fault: """
                What stands behind the '#' of a link to a document is the anchor of none of its headings, as GitHub makes \
                them, and no name that the document gives in another way.
                """,
            harm: """
                The link opens the document at its top. Who follows it in a hurry reads the wrong procedure, or looks for a \
                section that was renamed or taken out.
                """,
            misses: """
                Small and capital letters count as the same, and so do one dash and several, which other sites write \
                differently. Names of raw HTML and `{#name}` behind a heading are known. Lines (`#L12`) and links to files that \
                are no documents of the plan are not looked at.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                "# Move to the new ledger\n\nIf totals differ: [go back](#full-rollbck).\n\n## Full rollback\n\nAsk Ines.\n"
            )
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                "# Move to the new ledger\n\nIf totals differ: [go back](#full-rollback).\n\n## Full rollback\n\nAsk Ines.\n"
            )
        ]
    ) { input in
        let documents = Dictionary(input.plan.documents.map { ($0.path, $0) }) { first, _ in first }
        var indices: [String: AnchorIndex] = [:]
        var suggested = 0
        return input.plan.documents.flatMap { document -> [Fault] in
            guard document.links.contains(where: { $0.fragment != nil }) else { return [] }
            return zip(document.links, input.links.targets(of: document)).compactMap { link, target in
                guard let fragment = link.fragment, let goal = goal(of: link, target, document, documents) else {
                    return nil
                }
                let index = indices[goal.path] ?? AnchorIndex(goal)
                indices[goal.path] = index
                guard !index.isEmpty, !index.holds(fragment) else { return nil }
                // Comparing names is slow; who has more dead links than this has another page in mind.
                suggested += 1
                return fault(
                    link, fragment, in: goal, document, suggested <= 50 ? index.counterpart(of: fragment) : nil)
            }
        }
    }
}

/// The document that a link leads into: its own, or one of the plan that its path names.
private func goal(
    of link: DocumentLink, _ target: LinkTarget?, _ document: PlanDocument, _ documents: [String: PlanDocument]
) -> PlanDocument? {
    link.destination.hasPrefix("#") ? document : target.flatMap { documents[$0.path] }
}

private func fault(
    _ link: DocumentLink, _ fragment: String, in goal: PlanDocument, _ document: PlanDocument, _ counterpart: Int?
) -> Fault {
    let isOwn = goal.path == document.path
    let span = link.fragmentSpan
    let meant = counterpart.map { "#\(goal.anchors[$0])" }
    let heading = counterpart.flatMap { $0 < goal.sections.count ? goal.sections[$0] : nil }
    return Fault(
        message: "\(quoted("#\(fragment)")) leads to no heading of \(isOwn ? "this document" : goal.path)"
            + (meant.map { "; did you mean \(quoted($0))?" } ?? ""),
        span: span ?? link.span, label: "no heading has this anchor",
        related: heading.map {
            [Finding.Note("this heading has \(quoted(meant ?? ""))", at: $0.headingSpan(in: goal.source))]
        }
            ?? [],
        help: "correct the link", identity: [goal.path, fragment],
        fixes: span.flatMap { span in meant.map { [SourceFix(span, $0)] } } ?? [])
}
