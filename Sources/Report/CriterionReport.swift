import Assessment
import Plan
import SourceText

/// A criterion with a limit, as what is measured says.
package struct CriterionReport: Sendable {
    /// As the document prints it.
    package let text: String
    /// Id of its phase; nil for the plan's own.
    package let phase: String?
    /// The contract's word: `met`.
    package let verdict: String
    /// A sentence: why.
    package let reason: String
    /// The measure that is held against it.
    package let measure: String
    /// As the document prints it.
    package let limit: String
    /// What was held against the limit, as a number in `unit`; nil without one.
    package let number: Double?
    package let unit: String
    /// `average`, `newest sample`; nil without a value.
    package let aggregation: String?
    package let windowSeconds: Double?
    package let samples: Int?
    package let sampleTime: ShownTime?
    package let source: String?
    /// `plan.md:12`.
    package let definedAt: String
    /// Whether an indicator is held against the very same limit.
    package let isIndicator: Bool
}

func criterionReport(_ criterion: CriterionAssessment, context: ReportContext) -> CriterionReport {
    let measure = criterion.measure
    return CriterionReport(
        text: criterion.text, phase: criterion.phase, verdict: criterion.verdict.rawValue,
        reason: sentence(criterion.reason), measure: measure.threshold.metric, limit: criterion.limit.text,
        number: measure.value?.number, unit: measure.value?.unit.symbol ?? "", aggregation: measure.aggregation,
        windowSeconds: criterion.windowSeconds, samples: criterion.sampleCount,
        sampleTime: measure.newestSample.map { context.zone.shown($0, now: context.madeAt) },
        source: sourceText(measure.source), definedAt: place(criterion.span), isIndicator: criterion.isIndicator)
}
