import SourceText

extension LintReport {
    /// A code quality report for GitLab: a list of objects with the keys that it requires ("Code Quality report format"
    /// in its documentation). It knows lines, no columns and no second place, so the description names that one.
    ///
    /// - Parameter folder: From the repository's root to the folder that was checked, `docs`; empty for the root.
    package func gitlab(folder: String = "") -> String {
        let paths = RepositoryPaths(folder: folder)
        let entries = zip(findings, findingPrints()).map { finding, fingerprint in
            // Most messages name the other place already.
            let others = finding.related.map(\.span).compactMap { span in
                names(finding.message, "\(span.path):\(span.firstLine)")
                    ? nil : "\(paths.path(of: span)):\(span.firstLine)"
            }
            let tail = others.isEmpty ? "" : " (see \(others.joined(separator: ", ")))"
            return OrderedJSON.object([
                ("description", .string(TerminalText.safe(finding.message + tail))),
                ("check_name", .string(finding.rule)),
                ("fingerprint", .string(fingerprint)),
                ("severity", .string(level(finding.severity))),
                (
                    "location",
                    .object([
                        ("path", .string(finding.span.map(paths.path) ?? paths.folder)),
                        (
                            "lines",
                            .object([
                                ("begin", .integer(finding.span?.firstLine ?? 1)),
                                ("end", .integer(finding.span?.lastLine ?? 1)),
                            ])
                        ),
                    ])
                ),
            ])
        }
        return OrderedJSON.array(entries).serialized()
    }
}

/// Whether a message holds a place, and not one whose line only begins with the same digits.
private func names(_ message: String, _ place: String) -> Bool {
    message.ranges(of: place).contains { $0.upperBound == message.endIndex || !message[$0.upperBound].isNumber }
}

/// Of `info`, `minor`, `major`, `critical` and `blocker`.
private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
}
