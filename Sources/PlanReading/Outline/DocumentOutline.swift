import MarkdownTree
import Plan
import SourceText

/// A document as sections of lines, tables and code blocks: read once, used by every reader of facts.
struct DocumentOutline: Sendable {
    let document: MarkdownDocument
    let sections: [OutlineSection]
    /// What each section's title says, by section index.
    let headings: [HeadingFacts]
    /// How the document writes.
    let style: WritingStyle
    /// The sections that state the plan: all but examples and changelogs.
    let planSections: [OutlineSection]
    private let asides: [Bool]

    var source: SourceFile { document.source }

    init(_ document: MarkdownDocument, _ vocabulary: Vocabulary) {
        self.document = document
        let style = WritingStyle(numbers: NumberStyle(of: document.source.bytes), vocabulary: vocabulary)
        self.style = style
        let sections = document.sections.map { section in
            var content = SectionContent(style)
            for block in section.blocks { content.add(block) }
            return OutlineSection(
                section, style, lines: content.lines, tables: content.tables, codeBlocks: content.codeBlocks)
        }
        self.sections = sections
        // A section stands behind the one above it, so one pass hands the knowledge down.
        var goesBack: [Bool] = []
        for section in sections {
            let above = section.parent.map { goesBack[$0] } ?? false
            let own =
                section.title.mentions(.rollback) && !section.title.mentions(.rollout)
            goesBack.append(above || own)
        }
        var asides: [Bool] = []
        for section in sections {
            let above = section.parent.map { asides[$0] } ?? false
            asides.append(
                above || section.level > 1 && section.title.isCalled([.past], with: [])
                    || section.level > 1 && section.title.mentions(.aside) && PhaseHeading(section.title) == nil)
        }
        self.asides = asides
        planSections = sections.filter { !asides[$0.index] }
        let called = sections.map { section in
            asides[section.index]
                ? HeadingFacts.none
                : HeadingFacts(section.title, goesBack: section.parent.map { goesBack[$0] } ?? false)
        }
        let isOpen = sections.map { !asides[$0.index] && !goesBack[$0.index] }
        headings = TimedHeadings(sections, isOpen: isOpen, called).headings
    }

    /// Whether a section shows an example or tells of the past, so that what it states is no part of
    /// the plan. An appendix is part of it: it often holds the flags.
    func isAside(_ section: OutlineSection) -> Bool { asides[section.index] }

    /// The nearest phase heading at or above a section, with the index of its section.
    func phase(of section: OutlineSection) -> (heading: PhaseHeading, section: Int)? {
        for candidate in [section] + ancestors(of: section) {
            if let phase = headings[candidate.index].phase { return (phase, candidate.index) }
        }
        return nil
    }

    /// The nearest day heading at or above a section.
    func day(of section: OutlineSection) -> DayHeading? {
        for candidate in [section] + ancestors(of: section) {
            if let day = headings[candidate.index].day { return day }
        }
        return nil
    }

    /// Whether the title of a section or of one above it (the document's own title left out) has a word of these classes.
    func stands(_ section: OutlineSection, under any: WordClassSet) -> Bool {
        ([section] + ancestors(of: section)).contains { $0.level > 1 && $0.title.mentions(any) }
    }

    func stands(_ section: OutlineSection, under wordClass: WordClass) -> Bool {
        stands(section, under: WordClassSet(wordClass))
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
        guard visit(block) else { return }
        var skipped: MarkdownNode?
        for node in block.descendants {
            if let inside = skipped {
                if inside.span.contains(node.span), node != inside, isBelow(node, inside) { continue }
                skipped = nil
            }
            if visit(node) == false { skipped = node }
        }
    }

    private func isBelow(_ node: MarkdownNode, _ ancestor: MarkdownNode) -> Bool {
        node.span.range.lowerBound < ancestor.span.range.upperBound
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
        case .codeBlock(let info, _):
            closeItems(before: node)
            if let content = node.codeContent {
                let language = info.prefix { !" \t{,:".contains($0) }.lowercased()
                codeBlocks.append(
                    CodeBlock(
                        node: node, language: language, content: content,
                        line: items.last?.line ?? (lines.isEmpty ? nil : lines.count - 1)))
            }
            return false
        // What a quote or a footnote says is somebody's else or an aside: it states no fact of the plan.
        case .blockQuote, .footnoteDefinition, .htmlBlock, .heading: return false
        default: return true
        }
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
        for (piece, bold) in fieldPieces(of: paragraph) {
            let text = ReadText(piece, style)
            lines.append(
                ContentLine(
                    node: item, text: text, field: Field(text, bold: bold), depth: items.count - 1,
                    parent: lines.count == first ? outer : first, task: lines.count == first ? task : nil,
                    ordinal: lines.count == first ? ordinal : nil, isItem: lines.count == first,
                    isBold: lines.count == first && beginsBold(paragraph), list: list))
        }
        items[items.count - 1].line = first
    }

    private mutating func addParagraph(_ paragraph: MarkdownNode) {
        for (piece, bold) in fieldPieces(of: paragraph) {
            let text = ReadText(piece, style)
            lines.append(
                ContentLine(
                    node: paragraph, text: text, field: Field(text, bold: bold), depth: items.count,
                    parent: items.last?.line, task: nil, ordinal: nil, isItem: false,
                    isBold: bold != nil || beginsBold(paragraph), list: nil))
        }
    }

    private func beginsBold(_ paragraph: MarkdownNode) -> Bool {
        guard let first = paragraph.firstChild, case .strong = first.kind else { return false }
        return !first.struck
    }

    /// Where a piece ends without the bar that parts it from the next field: `1.5 days | **Risk:** High`.
    private func withoutSeparator(_ text: PlainText, _ start: Int, _ end: Int, isLast: Bool) -> Int {
        guard !isLast else { return end }
        var last = end
        while last > start,
            [0x20, 0x09, UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: ",")].contains(text.utf8[last - 1])
        {
            last -= 1
        }
        return last
    }

    /// Cuts a paragraph where a bold run followed by a colon starts a field, and at hard breaks.
    private func fieldPieces(of paragraph: MarkdownNode) -> [(PlainText, bold: Int?)] {
        let whole = paragraph.plainText
        var cuts: [(at: Int, bold: Int?)] = [(0, nil)]
        var offset = 0
        for child in paragraph.children {
            let length = child.plainText.utf8.count
            switch child.kind {
            case .strong where !child.struck:
                let colonInside = length > 0 && whole.utf8[offset + length - 1] == UInt8(ascii: ":")
                let colonBehind = offset + length < whole.utf8.count && whole.utf8[offset + length] == UInt8(ascii: ":")
                if colonInside || colonBehind {
                    if cuts.last?.at == offset || whole.utf8[(cuts.last?.at ?? 0)..<offset].allSatisfy({ $0 <= 0x20 }) {
                        cuts[cuts.count - 1] = (offset, length)
                    } else {
                        cuts.append((offset, length))
                    }
                }
            case .lineBreak: cuts.append((offset + length, nil))
            default: break
            }
            offset += length
        }
        return cuts.enumerated().compactMap { index, cut in
            let end = index + 1 < cuts.count ? cuts[index + 1].at : whole.utf8.count
            let piece = whole.slice(cut.at..<withoutSeparator(whole, cut.at, end, isLast: end == whole.utf8.count))
                .trimmed()
            return piece.isEmpty ? nil : (piece, cut.bold)
        }
    }
}
