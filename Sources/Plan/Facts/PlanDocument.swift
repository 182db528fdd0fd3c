package import SourceText

package enum DocumentKind: String, Sendable, CaseIterable {
    case strategy, timeline, rollback, checklist, runbook, other
}

/// A document of the plan and what it is.
///
/// An object, since rules hand it around, and it holds much.
package final class PlanDocument: Sendable {
    package let source: SourceFile
    /// First level-1 heading, else the front matter's title, else nil.
    package let title: String?
    /// Loudest first; never empty (`other` at least).
    package let kinds: [DocumentKind]
    package let links: [DocumentLink]
    /// Anchors that a link may lead to, as GitHub makes them from headings.
    package let anchors: [String]
    /// Further names that a link may lead to: those of raw HTML, those that headings are given (`{#name}`), and those of
    /// headings in lists and quotes.
    package let namedAnchors: [String]
    /// Documents that the text names without a link.
    package let fileMentions: [FileMention]
    /// What is left open.
    package let gaps: DocumentGaps
    /// Which phases have a way back.
    package let waysBack: WaysBack
    /// Headings with the stretches that stand under them, in reading order.
    package let sections: [DocumentSection]
    /// Stretches of time that headings and rows beside the phases name: `Change freeze (Day 6-8)`.
    package let heldTimes: [Claim<Schedule>]
    /// What the document says of the time that its phases take together.
    package let lengths: [PlanLength]
    /// What it says of dates, times of the day and the number of its phases.
    package let times: DocumentTimes
    /// What stands below each phase that it heads.
    package let work: [PhaseWork]
    /// Numbers that it announces and then lists in parts.
    package let sums: [AnnouncedSum]
    /// Comments that allow what rules find.
    package let suppressions: [Suppression]
    /// Names that lines, cells and headings write as code, as flags and variables are called: one word with a capital, a
    /// dash, a dot or an underscore inside.
    package let codeNames: [Claim<String>]
    /// Read with the document, so that documents read side by side share that work too.
    let scope: DocumentScope

    package var path: String { source.path }

    package init(
        source: SourceFile, title: String?, kinds: [DocumentKind], links: [DocumentLink] = [], anchors: [String] = [],
        sections: [DocumentSection] = [], heldTimes: [Claim<Schedule>] = [], lengths: [PlanLength] = [],
        times: DocumentTimes = DocumentTimes(), work: [PhaseWork] = [], sums: [AnnouncedSum] = [],
        suppressions: [Suppression] = [], namedAnchors: [String] = [], fileMentions: [FileMention] = [],
        gaps: DocumentGaps = DocumentGaps(), waysBack: WaysBack = WaysBack(),
        codeNames: [Claim<String>] = []
    ) {
        self.source = source
        self.title = title
        self.kinds = kinds
        self.links = links
        self.anchors = anchors
        self.sections = sections
        self.heldTimes = heldTimes
        self.lengths = lengths
        self.times = times
        self.work = work
        self.sums = sums
        self.suppressions = suppressions
        self.namedAnchors = namedAnchors
        self.fileMentions = fileMentions
        self.gaps = gaps
        self.waysBack = waysBack
        self.codeNames = codeNames
        scope = DocumentScope(path: source.path, title: title, kind: kinds.first, sections: sections)
    }
}

/// A heading and what stands under it.
package struct DocumentSection: Sendable {
    package let title: String
    /// 1 to 6.
    package let level: Int
    /// Byte offset at which the heading starts; its section lasts until the next one of its level or above.
    package let start: Int

    package init(title: String, level: Int, start: Int) {
        self.title = title
        self.level = level
        self.start = start
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
