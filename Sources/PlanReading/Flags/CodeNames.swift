import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Names in code marks that a flag may have, whether or not anything says that they are flags.
    func readCodeNames() -> [Claim<String>] {
        var names: [Claim<String>] = []
        for section in sections {
            if let heading = section.heading, heading.mayHoldCode { names += heading.codeNames(.heading) }
            var spans = CodeSpans()
            for line in section.lines where line.hasCode {
                names += spans.next(in: line).compactMap { codeName($0, line.reading) }
            }
            for table in section.tables where table.node.mayHoldCode { names += table.node.codeNames(.tableCell) }
        }
        return names
    }
}

extension MarkdownNode {
    fileprivate func codeNames(_ reading: Reading) -> [Claim<String>] { codeSpans.compactMap { codeName($0, reading) } }
}

/// nil for what is no compound name.
private func codeName(_ span: PlainText, _ reading: Reading) -> Claim<String>? {
    guard (7...100).contains(span.utf8.count), span.utf8.dropFirst().contains(where: joinsWords),
        case let text = span.text, isFlagName(text)
    else { return nil }
    return Claim(text, at: span.span, reading)
}

/// `newCart`, `new_cart`, `new-cart`, `new.cart`.
private func joinsWords(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
}
