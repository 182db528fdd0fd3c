import Assessment
import Plan

/// How many reasons and unknowns together stand in the banner: the sections below tell them all, and the first screen
/// of a phone has more to answer.
private let shownLimit = 3

func verdictReport(_ assessment: Assessment, lastDay: Int?) -> VerdictReport {
    let status = Status(assessment.verdict)
    let headline = headline(assessment, lastDay: lastDay)
    let reasons = assessment.reasons.map(sentence)
    let unknowns = assessment.unknowns.map(sentence).filter { !reasons.contains($0) }
    // Where not all have room, the loudest of each kind stand for the rest: counting one costs the line that it needs.
    let areAllShown = reasons.count + unknowns.count <= shownLimit
    let shownReasons = areAllShown ? reasons : Array(reasons.prefix(unknowns.isEmpty ? shownLimit - 1 : 1))
    let shownUnknowns = areAllShown ? unknowns : Array(unknowns.prefix(reasons.isEmpty ? shownLimit - 1 : 1))
    let hidden = reasons.count + unknowns.count - shownReasons.count - shownUnknowns.count
    return VerdictReport(
        verdict: assessment.verdict.rawValue, status: status, headline: headline,
        sentences: shownReasons, unknowns: shownUnknowns,
        more: hidden > 0 ? "And \(hidden) more, below." : nil, reasons: reasons, allUnknowns: unknowns,
        summary: [headline + ".", reasons.first].compactMap(\.self).joined(separator: " "))
}

/// The verdict with what it asks for. It names the next day, because that is what can still be decided.
private func headline(_ assessment: Assessment, lastDay: Int?) -> String {
    let next = nextDay(assessment.day, last: lastDay)
    switch assessment.verdict {
    case .critical: return "Critical: stop the rollout"
    case .alert: return "Alert: hold \(next ?? "the next step")"
    case .unknown: return "Unknown: \(remedy(assessment, before: next ?? "the next step"))"
    case .offPlan: return next.map { "Off plan: catch up before \($0)" } ?? "Off plan"
    case .onPlan: return "On plan"
    }
}

/// What makes the first thing known that is not.
private func remedy(_ assessment: Assessment, before next: String) -> String {
    switch assessment.troubles.first?.subject {
    case .input?: return "mend the inputs before \(next)"
    case .phase(let phase)?:
        return assessment.clock.calendar == nil ? "set the start date" : "report how \(phase.phase.title) stands"
    case .evidence? where assessment.kpis.isEmpty: return "nothing is measured or done yet"
    case .indicator?, .trigger?, .evidence?, .item?, .flag?, nil: return "measure before \(next)"
    }
}

/// `day 9`; `the start` before day 1; nil when the plan has no next day.
private func nextDay(_ day: Int?, last: Int?) -> String? {
    guard let day else { return nil }
    if day < 1 { return "the start" }
    guard let last else { return "day \(day + 1)" }
    return day < last ? "day \(day + 1)" : nil
}
