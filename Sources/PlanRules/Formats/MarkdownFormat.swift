import SourceText

extension LintReport {
    /// A summary for the page of a CI job, in GitHub Flavored Markdown: one line, a table with the loudest first, how to
    /// get help. Columns count characters.
    ///
    /// Nothing that a document says is rendered: it is shown as text and never becomes markup, a link or a mention.
    package func markdown() -> String {
        var output = "**\(escapedCell(summary))**\n"
        if let base { output += "\n\(escapedCell(base.summary))\n" }
        guard !findings.isEmpty else { return output }
        var positions = Positions()
        output += "\n| severity | place | finding | other place | rule |\n| --- | --- | --- | --- | --- |\n"
        for finding in findingsBySeverity.prefix(mostRows) {
            let others = finding.related.map { note in
                "\(placeCell(note.span, &positions)) (\(escapedCell(note.message)))"
            }
            let cells = [
                finding.severity.rawValue, finding.span.map { placeCell($0, &positions) } ?? "",
                escapedCell(finding.message) + (isElsewhere(finding) ? " (caused by a change elsewhere)" : ""),
                others.joined(separator: "<br>"), "`\(finding.rule)`",
            ]
            output += "| \(cells.joined(separator: " | ")) |\n"
        }
        let rest = findings.count - mostRows
        if rest > 0 { output += "\n\(rest) more \(rest == 1 ? "finding is" : "findings are") left out.\n" }
        return output + "\n`plumbline explain RULE` says what a rule finds and what it leaves alone, with examples.\n"
    }
}

/// A step's summary may have 1 MiB, and no reader scrolls through more.
private let mostRows = 200
/// Characters of a cell; documents decide how long a message gets.
private let longestCell = 600

private func placeCell(_ span: SourceSpan, _ positions: inout Positions) -> String {
    let start = positions.start(of: span)
    return "\(escapedCell(span.path)):\(start.line):\(start.column)"
}

private func escapedCell(_ text: String) -> String { MarkdownText.escaped(text, longest: longestCell) }
