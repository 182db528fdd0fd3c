import SourceText

/// All nodes of one document, flat: a tree of any depth is walked and freed without recursion.
final class NodeArena: Sendable {
    let source: SourceFile
    /// The root is at index 0.
    let records: [NodeRecord]
    /// Texts of all nodes, one after the other.
    let bytes: [UInt8]
    /// Places of all texts; `textStart` counts from the start of `bytes`.
    let segments: [TextSegment]

    init(source: SourceFile, records: [NodeRecord], text: TextBuffer) {
        self.source = source
        self.records = records
        bytes = text.bytes
        segments = text.segments
    }
}

/// One node; links are indices into the arena, -1 for none.
struct NodeRecord: Sendable {
    static let none: Int32 = -1

    var kind: MarkdownKind
    /// Byte offsets in the file.
    var start: Int32
    var end: Int32
    var parent = none
    var firstChild = none
    var lastChild = none
    var next = none
    /// Inside `~~ ~~`.
    var struck = false
    /// The node's own text (text, code, HTML) in the arena's bytes.
    var textStart: Int32 = 0
    var textEnd: Int32 = 0
    var segmentStart: Int32 = 0
    var segmentEnd: Int32 = 0
}
