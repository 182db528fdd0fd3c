import MarkdownTree
import SourceText

/// Parses a text as the file `plan.md`.
func parse(_ text: String) -> MarkdownDocument {
    MarkdownDocument(SourceFile(path: "plan.md", text: text))
}

extension MarkdownDocument {
    /// Source under each node of the tree that `isWanted` picks, in pre-order.
    func sources(of isWanted: (MarkdownKind) -> Bool) -> [String] {
        root.descendants.filter { isWanted($0.kind) }.map(\.span.text)
    }

    func first(_ isWanted: (MarkdownKind) -> Bool) -> MarkdownNode? {
        root.descendants.first { isWanted($0.kind) }
    }

    /// Text of every text node with its byte range, as `range:text`.
    var placedTexts: [String] {
        root.descendants.filter { $0.kind == .text }.compactMap { node in
            node.literal.map { "\(node.span.range.lowerBound)-\(node.span.range.upperBound):\($0.text)" }
        }
    }
}
