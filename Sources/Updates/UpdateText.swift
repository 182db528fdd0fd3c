import MarkdownTree
import SourceText

/// The body of an update as plain text, a paragraph for each block; raw HTML is left out.
struct UpdateText {
    let paragraphs: [String]
    /// The first heading, else the first line; nil when the body says nothing.
    let title: String?
    let titleSpan: SourceSpan?
    /// Without the block that is the title.
    let paragraphsBelowTitle: [String]

    init(_ document: MarkdownDocument) {
        var blocks: [(text: String, node: MarkdownNode)] = []
        for node in document.root.descendants {
            guard let text = blockText(node)?.trimmed, !text.isEmpty else { continue }
            blocks.append((text, node))
        }
        paragraphs = blocks.map(\.text)
        let heading = blocks.firstIndex { if case .heading = $0.node.kind { true } else { false } }
        let place = heading ?? blocks.indices.first
        let line = place.flatMap { blocks[$0].text.split(whereSeparator: \.isNewline).first.map(String.init) }
        title = line
        titleSpan = place.map { blocks[$0].node.span }
        // A first line that goes on is told whole.
        let isWhole = place.map { heading != nil || blocks[$0].text.clipped(to: 200) == line } ?? false
        paragraphsBelowTitle = blocks.indices.filter { $0 != place || !isWhole }.map { blocks[$0].text }
    }
}

/// What a block says by itself; nil for what only holds others.
private func blockText(_ node: MarkdownNode) -> String? {
    switch node.kind {
    case .heading: return node.plainText.text
    case .paragraph:
        guard let parent = node.parent, case .item = parent.kind, parent.firstChild == node else {
            return node.plainText.text
        }
        return "• \(node.plainText.text)"
    case .codeBlock: return node.codeContent?.text
    case .tableRow: return node.children.map { $0.plainText.text }.joined(separator: " · ")
    default: return nil
    }
}
