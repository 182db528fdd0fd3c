package import Assessment
package import SourceText

/// The contract `plumbline/validate/1`; `Schemas/validate.schema.json` documents every key.
///
/// - Parameter assessedAt: the moment for which it is true, RFC 3339.
package func gateJSON(_ gate: Gate, assessedAt: String) -> OrderedJSON {
    .object([
        ("schema", .string("plumbline/validate/1")), ("scope", .string(gate.scope)),
        ("decision", .string(gate.decision.rawValue)), ("summary", .string(gate.summary)),
        ("assessedAt", .string(assessedAt)),
        (
            "lines",
            .array(
                gate.lines.map { line in
                    .object([
                        ("decision", .string(line.decision.rawValue)), ("kind", .string(line.kind)),
                        ("name", .string(line.name)), ("state", .string(line.state)), ("reason", .string(line.reason)),
                        ("definedAt", .optional(line.span.map { "\($0.path):\($0.start.line)" })),
                    ])
                })
        ),
    ])
}
