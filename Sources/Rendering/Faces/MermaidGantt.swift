import Plan
import Report

/// The phases as a Gantt chart in the language of Mermaid, for Markdown; a table beside it says the same.
///
/// - Returns: nil without dates, and when the chart would be longer than renderers draw (50,000 characters).
func mermaidGantt(_ timeline: TimelineReport) -> String? {
    var lines = ["gantt", "    dateFormat YYYY-MM-DD", "    axisFormat %d %b", "    todayMarker stroke-width:2px"]
    for phase in timeline.phases {
        guard let dates = phase.dateSpan, dates.lowerBound.year > 0, dates.upperBound.year < 9999 else { continue }
        let tags = tags(phase.status).map { "\($0), " } ?? ""
        lines += [
            "    section \(MermaidName(phase.label ?? phase.name).text)",
            "    \(MermaidName(phase.name).text) :\(tags)\(dates.lowerBound), \(dates.upperBound.adding(days: 1))",
            "    Go or no-go :milestone, \(dates.upperBound), 1d",
        ]
    }
    let text = lines.joined(separator: "\n")
    return lines.count > 4 && text.utf8.count < 45_000 ? text : nil
}

private func tags(_ status: Status) -> String? {
    switch status.tone {
    case .ok: "done"
    case .active: "active"
    case .off, .alert, .crit: "crit"
    case .none: nil
    }
}

/// A name that the chart's grammar takes for a name (`gantt.jison` of Mermaid 11): colons, semicolons and number signs end
/// it, a percent sign behind one character begins a comment, some words begin a statement. None of the characters is left
/// that could begin markup or end the fence around the chart.
struct MermaidName {
    let text: String

    init(_ name: String) {
        var result = ""
        for scalar in TextFormat.plain.escape(name).unicodeScalars {
            switch scalar {
            case ":", ";": result += ","
            case "%": result += " percent"
            case "#", "{", "}": continue
            case "\"", "`": result += "'"
            case "<": result += "‹"
            case ">": result += "›"
            case "\\": result += "/"
            case "&": result += "+"
            default: result.unicodeScalars.append(scalar)
            }
        }
        let words = result.split(separator: " ")
        let joined = String(words.joined(separator: " ").prefix(80))
        let first = words.first.map { String($0).lowercased() } ?? ""
        let isStatement = Self.statements.contains { first.hasPrefix($0) }
        let isDate = joined.utf8.prefix(4).allSatisfy { (0x30...0x39).contains($0) } && joined.dropFirst(4).first == "-"
        text = joined.isEmpty ? "Phase" : isStatement || isDate ? "· \(joined)" : joined
    }

    /// Words with which a line of the chart says something else, lower case; the grammar is not strict about what follows.
    private static let statements = [
        "acc", "axisformat", "call", "click", "dateformat", "excludes", "gantt", "href", "include", "inclusiveenddates",
        "section", "tickinterval", "title", "todaymarker", "topaxis", "weekday", "weekend",
    ]
}
