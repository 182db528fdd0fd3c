import MarkdownTree
import Plan
import SourceText

/// The task items of one section.
struct ChecklistSighting: Sendable {
    let section: String
    let path: [String]
    let phase: PhaseHeading?
    let items: [ChecklistItem]
    let span: SourceSpan
}

extension DocumentOutline {
    /// Sections with task items of their own, in reading order.
    func readChecklists() -> [ChecklistSighting] {
        var ids = UniqueNames()
        return sections.compactMap { section in
            let lines = section.lines.filter { $0.task != nil }
            guard let first = lines.first, let last = lines.last else { return nil }
            let title =
                section.level == 0
                ? (source.path.split(separator: "/").last.map(String.init) ?? source.path) : section.title.text
            let items = lines.map { line in
                ChecklistItem(
                    id: ids.unique(slug("\(title) \(line.text.text)")), text: line.text.text,
                    checked: line.task == .done,
                    depth: line.depth, span: line.text.span)
            }
            return ChecklistSighting(
                section: title, path: ancestors(of: section).filter { $0.level > 1 }.reversed().map(\.title.text),
                phase: phase(of: section)?.heading, items: items,
                span: section.heading == nil ? first.text.span.union(last.text.span) : section.title.span)
        }
    }
}

/// Gives a name that was given before a number: `backup`, `backup-2`.
struct UniqueNames {
    private var counts: [String: Int] = [:]

    mutating func unique(_ name: String) -> String {
        let count = counts[name, default: 0] + 1
        counts[name] = count
        return count == 1 ? name : "\(name)-\(count)"
    }
}

/// Lower case letters and digits joined by `-`: what ids and file names are made of.
func slug(_ text: String) -> String {
    var result = ""
    var pendingDash = false
    for scalar in text.lowercased().unicodeScalars {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            if pendingDash, !result.isEmpty { result += "-" }
            pendingDash = false
            result.unicodeScalars.append(scalar)
        } else {
            pendingDash = true
        }
    }
    return result
}
