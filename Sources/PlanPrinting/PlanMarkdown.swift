package import Plan

/// The plan as GitHub Flavored Markdown, for a wiki page or the summary of a CI job.
///
/// Everything that documents say is escaped: it is shown as text and never becomes markup, HTML or a link.
///
/// - Returns: a heading, and a heading and a table for each kind of fact, with a final newline.
package func planMarkdown(_ plan: Plan) -> String {
    let summary = PlanSummary(plan)
    var blocks = ["# \(escapedMarkdown(summary.title))", escapedMarkdown(summary.facts.joined(separator: " · "))]
    if summary.isEmpty { blocks.append(PlanSummary.emptyText) }
    for table in planTables(plan) { blocks += ["## \(escapedMarkdown(table.title))", markdown(table)] }
    return blocks.joined(separator: "\n\n") + "\n"
}

func markdown(_ table: PlanTable) -> String {
    func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
    let rule = table.columns.map { $0.isNumber ? "---:" : "---" }
    let lines =
        [line(table.columns.map { escapedMarkdown($0.title) }), line(rule)]
        + table.rows.map { line($0.map(escapedMarkdown)) }
    return lines.joined(separator: "\n")
}

/// Text that Markdown shows as it is: on one line, without harmful characters, every sign with a meaning escaped.
func escapedMarkdown(_ text: String) -> String {
    let characters = Array(onOneLine(text))
    var result = ""
    for (index, character) in characters.enumerated() {
        // `://` and `www.` would become links of their own.
        let startsLink =
            character == ":" && characters[(index + 1)...].starts(with: "//")
            || character == "." && characters[max(0, index - 3)..<index].map { $0.lowercased() } == ["w", "w", "w"]
        if markdownSigns.contains(character) || startsLink { result.append("\\") }
        result.append(character)
    }
    return result
}

private let markdownSigns: Set<Character> = [
    "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "&", "$", "!",
]
