package import SourceText

/// A comment in a document that allows what rules find there: `<!-- plumbline: allow RULE reason="…" until=2026-12-01 -->`.
package struct Suppression: Sendable {
    /// What the comment names, with its place.
    package struct RuleName: Sendable {
        package let name: String
        package let span: SourceSpan

        package init(_ name: String, at span: SourceSpan) {
            self.name = name
            self.span = span
        }
    }

    /// Never empty.
    package let rules: [RuleName]
    package let reason: String?
    /// Last day on which it holds; nil for ever.
    package let until: Claim<CivilDate>?
    /// The comment.
    package let span: SourceSpan
    /// Bytes of the document for which it holds: the block behind it, that it stands in, or the section that it opens.
    package let reach: Range<Int>

    package init(
        rules: [RuleName], reason: String? = nil, until: Claim<CivilDate>? = nil, span: SourceSpan, reach: Range<Int>
    ) {
        self.rules = rules
        self.reason = reason
        self.until = until
        self.span = span
        self.reach = reach
    }
}
