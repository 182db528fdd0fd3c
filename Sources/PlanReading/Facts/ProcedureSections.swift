import Plan

/// Which sections of a document are rollback procedures, told for all of them in passes over the sections: what stands
/// below a section is gathered from the last to the first, what stands above it from the first to the last.
struct ProcedureSections {
    /// Indices of the procedures that lie in no other, in reading order.
    private(set) var outermost: [Int] = []

    init(_ outline: DocumentOutline, _ told: ToldBudgets) {
        let sections = outline.sections
        let signs = ProcedureSigns(outline)
        let hasSubstance = signs.hasSubstance
        var underRollback = sections.map { _ in false }
        var isProcedure = underRollback
        for section in sections {
            if let parent = section.parent {
                underRollback[section.index] =
                    underRollback[parent] || sections[parent].title.namesWayBack
            }
            isProcedure[section.index] =
                hasSubstance[section.index] || section.level > 1 && signs.timeBudgets[section.index] != nil
                ? ProcedureSections.namesProcedure(
                    section, in: outline, signs, underRollback: underRollback[section.index])
                : false
        }
        for section in sections
        where section.title.namesWayBack
            && (section.title.supposesMishap || section.title.mentions(.wayNoun) || !section.title.isNoProcedure)
        {
            for part in ProcedureSections.ways(under: section, in: outline, signs, told)
            where hasSubstance[part] || !sections[part].lines.isEmpty {
                isProcedure[part] = true
            }
            let known = section.children.filter { isProcedure[$0] }
            for part in ProcedureSections.companions(of: known, under: section, in: outline, signs) {
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
                holdsProcedure[section.index] && ProcedureSections.mayContain(section, in: outline, signs)
            encloses[section.index] = !isContainer
            if !isContainer, !isEnclosed[section.index] { outermost.append(section.index) }
        }
    }

    /// A title that names a rollback, or a level under such a title; nothing that only talks about rollbacks.
    ///
    /// `Option 2: Git revert` under a title that names the rollback is a part of it.
    private static func namesProcedure(
        _ section: OutlineSection, in outline: DocumentOutline, _ signs: ProcedureSigns, underRollback: Bool
    ) -> Bool {
        if section.title.supposesMishap, !section.title.namesRollback {
            return isHeaded(section, in: outline) && !underRollback && signs.tellsWhatToDo[section.index]
        }
        guard mayBe(section, in: outline) else { return false }
        if underRollback, outline.level(of: section.title) != nil { return true }
        guard section.title.namesRollback else { return false }
        return !(underRollback && section.level > 2 && isOption(section) && signs.timeBudgets[section.index] == nil)
    }

    static func mayBe(_ section: OutlineSection, in outline: DocumentOutline) -> Bool {
        isHeaded(section, in: outline) && !section.title.isNoProcedure
    }

    private static func isHeaded(_ section: OutlineSection, in outline: DocumentOutline) -> Bool {
        let heading = outline.headings[section.index]
        return section.heading != nil && !outline.isAside(section) && heading.phase == nil && heading.day == nil
    }

    private static func isOption(_ section: OutlineSection) -> Bool {
        section.title.tokens.first { $0.isWord }?.isA(.alternative) == true
    }

    /// Ways back that do not say so again under a title that does: told by their times, by the situation that each is
    /// for, or by letters.
    private static func ways(
        under section: OutlineSection, in outline: DocumentOutline, _ signs: ProcedureSigns, _ told: ToldBudgets
    ) -> [Int] {
        guard signs.timeBudgets[section.index] == nil, outline.level(of: section.title) == nil else { return [] }
        let parts = section.children.filter { isHeaded(outline.sections[$0], in: outline) && !signs.isStep[$0] }
        return Array(
            Set(budgetedParts(parts, of: section, in: outline, signs) + situations(parts, in: outline, signs))
                .union(lettered(parts, in: outline) + toldApart(parts, of: section, in: outline, signs, told))
        ).sorted()
    }

    /// `Before the switch (5 min)`; two or more `If …` with commands or steps each. A single one is a branch of the way
    /// back that it stands under.
    private static func situations(
        _ parts: [Int], in outline: DocumentOutline, _ signs: ProcedureSigns
    ) -> [Int] {
        let situations = parts.map { outline.sections[$0] }.filter(\.title.namesSituation)
        let spoken = situations.filter { !outline.ownBudgets($0).isEmpty }
        if spoken.count > 1 { return situations.filter { !$0.lines.isEmpty && $0.title.tokens.count > 2 }.map(\.index) }
        let timed = situations.filter { signs.timeBudgets[$0.index] != nil }
        let conditional = situations.filter {
            $0.title.tokens.first { $0.isWord }?.isA(.when) == true && signs.tellsWhatToDo[$0.index]
        }
        return (timed + (conditional.count > 1 ? conditional : [])).map(\.index)
    }

    /// `Retour A — le répartiteur`, `Retour B — avec les paiements`: one word, and a letter for each.
    private static func lettered(_ parts: [Int], in outline: DocumentOutline) -> [Int] {
        let named = parts.compactMap { index in outline.sections[index].title.siblingLetter.map { (index, $0) } }
        guard let word = named.first?.1.word, named.count > 1, named.allSatisfy({ $0.1.word == word }),
            Set(named.map(\.1.letter)).count == named.count
        else { return [] }
        return named.map(\.0)
    }

    /// `Going back` with `By flag (under a minute)` and `By release (15 minutes)`.
    ///
    /// The steps of one way back have times too. Ways of their own they are under a document's title, where one has an
    /// upper limit, or where one has steps of its own.
    private static func budgetedParts(
        _ parts: [Int], of section: OutlineSection, in outline: DocumentOutline, _ signs: ProcedureSigns
    ) -> [Int] {
        let parts = parts.filter { index in
            signs.timeBudgets[index] != nil && mayBe(outline.sections[index], in: outline)
        }
        let areWays =
            section.level <= 1
            || parts.contains { index in
                let part = outline.sections[index]
                return part.lines.count { $0.ordinal != nil && $0.depth == 0 } > 1
                    || part.lines.count { $0.text.tokens.first?.isA(.step) == true } > 1
                    || signs.timeBudgets[index]?.value.comparison?.isUpperBound == true
            }
        return areWays ? parts : []
    }

    /// Whether a section that holds procedures is no more than their container: `Rollback Procedures`, or a document's
    /// title. A budget or steps of its own make it a procedure whose parts have titles.
    private static func mayContain(
        _ section: OutlineSection, in outline: DocumentOutline, _ signs: ProcedureSigns
    ) -> Bool {
        if section.level <= 1 { return true }
        return signs.timeBudgets[section.index] == nil && outline.level(of: section.title) == nil
            && !signs.hasSteps[section.index] && !section.children.contains { signs.isStep[$0] }
    }
}
