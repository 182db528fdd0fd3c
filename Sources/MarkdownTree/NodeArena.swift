import SourceText

/// All nodes of one document, flat: a tree of any depth is walked and freed without recursion.
@usableFromInline
final class NodeArena: Sendable {
    let source: SourceFile
    /// The root is at index 0.
    @usableFromInline let records: [NodeRecord]
    /// Kinds that say more than a number, as records refer to them.
    @usableFromInline let kinds: [MarkdownKind]
    /// Texts of all nodes, one after the other.
    let bytes: [UInt8]
    /// Places of all texts; `textStart` counts from the start of `bytes`.
    let segments: [TextSegment]

    init(source: SourceFile, records: [NodeRecord], kinds: [MarkdownKind], text: TextBuffer) {
        self.source = source
        self.records = records
        self.kinds = kinds
        bytes = text.bytes
        segments = text.segments
    }

    @inlinable func kind(of record: NodeRecord) -> MarkdownKind {
        switch record.type {
        case .document: .document
        case .blockQuote: .blockQuote
        case .item: .item(TaskState?(detail: record.detail))
        case .htmlBlock: .htmlBlock
        case .paragraph: .paragraph
        case .heading: .heading(level: Int(record.detail))
        case .thematicBreak: .thematicBreak
        case .tableRow: .tableRow(isHeader: record.detail != 0)
        case .tableCell: .tableCell
        case .text: .text
        case .softBreak: .softBreak
        case .lineBreak: .lineBreak
        case .codeSpan: .codeSpan
        case .htmlInline: .htmlInline
        case .emphasis: .emphasis
        case .strong: .strong
        case .strikethrough: .strikethrough
        case .list, .codeBlock, .footnoteDefinition, .table, .link, .image, .footnoteReference, .other:
            kinds[Int(record.detail)]
        }
    }
}
