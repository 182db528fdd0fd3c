import SourceText

extension LintReport {
    /// The contract `plumbline/lint/1`.
    package func json() -> String {
        let entries = findingEntries()
        var summary: [(String, OrderedJSON)] = [
            ("errors", .integer(count(.error))),
            ("warnings", .integer(count(.warning))),
            ("infos", .integer(count(.info))),
            ("suppressed", .integer(suppressed)),
            ("baselined", .integer(baselined)),
        ]
        if let base { summary.append(("base", base.json(fingerprints(of: findings, where: isElsewhere)))) }
        return OrderedJSON.object([
            ("schema", .string("plumbline/lint/1")), ("findings", .array(entries)),
            ("summary", .object(summary)),
        ]).serialized()
    }

    /// The findings of the contract `plumbline/lint/1` as JSON Lines: one on each line, without the summary.
    package func jsonLines() -> String { findingEntries().map { $0.compact() + "\n" }.joined() }

    /// `url` is null as long as there is no page about the rules.
    private func findingEntries() -> [OrderedJSON] {
        var positions = Positions()
        return zip(findings, findingPrints()).map { finding, fingerprint in
            OrderedJSON.object([
                ("rule", .string(finding.rule)),
                ("severity", .string(finding.severity.rawValue)),
                ("message", .string(finding.message)),
                ("at", finding.span.map { placeJSON($0, &positions) } ?? .null),
                (
                    "related",
                    .array(
                        finding.related.map {
                            .object([("message", .string($0.message)), ("at", placeJSON($0.span, &positions))])
                        })
                ),
                ("fingerprint", .string(fingerprint)),
                ("url", .null),
            ])
        }
    }
}

/// The contracts' `at`: lines and columns from 1, columns in characters, the end behind the last one.
private func placeJSON(_ span: SourceSpan, _ positions: inout Positions) -> OrderedJSON {
    let (start, end) = (positions.start(of: span), positions.end(of: span))
    return .object([
        ("file", .string(span.path)),
        ("line", .integer(start.line)),
        ("column", .integer(start.column)),
        ("endLine", .integer(end.line)),
        ("endColumn", .integer(end.column)),
    ])
}
