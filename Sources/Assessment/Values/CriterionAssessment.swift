package import Plan
package import SourceText

/// How a criterion with a limit stands, as what is measured says.
package enum CriterionVerdict: String, Sendable, CaseIterable {
    case met, missed
    /// Too little is measured, or nothing that could be compared; the same as not met wherever something is decided.
    case unknown
}

/// One limit that has to be kept to before something counts as reached, held against what is measured.
package struct CriterionAssessment: Sendable {
    /// The whole statement, as printed.
    package let text: String
    package let span: SourceSpan
    /// Id of the phase that it belongs to; nil for the plan's own.
    package let phase: String?
    package let verdict: CriterionVerdict
    /// A sentence without full stop: `0.8% misses the target of < 0.5%`.
    package let reason: String
    /// The limit with the window and the statistic that it is assessed with.
    package let limit: Limit
    /// How its measure stands against that limit alone.
    package let measure: KPIAssessment
    /// How many samples were held against it; nil when none were.
    package let sampleCount: Int?
    /// Length of the window that was looked at, in seconds; nil where the newest sample counts.
    package let windowSeconds: Double?
    /// Whether the indicator of the measure is held against the very same limit, so that the two are one fact.
    package let isIndicator: Bool
    /// What states it: nil for a line without a box that is no success criterion either.
    let subject: ResultSubject?
    /// Whether the statement says nothing besides.
    let isWholeText: Bool
}
