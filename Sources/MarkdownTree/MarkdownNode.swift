package import SourceText

/// A place in a Markdown tree: cheap to copy, equal when it is the same node of the same tree.
@usableFromInline
package struct MarkdownNode: Sendable {
    @usableFromInline let arena: NodeArena
    @usableFromInline let index: Int32

    @inlinable
    init(arena: NodeArena, index: Int32) {
        self.arena = arena
        self.index = index
    }

    @inlinable var record: NodeRecord { arena.records[Int(index)] }

    @inlinable package var kind: MarkdownKind { arena.kind(of: record) }
    @inlinable package var isParagraph: Bool { record.type == .paragraph }

    /// Where the node stands, without its container's prefix; inlines include their delimiters, breaks their newline.
    package var span: SourceSpan {
        let (start, end) = (Int(record.start), Int(record.end))
        return SourceSpan(file: arena.source, range: start..<max(start, end))
    }

    /// nil at the root.
    @inlinable package var parent: MarkdownNode? { node(record.parent) }
    @inlinable package var firstChild: MarkdownNode? { node(record.firstChild) }
    @inlinable package var nextSibling: MarkdownNode? { node(record.next) }
    @inlinable package var children: Children { Children(from: firstChild) }
    /// Everything below the node, parents before children; the node itself is not included.
    package var descendants: Descendants { Descendants(root: self) }

    /// Whether the node stands inside `~~ ~~`, or is it.
    @inlinable package var struck: Bool { record.struck }

    /// The node's own text: of text, code and HTML nodes; nil for every other kind.
    package var literal: PlainText? {
        let record = record
        switch record.type {
        case .text, .codeSpan, .codeBlock, .htmlBlock, .htmlInline: return text(of: TextRun(record))
        default: return nil
        }
    }

    /// A code block's content, every byte mapped to the source; nil for other kinds.
    package var codeContent: PlainText? {
        record.type == .codeBlock ? literal : nil
    }

    /// The text that the inlines below the node say.
    ///
    /// A soft break is a space, a hard break and the gap between two blocks a newline; code spans give their content,
    /// images their alternative text. Struck text, inline HTML and footnote references are left out. A code or HTML
    /// block gives its content when it is the node itself, nothing when it is below it.
    package var plainText: PlainText { collectText(struck: false) }

    /// Whether a code span may stand in the node: without the sign for it none does.
    package var mayHoldCode: Bool {
        let record = record
        return arena.source.bytes.holds(UInt8(ascii: "`"), in: Int(record.start)..<Int(max(record.start, record.end)))
    }

    /// The code spans below the node that are not struck, in order.
    package var codeSpans: [PlainText] {
        var spans: [PlainText] = []
        var place = index
        while let following = arena.index(after: place, below: index) {
            let record = arena.records[Int(following)]
            if record.type == .codeSpan, !record.struck {
                spans.append(MarkdownNode(arena: arena, index: following).text(of: TextRun(record)))
            }
            place = following
        }
        return spans
    }

    /// The same with the struck text.
    package var allText: PlainText { collectText(struck: true) }

    /// Number of UTF-8 bytes of `plainText`.
    package var plainTextLength: Int {
        let record = record
        if record.type == .codeBlock || record.type == .htmlBlock { return Int(record.textEnd - record.textStart) }
        var length = 0
        arena.readText(of: index, struck: false) { piece in
            switch piece {
            case .run(let run): length += run.bytes.count
            case .gap: length += 1
            }
        }
        return length
    }

    @inlinable func node(_ index: Int32) -> MarkdownNode? {
        index == NodeRecord.none ? nil : MarkdownNode(arena: arena, index: index)
    }

    private func collectText(struck: Bool) -> PlainText {
        let record = record
        if record.type == .codeBlock || record.type == .htmlBlock { return text(of: TextRun(record)) }
        var first: TextRun?
        var buffer = TextBuffer()
        arena.readText(of: index, struck: struck) { piece in
            if first == nil, buffer.bytes.isEmpty, case .run(let run) = piece {
                first = run
                return
            }
            if let run = first {
                first = nil
                append(.run(run), to: &buffer)
            }
            append(piece, to: &buffer)
        }
        if let first { return text(of: first) }
        return PlainText(file: arena.source, buffer: buffer, anchor: Int(record.start))
    }

    private func append(_ piece: SaidText, to buffer: inout TextBuffer) {
        switch piece {
        case .run(let run):
            buffer.append(
                arena.bytes[Int(run.bytes.lowerBound)..<Int(run.bytes.upperBound)],
                segments: arena.segments[Int(run.segments.lowerBound)..<Int(run.segments.upperBound)],
                from: run.bytes.lowerBound)
        case .gap(let place): buffer.append(CollectionOfOne(UInt8(ascii: "\n")), for: Int(place)..<Int(place))
        }
    }

    /// A stretch of the arena's text: only its bytes are copied.
    private func text(of run: TextRun) -> PlainText {
        PlainText(
            file: arena.source, utf8: Array(arena.bytes[Int(run.bytes.lowerBound)..<Int(run.bytes.upperBound)]),
            segments: arena.segments[Int(run.segments.lowerBound)..<Int(run.segments.upperBound)],
            origin: run.bytes.lowerBound, anchor: Int(record.start))
    }
}

extension MarkdownNode: Hashable {
    @inlinable package static func == (left: Self, right: Self) -> Bool {
        left.arena === right.arena && left.index == right.index
    }
    @usableFromInline package func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(arena))
        hasher.combine(index)
    }
}

extension MarkdownNode {
    /// The direct children of a node, in order.
    @usableFromInline
    package struct Children: Sequence, IteratorProtocol, Sendable {
        @usableFromInline var upcoming: MarkdownNode?

        @inlinable init(from first: MarkdownNode?) { upcoming = first }

        @inlinable
        package mutating func next() -> MarkdownNode? {
            defer { upcoming = upcoming?.nextSibling }
            return upcoming
        }
    }

    /// All nodes below one, in pre-order; the walk follows links and keeps no stack.
    @usableFromInline
    package struct Descendants: Sequence, IteratorProtocol, Sendable {
        private let arena: NodeArena
        private let root: Int32
        private var current: Int32

        init(root: MarkdownNode) {
            arena = root.arena
            self.root = root.index
            current = root.index
        }

        @usableFromInline package mutating func next() -> MarkdownNode? {
            guard current != NodeRecord.none else { return nil }
            guard let following = arena.index(after: current, below: root) else {
                current = NodeRecord.none
                return nil
            }
            current = following
            return MarkdownNode(arena: arena, index: following)
        }
    }
}
