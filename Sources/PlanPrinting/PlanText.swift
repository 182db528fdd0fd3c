package import Plan

/// The plan as tables that a person reads on a terminal.
///
/// What the documents say is made harmless: no control characters, no changes of the writing direction.
///
/// - Parameter width: columns that no line exceeds; 40 at least.
/// - Returns: lines with a final newline; without colour, so that it may be piped.
package func planText(_ plan: Plan, width: Int) -> String {
    let width = max(40, width)
    let summary = PlanSummary(plan)
    var lines = TextTable.wrap(onOneLine(summary.title), width: width)
    lines += TextTable.wrap(onOneLine(summary.facts.joined(separator: " · ")), width: width)
    if summary.isEmpty {
        lines.append("")
        lines += TextTable.wrap(PlanSummary.emptyText, width: width)
    }
    for table in planTables(plan) {
        lines += ["", TextTable.cut(onOneLine(table.title), to: width)]
        lines += TextTable(table, width: width).lines
    }
    return lines.joined(separator: "\n") + "\n"
}
