import Assessment
import Observations
import Plan
import SourceText

/// Every phase: when it was planned, and when something is reported of it.
func timelineSection(_ facts: StakeholderFacts) -> ReportSection {
    let phases = Array(zip(facts.assessment.phases, facts.report.timeline.phases))
    let (rows, note) = phases.map { phase, report -> [ReportCell] in
        [
            "\(phase.phase.fullTitle)", "\(report.plannedText)", "\(actualText(phase, facts))",
            ReportCell(report.status), ReportCell(report.progress, orElse: "no items"),
        ]
    }.limited(to: 40, "phase", "the status page")
    return ReportSection(
        "Planned and actual", paragraphs: rows.isEmpty ? ["No phase stands in these documents."] : [],
        table: rows.isEmpty ? nil : ReportTable(["Phase", "Planned", "Actual", "State", "Items"], rows),
        note: note
            ?? (rows.isEmpty
                ? nil : "Actual times are those of reported and signed items; ticks without a time tell none."))
}

/// Phases that are late, or whose last result is dated after their last day.
func latenessSection(_ facts: StakeholderFacts) -> ReportSection {
    let lines = zip(facts.assessment.phases, facts.report.timeline.phases).compactMap { phase, report -> ReportLine? in
        if phase.verdict == .late { return ReportLine(phase.phase.fullTitle, status: report.status, report.reason) }
        guard let days = phase.phase.days, let calendar = facts.calendar,
            let last = actualDates(phase, facts)?.upperBound
        else { return nil }
        let planned = calendar.date(ofDay: days.upperBound)
        let delay = last.daysSinceEpoch - planned.daysSinceEpoch
        guard delay > 0 else { return nil }
        return ReportLine(
            phase.phase.fullTitle, status: report.status,
            "Its last result is of \(facts.zone.longDate(last)), \(counted(delay, "day")) after its last planned day.")
    }
    let (shown, note) = lines.limited("phase", "the status page")
    let undated = facts.assessment.phases.count { $0.verdict == .done && actualDates($0, facts) == nil }
    let silent =
        undated == 0
        ? nil
        : "Of \(counted(undated, "phase")) that \(undated == 1 ? "is" : "are") done no time is reported: whether "
            + "\(undated == 1 ? "it was" : "they were") late is not known."
    return ReportSection(
        "Late phases",
        paragraphs: [lines.isEmpty ? "Nothing shows that a phase was late." : nil, silent].compactMap(\.self),
        lines: shown,
        note: note)
}

/// One phase that is done: what was planned, what shows that it is done, and what follows.
func milestone(_ phase: PhaseAssessment, name: String, _ facts: StakeholderFacts) -> StakeholderReport {
    let place = facts.assessment.phases.firstIndex { $0.phase.id == phase.phase.id }
    let report = place.map { facts.report.timeline.phases[$0] }
    let ids = Set(facts.plan.flags.filter { $0.stages.contains { $0.phase == phase.phase.id } }.map(\.name))
    return StakeholderReport(
        moment: .milestone, audience: nil, name: name, title: "Milestone: \(phase.phase.fullTitle)",
        purpose: "What was done in this phase, and what shows it?", status: Status(phase),
        sections: [
            milestoneSection(phase, report, facts), itemsSection(phase.phase, facts),
            flagTable(
                "Flags of this phase", facts.report.flags.all.filter { ids.contains($0.name) },
                empty: "No flag has a stage in this phase.", facts),
            nextPhaseSection(behind: place, facts), standingSection(facts), originSection(facts),
        ])
}

private func milestoneSection(_ phase: PhaseAssessment, _ report: PhaseReport?, _ facts: StakeholderFacts)
    -> ReportSection
{
    let skipped =
        phase.skippedItems == 0
        ? nil : "\(counted(phase.skippedItems, "item")) \(phase.skippedItems == 1 ? "was" : "were") skipped, not done."
    return ReportSection(
        "The phase",
        paragraphs: ["\(phase.phase.fullTitle) is done: \(phase.reason).", skipped].compactMap(\.self),
        lines: [
            ReportLine("Planned", report?.plannedText ?? "No document says when."),
            ReportLine("Actual", actualText(phase, facts)),
        ], note: "Defined in \(place(phase.phase.span)).")
}

private func itemsSection(_ phase: Phase, _ facts: StakeholderFacts) -> ReportSection {
    let (rows, note) = facts.items(of: phase).map { itemRow($0, facts) }.limited("item", "the checklists")
    return ReportSection(
        "What was done", paragraphs: rows.isEmpty ? ["The documents list no items for this phase."] : [],
        table: rows.isEmpty ? nil : ReportTable(itemColumns, rows), note: note)
}

private func nextPhaseSection(behind place: Int?, _ facts: StakeholderFacts) -> ReportSection {
    let phases = Array(zip(facts.assessment.phases, facts.report.timeline.phases))
    let following = phases.dropFirst(place.map { $0 + 1 } ?? phases.count)
    guard let (next, report) = following.first(where: { $0.0.verdict != .done }) else {
        let open = facts.assessment.phases.contains { $0.verdict != .done }
        return ReportSection(
            "Next phase",
            paragraphs: [open ? "No phase follows this one; earlier ones are not done." : "All phases are done."])
    }
    return ReportSection(
        "Next phase",
        lines: [ReportLine(next.phase.fullTitle, status: report.status, "\(report.plannedText). \(report.reason)")])
}

/// Dates of everything that is reported of a phase; nil when nothing has a date.
private func actualDates(_ phase: PhaseAssessment, _ facts: StakeholderFacts) -> ClosedRange<CivilDate>? {
    let moments =
        facts.items(of: phase.phase).filter { $0.verdict == .passed }.compactMap(\.time)
        + [phase.reported?.time].compactMap(\.self)
    let dates = moments.map { facts.zone.civilDate(of: $0) }
    guard let first = dates.min(), let last = dates.max() else { return nil }
    return first...last
}

/// `24 Nov 2026 to 25 Nov 2026`; says in words where nothing has a date.
private func actualText(_ phase: PhaseAssessment, _ facts: StakeholderFacts) -> String {
    guard let dates = actualDates(phase, facts) else {
        return phase.passedItems == 0 ? "nothing reported" : "no time reported"
    }
    let (first, last) = (facts.zone.longDate(dates.lowerBound), facts.zone.longDate(dates.upperBound))
    if phase.verdict != .done { return "since \(first), not done" }
    return first == last ? first : "\(first) to \(last)"
}

extension PhaseReport {
    /// `Day 3, 25 Nov 2026`.
    fileprivate var plannedText: String {
        let parts = [when, dates].compactMap(\.self)
        return parts.isEmpty ? "no days given" : parts.joined(separator: ", ")
    }
}
