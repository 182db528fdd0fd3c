import Plan

/// Which sections of a document are rollback procedures, told for all of them in two passes: what stands below a section
/// is gathered from the last to the first, what stands above it from the first to the last.
struct ProcedureSections {
    /// Indices of the procedures that lie in no other, in reading order.
    private(set) var outermost: [Int] = []

    init(_ outline: DocumentOutline) {
        let sections = outline.sections
        var hasSubstance = sections.map { section in
            !section.codeBlocks.isEmpty || section.lines.contains { $0.isItem } || outline.stepHeading(section) != nil
        }
        for section in sections.reversed() where hasSubstance[section.index] {
            if let parent = section.parent { hasSubstance[parent] = true }
        }
        var underRollback = sections.map { _ in false }
        var isProcedure = underRollback
        for section in sections {
            if let parent = section.parent {
                underRollback[section.index] =
                    underRollback[parent] || sections[parent].title.mentions(.rollback)
            }
            isProcedure[section.index] = ProcedureSections.isProcedure(
                section, in: outline, underRollback: underRollback[section.index],
                hasSubstance: hasSubstance[section.index])
        }
        var holdsProcedure = sections.map { _ in false }
        for section in sections.reversed() where isProcedure[section.index] || holdsProcedure[section.index] {
            if let parent = section.parent { holdsProcedure[parent] = true }
        }
        var isEnclosed = sections.map { _ in false }
        var encloses = isEnclosed
        for section in sections {
            if let parent = section.parent { isEnclosed[section.index] = isEnclosed[parent] || encloses[parent] }
            guard isProcedure[section.index] else { continue }
            let isContainer =
                holdsProcedure[section.index] && ProcedureSections.mayContain(section, in: outline)
            encloses[section.index] = !isContainer
            if !isContainer, !isEnclosed[section.index] { outermost.append(section.index) }
        }
    }

    /// A title that names a rollback, or a level under such a title, with a budget, steps or commands; nothing that only
    /// talks about rollbacks.
    private static func isProcedure(
        _ section: OutlineSection, in outline: DocumentOutline, underRollback: Bool, hasSubstance: Bool
    ) -> Bool {
        let title = section.title
        let heading = outline.headings[section.index]
        guard section.heading != nil, !outline.isAside(section), heading.phase == nil, heading.day == nil,
            !title.mentions(.notProcedure),
            title.mentions(.rollback) || underRollback && outline.level(of: title) != nil
        else { return false }
        return hasSubstance || section.level > 1 && outline.timeBudget(title) != nil
    }

    /// Whether a section that holds procedures is no more than their container: `Rollback Procedures`, or a document's
    /// title. A budget or steps of its own make it a procedure whose parts have titles.
    private static func mayContain(_ section: OutlineSection, in outline: DocumentOutline) -> Bool {
        if section.level <= 1 { return true }
        let hasSteps =
            section.lines.contains { $0.ordinal != nil && $0.depth == 0 }
            || section.children.contains { outline.stepHeading(outline.sections[$0]) != nil }
        return outline.timeBudget(section.title) == nil && outline.level(of: section.title) == nil && !hasSteps
    }
}
