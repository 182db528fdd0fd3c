import Plan
import SourceText

/// What the sections of a document hold that tells procedures from other sections, each asked once.
///
/// Only a title on a way back, and what stands below one, is asked at all.
struct ProcedureSigns {
    /// Whether a section holds, in itself or below, commands or steps or a list of what to do.
    private(set) var hasSubstance: [Bool]
    /// Whether it holds, in itself or below, commands or steps in their order: a mere list may tell risks.
    private(set) var tellsWhatToDo: [Bool]
    /// Whether its title is a step's: `Step 3: Restore the database`.
    private(set) var isStep: [Bool]
    /// Whether it holds a numbered list of what to do.
    private(set) var hasSteps: [Bool]
    /// The time that its title gives.
    private(set) var timeBudgets: [Claim<TimeAmount>?]

    init(_ outline: DocumentOutline) {
        let sections = outline.sections
        let none = sections.map { _ in false }
        (hasSubstance, tellsWhatToDo, isStep, hasSteps) = (none, none, none, none)
        timeBudgets = sections.map { _ in nil }
        var isAsked = none
        for section in sections {
            let index = section.index
            isAsked[index] = section.parent.map { isAsked[$0] } ?? false || section.title.namesWayBack
            if isAsked[index] { read(section, outline) }
        }
        for section in sections.reversed() {
            guard let parent = section.parent else { continue }
            if hasSubstance[section.index] { hasSubstance[parent] = true }
            if tellsWhatToDo[section.index] { tellsWhatToDo[parent] = true }
        }
    }

    private mutating func read(_ section: OutlineSection, _ outline: DocumentOutline) {
        let index = section.index
        let lines = section.lines
        let hasItems = lines.contains(where: \.isItem)
        let tells = hasItems ? section.tellsOccasion : []
        let holdsStep = lines.contains { $0.text.tokens.first?.isA(.step) == true }
        isStep[index] = outline.stepHeading(section) != nil
        hasSteps[index] = hasItems && zip(lines, tells).contains { $0.ordinal != nil && $0.depth == 0 && !$1 }
        timeBudgets[index] = outline.timeBudget(section.title)
        hasSubstance[index] =
            !section.codeBlocks.isEmpty || holdsStep || isStep[index]
            || hasItems && zip(lines, tells).contains { $0.isItem && !$1 }
            || section.tables.contains(where: \.countsSteps)
        tellsWhatToDo[index] =
            holdsStep || isStep[index] || hasItems && zip(lines, tells).contains { $0.ordinal != nil && !$1 }
            || section.codeBlocks.contains(where: \.isCommand)
    }
}
