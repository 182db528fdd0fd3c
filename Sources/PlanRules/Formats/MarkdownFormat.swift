import SourceText

extension LintReport {
    /// A summary for the page of a CI job, in GitHub Flavored Markdown: one line, a table with the loudest first, how to
    /// get help. Columns count characters.
    ///
    /// Nothing that a document says is rendered: it is shown as text and never becomes markup, a link or a mention.
    package func markdown() -> String {
        var output = "**\(escapedCell(summary))**\n"
        guard !findings.isEmpty else { return output }
        var positions = Positions()
        output += "\n| severity | place | finding | other place | rule |\n| --- | --- | --- | --- | --- |\n"
        for finding in findingsBySeverity.prefix(mostRows) {
            let others = finding.related.map { note in
                "\(placeCell(note.span, &positions)) (\(escapedCell(note.message)))"
            }
            let cells = [
                finding.severity.rawValue, finding.span.map { placeCell($0, &positions) } ?? "",
                escapedCell(finding.message), others.joined(separator: "<br>"), "`\(finding.rule)`",
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

/// Text on one line of a table, every sign with a meaning escaped.
///
/// Mentions, addresses, numbers of issues and names of emoji need no markup to be made into something else on GitHub, and
/// no backslash stops that: an invisible space, spelled out as a reference, does.
private func escapedCell(_ text: String) -> String {
    let isLong = text.count > longestCell
    let scalars = Array(TerminalText.safe(isLong ? text.prefix(longestCell) + "…" : text).unicodeScalars)
    var output = ""
    for (index, scalar) in scalars.enumerated() {
        if "\\`*_{}[]<>#|~&$!".unicodeScalars.contains(scalar) { output += "\\" }
        output.unicodeScalars.append(scalar)
        if isTakenUp(scalars[...index], scalars[(index + 1)...]) { output += "&#8203;" }
    }
    return output
}

/// Behind the `@` of mentions and addresses, behind `#` of numbers, behind `https:`, behind the first colon of `:tada:`
/// and before the dot of `www.`.
private func isTakenUp(_ before: ArraySlice<Unicode.Scalar>, _ after: ArraySlice<Unicode.Scalar>) -> Bool {
    switch before.last {
    case "@", "#": after.first.map { $0 != " " } ?? false
    case ":": after.starts(with: ["/", "/"]) || isEmojiName(after.prefix(longestEmojiName))
    case "w", "W": after.first == "." && before.count >= 3 && before.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
    default: false
    }
}

/// Whether what stands behind a colon is a name in small letters, digits and `_+-`, up to another colon.
private func isEmojiName(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = text.prefix {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || ["_", "+", "-"].contains($0)
    }
    return !name.isEmpty && text.dropFirst(name.count).first == ":"
}

/// Looking further would cost the square of a message's length.
private let longestEmojiName = 64
