import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Which phases of the document have a way back of their own, and what it says of ways back for all of them.
    func readWaysBack() -> WaysBack {
        let phases = planSections.compactMap(phaseSection)
        var general: Claim<String>?
        var left: Set<Double> = []
        for section in planSections where phase(of: section) == nil {
            if section.title.namesWayBack, section.level > 0 {
                if let number = phaseLeft(by: section.title) {
                    left.insert(number)
                } else {
                    general = general ?? Claim(section.title.text, at: section.title.span, .heading)
                }
            } else if general == nil, !stands(section, under: .rollback) {
                general = generalWayBack(in: section)
            }
        }
        return WaysBack(
            phases: phases, general: general, leftByTitles: left,
            sharedVerification: sharedVerification(), isSpoken: speaksOfReturn)
    }

    // MARK: Phases

    private func phaseSection(_ section: OutlineSection) -> PhaseSection? {
        guard let phase = headings[section.index].phase, section.heading != nil else { return nil }
        let parts = Array(subtree(of: section))
        return PhaseSection(
            title: Claim(section.title.text, at: section.title.span, .heading), keyword: phase.keyword,
            number: phase.number, level: section.level, wayBack: parts.lazy.compactMap(ownWayBack).first,
            isSpoken: parts.contains(where: mentionsReturn),
            isProduction: section.title.mentions(.production) && !section.title.mentions(.environment),
            isDone: section.title.mentions(.done)
                || section.lines.contains {
                    $0.field?.key.mentions(.status) == true && $0.field?.value.mentions(.done) == true
                },
            parts: partNames(parts), namesRollback: parts.contains(where: namesRollback), range: section.span.range)
    }

    /// Each name once: what a phase repeats tells no more of the form it is written in.
    private func partNames(_ parts: [OutlineSection]) -> [String] {
        var names: Set<String> = []
        for part in parts.dropFirst() { names.insert(part.title.text.lowercased()) }
        for line in parts.flatMap(\.lines) where line.isBold && line.depth == 0 {
            let name = line.field.map { $0.isBold ? $0.key : line.text } ?? line.text
            if line.field?.isBold == true || !line.isItem, name.tokens.count <= 6 {
                names.insert(name.text.lowercased())
            }
        }
        return names.sorted()
    }

    private func namesRollback(_ section: OutlineSection) -> Bool {
        section.title.mentions(.rollback)
            || section.lineClasses.contains(.rollback)
                && section.lines.contains { $0.task == nil && $0.text.mentions(.rollback) }
            || section.tables.contains { table in
                table.header.contains { $0.mentions(.rollback) }
                    || table.rows.contains { $0.cells.contains { $0.mentions(.rollback) } }
            }
            || section.codeBlocks.contains { block in
                style.vocabulary.classes(ofName: block.content.utf8.indices, in: block.content.utf8).contains(.rollback)
            }
    }

    /// A heading, a field, a line in bold or a row below a phase that gives its way back.
    private func ownWayBack(_ section: OutlineSection) -> Claim<String>? {
        if headings[section.index].phase == nil, section.title.namesWayBack {
            return Claim(section.title.text, at: section.title.span, .heading)
        }
        for line in section.lines where line.text.mentions(.rollback) {
            if let field = line.field, field.isNamed(.rollback) {
                return Claim(line.text.text, at: field.key.span, .field)
            }
            if line.isBold, !line.isItem, line.text.tokens.count <= 6 {
                return Claim(line.text.text, at: line.text.span, line.reading)
            }
        }
        for table in section.tables {
            for row in table.rows where row.cell(0)?.mentions(.rollback) == true {
                if let cell = row.cell(0) { return Claim(cell.text, at: cell.span, .tableCell) }
            }
            if let head = table.header.first(where: { $0.mentions(.rollback) }) {
                return Claim(head.text, at: head.span, .tableCell)
            }
        }
        return nil
    }

    // MARK: All phases

    /// `Fallback wave 2`: the number of the only phase that a title leads back from.
    private func phaseLeft(by title: ReadText) -> Double? {
        guard let start = title.tokens.firstIndex(where: { $0.isA(.planParts) }),
            let reference = PhaseReference(title, at: start),
            !title.tokens[reference.tokens.upperBound...].contains(where: { $0.number != nil })
        else { return nil }
        return reference.number
    }

    /// A field, a head of a table, or a sentence that speaks of the way back from every phase, or of its means.
    private func generalWayBack(in section: OutlineSection) -> Claim<String>? {
        for line in section.lines where line.text.mentions(.rollback) {
            if line.field?.isNamed(.rollback) == true || line.text.mentions(allPhases) {
                return Claim(line.text.text, at: line.text.span, line.reading)
            }
        }
        for table in section.tables {
            let cells = table.header + table.rows.flatMap(\.cells)
            if let cell = cells.first(where: { $0.mentions(.rollback) }) {
                return Claim(cell.text, at: cell.span, .tableCell)
            }
        }
        return nil
    }

    // MARK: Words

    private var speaksOfReturn: Bool {
        sections.contains { isAside($0) || mentionsReturn($0) }
    }

    private func mentionsReturn(_ section: OutlineSection) -> Bool {
        section.title.mentions(returnWords) || section.lineClasses.intersects(returnWords)
            || section.tables.contains { table in
                table.header.contains { $0.mentions(returnWords) }
                    || table.rows.contains { $0.cells.contains { $0.mentions(returnWords) } }
            }
            || section.codeBlocks.contains { block in
                style.vocabulary.classes(ofName: block.content.utf8.indices, in: block.content.utf8)
                    .intersects(returnWords)
            }
    }
}

/// Any word on a way back, or on there being none.
private let returnWords: WordClassSet = [
    .returnWord, .rollback, .backward, .disable, .mishap, .recovery, .goBack, .returning, .switchingOff, .stopSign,
]

/// What makes a sentence on ways back one for all phases, or tells by what means the team goes back.
private let allPhases: WordClassSet = [
    .everyone, .each, .per, .disable, .flag, .phase, .stage, .wave, .possible, .runbook, .strategy,
]
