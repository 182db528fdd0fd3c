/// What a node is, without what its kind says beside it.
///
/// A node type of cmark-gfm is told by its name: extension types have no fixed number, and item and task item, header row
/// and row share one.
@usableFromInline
enum NodeType: UInt8, Sendable {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak, footnoteDefinition
    case table, tableRow, tableCell
    case text, softBreak, lineBreak, codeSpan, htmlInline, emphasis, strong, link, image, footnoteReference
    /// Not one of cmark's here: see `Strikethrough.swift`.
    case strikethrough
    case other

    init(name: String) {
        switch name {
        case "document": self = .document
        case "block_quote": self = .blockQuote
        case "list": self = .list
        case "item", Self.taskItemName: self = .item
        case "code_block": self = .codeBlock
        case "html_block": self = .htmlBlock
        case "paragraph": self = .paragraph
        case "heading": self = .heading
        case "thematic_break": self = .thematicBreak
        case "footnote_definition": self = .footnoteDefinition
        case "table": self = .table
        case "table_header", "table_row": self = .tableRow
        case "table_cell": self = .tableCell
        case "text": self = .text
        case "softbreak": self = .softBreak
        case "linebreak": self = .lineBreak
        case "code": self = .codeSpan
        case "html_inline": self = .htmlInline
        case "emph": self = .emphasis
        case "strong": self = .strong
        case "link": self = .link
        case "image": self = .image
        case "footnote_reference": self = .footnoteReference
        default: self = .other
        }
    }

    static let taskItemName = "tasklist"
}
