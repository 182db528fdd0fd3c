/// What a node of a Markdown tree is; every block and inline of GitHub's dialect.
@usableFromInline
package enum MarkdownKind: Sendable, Hashable {
    case document
    case blockQuote
    case list(ListStyle)
    /// A list item; the state is nil when it has no task box.
    case item(TaskState?)
    /// Fenced or indented code; `info` is the text behind the fence, entities and escapes decoded, empty if there is
    /// none. What stands in it is `MarkdownNode.codeContent`.
    case codeBlock(info: String)
    case htmlBlock
    case paragraph
    case heading(level: Int)
    case thematicBreak
    /// Only definitions that something refers to are in the tree, at the end of the document, as cmark keeps them.
    case footnoteDefinition(label: String)
    case table([ColumnAlignment])
    case tableRow(isHeader: Bool)
    case tableCell
    case text
    case softBreak
    case lineBreak
    case codeSpan
    case htmlInline
    case emphasis
    case strong
    /// `~~struck~~` or `~struck~`.
    case strikethrough
    case link(destination: String, title: String)
    case image(destination: String, title: String)
    case footnoteReference(label: String)
    /// A kind that a newer cmark-gfm knows and this reader does not, with cmark's name for it.
    case other(String)
}

/// How a list is marked and spaced.
@usableFromInline
package struct ListStyle: Sendable, Hashable {
    package let ordered: Bool
    /// Number of the first item; 0 for a bullet list.
    package let start: Int
    /// No blank lines between its items.
    package let tight: Bool

    package init(ordered: Bool, start: Int, tight: Bool) {
        self.ordered = ordered
        self.start = start
        self.tight = tight
    }
}

/// State of a task item's box: `[ ]` or `[x]`.
@usableFromInline
package enum TaskState: Sendable, Hashable {
    case open, done
}

/// Alignment of a table column, from the colons of its delimiter row.
@usableFromInline
package enum ColumnAlignment: Sendable, Hashable {
    case none, left, center, right
}
