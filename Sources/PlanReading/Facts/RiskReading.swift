import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Risks with their mitigations: headed, listed or tabled.
    func readRisks() -> [Risk] {
        sections.flatMap { section in headedRisk(section) + listedRisks(section) + tabledRisks(section) }
    }

    private func level(of section: OutlineSection) -> String? {
        for candidate in [section] + ancestors(of: section) {
            guard candidate.title.mentions([.risk, .risks]) else { continue }
            for (level, name) in levels where candidate.title.mentions(level) { return name }
        }
        return nil
    }

    /// A heading over `Risk:` and `Mitigation:` fields.
    private func headedRisk(_ section: OutlineSection) -> [Risk] {
        guard section.level > 1, section.lineClasses.contains(.mitigation), headings[section.index].phase == nil,
            let mitigation = section.lines.indices.first(where: {
                isMitigation(section.lines[$0]) && section.lines[$0].parent == nil
            })
        else { return [] }
        let risk = section.lines.first { $0.parent == nil && $0.field?.isNamed(.risk) == true }
        return [
            Risk(
                name: TitleParts(section.title, from: numbering(section.title)).name, level: level(of: section),
                consequence: risk?.field?.value.text, mitigations: mitigations(section, at: mitigation),
                span: section.title.span)
        ]
    }

    /// A list item with `Mitigation:` below it.
    private func listedRisks(_ section: OutlineSection) -> [Risk] {
        guard section.lineClasses.contains(.mitigation) else { return [] }
        return section.lines.indices.compactMap { index in
            guard let below = section.childLines[index].first(where: { isMitigation(section.lines[$0]) }) else {
                return nil
            }
            let line = section.lines[index]
            let consequence = section.childLines[index].map { section.lines[$0] }.first {
                $0.field?.isNamed(.risk) == true
            }
            return Risk(
                name: (line.field?.key.text ?? line.text.text).trimmed, level: level(of: section),
                consequence: consequence?.field?.value.text, mitigations: mitigations(section, at: below),
                span: line.text.span)
        }
    }

    private func tabledRisks(_ section: OutlineSection) -> [Risk] {
        section.tables.flatMap { table -> [Risk] in
            guard let name = table.column(.risk), let mitigation = table.column(.mitigation)
            else { return [] }
            let level = table.column(.severityHead)
            return table.rows.compactMap { row in
                guard let cell = row.cell(name) else { return nil }
                return Risk(
                    name: cell.text, level: row.cell(level)?.text, consequence: nil,
                    mitigations: row.cell(mitigation).map { [Claim($0.text, at: $0.span, .tableCell)] } ?? [],
                    span: cell.span)
            }
        }
    }

    private func isMitigation(_ line: ContentLine) -> Bool { line.field?.isNamed(.mitigation) == true }

    /// The field's own value, or the list below it.
    private func mitigations(_ section: OutlineSection, at index: Int) -> [Claim<String>] {
        let line = section.lines[index]
        let own = line.field.flatMap { $0.value.tokens.isEmpty ? nil : Claim($0.value.text, at: $0.value.span, .field) }
        return (own.map { [$0] } ?? [])
            + section.children(of: index).map { Claim($0.text.text, at: $0.text.span, .listItem) }
    }

    /// Tokens of a leading `1.` or `A.`.
    private func numbering(_ title: ReadText) -> Int {
        title.tokens.count > 2 && title.tokens[0].number != nil && title.tokens[1].isSign(".") ? 2 : 0
    }
}

/// The loudest first.
private let levels: [(WordClass, String)] = [
    (.severe, "Critical"), (.high, "High"), (.medium, "Medium"), (.low, "Low"),
]
