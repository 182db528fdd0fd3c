import MarkdownTree
package import Plan
package import SourceText

/// Tells for any place of a document in what kind of text it stands, for facts that do not know it themselves.
package struct ReadingIndex: Sendable {
    private let path: String
    /// Blocks without blocks in them, in reading order.
    private let blocks: [(range: Range<Int>, reading: Reading)]
    private let frontMatter: Range<Int>

    /// Parses a document for its blocks.
    package init(_ source: SourceFile) {
        let document = MarkdownDocument(source)
        path = source.path
        frontMatter = document.frontMatter?.span.range ?? 0..<0
        blocks = document.root.descendants.compactMap { node in
            switch node.kind {
            case .heading: (node.span.range, .heading)
            case .table: (node.span.range, .tableCell)
            case .codeBlock: (node.span.range, .codeBlock)
            case .paragraph: (node.span.range, node.isItemText ? .listItem : .prose)
            default: nil
            }
        }
    }

    /// How a place is read: by the block that holds it, or by the next one when it stands before that, as a box does.
    ///
    /// - Returns: nil for a place in another document, and behind the last block.
    package func reading(at span: SourceSpan) -> Reading? {
        guard span.path == path else { return nil }
        let offset = span.range.lowerBound
        if frontMatter.contains(offset) { return .frontMatter }
        let index = blocks.countOfLeading { $0.range.upperBound <= offset }
        return index < blocks.count ? blocks[index].reading : nil
    }
}

extension MarkdownNode {
    fileprivate var isItemText: Bool {
        guard let parent, case .item = parent.kind else { return false }
        return true
    }
}
