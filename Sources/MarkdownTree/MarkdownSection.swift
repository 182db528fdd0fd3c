package import SourceText

/// A heading and what stands under it, up to the next heading.
package struct MarkdownSection: Sendable {
    /// Place in `MarkdownDocument.sections`.
    package let index: Int
    /// 1 to 6; 0 for the preamble, which has no heading.
    package let level: Int
    /// nil for the preamble.
    package let heading: MarkdownNode?
    /// The heading's text, trimmed; empty for the preamble.
    package let title: PlainText
    /// The section that this one stands in; nil for the preamble and for sections at the top.
    package let parent: Int?
    /// Sections directly inside this one, in order.
    package internal(set) var children: [Int]
    /// Direct blocks up to the next heading of any level.
    package internal(set) var blocks: [MarkdownNode]
    /// From the heading to the end of the last block or subsection.
    package internal(set) var span: SourceSpan
}
