import SourceText

extension LintReport {
    /// Workflow commands that GitHub Actions turns into annotations of a pull request.
    ///
    /// Errors come first: GitHub shows only the first ten annotations of each level and step. Escaping as the
    /// runner undoes it (`actions/toolkit`, `command.ts`).
    ///
    /// - Parameter folder: From the repository's root to the folder that was checked, `docs`; empty for the root.
    package func githubAnnotations(folder: String = "") -> String {
        let prefix = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
        var output = ""
        for severity in Severity.allCases.sorted(by: >) {
            var positions = Positions()
            for finding in findings where finding.severity == severity {
                output += command(for: finding, prefix, &positions) + "\n"
            }
        }
        return output
    }
}

private func command(for finding: Finding, _ prefix: String, _ positions: inout Positions) -> String {
    var properties: [(String, String)] = []
    if let span = finding.span {
        let (start, end) = (positions.start(of: span), positions.end(of: span))
        properties = [("file", prefix + span.path), ("line", "\(start.line)")]
        // Columns are only shown, and only accepted, within one line.
        if start.line == end.line {
            properties += [("col", "\(start.column)"), ("endLine", "\(end.line)"), ("endColumn", "\(end.column)")]
        } else {
            properties += [("endLine", "\(end.line)")]
        }
    }
    properties.append(("title", finding.rule))
    let notes = finding.related.map { note in
        let start = positions.start(of: note.span)
        return "\(prefix)\(note.span.path):\(start.line):\(start.column): \(note.message)"
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
