package import Plan
package import SourceText

/// For every fact of the plan the places that state it and how they were read, as tables for a terminal.
///
/// What the documents say is made harmless, as in ``planText(_:width:)``.
///
/// - Parameters:
///   - width: columns that no line exceeds; 40 at least.
///   - reading: how places are read that do not say it themselves.
package func explanationText(_ plan: Plan, width: Int, reading: @escaping ReadingOfPlace) -> String {
    let width = max(40, width)
    var lines: [String] = []
    for table in explanationTables(plan, reading) {
        if !lines.isEmpty { lines.append("") }
        lines.append(TextTable.cut(onOneLine(table.title), to: width))
        lines += TextTable(table, width: width).lines
    }
    if lines.isEmpty { lines = TextTable.wrap(PlanSummary.emptyText, width: width) }
    return lines.joined(separator: "\n") + "\n"
}

/// The same as GitHub Flavored Markdown.
package func explanationMarkdown(_ plan: Plan, reading: @escaping ReadingOfPlace) -> String {
    var blocks = ["# \(escapedMarkdown(PlanSummary(plan).title))"]
    let tables = explanationTables(plan, reading)
    if tables.isEmpty { blocks.append(PlanSummary.emptyText) }
    for table in tables { blocks += ["## \(escapedMarkdown(table.title))", markdown(table)] }
    return blocks.joined(separator: "\n\n") + "\n"
}

/// The same in the contract `plumbline/explain/1`.
package func explanationJSON(_ plan: Plan, reading: @escaping ReadingOfPlace) -> OrderedJSON {
    let facts = explanations(of: plan, reading).flatMap(\.facts)
    return .object([
        ("schema", .string("plumbline/explain/1")), ("explanations", .array(facts.map(json))),
    ])
}

private func json(_ fact: Explanation) -> OrderedJSON {
    .object([
        ("kind", .string(fact.kind)), ("name", .string(fact.name)),
        (
            "statements",
            .array(
                fact.statements.map { statement in
                    .object([
                        ("what", .string(statement.what)), ("value", .string(statement.value)),
                        ("reading", .optional(statement.reading?.rawValue)),
                        ("joinedBy", .optional(statement.reason?.rawValue)), ("at", placeJSON(statement.span)),
                    ])
                })
        ),
    ])
}

/// One table for each kind of fact; the name of a fact stands in its first row alone.
private func explanationTables(_ plan: Plan, _ reading: @escaping ReadingOfPlace) -> [PlanTable] {
    explanations(of: plan, reading).map { group in
        let isJoined = group.facts.contains { $0.statements.contains { $0.reason != nil } }
        return PlanTable(
            title: group.title,
            columns: [.init("Fact"), .init("States"), .init("Place"), .init("Read from")]
                + (isJoined ? [.init("Joined by")] : []),
            rows: group.facts.flatMap { fact in
                fact.statements.enumerated().map { index, statement in
                    row(statement, name: index == 0 ? fact.name : "")
                        + (isJoined ? [statement.reason?.rawValue ?? ""] : [])
                }
            })
    }
}

private func row(_ statement: Explanation.Statement, name: String) -> [String] {
    let start = statement.span.start
    // What a fact is called need not be told again by the first place that states it.
    let states = statement.value == name ? statement.what : "\(statement.what): \(statement.value)"
    return [
        name, states, "\(statement.span.path):\(start.line):\(start.column)", statement.reading?.name ?? "",
    ]
}
