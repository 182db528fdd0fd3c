/// One node; links are indices into the arena, -1 for none.
///
/// Plain numbers: it is copied without counting a reference.
@usableFromInline
struct NodeRecord: Sendable {
    @inlinable static var none: Int32 { -1 }

    @usableFromInline let type: NodeType
    /// What the kind says beside the type: a heading's level, an item's box, whether a row is the header; for types that
    /// say more, their place in the arena's kinds.
    @usableFromInline let detail: Int32
    /// Byte offsets in the file.
    @usableFromInline var start: Int32
    @usableFromInline var end: Int32
    @usableFromInline var parent = none
    @usableFromInline var firstChild = none
    @usableFromInline var lastChild = none
    @usableFromInline var next = none
    /// Inside `~~ ~~`.
    @usableFromInline var struck = false
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

    @inlinable init(detail: Int32) { self = detail == 0 ? nil : detail == 1 ? .open : .done }
}
