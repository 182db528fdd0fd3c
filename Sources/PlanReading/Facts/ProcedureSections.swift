import Plan

/// Which sections of a document are rollback procedures, told for all of them in passes over the sections: what stands
/// below a section is gathered from the last to the first, what stands above it from the first to the last.
struct ProcedureSections {
    /// Indices of the procedures that lie in no other, in reading order.
    private(set) var outermost: [Int] = []

    init(_ outline: DocumentOutline) {
        let sections = outline.sections
        guard sections.contains(where: { $0.title.mentions(.rollback) }) else { return }
        let hasSubstance = ProcedureSections.withSubstance(outline)
        var underRollback = sections.map { _ in false }
        var isProcedure = underRollback
        for section in sections {
            if let parent = section.parent {
                underRollback[section.index] =
                    underRollback[parent] || sections[parent].title.mentions(.rollback)
            }
            isProcedure[section.index] =
                hasSubstance[section.index] || section.level > 1 && outline.timeBudget(section.title) != nil
                ? ProcedureSections.namesProcedure(section, in: outline, underRollback: underRollback[section.index])
                : false
        }
        for section in sections where section.title.mentions(.rollback) && !section.title.mentions(.notProcedure) {
            for part in ProcedureSections.budgetedParts(of: section, in: outline) where hasSubstance[part] {
                isProcedure[part] = true
            }
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

    /// Sections that hold, in themselves or below, commands or steps or a list of what to do.
    private static func withSubstance(_ outline: DocumentOutline) -> [Bool] {
        var has = outline.sections.map { section in
            !section.codeBlocks.isEmpty
                || section.lines.contains { $0.isItem || $0.text.tokens.first?.isA(.step) == true }
                || outline.stepHeading(section) != nil
        }
        for section in outline.sections.reversed() where has[section.index] {
            if let parent = section.parent { has[parent] = true }
        }
        return has
    }

    /// A title that names a rollback, or a level under such a title; nothing that only talks about rollbacks.
    ///
    /// `Option 2: Git revert` under a title that names the rollback is a part of it.
    private static func namesProcedure(_ section: OutlineSection, in outline: DocumentOutline, underRollback: Bool)
        -> Bool
    {
        guard mayBe(section, in: outline) else { return false }
        if underRollback, outline.level(of: section.title) != nil { return true }
        guard section.title.mentions(.rollback) else { return false }
        return !(underRollback && section.level > 2 && isOption(section) && outline.timeBudget(section.title) == nil)
    }

    private static func mayBe(_ section: OutlineSection, in outline: DocumentOutline) -> Bool {
        let heading = outline.headings[section.index]
        return section.heading != nil && !outline.isAside(section) && heading.phase == nil && heading.day == nil
            && !section.title.mentions(.notProcedure)
    }

    private static func isOption(_ section: OutlineSection) -> Bool {
        section.title.tokens.first { $0.isWord }?.isA(.alternative) == true
    }

    /// Ways back that do not say so again under a title that does: `Going back` with `By flag (under a minute)` and
    /// `By release (15 minutes)`.
    ///
    /// The steps of one way back have times too. Ways of their own they are under a document's title, where one has an
    /// upper limit, or where one has steps of its own.
    private static func budgetedParts(of section: OutlineSection, in outline: DocumentOutline) -> [Int] {
        guard outline.timeBudget(section.title) == nil, outline.level(of: section.title) == nil else { return [] }
        let parts = section.children.filter { index in
            let part = outline.sections[index]
            return mayBe(part, in: outline) && outline.timeBudget(part.title) != nil
                && outline.stepHeading(part) == nil
        }
        let areWays =
            section.level <= 1
            || parts.contains { index in
                let part = outline.sections[index]
                return part.lines.count { $0.ordinal != nil && $0.depth == 0 } > 1
                    || outline.timeBudget(part.title)?.value.comparison?.isUpperBound == true
            }
        return areWays ? parts : []
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
