import SourceText

@testable import PlanRules

extension Sample {
    /// A link behind an emoji of five code points, in a table cell of a document whose name has a space.
    static let link = Finding(
        rule: "link-broken", severity: .warning, message: "'gone.md' does not exist",
        at: SourceSpan(
            file: SourceFile(path: "zeit plan.md", text: "| Größe — 👩‍👩‍👧 | [gone](gone.md) |\n"), range: 42..<49),
        label: "no file 'gone.md'", help: "write it", identity: ["gone.md"])

    /// Nothing in a document is at fault.
    static let placeless = Finding(
        rule: "input-missing", severity: .info, message: "no file matches 'metrics/*.csv'", at: nil,
        identity: ["metrics"])

    /// In reading order: ``placeless``, ``rollback``, ``link``.
    static let report = LintReport(findings: [rollback, link, placeless], documentCount: 3)

    static let prints = fingerprints(of: report.findings)

    /// Ten thousand characters of trouble for whoever forgets to escape.
    static let hostileText =
        "'a|b' <img src=x onerror=alert(1)> [x](https://evil.example) `c` **b** @team #12 GH-1 :tada: $x$ www.evil.example"
        + " ops@evil.example &lt; \\ ]]> {0} ~~s~~ \u{1b}[2J\u{202e}\r\n::error::x \u{0}\u{ffff}"

    static let hostile = Finding(
        rule: "r", severity: .error, message: hostileText,
        at: SourceSpan(file: SourceFile(path: "a|<b>&\"[c](d).md", text: hostileText + "\n"), range: 0..<4),
        label: hostileText,
        related: [
            Finding.Note(
                hostileText, at: SourceSpan(file: SourceFile(path: "@team\n.md", text: hostileText), range: 0..<4))
        ], help: hostileText)

    /// As many findings as asked for, each at its own place.
    static func many(_ count: Int, _ severity: Severity) -> [Finding] {
        let file = SourceFile(path: "\(severity).md", text: String(repeating: "x\n", count: count))
        return (0..<count).map { index in
            Finding(
                rule: "r", severity: severity, message: "number \(index + 1)",
                at: SourceSpan(file: file, range: 2 * index..<2 * index + 1))
        }
    }
}
