import SourceText

/// The findings of one file, or of none, in reading order.
package struct FileFindings: Sendable {
    /// The file's path, or that no file is at fault.
    package let title: String
    /// From the path, not from the order of files.
    package let anchor: String
    /// `2 errors, 1 note`.
    package let summary: String
    package let findings: [FindingReport]
}

/// One finding with both sides.
package struct FindingReport: Sendable {
    package let line: FindingsReport.Line
    /// From rule and content: it stays while lines move.
    package let anchor: String
    /// The place at fault, then the others; empty where the page has no room for it.
    package let excerpts: [ExcerptReport]
    /// A sentence: what to do.
    package let help: String?
    /// A sentence: what the rule finds.
    package let explanation: String?
}

/// A line of a document with the stretch that a finding speaks of.
package struct ExcerptReport: Sendable {
    /// `strategy.md:297`.
    package let place: String
    package let lineNumber: String
    package let before: String
    package let marked: String
    package let after: String
    /// `30 min, read from the heading`; nil when there is nothing to say.
    package let note: String?
}

/// So many findings are shown with their lines: more would make a page that nobody can open on a phone.
let excerptLimit = 200

/// - Parameter sorted: The loudest first; the first of them are shown with their lines.
func fileFindings(_ sorted: [Finding], rules run: RuleRun) -> [FileFindings] {
    let summaries = Dictionary(
        (run.rules + run.faults).map { ($0.id, $0.summary) }, uniquingKeysWith: { first, _ in first })
    let anchors = distinct(sorted.map(anchor))
    var byPath: [String: [(finding: Finding, report: FindingReport)]] = [:]
    for (index, finding) in sorted.enumerated() {
        let report = FindingReport(
            line: findingLine(finding), anchor: anchors[index],
            excerpts: index < excerptLimit ? excerpts(finding) : [],
            help: finding.help.map { sentence($0.replacing("`", with: "")) },
            explanation: summaries[finding.rule])
        byPath[finding.span?.path ?? "", default: []].append((finding, report))
    }
    let paths = byPath.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let names = distinct(paths.map { $0.isEmpty ? "no-file" : "file-\(slug($0).prefix(80))" })
    return zip(paths, names).map { path, name in
        let members = (byPath[path] ?? []).enumerated().sorted { left, right in
            guard let a = left.element.finding.span, let b = right.element.finding.span, a != b else {
                return left.offset < right.offset
            }
            return a < b
        }.map(\.element)
        return FileFindings(
            title: path.isEmpty ? "No file in particular" : path, anchor: name,
            summary: tally(members.map(\.finding)) ?? "", findings: members.map(\.report))
    }
}

private func excerpts(_ finding: Finding) -> [ExcerptReport] {
    guard let span = finding.span else { return [] }
    return [excerpt(of: span, finding.label)] + finding.related.map { excerpt(of: $0.span, $0.message) }
}

private func excerpt(of span: SourceSpan, _ note: String?) -> ExcerptReport {
    let shown = SourceExcerpt(span, width: 140)
    return ExcerptReport(
        place: place(span), lineNumber: String(shown.lineNumber), before: shown.before, marked: shown.marked,
        after: shown.after, note: note.flatMap { $0.isEmpty ? nil : $0 })
}

private func anchor(_ finding: Finding) -> String {
    let content = ([finding.rule, finding.span?.path ?? ""] + finding.identity).joined(separator: "\u{0}")
    return "\(slug(finding.rule))-\(SHA256.hex(Array(content.utf8)).prefix(8))"
}
