import Assessment
import Plan

/// All reasons of the verdict, which stands above, and everything that is not known.
func standingSection(_ facts: StakeholderFacts) -> ReportSection {
    let verdict = facts.report.verdict
    let unknown = Status("Unknown", .none, .dashed)
    let (lines, note) =
        (verdict.reasons.map { ReportLine($0) } + verdict.allUnknowns.map { ReportLine($0, status: unknown) })
        .limited(to: 12, "reason", "the status page")
    return ReportSection("How it stands", lines: lines, note: note)
}

/// The verdict in as few words as management needs; that something is unknown is told all the same.
func verdictSection(_ facts: StakeholderFacts) -> ReportSection {
    let verdict = facts.report.verdict
    let unknowns = verdict.allUnknowns
    var paragraphs = ["\(verdict.headline).", verdict.reasons.first].compactMap(\.self)
    if unknowns.count == 1 { paragraphs += unknowns.filter { !paragraphs.contains($0) } }
    if unknowns.count > 1, let first = unknowns.first {
        paragraphs.append("\(unknowns.count) things are not known. The first: \(first)")
    }
    return ReportSection("Verdict", paragraphs: paragraphs, note: facts.evidence)
}

/// Where the plan is in time: day, end, phases done against phases planned.
func dateSection(_ facts: StakeholderFacts) -> ReportSection {
    var paragraphs = ["\(facts.report.day.text)."]
    if facts.isOver == false, let last = facts.plan.lastDay, let day = facts.assessment.day {
        paragraphs.append("The plan ends on \(facts.dayName(last)), in \(counted(last - day, "day")).")
    }
    let phases = facts.assessment.phases
    guard !phases.isEmpty else {
        return ReportSection("Date", paragraphs: paragraphs + ["The documents name no phases."])
    }
    let states = [PhaseVerdict.inProgress, .late, .notStarted, .unknown].compactMap { verdict in
        let count = phases.count { $0.verdict == verdict }
        return count == 0 ? nil : "\(isOrAre(count)) \(verdict.rawValue)"
    }
    let done = phases.count { $0.verdict == .done }
    paragraphs.append(
        (["\(done) of \(counted(phases.count, "phase")) \(isOrAre(done, of: phases.count)) done"] + states)
            .joined(separator: ", ") + ".")
    return ReportSection("Date", paragraphs: paragraphs)
}

/// What is in the way now, and how many risks the plan itself names.
func riskSection(_ facts: StakeholderFacts) -> ReportSection {
    let obstacles = facts.report.obstacles
    let (lines, note) = obstacles.map { ReportLine($0.title, status: $0.status, $0.reason) }
        .limited(to: 3, "obstacle", "the status page")
    let named = facts.plan.risks.count
    let known =
        obstacles.isEmpty
        ? "Nothing is known to be in the way."
        : "\(counted(obstacles.count, "thing")) \(obstacles.count == 1 ? "is" : "are") in the way now."
    let planned = named == 0 ? "The documents name no risks." : "The documents name \(counted(named, "risk"))."
    return ReportSection("Risk", paragraphs: ["\(known) \(planned)"], lines: lines, note: note)
}

/// What is to be decided, from the verdict alone: nothing is recommended that the documents do not plan.
func decisionSection(_ facts: StakeholderFacts) -> ReportSection {
    let ways = facts.report.obstacles.compactMap(\.wayBack)
    let next = facts.nextDay.map { facts.dayName($0) } ?? "the next step"
    let paragraphs: [String] =
        switch facts.assessment.verdict {
        case .critical:
            ["Decide now whether to go back.", ways.first.map { "The way back: \($0)." } ?? facts.noWayBack]
        case .alert:
            [
                "Decide whether \(next) may begin. Until then it is held.",
                ways.first.map { "The way back: \($0)." } ?? facts.noWayBack,
            ]
        case .unknown:
            [
                "No decision can rest on what is known. First this has to be known: "
                    + (facts.report.verdict.allUnknowns.first ?? facts.report.verdict.reasons.first
                        ?? "how the plan stands.")
            ]
        case .offPlan: ["Decide how to catch up before \(next), or move the date."]
        case .onPlan where facts.hasEnded: ["Decide whether the result is accepted: see the success report."]
        case .onPlan: ["None that the plan or the measures ask for."]
        }
    return ReportSection("Decision needed", paragraphs: paragraphs)
}

/// When the report was made, and from what.
func originSection(_ facts: StakeholderFacts) -> ReportSection {
    let trust = facts.report.trust
    var lines = [
        ReportLine("Made", trust.madeAt.text), ReportLine("Newest sample", trust.newestText),
        ReportLine("Next update due", trust.nextText), ReportLine("Valid until", trust.validUntil.text),
    ]
    if let snapshot = trust.snapshotNote { lines.append(ReportLine("Snapshot", snapshot)) }
    return ReportSection("What this rests on", lines: lines, note: "\(facts.report.provenance.text).")
}

extension StakeholderFacts {
    /// `Newest sample: 14:05 CET · 2 min old.`
    var evidence: String { "Newest sample: \(report.trust.newestText)." }

    /// The next day that the plan has; nil when there is none.
    var nextDay: Int? {
        guard let day = assessment.day, let last = plan.lastDay, day < last else { return nil }
        return max(day + 1, 1)
    }

    fileprivate var noWayBack: String {
        plan.rollbackProcedures.isEmpty
            ? "The documents hold no rollback procedure."
            : "No rollback procedure names what is wrong among its triggers."
    }
}
