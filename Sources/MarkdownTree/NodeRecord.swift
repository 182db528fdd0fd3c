/// One node; links are indices into the arena, -1 for none.
///
/// Plain numbers: it is copied without counting a reference.
struct NodeRecord: Sendable {
    static let none: Int32 = -1

    let type: NodeType
    /// What the kind says beside the type: a heading's level, an item's box, whether a row is the header; for types that
    /// say more, their place in the arena's kinds.
    let detail: Int32
    /// Byte offsets in the file.
    var start: Int32
    var end: Int32
    var parent = none
    var firstChild = none
    var lastChild = none
    var next = none
    /// Inside `~~ ~~`.
    var struck = false
    /// The node's own text (text, code, HTML, and what a break says) in the arena's bytes.
    var textStart: Int32 = 0
    var textEnd: Int32 = 0
    var segmentStart: Int32 = 0
    var segmentEnd: Int32 = 0

    init(_ type: NodeType, detail: Int32 = 0, _ range: Range<Int>) {
        self.type = type
        self.detail = detail
        start = Int32(truncatingIfNeeded: range.lowerBound)
        end = Int32(truncatingIfNeeded: range.upperBound)
    }
}

extension TaskState? {
    /// As a record keeps it.
    var detail: Int32 {
        switch self {
        case nil: 0
        case .open: 1
        case .done: 2
        }
    }

    init(detail: Int32) { self = detail == 0 ? nil : detail == 1 ? .open : .done }
}
