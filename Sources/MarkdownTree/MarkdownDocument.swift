package import SourceText

/// A Markdown file as a tree, with its front matter and its sections.
package struct MarkdownDocument: Sendable {
    package let source: SourceFile
    /// nil when the file does not start with one; it is not part of the tree.
    package let frontMatter: FrontMatter?
    /// All headings' sections, flat, in document order; index 0 is the preamble.
    package let sections: [MarkdownSection]
    /// `document-too-complex` when the file was refused; the tree is then empty.
    package let findings: [Finding]
    private let arena: NodeArena

    /// Parses a file; never traps, whatever it holds.
    package init(_ source: SourceFile) {
        self.source = source
        frontMatter = FrontMatter(of: source)
        let refusal = ComplexityGuard.finding(for: source)
        findings = refusal.map { [$0] } ?? []
        let skipped = frontMatter?.span.range.upperBound ?? 0
        var builder = TreeBuilder(source: source, skipped: skipped)
        if refusal == nil, let tree = CMarkTree(parsing: source.bytes[skipped...]) {
            arena = builder.build(tree)
        } else {
            arena = NodeArena(source: source, records: builder.records, kinds: [], text: TextBuffer())
        }
        sections = readSections(of: MarkdownNode(arena: arena, index: 0))
    }

    package var root: MarkdownNode { MarkdownNode(arena: arena, index: 0) }

    /// Links and images, in reading order.
    package var links: [MarkdownNode] { nodes { $0 == .link || $0 == .image } }
    /// Headings wherever they stand, in lists and quotes too, in reading order.
    package var headings: [MarkdownNode] { nodes { $0 == .heading } }
    /// Raw HTML, blocks and inlines, in reading order.
    package var rawHTML: [MarkdownNode] { nodes { $0 == .htmlBlock || $0 == .htmlInline } }
    /// Paragraphs, in reading order.
    package var paragraphs: [MarkdownNode] { nodes { $0 == .paragraph } }
    /// Plain texts, in reading order.
    package var texts: [MarkdownNode] { nodes { $0 == .text } }
    /// Code spans, in reading order.
    package var codeSpans: [MarkdownNode] { nodes { $0 == .codeSpan } }

    private func nodes(_ isWanted: (NodeType) -> Bool) -> [MarkdownNode] {
        arena.records.indices.compactMap { index in
            isWanted(arena.records[index].type)
                ? MarkdownNode(arena: arena, index: Int32(truncatingIfNeeded: index)) : nil
        }
    }
}
