import SourceText

extension LintReport {
    /// A code quality report for GitLab: a list of objects with the keys that it requires ("Code Quality report format"
    /// in its documentation). It knows lines, no columns and no second place, so the description names that one.
    ///
    /// - Parameter folder: From the repository's root to the folder that was checked, `docs`; empty for the root.
    package func gitlab(folder: String = "") -> String {
        let paths = RepositoryPaths(folder: folder)
        var positions = Positions()
        let entries = zip(findings, fingerprints(of: findings)).map { finding, fingerprint in
            // Most messages name the other place already.
            let others = finding.related.map(\.span).compactMap { span -> String? in
                let line = positions.start(of: span).line
                return finding.message.contains("\(span.path):\(line)") ? nil : "\(paths.path(of: span)):\(line)"
            }
            let tail = others.isEmpty ? "" : " (see \(others.joined(separator: ", ")))"
            let begin = finding.span.map { positions.start(of: $0).line } ?? 1
            let end = finding.span.map { positions.lastLine(of: $0) } ?? 1
            return OrderedJSON.object([
                ("description", .string(TerminalText.safe(finding.message + tail))),
                ("check_name", .string(finding.rule)),
                ("fingerprint", .string(fingerprint)),
                ("severity", .string(level(finding.severity))),
                (
                    "location",
                    .object([
                        ("path", .string(finding.span.map(paths.path) ?? paths.folder)),
                        ("lines", .object([("begin", .integer(begin)), ("end", .integer(end))])),
                    ])
                ),
            ])
        }
        return OrderedJSON.array(entries).serialized()
    }
}

/// Of `info`, `minor`, `major`, `critical` and `blocker`.
private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
}
