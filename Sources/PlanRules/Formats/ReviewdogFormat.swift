import SourceText

extension LintReport {
    /// reviewdog's diagnostic format, `rdjson`: the JSON form of `DiagnosticResult` in `reviewdog.proto`.
    ///
    /// Columns count bytes of UTF-8 from 1, and the end is behind the last one, as that file says.
    ///
    /// - Parameter folder: From the repository's root to the folder that was checked, `docs`; empty for the root.
    package func rdjson(folder: String = "") -> String {
        let paths = RepositoryPaths(folder: folder)
        var positions = Positions(.utf8)
        let diagnostics = findings.map { finding in
            let location =
                finding.span.map { locationJSON($0, paths, &positions) } ?? .object([("path", .string(paths.folder))])
            var members: [(String, OrderedJSON)] = [
                ("message", .string(TerminalText.safe(finding.message))),
                ("location", location),
                ("severity", .string(level(finding.severity))),
                ("code", .object([("value", .string(finding.rule))])),
            ]
            if !finding.related.isEmpty {
                let others = finding.related.map { note in
                    OrderedJSON.object([
                        ("message", .string(TerminalText.safe(note.message))),
                        ("location", locationJSON(note.span, paths, &positions)),
                    ])
                }
                members.append(("relatedLocations", .array(others)))
            }
            return OrderedJSON.object(members)
        }
        return OrderedJSON.object([
            ("source", .object([("name", .string("plumbline"))])),
            ("diagnostics", .array(diagnostics)),
        ]).serialized()
    }
}

private func locationJSON(_ span: SourceSpan, _ paths: RepositoryPaths, _ positions: inout Positions) -> OrderedJSON {
    func position(_ position: SourcePosition) -> OrderedJSON {
        .object([("line", .integer(position.line)), ("column", .integer(position.column))])
    }
    let range = OrderedJSON.object([
        ("start", position(positions.start(of: span))), ("end", position(positions.end(of: span))),
    ])
    return .object([("path", .string(paths.path(of: span))), ("range", range)])
}

private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .info: "INFO"
    }
}
