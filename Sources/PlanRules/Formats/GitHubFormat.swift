import SourceText

extension LintReport {
    /// Workflow commands that GitHub Actions turns into annotations of a pull request, the loudest first; then, where
    /// there are more than it shows, a plain line that says how many.
    ///
    /// GitHub shows ten annotations of each level for a step ("Limitations" of its annotations); what comes later is lost
    /// without a word. Escaping as the runner undoes it (`actions/toolkit`, `command.ts`). Columns count characters: the
    /// documentation says only that the first has the number 1.
    ///
    /// - Parameter folder: From the repository's root to the folder that was checked, `docs`; empty for the root.
    package func githubAnnotations(folder: String = "") -> String {
        let paths = RepositoryPaths(folder: folder)
        var positions = Positions()
        var output = ""
        for severity in Severity.allCases.sorted(by: >) {
            for finding in findings.filter({ $0.severity == severity }).prefix(mostAnnotations) {
                output += command(for: finding, isElsewhere(finding), paths, &positions) + "\n"
            }
        }
        let rest = LintReport.phrase(
            errors: count(.error) - mostAnnotations, warnings: count(.warning) - mostAnnotations,
            notes: count(.info) - mostAnnotations)
        if !rest.isEmpty {
            output += "left out: \(rest), for GitHub shows \(mostAnnotations) annotations of each level\n"
        }
        if let base { output += TerminalText.safe(base.summary) + "\n" }
        return output
    }
}

private let mostAnnotations = 10

/// - Parameter isElsewhere: The change touched no line of it: it goes on the page of the run and to no line.
private func command(
    for finding: Finding, _ isElsewhere: Bool, _ paths: RepositoryPaths, _ positions: inout Positions
) -> String {
    var properties: [(String, String)] = []
    if let span = finding.span, !isElsewhere {
        let (start, end) = (positions.start(of: span), positions.end(of: span))
        properties = [("file", paths.path(of: span)), ("line", "\(start.line)")]
        // Columns are only shown, and only accepted, within one line.
        if start.line == end.line {
            properties += [("col", "\(start.column)"), ("endLine", "\(end.line)"), ("endColumn", "\(end.column)")]
        } else {
            properties += [("endLine", "\(end.line)")]
        }
    }
    properties.append(("title", finding.rule))
    let own = isElsewhere ? finding.span.map { [Finding.Note("caused by a change elsewhere", at: $0)] } ?? [] : []
    let notes = (own + finding.related).map { note in
        let start = positions.start(of: note.span)
        return "\(paths.path(of: note.span)):\(start.line):\(start.column): \(note.message)"
    }
    let written = properties.map { "\($0.0)=\(escapedProperty($0.1))" }.joined(separator: ",")
    return
        "::\(level(finding.severity)) \(written)::\(escapedData(([finding.message] + notes).joined(separator: "\n")))"
}

private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
}

private func escapedData(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "%": output += "%25"
        case "\r": output += "%0D"
        case "\n": output += "%0A"
        case _ where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value): output += "\u{fffd}"
        default: output.unicodeScalars.append(scalar)
        }
    }
    return output
}

private func escapedProperty(_ text: String) -> String {
    var output = ""
    for scalar in escapedData(text).unicodeScalars {
        switch scalar {
        case ":": output += "%3A"
        case ",": output += "%2C"
        default: output.unicodeScalars.append(scalar)
        }
    }
    return output
}
