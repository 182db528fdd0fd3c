package import SourceText

/// What somebody or something reports of an item, a step, a gate or a phase.
package struct ItemResult: Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case passed, failed, skipped, pending, blocked
    }

    /// The item's id in the plan; nil when the result names it by its text.
    package let id: String?
    /// The item's text or the phase's name; nil when the result names it by its id.
    package let item: String?
    package let status: Status
    package let time: Instant
    /// Person or job; nil when the file does not say.
    package let by: String?
    /// A sentence or an address that shows it; nil when the file has none.
    package let evidence: String?
    package let span: SourceSpan

    package init(
        id: String?, item: String?, status: Status, time: Instant, by: String? = nil, evidence: String? = nil,
        span: SourceSpan
    ) {
        self.id = id
        self.item = item
        self.status = status
        self.time = time
        self.by = by
        self.evidence = evidence
        self.span = span
    }

    package var place: ObservationPlace { ObservationPlace(path: span.path, line: span.start.line) }
}

/// How far a flag is really rolled out, as somebody or something reports it.
package struct FlagResult: Sendable {
    package let flag: String
    /// 0 to 100.
    package let percent: Double
    package let time: Instant
    package let by: String?
    package let span: SourceSpan

    package init(flag: String, percent: Double, time: Instant, by: String? = nil, span: SourceSpan) {
        self.flag = flag
        self.percent = percent
        self.time = time
        self.by = by
        self.span = span
    }

    package var place: ObservationPlace { ObservationPlace(path: span.path, line: span.start.line) }
}
