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
    /// The test of a report that it comes from; nil for what names its item outright.
    package let test: TestName?
    package let status: Status
    /// nil when the source does not say when: many test reports do not.
    package let time: Instant?
    /// Whether the source says its zone; else `time` is what its clock would mean in UTC.
    package let zoneIsKnown: Bool
    /// Person or job; nil when the file does not say.
    package let by: String?
    /// A sentence or an address that shows it, a test's message; nil when the file has none.
    package let evidence: String?
    /// Runs of the same test that failed before one passed.
    package let failedRuns: Int
    package let span: SourceSpan

    package init(
        id: String? = nil, item: String? = nil, test: TestName? = nil, status: Status, time: Instant?,
        zoneIsKnown: Bool = true, by: String? = nil, evidence: String? = nil, failedRuns: Int = 0, span: SourceSpan
    ) {
        self.id = id
        self.item = item
        self.test = test
        self.status = status
        self.time = time
        self.zoneIsKnown = zoneIsKnown
        self.by = by
        self.evidence = evidence
        self.failedRuns = failedRuns
        self.span = span
    }

    package var place: ObservationPlace { ObservationPlace(path: span.path, line: span.start.line) }

    /// What messages call it.
    package var name: String { test?.title ?? id ?? item ?? "" }

    /// The same with other words.
    package func with(evidence: String?) -> ItemResult { with(status: status, time: time, zoneIsKnown, evidence) }

    /// The same at a moment of which the zone is known.
    package func with(time: Instant?) -> ItemResult { with(status: status, time: time, true, evidence) }

    func with(status: Status, evidence: String?) -> ItemResult {
        with(status: status, time: time, zoneIsKnown, evidence)
    }

    private func with(
        status: Status, time: Instant?, _ zoneIsKnown: Bool, _ evidence: String?
    ) -> ItemResult {
        ItemResult(
            id: id, item: item, test: test, status: status, time: time, zoneIsKnown: zoneIsKnown, by: by,
            evidence: evidence, failedRuns: failedRuns, span: span)
    }
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
