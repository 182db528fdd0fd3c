import Assessment
import Plan
import SourceText

/// Whether the plan reached what it was made for; never more than what is shown.
func successOutcome(_ facts: StakeholderFacts) -> (status: Status, sentence: String) {
    let criteria = facts.criteria
    let (met, missed) = (criteria.count { $0.state == .met }, criteria.count { $0.state == .missed })
    let open = criteria.count - met - missed
    let unknown = Status("Unknown", .none, .dashed)
    guard facts.hasEnded else {
        return (Status("Not yet", .none, .circle), "This report is not final: the plan has not ended.")
    }
    let share =
        "\(met) of \(counted(criteria.count, "success criterion", "success criteria")) \(isOrAre(met, of: criteria.count)) met"
    if criteria.isEmpty {
        return (unknown, "The documents state no success criterion, so success cannot be told.")
    }
    if missed > 0 {
        let rest = open > 0 ? ", and of \(open) nothing shows it" : ""
        return (
            Status("Not reached", .alert, .triangle), "\(share), \(missed) \(missed == 1 ? "is" : "are") not\(rest)."
        )
    }
    if open > 0 { return (unknown, "\(share). Of \(open) nothing shows it, so success cannot be told.") }
    let unfinished = facts.assessment.phases.count { $0.verdict != .done }
    if unfinished > 0 || facts.assessment.verdict != .onPlan {
        let phases = unfinished > 0 ? "\(counted(unfinished, "phase")) \(unfinished == 1 ? "is" : "are") not done" : nil
        let verdict =
            facts.assessment.verdict == .onPlan ? nil : "the plan stands at \(facts.assessment.verdict.rawValue)"
        return (
            Status("Reached, not finished", .off, .diamond),
            "\(share), but \(enumerated([phases, verdict].compactMap(\.self)))."
        )
    }
    return (Status("Reached", .ok, .check), "\(share), all phases are done, and nothing is known to be in the way.")
}

/// The outcome; before the end, what is still missing.
func successSection(_ facts: StakeholderFacts) -> ReportSection {
    let outcome = successOutcome(facts)
    guard !facts.hasEnded else {
        return ReportSection("Outcome", lines: [ReportLine(outcome.sentence, status: outcome.status)])
    }
    var missing = zip(facts.assessment.phases, facts.report.timeline.phases).filter { $0.0.verdict != .done }.map {
        ReportLine($0.0.phase.fullTitle, status: $0.1.status, $0.1.reason)
    }
    if let last = facts.plan.lastDay, facts.isOver == false {
        missing.append(ReportLine("The plan's last day", "It is \(facts.dayName(last))."))
    } else if facts.isOver == nil {
        missing.append(
            ReportLine(
                "The plan's end",
                "When it ends is not known: \(facts.calendar == nil ? "no start date stands in documents or settings" : "no phase or day has a number")."
            )
        )
    }
    let open = facts.criteria.count { $0.state == .unknown }
    if open > 0 {
        missing.append(
            ReportLine(
                "Success criteria", "Of \(open) nothing shows yet whether \(open == 1 ? "it is" : "they are") met."))
    }
    let (lines, note) = missing.limited("line", "the status page")
    return ReportSection(
        "Outcome",
        paragraphs: [
            outcome.sentence, "It is final when the last phase is done or the last day is over. Still missing:",
        ],
        lines: lines, note: note)
}

/// Each success criterion: met, not met, or not shown by anything.
func criteriaSection(_ facts: StakeholderFacts) -> ReportSection {
    let criteria = facts.criteria
    let (rows, note) = criteria.map { criterion -> [ReportCell] in
        ["\(criterion.text)", ReportCell(criterion.status), "\(criterion.reason)", "\(criterion.place)"]
    }.limited(to: 40, "criterion", "the documents")
    return ReportSection(
        "Success criteria", paragraphs: rows.isEmpty ? ["The documents state no success criterion."] : [],
        table: rows.isEmpty ? nil : ReportTable(["Criterion", "State", "Why", "Evidence"], rows), note: note)
}

/// What is in alert or fires now. What came and went is told by updates and the event log, not by one assessment.
func alertsSection(_ facts: StakeholderFacts) -> ReportSection {
    let measures = facts.report.measures.filter {
        $0.verdict == KPIVerdict.alert.rawValue || $0.verdict == KPIVerdict.critical.rawValue
    }
    .map { ReportLine($0.name, status: $0.status, "\($0.reason) \($0.evidence)") }
    let triggers = facts.report.triggers.shown.filter { $0.verdict != TriggerVerdict.unknown.rawValue }
        .map { ReportLine($0.text, status: $0.status, "\($0.reason) \($0.detail)") }
    let (lines, note) = (measures + triggers).limited("alert", "the status page")
    return ReportSection(
        "Alerts and incidents",
        paragraphs: lines.isEmpty ? ["No measure is in alert and no trigger fires at the time of this report."] : [],
        lines: lines,
        note: note ?? "Listed is what holds at the time of this report; what came and went is for people to add.")
}

/// To be filled by the people who were there.
let questionSections = ["What went well", "What went badly", "What was luck", "What we change"].map {
    ReportSection($0, blanks: 3)
}

/// A success criterion as what is ticked, reported or measured of it says.
struct StatedSuccess {
    enum State { case met, missed, unknown }
    let text: String
    let state: State
    let status: Status
    let reason: String
    let place: String
}

extension StakeholderFacts {
    /// Every success criterion of the plan, in its order.
    fileprivate var criteria: [StatedSuccess] {
        plan.successCriteria.map { criterion in
            let item = item(at: criterion.span)
            let source = item.flatMap { sourceText($0.source) }
            let shown = place(criterion.span)
            let isPast = isOfPastPhase(item?.criterion)
            let state = state(item, isPast: isPast)
            let status =
                switch state {
                case .met: Status("Met", .ok, .check)
                case .missed: Status("Not met", .alert, .triangle)
                case .unknown where item?.criterion?.verdict == .met && !isPast: Status("Not confirmed", .none, .dashed)
                case .unknown:
                    Status(criterion.condition == nil || isPast ? "Not reported" : "Unmeasured", .none, .dashed)
                }
            return StatedSuccess(
                text: criterion.text, state: state, status: status,
                reason: isPast && state == .unknown
                    ? "Its phase is over, and no result was reported; what is measured now does not show it."
                    : item.map { sentence($0.reason) } ?? "Nothing reports or measures it.",
                place: [source == shown ? nil : source, shown].compactMap(\.self).joined(separator: " · "))
        }
    }

    /// What is measured now says nothing of a phase that is over; nobody's word is needed for a limit that is missed.
    private func state(_ item: ItemAssessment?, isPast: Bool) -> StatedSuccess.State {
        switch item?.verdict {
        case .passed?: item?.isMeasuredAlone == true && isPast ? .unknown : .met
        case .failed?: .missed
        case .blocked?, .skipped?, .pending?, nil: item?.criterion?.verdict == .missed && !isPast ? .missed : .unknown
        }
    }

    /// The assessment leaves out criteria of phases that are over.
    private func isOfPastPhase(_ criterion: CriterionAssessment?) -> Bool {
        guard let criterion, criterion.phase != nil else { return false }
        return !assessment.measuredCriteria.contains { $0.span == criterion.span }
    }
}
