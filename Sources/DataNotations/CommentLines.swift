import SourceText

/// The comments on lines of their own that were read last: they speak of the key below them.
struct CommentLines {
    private var comments: [DataComment] = []

    /// Reads a comment from its marker to the end of the line.
    static func comment(_ cursor: inout ByteCursor, _ input: NotationInput) -> DataComment {
        let range = cursor.skipLine()
        return DataComment(text: CommentText.line(input.bytes[range]), span: input.span(range))
    }

    mutating func add(_ comment: DataComment) { comments.append(comment) }

    /// An empty line parts comments from what follows.
    mutating func clear() { comments.removeAll(keepingCapacity: true) }

    /// The comments as one; nil without any.
    mutating func take() -> DataComment? {
        guard let first = comments.first, let last = comments.last else { return nil }
        defer { clear() }
        return DataComment(text: comments.map(\.text).joined(separator: "\n"), span: first.span.union(last.span))
    }
}
