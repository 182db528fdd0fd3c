import MarkdownTree
import Plan
import SourceText

/// The task items of one section.
struct ChecklistSighting: Sendable {
    let section: String
    let path: [String]
    let phase: PhaseHeading?
    /// Whether the items are the phase's own, or under a plain heading for its tasks; not a follow-up's below it.
    let isPhasesOwn: Bool
    let items: [ChecklistItem]
    /// Places of the document that call all of it done.
    let completions: [Claim<String>]
    let span: SourceSpan
}

extension DocumentOutline {
    /// Sections with task items of their own, in reading order.
    ///
    /// - Parameter rows: What the document's tables and items call done.
    func readChecklists(_ rows: CompletedRows) -> [ChecklistSighting] {
        var ids = UniqueNames()
        // Most documents hold no comment, and a note on a tick cannot be without these bytes.
        let mayHaveNotes = source.bytes.holds(word: Array("<!--".utf8))
        let mayHaveHeadings = sections.count { $0.heading != nil && $0.level > 1 } > 0
        return sections.flatMap { section -> [ChecklistSighting] in
            let tasks = tasks(of: section)
            guard !tasks.isEmpty else { return [] }
            let title =
                section.level == 0
                ? (source.path.split(separator: "/").last.map(String.init) ?? source.path) : section.title.text
            let parts = mayHaveHeadings ? [(lead: nil, tasks: tasks)] : partsByBoldLines(section, tasks)
            let (completions, isPhasesOwn) = completions(of: section, rows)
            return parts.compactMap { part in
                guard let first = part.tasks.first, let last = part.tasks.last else { return nil }
                let name = part.lead?.text ?? title
                let headed = part.lead?.span ?? (section.heading == nil ? nil : section.title.span)
                let home = slug(name)
                return ChecklistSighting(
                    section: name, path: ancestors(of: section).filter { $0.level > 1 }.reversed().map(\.title.text),
                    phase: phase(of: section)?.heading, isPhasesOwn: isPhasesOwn,
                    items: part.tasks.map { task in
                        ChecklistItem(
                            id: ids.unique(slug(task.text.text, below: home)), text: task.text.text,
                            checked: task.checked, depth: task.depth, part: task.part,
                            tick: mayHaveNotes && task.checked ? task.item?.tickNote : nil, owners: task.owners,
                            span: task.text.span)
                    }, completions: completions, span: headed ?? first.text.span.union(last.text.span))
            }
        }
    }

    /// Lists under bold lines, in a document that has no other headings.
    private func partsByBoldLines(_ section: OutlineSection, _ tasks: [TaskText]) -> [(
        lead: ReadText?, tasks: [TaskText]
    )] {
        let leads = section.lines.compactMap { line -> ReadText? in
            guard !line.isItem, line.depth == 0, line.isBold else { return nil }
            if let field = line.field { return field.isBold && field.value.isEmpty ? field.key : nil }
            return line.node.firstChild?.nextSibling == nil ? line.text : nil
        }
        var parts: [(lead: ReadText?, tasks: [TaskText])] = [(nil, [])]
        var next = leads[...]
        for task in tasks {
            while let lead = next.first, lead.span < task.text.span {
                parts.append((lead, []))
                next.removeFirst()
            }
            parts[parts.count - 1].tasks.append(task)
        }
        return parts
    }
}
