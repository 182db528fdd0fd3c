package import Assessment
import Observations
import Plan
import SourceText

/// One trigger of a rollback, halt or pause.
package struct TriggerReport: Sendable {
    /// As the document prints it.
    package let text: String
    /// The contract's word: `firing`.
    package let verdict: String
    package let status: Status
    /// A sentence: why.
    package let reason: String
    /// `rollback`, `halt`, `pause`; nil when the document does not say.
    package let action: String?
    /// What its condition was held against, as a number in `unit`; nil without one.
    package let number: Double?
    package let unit: String
    package let sampleTime: ShownTime?
    package let source: String?
    /// `rollback.md:12`.
    package let definedAt: String
    /// `metrics/jobs.csv:812 · 14:05 CET · rollback.md:12`.
    package let detail: String
    /// Whether anything measures it; what people have to judge is left to the documents.
    package let isMeasured: Bool
    /// The reason of the planned window that it lies in now.
    package let plannedReason: String?
    package let plannedUntil: ShownTime?
}

extension [TriggerReport] {
    /// Those that a reader has to know of, each once though several documents name it: what fires, is about to, or cannot
    /// be told although it was measured.
    package var shown: [TriggerReport] {
        var seen: Set<String> = []
        return filter { $0.isMeasured && !$0.isQuiet && seen.insert("\($0.verdict) \($0.reason)").inserted }
    }

    /// `14 others are quiet.`; nil when none is.
    package var quietSummary: String? {
        let quiet = count { $0.isMeasured && $0.isQuiet }
        guard quiet > 0 else { return nil }
        return "\(quiet) \(shown.isEmpty ? "" : quiet == 1 ? "other " : "others ")\(quiet == 1 ? "is" : "are") quiet."
    }
}

extension TriggerReport {
    fileprivate var isQuiet: Bool { verdict == TriggerVerdict.quiet.rawValue }
}

func triggerReport(_ trigger: TriggerAssessment, context: ReportContext) -> TriggerReport {
    let sample = trigger.newestSample.map { context.zone.shown($0, now: context.madeAt) }
    let source = sourceText(trigger.source)
    let until = trigger.planned.map { context.zone.shown($0.to, now: context.madeAt) }
    let excuse = trigger.isExcused ? trigger.planned : nil
    let note = excuse.map { "; within a planned window until \(until?.brief ?? ""): \($0.reason)" } ?? ""
    let definedAt = place(trigger.trigger.span)
    return TriggerReport(
        text: trigger.trigger.text, verdict: trigger.verdict.rawValue, status: Status(trigger),
        reason: sentence(trigger.reason + note), action: trigger.trigger.action, number: trigger.value?.number,
        unit: trigger.value?.unit.symbol ?? "", sampleTime: sample, source: source, definedAt: definedAt,
        detail: [source, sample?.brief, definedAt].compactMap(\.self).joined(separator: " · "),
        isMeasured: trigger.newestSample != nil, plannedReason: trigger.planned?.reason, plannedUntil: until)
}

extension Status {
    package init(_ trigger: TriggerAssessment) {
        switch trigger.verdict {
        case .firing where trigger.planVerdict == .critical: self.init("Firing", .crit, .octagon)
        case .firing: self.init("Firing", .alert, .triangle)
        case .pending: self.init("Pending", .off, .diamond)
        case .unknown: self.init("Unknown", .none, .dashed)
        case .quiet: self.init("Quiet", .ok, .check)
        }
    }
}
