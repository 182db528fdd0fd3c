import MarkdownTree
import Plan
import SourceText

/// Cuts a paragraph where a bold run followed by a colon starts a field, and at hard breaks, and hands over the pieces.
///
/// - Parameter take: gets each piece that says something, and how far the bold run reaches that begins it; nil when none does.
func readFieldPieces(of paragraph: MarkdownNode, _ style: WritingStyle, _ take: (ReadText, _ bold: Int?) -> Void) {
    let whole = ReadText(paragraph.plainText, style)
    let utf8 = whole.utf8
    let cuts = cuts(of: paragraph, utf8)
    guard cuts.count > 1 || cuts.first?.at ?? 0 > 0 else {
        if !whole.isEmpty { take(whole, cuts.first?.bold) }
        return
    }
    for (index, cut) in cuts.enumerated() {
        let next = index + 1 < cuts.count ? cuts[index + 1].at : utf8.count
        let range = cut.at..<withoutSeparator(utf8, cut.at, next)
        let piece =
            isSplit(utf8, cut.at) || isSplit(utf8, next) ? whole.partReadAnew(range, style) : whole.part(range)
        if !piece.isEmpty { take(piece, cut.bold) }
    }
}

/// Where a piece of a paragraph begins, and how far the bold run reaches that begins a field.
private typealias Cut = (at: Int, bold: Int?)

/// Where the pieces of a paragraph begin; empty when it is one without a bold key.
private func cuts(of paragraph: MarkdownNode, _ utf8: [UInt8]) -> [Cut] {
    var cuts: [Cut] = []
    func add(_ cut: Cut) {
        if cuts.isEmpty { cuts.append((0, nil)) }
        cuts.append(cut)
    }
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
                let last = cuts.last?.at ?? 0
                if last == offset || utf8[last..<offset].allSatisfy({ $0 <= 0x20 }) {
                    if !cuts.isEmpty { cuts.removeLast() }
                    cuts.append((offset, end - offset))
                } else {
                    add((offset, end - offset))
                }
            }
            offset = end
        case .lineBreak:
            offset += length(from: unmeasured, to: child) + child.plainTextLength
            unmeasured = nil
            add((offset, nil))
        default: unmeasured = unmeasured ?? child
        }
    }
    return cuts
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

private func isSplit(_ utf8: [UInt8], _ offset: Int) -> Bool {
    offset > 0 && offset < utf8.count && utf8[offset - 1] > 0x20 && utf8[offset] > 0x20
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
