package import SourceText

package enum DocumentKind: String, Sendable, CaseIterable {
    case strategy, timeline, rollback, checklist, runbook, other
}

/// A document of the plan and what it is.
package struct PlanDocument: Sendable {
    package let source: SourceFile
    /// First level-1 heading, else the front matter's title, else nil.
    package let title: String?
    /// Loudest first; never empty (`other` at least).
    package let kinds: [DocumentKind]
    package let links: [DocumentLink]
    /// Anchors that a link may lead to, as GitHub makes them from headings.
    package let anchors: [String]

    package var path: String { source.path }

    package init(
        source: SourceFile, title: String?, kinds: [DocumentKind], links: [DocumentLink] = [], anchors: [String] = []
    ) {
        self.source = source
        self.title = title
        self.kinds = kinds
        self.links = links
        self.anchors = anchors
    }
}

package struct DocumentLink: Sendable {
    /// As written: `./rollback.md#level-2`.
    package let destination: String
    package let text: String
    package let span: SourceSpan

    package init(destination: String, text: String, span: SourceSpan) {
        self.destination = destination
        self.text = text
        self.span = span
    }
}
