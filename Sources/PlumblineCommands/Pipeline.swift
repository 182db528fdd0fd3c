import Plan
import PlanReading
import PlanRules
import SourceText

/// Documents → facts → plan → findings, on one screen. What it needs from the disk is in `loadDocuments` and `linkIndex`.
struct Pipeline {
    let plan: Plan
    /// Of reading and of rules, in reading order.
    let findings: [Finding]

    /// Reads documents into a plan without judging it.
    static func read(_ documents: LoadedDocuments) -> (plan: Plan, findings: [Finding]) {
        let facts = documents.sources.map { DocumentFacts($0) }
        return (Plan(joining: facts), documents.findings + facts.flatMap(\.findings))
    }

    init(_ documents: LoadedDocuments) {
        let (plan, problems) = Pipeline.read(documents)
        self.init(plan, problems: problems, folder: documents.folder)
    }

    /// Holds a plan against the rules.
    init(_ plan: Plan, problems: [Finding], folder: String) {
        self.plan = plan
        let input = RuleInput(plan: plan, links: linkIndex(of: plan, folder: folder))
        findings = inReadingOrder(problems + runRules(on: input))
    }
}

/// Looks up the files that relative links lead to, inside the folder or its repository; what lies outside is not known.
private func linkIndex(of plan: Plan, folder: String) -> LinkIndex {
    let base = FileSystem.resolved(folder.isEmpty ? "." : folder) ?? folder
    let root = repositoryRoot(above: base) ?? base
    var known: [String: Bool] = [:]
    for target in LinkIndex.targets(of: plan) {
        let path = absolutePath(target, from: base)
        guard path == root || path.hasPrefix(root == "/" ? "/" : root + "/") else { continue }
        known[target] = FileSystem.kind(of: path) != nil
    }
    return LinkIndex(known: known)
}

private func repositoryRoot(above folder: String) -> String? {
    var folder = folder
    while !folder.isEmpty {
        if FileSystem.kind(of: folder + "/.git") != nil { return folder }
        folder = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
    }
    return nil
}

/// A relative path with `..` parts taken from an absolute folder.
private func absolutePath(_ path: String, from base: String) -> String {
    var parts = base.split(separator: "/")
    for part in path.split(separator: "/") {
        if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
}
