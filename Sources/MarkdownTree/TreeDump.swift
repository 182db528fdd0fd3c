import SourceText

/// A tree as text, for tests: one node a line, `kind @line:column-line:column "text"`, children indented.
///
/// Columns count grapheme clusters from 1; the end is exclusive.
package func dumpTree(_ document: MarkdownDocument) -> String {
    var output = ""
    var depths: [MarkdownNode: Int] = [document.root: 0]
    output += dumpLine(document.root, depth: 0)
    for node in document.root.descendants {
        let depth = node.parent.flatMap { depths[$0] }.map { $0 + 1 } ?? 0
        if node.firstChild != nil { depths[node] = depth }
        output += dumpLine(node, depth: depth)
    }
    return output
}

private func dumpLine(_ node: MarkdownNode, depth: Int) -> String {
    let (start, end) = (node.span.start, node.span.end)
    var line = String(repeating: "  ", count: depth) + describe(node.kind)
    line += " @\(start.line):\(start.column)-\(end.line):\(end.column)"
    if let literal = node.literal { line += " \(literal.text.debugDescription)" }
    return line + "\n"
}

private func describe(_ kind: MarkdownKind) -> String {
    switch kind {
    case .list(let style):
        (style.ordered ? "list ordered(\(style.start))" : "list bullet") + (style.tight ? " tight" : " loose")
    case .item(let state): state.map { "item [\($0 == .done ? "x" : " ")]" } ?? "item"
    case .codeBlock(let info): info.isEmpty ? "codeBlock" : "codeBlock \(info.debugDescription)"
    case .heading(let level): "heading \(level)"
    case .footnoteDefinition(let label): "footnoteDefinition \(label.debugDescription)"
    case .table(let columns): "table " + columns.map { "\($0)" }.joined(separator: ",")
    case .tableRow(let isHeader): isHeader ? "tableRow header" : "tableRow"
    case .link(let destination, let title): "link " + target(destination, title)
    case .image(let destination, let title): "image " + target(destination, title)
    case .footnoteReference(let label): "footnoteReference \(label.debugDescription)"
    case .other(let name): "other \(name)"
    default: "\(kind)"
    }
}

private func target(_ destination: String, _ title: String) -> String {
    destination.debugDescription + (title.isEmpty ? "" : " title \(title.debugDescription)")
}
