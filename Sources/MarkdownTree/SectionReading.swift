import SourceText

/// Cuts a document into sections at the headings that are its direct children.
///
/// Headings in quotes and list items open none. A footnote definition, which cmark moves to the end of the tree,
/// belongs to the section that it is written in.
func readSections(of root: MarkdownNode) -> [MarkdownSection] {
    let file = root.span.file
    let top = SourceSpan(file: file, range: root.span.range.lowerBound..<root.span.range.lowerBound)
    let none = PlainText(verbatim: top)
    var sections = [
        MarkdownSection(
            index: 0, level: 0, heading: nil, title: none, parent: nil, children: [], blocks: [], span: top)
    ]
    // A section is large: to move them all when there is no more room costs more than to count them first.
    sections.reserveCapacity(1 + root.arena.records.count { $0.type == .heading })
    var open: [Int] = []
    var footnotes: [MarkdownNode] = []
    // Of the last section, which takes them in one piece.
    var blocks: [MarkdownNode] = []
    for block in root.children {
        switch block.kind {
        case .heading(let level):
            sections[sections.count - 1].take(&blocks)
            while let last = open.last, sections[last].level >= level { open.removeLast() }
            let index = sections.count
            sections.append(
                MarkdownSection(
                    index: index, level: level, heading: block, title: block.plainText.trimmed(), parent: open.last,
                    children: [], blocks: [], span: block.span))
            if let parent = open.last { sections[parent].children.append(index) }
            open.append(index)
        case .footnoteDefinition: footnotes.append(block)
        default: blocks.append(block)
        }
    }
    sections[sections.count - 1].take(&blocks)
    for footnote in footnotes { place(footnote, in: &sections) }
    for index in sections.indices.reversed() {
        guard let parent = sections[index].parent else { continue }
        sections[parent].span = sections[parent].span.union(sections[index].span)
    }
    return sections
}

/// Adds a footnote definition to the last section that starts before it.
private func place(_ footnote: MarkdownNode, in sections: inout [MarkdownSection]) {
    let begun = sections.countOfLeading { $0.span.range.lowerBound <= footnote.span.range.lowerBound }
    let index = max(0, begun - 1)
    sections[index].blocks.append(footnote)
    sections[index].span = sections[index].span.union(footnote.span)
}

extension MarkdownSection {
    /// Takes in the blocks that stand under the heading.
    fileprivate mutating func take(_ blocks: inout [MarkdownNode]) {
        self.blocks = Array(blocks[...])
        span = blocks.reduce(span) { $0.union($1.span) }
        blocks.removeAll(keepingCapacity: true)
    }
}
