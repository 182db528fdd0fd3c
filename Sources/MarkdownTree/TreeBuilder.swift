import SourceText

/// Turns cmark's tree into a flat one whose places are right.
///
/// Iterative: a document may nest as deep as it likes.
struct TreeBuilder {
    let source: SourceFile
    /// Lines of front matter, which cmark does not see.
    let skippedLines: Int
    /// Columns must be counted anew: cmark saw three bytes for every NUL.
    let hasNul: Bool
    var records: [NodeRecord] = []
    /// Kinds that say more than a record can hold.
    private var kinds: [MarkdownKind] = []
    var text = TextBuffer()
    /// Number of the line where the block being read starts.
    var line = 1
    /// The block whose inlines are being read, and how far they are.
    var content = BlockContent()
    var cursor = 0
    var hint = 0
    /// Bytes that may still be searched for text that is not where it should be.
    var searchBudget = 0
    var entities = EntityDecoder()
    /// Reused for literals.
    var literal: [UInt8] = []
    /// Where the next cell of the row being read begins.
    var nextCell = 0
    /// By cmark's numbers; nil where none was met.
    private var types: [NodeType?] = Array(repeating: nil, count: CMarkNode.typeNumbers)

    /// - Parameter skipped: bytes of front matter, which end at a line's end.
    init(source: SourceFile, skipped: Int) {
        self.source = source
        skippedLines = skipped == 0 ? 0 : source.line(at: skipped) - 1
        hasNul = source.bytes.holds(0)
        records.reserveCapacity(source.bytes.count / 16)
        records.append(NodeRecord(.document, skipped..<max(skipped, source.bytes.count)))
    }

    /// Reads the whole tree; the builder is used up.
    mutating func build(_ tree: borrowing CMarkTree) -> NodeArena {
        tree.read { root in
            addBlocks(below: root)
            closeContainers()
        }
        return NodeArena(source: source, records: records, kinds: kinds, text: text)
    }

    private mutating func addBlocks(below root: CMarkNode) {
        var parent: Int32 = 0
        var node = root.firstChild
        while let current = node {
            let index = addBlock(current, below: parent)
            var place = current
            if !hasInlines(records[Int(index)].type), let child = current.firstChild {
                parent = index
                node = child
                continue
            }
            node = place.next
            while node == nil, let up = place.parent, up != root {
                parent = records[Int(parent)].parent
                place = up
                node = up.next
            }
        }
    }

    /// Makes every container end where its last child does; cmark's own ends of lists, items and quotes are unreliable.
    private mutating func closeContainers() {
        for index in records.indices.reversed().dropLast() {
            let parent = Int(records[index].parent)
            guard parent > 0, isContainer(records[parent].type) else { continue }
            records[parent].end = max(records[parent].end, records[index].end)
        }
    }

    private func hasInlines(_ type: NodeType) -> Bool {
        switch type {
        case .paragraph, .heading, .tableCell: true
        default: false
        }
    }

    private func isContainer(_ type: NodeType) -> Bool {
        switch type {
        case .blockQuote, .list, .item, .footnoteDefinition, .table, .tableRow, .other: true
        default: false
        }
    }

    /// What a node is; names are asked for once per type.
    mutating func type(of node: CMarkNode) -> NodeType {
        guard let number = node.typeNumber else { return NodeType(name: node.typeName) }
        if let known = types[number] { return known }
        let type = NodeType(name: node.typeName)
        types[number] = type
        return type
    }

    /// Adds a node whose kind says more than a number.
    mutating func append(_ type: NodeType, as kind: MarkdownKind, _ range: Range<Int>, below parent: Int32) -> Int32 {
        kinds.append(kind)
        return append(type, detail: Int32(truncatingIfNeeded: kinds.count - 1), range, below: parent)
    }

    /// Adds a record as its parent's last child.
    mutating func append(_ type: NodeType, detail: Int32 = 0, _ range: Range<Int>, below parent: Int32) -> Int32 {
        let index = Int32(truncatingIfNeeded: records.count)
        var record = NodeRecord(type, detail: detail, range)
        record.parent = parent
        let last = records[Int(parent)].lastChild
        if last == NodeRecord.none {
            records[Int(parent)].firstChild = index
        } else {
            records[Int(last)].next = index
        }
        records[Int(parent)].lastChild = index
        records.append(record)
        return index
    }

    /// Starts a node's own text; everything added to `text` until `endText` is its.
    mutating func beginText(of index: Int32) {
        text.beginNode()
        records[Int(index)].textStart = Int32(truncatingIfNeeded: text.bytes.count)
        records[Int(index)].segmentStart = Int32(truncatingIfNeeded: text.segments.count)
    }

    mutating func endText(of index: Int32) {
        records[Int(index)].textEnd = Int32(truncatingIfNeeded: text.bytes.count)
        records[Int(index)].segmentEnd = Int32(truncatingIfNeeded: text.segments.count)
    }
}
