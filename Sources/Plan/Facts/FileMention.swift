package import SourceText

/// A document that a text names as code or in quotes, without a link: `rollback.md`, `docs/rollback.md`.
package struct FileMention: Sendable {
    /// As written, with `/` between folders.
    package let path: String
    package let span: SourceSpan

    package init(path: String, span: SourceSpan) {
        self.path = path
        self.span = span
    }
}
