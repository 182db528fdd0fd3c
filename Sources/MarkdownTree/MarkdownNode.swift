package import SourceText

/// A place in a Markdown tree: cheap to copy, equal when it is the same node of the same tree.
package struct MarkdownNode: Sendable {
    let arena: NodeArena
    let index: Int32

    private var record: NodeRecord { arena.records[Int(index)] }

    package var kind: MarkdownKind { record.kind }

    /// Where the node stands, without its container's prefix; inlines include their delimiters, breaks their newline.
    package var span: SourceSpan {
        let (start, end) = (Int(record.start), Int(record.end))
        return SourceSpan(file: arena.source, range: start..<max(start, end))
    }

    /// nil at the root.
    package var parent: MarkdownNode? { node(record.parent) }
    package var firstChild: MarkdownNode? { node(record.firstChild) }
    package var nextSibling: MarkdownNode? { node(record.next) }
    package var children: Children { Children(from: firstChild) }
    /// Everything below the node, parents before children; the node itself is not included.
    package var descendants: Descendants { Descendants(root: self) }

    /// Whether the node stands inside `~~ ~~`, or is it.
    package var struck: Bool { record.struck }

    /// The node's own text: of text, code and HTML nodes; nil for every other kind.
    package var literal: PlainText? {
        switch kind {
        case .text, .codeSpan, .codeBlock, .htmlBlock, .htmlInline:
            var buffer = TextBuffer()
            appendOwnText(to: &buffer)
            return PlainText(file: arena.source, buffer: buffer, anchor: Int(record.start))
        default: return nil
        }
    }

    /// A code block's content, every byte mapped to the source; nil for other kinds.
    package var codeContent: PlainText? {
        if case .codeBlock = kind { literal } else { nil }
    }

    /// The text that the inlines below the node say.
    ///
    /// A soft break is a space, a hard break and the gap between two blocks a newline; code spans give their content,
    /// images their alternative text. Struck text, inline HTML and footnote references are left out. A code or HTML
    /// block gives its content when it is the node itself, nothing when it is below it.
    package var plainText: PlainText { collectText(struck: false) }

    /// The same with the struck text.
    package var allText: PlainText { collectText(struck: true) }

    private func node(_ index: Int32) -> MarkdownNode? {
        index == NodeRecord.none ? nil : MarkdownNode(arena: arena, index: index)
    }

    private func appendOwnText(to buffer: inout TextBuffer) {
        let record = record
        buffer.append(
            arena.bytes[Int(record.textStart)..<Int(record.textEnd)],
            segments: arena.segments[Int(record.segmentStart)..<Int(record.segmentEnd)], from: record.textStart)
    }

    private func collectText(struck: Bool) -> PlainText {
        if case .codeBlock = kind, let literal { return literal }
        if case .htmlBlock = kind, let literal { return literal }
        var buffer = TextBuffer()
        appendInlineText(to: &buffer, struck: struck)
        for node in descendants { node.appendInlineText(to: &buffer, struck: struck) }
        return PlainText(file: arena.source, buffer: buffer, anchor: Int(record.start))
    }

    private func appendInlineText(to buffer: inout TextBuffer, struck: Bool) {
        guard struck || !record.struck else { return }
        switch kind {
        case .text, .codeSpan: appendOwnText(to: &buffer)
        case .softBreak: buffer.append(CollectionOfOne(UInt8(ascii: " ")), for: span.range)
        case .lineBreak: buffer.append(CollectionOfOne(UInt8(ascii: "\n")), for: span.range)
        case .paragraph, .heading, .tableCell:
            guard !buffer.bytes.isEmpty else { return }
            buffer.append(CollectionOfOne(UInt8(ascii: "\n")), for: span.range.lowerBound..<span.range.lowerBound)
        default: break
        }
    }
}

extension MarkdownNode: Hashable {
    package static func == (left: Self, right: Self) -> Bool { left.arena === right.arena && left.index == right.index }
    package func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(arena))
        hasher.combine(index)
    }
}

extension MarkdownNode {
    /// The direct children of a node, in order.
    package struct Children: Sequence, IteratorProtocol, Sendable {
        private var upcoming: MarkdownNode?

        init(from first: MarkdownNode?) { upcoming = first }

        package mutating func next() -> MarkdownNode? {
            defer { upcoming = upcoming?.nextSibling }
            return upcoming
        }
    }

    /// All nodes below one, in pre-order; the walk follows links and keeps no stack.
    package struct Descendants: Sequence, IteratorProtocol, Sendable {
        private let arena: NodeArena
        private let root: Int32
        private var current: Int32

        init(root: MarkdownNode) {
            arena = root.arena
            self.root = root.index
            current = root.index
        }

        package mutating func next() -> MarkdownNode? {
            guard current != NodeRecord.none else { return nil }
            var record = arena.records[Int(current)]
            if record.firstChild != NodeRecord.none {
                current = record.firstChild
            } else {
                while current != root, record.next == NodeRecord.none {
                    current = record.parent
                    record = arena.records[Int(current)]
                }
                current = current == root ? NodeRecord.none : record.next
            }
            return current == NodeRecord.none ? nil : MarkdownNode(arena: arena, index: current)
        }
    }
}
