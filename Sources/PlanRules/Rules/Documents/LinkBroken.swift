import Plan
import SourceText

extension PlanRule {
    /// A relative link leads to a file that is not there.
    static let linkBroken = PlanRule(
        id: "link-broken", severity: .error, summary: "a link leads to a file that does not exist",
        explanation: Explanation(
            fault: """
                A relative link of a document leads to a file inside the checked folder that is not there.
                """,
            harm: """
                The procedure that the link promises is missing in the minute in which it is needed, or it was never \
                written.
                """,
            misses: """
                Addresses, links from a root, and files outside the checked folder are not looked at. A page that a \
                site generator makes (`rollback.html` or `rollback` from `rollback.md`) counts as there. Anchors are \
                another rule's matter.
                """),
        badExample: [
            ExampleDocument("strategy.md", "# Strategy\n\nSee the [rollback procedures](./rollbak.md#full).\n"),
            ExampleDocument(
                "rollback.md", "# Rollback\n\nBack to the [strategy](strategy.md).\n\n## Full\n\nAsk Ines.\n"),
        ],
        goodExample: [
            ExampleDocument("strategy.md", "# Strategy\n\nSee the [rollback procedures](./rollback.md#full).\n"),
            ExampleDocument(
                "rollback.md", "# Rollback\n\nBack to the [strategy](strategy.md).\n\n## Full\n\nAsk Ines.\n"),
        ]
    ) { input in
        let documents = Set(input.plan.documents.map(\.path))
        let missing = input.plan.documents.flatMap { document in
            zip(document.links, input.links.targets(of: document)).compactMap { link, target in
                target.flatMap { isMissing($0, documents, input.links) ? (link: link, target: $0) : nil }
            }
        }
        // Comparing names is slow; a folder with more broken links than this lacks documents, not letters.
        let named = missing.isEmpty ? FileNames([]) : FileNames(input.plan.documents)
        return missing.enumerated().map { index, broken in
            fault(broken.link, broken.target, suggestion: index < 50 ? named.closest(to: broken.target) : nil)
        }
    }
}

private func isMissing(_ target: LinkTarget, _ documents: Set<String>, _ links: LinkIndex) -> Bool {
    guard !documents.contains(target.path), links.exists(target.path) == false else { return false }
    return !target.alternatives.contains { documents.contains($0) || links.exists($0) == true }
}

/// The documents by the names of their files, each name once.
private struct FileNames {
    private let names: [String]
    /// The first document of each name.
    private let paths: [String: String]

    init(_ documents: [PlanDocument]) {
        var names: [String] = []
        var paths: [String: String] = [:]
        for document in documents {
            let name = fileName(document.path)
            if paths.updateValue(paths[name] ?? document.path, forKey: name) == nil { names.append(name) }
        }
        self.names = names
        self.paths = paths
    }

    /// The document whose name the link's author may have misspelt.
    func closest(to target: LinkTarget) -> String? {
        closestMatch(to: fileName(target.path), among: names).flatMap { paths[$0] }
    }
}

private func fault(_ link: DocumentLink, _ target: LinkTarget, suggestion: String?) -> Fault {
    Fault(
        message: "\(quoted(link.destination)) does not exist"
            + (suggestion.map { "; did you mean \(quoted($0))?" } ?? ""),
        span: link.destinationSpan ?? link.span, label: "no file \(quoted(target.path))",
        help: suggestion == nil ? "write the document or remove the link" : "correct the link",
        identity: [link.destination])
}
