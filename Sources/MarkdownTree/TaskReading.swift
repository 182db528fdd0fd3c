import SourceText

/// Task boxes, read from the source.
///
/// cmark (0.29.0.gfm.6, tasklist.c) takes an item for done if `[x]` stands anywhere in its line, as in
/// `- [ ] tick [x] when done`, and sees no box behind a quote's or another item's marker.
extension TreeBuilder {
    /// nil when the item at `start` has no box.
    func taskState(of item: CMarkNode, at start: Int) -> TaskState? {
        guard let box = taskBox(ofItemAt: start) else { return nil }
        if item.typeName == NodeType.taskItemName { return box.state }
        guard let first = item.firstChild, isParagraph(first), fileLine(first.startLine) == lineNumber(at: start),
            self.start(of: first) == box.offset, isFollowedByText(box.offset)
        else { return nil }
        return box.state
    }

    /// Bytes of a box at the start of the content that cmark left in an item's first paragraph; 0 when it did not.
    func taskBoxLength(in paragraph: Int32) -> Int {
        let record = records[Int(paragraph)]
        let parent = records[Int(record.parent)]
        guard parent.type == .item, parent.detail != 0, parent.firstChild == paragraph,
            let box = taskBox(ofItemAt: Int(parent.start)), box.offset == Int(record.start)
        else { return 0 }
        var length = Self.boxLength
        while length < content.bytes.count, content.bytes[length].isSpaceOrTab { length += 1 }
        return length
    }

    private static let boxLength = 3

    /// The box behind the list marker at `start`.
    private func taskBox(ofItemAt start: Int) -> (state: TaskState, offset: Int)? {
        let end = source.lineRange(lineNumber(at: start)).upperBound
        var place = start
        while place < end, source.bytes[place].isASCIIDigit { place += 1 }
        guard place < end else { return nil }
        place += 1
        while place < end, source.bytes[place].isSpaceOrTab { place += 1 }
        guard place + Self.boxLength <= end, source.bytes[place] == UInt8(ascii: "["),
            source.bytes[place + 2] == UInt8(ascii: "]")
        else { return nil }
        switch source.bytes[place + 1] {
        case UInt8(ascii: " "): return (.open, place)
        case UInt8(ascii: "x"), UInt8(ascii: "X"): return (.done, place)
        default: return nil
        }
    }

    private func isParagraph(_ node: CMarkNode) -> Bool { NodeType(name: node.typeName) == .paragraph }

    private func isFollowedByText(_ box: Int) -> Bool {
        let end = source.lineRange(lineNumber(at: box)).upperBound
        let next = box + Self.boxLength
        guard next < end, source.bytes[next].isSpaceOrTab else { return false }
        return source.bytes[next..<end].contains { !$0.isSpaceOrTab }
    }
}
