import MarkdownTree
import Plan
import SourceText

/// A document as sections of lines, tables and code blocks: read once, used by every reader of facts.
///
/// An object: readers hold it in thousands of closures, and each would count a reference to all that it holds.
final class DocumentOutline: Sendable {
    let document: MarkdownDocument
    let sections: [OutlineSection]
    /// What each section's title says, by section index.
    let headings: [HeadingFacts]
    /// How the document writes.
    let style: WritingStyle
    /// The sections that state the plan: all but examples and changelogs.
    let planSections: [OutlineSection]
    private let asides: [Bool]
    private let readsForPreview: Bool
    /// For each section what the words of its title and of those above it mean, the document's own title left out.
    private let titles: [WordClassSet]
    /// For each section the nearest at or above it that heads a phase or a day; -1 where there is none.
    private let phaseSections: [Int]
    private let daySections: [Int]

    var source: SourceFile { document.source }

    init(_ document: MarkdownDocument, _ vocabulary: Vocabulary, forPreview: Bool) {
        self.document = document
        readsForPreview = forPreview
        let style = WritingStyle(numbers: NumberStyle(of: document.source.bytes), vocabulary: vocabulary)
        self.style = style
        var sections: [OutlineSection] = []
        // What an example or a changelog holds is not looked at, so that no reader takes it for a fact.
        var asides: [Bool] = []
        for section in document.sections {
            let title = ReadText(section.title, style)
            let isAside =
                section.parent.map { asides[$0] } ?? false
                || section.level > 1 && title.isCalled([.past], with: [])
                || section.level > 1 && title.mentions(.aside) && PhaseHeading(title) == nil
            asides.append(isAside)
            var content = SectionContent(style)
            if !isAside { for block in section.blocks { content.add(block) } }
            sections.append(
                OutlineSection(
                    section, title, lines: content.lines, tables: content.tables, codeBlocks: content.codeBlocks))
        }
        self.sections = sections
        let goesBack = sections.handedDown(false) { section, above in
            above || section.title.namesWayBack && !section.title.mentions(.rollout)
        }
        self.asides = asides
        planSections = sections.filter { !asides[$0.index] }
        let called = sections.map { section in
            asides[section.index]
                ? HeadingFacts.none
                : HeadingFacts(section.title, goesBack: section.parent.map { goesBack[$0] } ?? false)
        }
        let isOpen = sections.map { !asides[$0.index] && !goesBack[$0.index] }
        let headings = TimedHeadings(sections, isOpen: isOpen, called).headings
        self.headings = headings
        titles = sections.handedDown(WordClassSet()) { section, above in
            guard section.level > 1 else { return above }
            let own = above.union(section.title.classes)
            return section.title.namesWayBack ? own.union([.rollback]) : own
        }
        phaseSections = sections.handedDown(-1) { headings[$0.index].phase == nil ? $1 : $0.index }
        daySections = sections.handedDown(-1) { headings[$0.index].day == nil ? $1 : $0.index }
    }

    /// Facts that none but rules in preview ask for: read where one of them runs.
    func forPreview<Fact>(_ read: () -> [Fact]) -> [Fact] { readsForPreview ? read() : [] }

    /// Whether a section shows an example or tells of the past, so that what it states is no part of
    /// the plan. An appendix is part of it: it often holds the flags.
    func isAside(_ section: OutlineSection) -> Bool { asides[section.index] }

    /// The nearest phase heading at or above a section, with the index of its section.
    func phase(of section: OutlineSection) -> (heading: PhaseHeading, section: Int)? {
        let index = phaseSections[section.index]
        return index < 0 ? nil : headings[index].phase.map { ($0, index) }
    }

    /// The nearest day heading at or above a section.
    func day(of section: OutlineSection) -> DayHeading? {
        let index = daySections[section.index]
        return index < 0 ? nil : headings[index].day
    }

    /// Whether the title of a section or of one above it (the document's own title left out) has a word of these classes.
    func stands(_ section: OutlineSection, under any: WordClassSet) -> Bool {
        titles[section.index].intersects(any)
    }

    func stands(_ section: OutlineSection, under wordClass: WordClass) -> Bool {
        titles[section.index].contains(wordClass)
    }

    /// The section's ancestors, nearest first.
    func ancestors(of section: OutlineSection) -> [OutlineSection] {
        var chain: [OutlineSection] = []
        var next = section.parent
        while let index = next {
            chain.append(sections[index])
            next = sections[index].parent
        }
        return chain
    }

    /// A section and every section below it, in reading order.
    func subtree(of section: OutlineSection) -> ArraySlice<OutlineSection> {
        var end = section.index + 1
        while end < sections.count, sections[end].level > section.level, section.level > 0 || section.index == 0 {
            end += 1
        }
        return sections[section.index..<end]
    }
}

extension [OutlineSection] {
    /// What each section knows from itself and the section above it; `top` where there is none.
    ///
    /// A section stands behind the one above it, so one pass hands the knowledge down.
    fileprivate func handedDown<Knowledge>(
        _ top: Knowledge, _ own: (OutlineSection, Knowledge) -> Knowledge
    ) -> [Knowledge] {
        var known: [Knowledge] = []
        known.reserveCapacity(count)
        for section in self { known.append(own(section, section.parent.map { known[$0] } ?? top)) }
        return known
    }
}
