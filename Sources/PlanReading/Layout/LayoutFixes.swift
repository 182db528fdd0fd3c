import MarkdownTree
package import SourceText

/// Changes to how a document is laid out that leave what it says and how it is shown as they are: small letters in boxes,
/// and tables whose bars stand below each other.
package func layoutFixes(of source: SourceFile) -> [SourceFix] {
    let document = MarkdownDocument(source)
    return document.root.descendants.flatMap { node -> [SourceFix] in
        switch node.kind {
        case .item(.done): capitalBox(of: node, in: source)
        case .table(let alignments): TableLayout(node, alignments)?.fixes ?? []
        default: []
        }
    }
}

/// `- [X] done` as `- [x] done`.
private func capitalBox(of item: MarkdownNode, in source: SourceFile) -> [SourceFix] {
    let start = item.span.range.lowerBound
    let line = source.lineRange(source.line(at: start))
    guard let open = source.bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: "[")),
        open + 2 < line.upperBound,
        source.bytes[open + 1] == UInt8(ascii: "X"), source.bytes[open + 2] == UInt8(ascii: "]")
    else { return [] }
    return [SourceFix(SourceSpan(file: source, range: open + 1..<open + 2), "x")]
}
