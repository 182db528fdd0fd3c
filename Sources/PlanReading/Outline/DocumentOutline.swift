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
    /// For each section what the words of its title and of those above it mean, the document's own title left out.
    private let titles: [WordClassSet]
    /// For each section the nearest at or above it that heads a phase or a day; -1 where there is none.
    private let phaseSections: [Int]
    private let daySections: [Int]

    var source: SourceFile { document.source }

    init(_ document: MarkdownDocument, _ vocabulary: Vocabulary) {
        self.document = document
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

/// Collects the content of one section, without recursion: documents may nest as deep as they like.
private struct SectionContent {
    let style: WritingStyle
    var lines: [ContentLine] = []
    var tables: [ContentTable] = []
    var codeBlocks: [CodeBlock] = []
    /// Line of each open item, innermost last.
    private var items: [(node: MarkdownNode, line: Int?)] = []
    /// Number of the last item of each open ordered list, innermost last.
    private var ordinals: [(list: MarkdownNode, depth: Int, number: Int)] = []

    init(_ style: WritingStyle) {
        self.style = style
    }

    mutating func add(_ block: MarkdownNode) {
        items.removeAll(keepingCapacity: true)
        var node = block
        while true {
            if visit(node), let child = node.firstChild {
                node = child
                continue
            }
            while node != block, node.nextSibling == nil, let parent = node.parent { node = parent }
            guard node != block, let next = node.nextSibling else { return }
            node = next
        }
    }

    /// - Returns: false when what is inside the node is of no interest.
    private mutating func visit(_ node: MarkdownNode) -> Bool {
        switch node.kind {
        case .item(let task):
            while let last = items.last, !isInside(node, last.node) { items.removeLast() }
            items.append((node, nil))
            addItem(node, task)
            return true
        case .paragraph:
            closeItems(before: node)
            guard !isItemText(node) else { return false }
            addParagraph(node)
            return false
        case .table:
            closeItems(before: node)
            if let table = ContentTable(node, style) { tables.append(table) }
            return false
        case .codeBlock(let info):
            closeItems(before: node)
            addCode(node, info: info)
            return false
        case .blockQuote: return isBox(node)
        // What a quote or a footnote says is somebody's else or an aside: it states no fact of the plan.
        case .footnoteDefinition, .htmlBlock, .heading: return false
        default: return true
        }
    }

    /// A quote right under a heading that holds nothing but the fields of a phase, each with a bold key, cites nobody: it is
    /// a box that the author drew around them.
    private func isBox(_ quote: MarkdownNode) -> Bool {
        guard items.isEmpty, lines.isEmpty, tables.isEmpty, codeBlocks.isEmpty else { return false }
        var speaksOfPhase = false
        for child in quote.children {
            guard case .paragraph = child.kind else { return false }
            for (text, bold) in fieldPieces(of: child) where text.tokens.contains(where: \.isWord) {
                guard bold != nil, let field = Field(text, bold: bold), field.value.tokens.count <= 12 else {
                    return false
                }
                speaksOfPhase = speaksOfPhase || field.isNamed(phaseKeys)
            }
        }
        return speaksOfPhase
    }

    /// A block that shows how something may look states nothing; of a difference only what stays or comes counts.
    private mutating func addCode(_ node: MarkdownNode, info: String) {
        let language = info.prefix { !" \t{,:".contains($0) }.lowercased()
        guard let content = node.codeContent, !isExample(language, info) else { return }
        let line = items.last?.line ?? (lines.isEmpty ? nil : lines.count - 1)
        for part in language == "diff" ? content.keptLines : [content] {
            codeBlocks.append(
                CodeBlock(node: node, language: language == "diff" ? "" : language, content: part, line: line))
        }
    }

    /// A fence marked as an example or as Markdown, or one directly below `For example:`.
    private func isExample(_ language: String, _ info: String) -> Bool {
        if ["markdown", "md", "mdx", "gfm"].contains(language) { return true }
        if !info.isEmpty, style.vocabulary.classes(of: nameWords(info)).contains(.aside) { return true }
        guard let lead = lines.last?.text, lead.mentions(.aside), lead.tokens.last?.isSign(":") == true else {
            return false
        }
        // `For example`, `Zum Beispiel`; but not `Flags, example`.
        return lead.tokens.allSatisfy { !$0.isWord || $0.isA(.aside) || $0.range.count <= 3 }
    }

    private func isInside(_ node: MarkdownNode, _ item: MarkdownNode) -> Bool {
        var next = node.parent
        while let parent = next {
            if parent == item { return true }
            if case .item = parent.kind {} else if case .list = parent.kind {} else { return false }
            next = parent.parent
        }
        return false
    }

    private mutating func closeItems(before node: MarkdownNode) {
        while let last = items.last, node.parent != last.node { items.removeLast() }
    }

    private func isItemText(_ node: MarkdownNode) -> Bool {
        guard let item = items.last, item.line != nil else { return false }
        return item.node.firstChild == node
    }

    private mutating func addItem(_ item: MarkdownNode, _ task: TaskState?) {
        guard let paragraph = item.firstChild, case .paragraph = paragraph.kind else { return }
        let list = item.parent
        var ordinal: Int?
        if let list, case .list(let style) = list.kind, style.ordered {
            let depth = items.count
            while ordinals.count > depth { ordinals.removeLast() }
            let before = ordinals.last.flatMap { $0.depth == depth && $0.list == list ? $0.number : nil }
            let number = before.map { $0 + 1 } ?? style.start
            if ordinals.last?.depth == depth { ordinals.removeLast() }
            ordinals.append((list, depth, number))
            ordinal = number
        }
        let outer = items.dropLast().last?.line
        let first = lines.count
        let hasCode = hasCode(paragraph)
        for (text, bold) in fieldPieces(of: paragraph) {
            lines.append(
                ContentLine(
                    node: item, text: text, field: Field(text, bold: bold), depth: items.count - 1,
                    parent: lines.count == first ? outer : first, task: lines.count == first ? task : nil,
                    ordinal: lines.count == first ? ordinal : nil, isItem: lines.count == first,
                    isBold: lines.count == first && beginsBold(paragraph), list: list,
                    hasCode: hasCode))
        }
        items[items.count - 1].line = first
    }

    private mutating func addParagraph(_ paragraph: MarkdownNode) {
        let hasCode = hasCode(paragraph)
        for (text, bold) in fieldPieces(of: paragraph) {
            lines.append(
                ContentLine(
                    node: paragraph, text: text, field: Field(text, bold: bold), depth: items.count,
                    parent: items.last?.line, task: nil, ordinal: nil, isItem: false,
                    isBold: bold != nil || beginsBold(paragraph), list: nil, hasCode: hasCode))
        }
    }

    /// Whether a code span may stand in a paragraph: without the sign for it none does.
    private func hasCode(_ paragraph: MarkdownNode) -> Bool {
        let span = paragraph.span
        return span.file.bytes[span.range].contains(UInt8(ascii: "`"))
    }

    private func beginsBold(_ paragraph: MarkdownNode) -> Bool {
        guard let first = paragraph.firstChild, case .strong = first.kind else { return false }
        return !first.struck
    }

    /// Where a piece ends without the bar that parts it from the next field: `1.5 days | **Risk:** High`.
    private func withoutSeparator(_ utf8: [UInt8], _ start: Int, _ end: Int) -> Int {
        guard end < utf8.count else { return end }
        var last = end
        while last > start {
            switch utf8[last - 1] {
            case 0x20, 0x09, UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: ","): last -= 1
            default: return last
            }
        }
        return last
    }

    /// Cuts a paragraph where a bold run followed by a colon starts a field, and at hard breaks.
    private func fieldPieces(of paragraph: MarkdownNode) -> [(ReadText, bold: Int?)] {
        let plain = paragraph.plainText
        let whole = ReadText(plain, style)
        let cuts = cuts(of: paragraph, plain.utf8)
        guard cuts.count > 1 || cuts[0].at > 0 else { return whole.isEmpty ? [] : [(whole, cuts[0].bold)] }
        return cuts.indices.compactMap { index in
            let cut = cuts[index]
            let next = index + 1 < cuts.count ? cuts[index + 1].at : plain.utf8.count
            let range = cut.at..<withoutSeparator(plain.utf8, cut.at, next)
            // A cut within a word makes two of it, and only then is a piece read anew.
            let piece =
                isSplit(plain.utf8, cut.at) || isSplit(plain.utf8, next)
                ? ReadText(plain.slice(range).trimmed(), style) : whole.part(range)
            return piece.isEmpty ? nil : (piece, cut.bold)
        }
    }

    private func isSplit(_ utf8: [UInt8], _ offset: Int) -> Bool {
        offset > 0 && offset < utf8.count && utf8[offset - 1] > 0x20 && utf8[offset] > 0x20
    }

    /// Where the pieces of a paragraph begin, at least one, and how far the bold run reaches that begins a field.
    private func cuts(of paragraph: MarkdownNode, _ utf8: [UInt8]) -> [(at: Int, bold: Int?)] {
        var cuts: [(at: Int, bold: Int?)] = [(0, nil)]
        var offset = 0
        // The texts between cuts are measured only where another cut may follow.
        var unmeasured: MarkdownNode?
        for child in paragraph.children {
            switch child.kind {
            case .strong where !child.struck:
                offset += length(from: unmeasured, to: child)
                unmeasured = nil
                let end = offset + child.plainTextLength
                let colonInside = end > offset && utf8[end - 1] == UInt8(ascii: ":")
                if colonInside || colonFollows(utf8, end) {
                    let last = cuts[cuts.count - 1].at
                    if last == offset || utf8[last..<offset].allSatisfy({ $0 <= 0x20 }) {
                        cuts[cuts.count - 1] = (offset, end - offset)
                    } else {
                        cuts.append((offset, end - offset))
                    }
                }
                offset = end
            case .lineBreak:
                offset += length(from: unmeasured, to: child) + child.plainTextLength
                unmeasured = nil
                cuts.append((offset, nil))
            default: unmeasured = unmeasured ?? child
            }
        }
        return cuts
    }

    /// `**Risk**:`, or with the space that French sets ahead of the colon.
    private func colonFollows(_ utf8: [UInt8], _ end: Int) -> Bool {
        guard end < utf8.count else { return false }
        var index = end
        if utf8[index] == 0x20 {
            index += 1
        } else if utf8[index...].starts(with: [0xc2, 0xa0]) {
            index += 2
        } else if utf8[index...].starts(with: [0xe2, 0x80, 0xaf]) {
            index += 3
        }
        return index < utf8.count && utf8[index] == UInt8(ascii: ":")
    }

    /// Bytes of text from one node to its sibling `end`, which is not counted; 0 when there is none.
    private func length(from first: MarkdownNode?, to end: MarkdownNode) -> Int {
        var length = 0
        var next = first
        while let node = next, node != end {
            length += node.plainTextLength
            next = node.nextSibling
        }
        return length
    }
}

extension PlainText {
    /// The runs of lines that a difference does not take away.
    fileprivate var keptLines: [PlainText] {
        var runs: [PlainText] = []
        var start = 0
        var index = 0
        while index < utf8.count {
            let end = utf8[index...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? utf8.count
            if utf8[index] == UInt8(ascii: "-") {
                if start < index { runs.append(slice(start..<index)) }
                start = end
            }
            index = end
        }
        if start < utf8.count { runs.append(slice(start..<utf8.count)) }
        return runs
    }
}
