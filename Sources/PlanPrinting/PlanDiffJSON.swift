import Plan
package import SourceText

extension PlanDiff {
    /// The contract `plumbline/diff/1`.
    package func json() -> OrderedJSON {
        .object([
            ("schema", .string("plumbline/diff/1")), ("base", json(base)), ("head", json(head)),
            ("changes", .array(changes.map(json))),
            (
                "summary",
                .object([
                    ("changes", .integer(changes.count)),
                    ("loosened", .integer(changes.count { $0.direction == .loosened })),
                    ("tightened", .integer(changes.count { $0.direction == .tightened })),
                    ("unticked", .integer(changes.count { $0.action == .unticked })),
                ])
            ),
        ])
    }

    private func json(_ version: Version) -> OrderedJSON {
        .object([("ref", .optional(version.name)), ("commit", .optional(version.commit))])
    }

    private func json(_ change: PlanChange) -> OrderedJSON {
        .object([
            ("kind", .string(change.kind.rawValue)), ("action", .string(change.action.rawValue)),
            ("direction", .string(change.direction.rawValue)), ("entity", .string(change.entity)),
            ("aspect", .optional(change.aspect)), ("before", json(change.before)), ("after", json(change.after)),
            ("text", .string(change.text)),
        ])
    }

    private func json(_ side: PlanChange.Side?) -> OrderedJSON {
        guard let side else { return .null }
        return .object([("text", .string(side.text)), ("at", placeJSON(side.span))])
    }
}
