import Plan

/// The verdict of a whole plan: the loudest of its parts, why, and what is not known besides.
struct PlanJudgement {
    let kpis: [KPIAssessment]
    /// Names of the indicators that the plan can do without.
    let optional: Set<String>
    let checklists: [ChecklistAssessment]
    let tasks: [TaskAssessment]
    let phases: [PhaseAssessment]
    let flags: [FlagAssessment]
    /// Reasons of phases that are themselves reported as failed or blocked.
    let troubledPhases: [String]

    /// A part that keeps the plan from a better verdict.
    private struct Part {
        let verdict: PlanVerdict
        let reason: String
    }

    /// - Returns: reasons of the verdict's own loudness first, then those below it; never empty.
    func judge() -> (verdict: PlanVerdict, reasons: [String], unknowns: [String]) {
        let parts = loudParts + unknownParts + offPlanParts
        let verdict = PlanVerdict.allCases.first { verdict in parts.contains { $0.verdict == verdict } } ?? .onPlan
        // What is unknown is told apart; as a reason it counts only where it is the verdict.
        let reasons = parts.filter { $0.verdict != .unknown || verdict == .unknown }.map(\.reason)
        return (verdict, reasons.isEmpty ? [onPlanReason] : reasons, unknownParts.map(\.reason) + unreported)
    }

    private var loudParts: [Part] {
        [(KPIVerdict.critical, PlanVerdict.critical), (.alert, .alert)].flatMap { kpi, plan in
            kpis.filter { $0.verdict == kpi }.map {
                Part(verdict: plan, reason: "\($0.threshold.metric): \($0.reason)")
            }
        }
    }

    /// Required indicators without fresh data, phases of which nothing tells where they are; without any trouble, a
    /// plan that nothing speaks for.
    private var unknownParts: [Part] {
        let blind = kpis.filter { isBlind($0) && !optional.contains($0.threshold.metric) }
        let indicators = blind.map {
            "\($0.threshold.metric) is \($0.verdict == .stale ? "stale" : "without data"): \($0.reason)"
        }
        let lost = phases.filter { $0.verdict == .unknown }.map { "\($0.phase.title) is unknown: \($0.reason)" }
        let parts = (indicators + lost).map { Part(verdict: .unknown, reason: $0) }
        guard parts.isEmpty, loudParts.isEmpty, offPlanParts.isEmpty, let lack = lackOfEvidence else { return parts }
        return [Part(verdict: .unknown, reason: lack)]
    }

    /// Why nothing at all speaks for the plan; nil when something was measured or done. That the calendar says a phase is
    /// running shows nothing.
    private var lackOfEvidence: String? {
        if kpis.isEmpty, phases.isEmpty { return "the plan has neither indicators nor phases to judge it by" }
        let isMeasured = kpis.contains { !isBlind($0) }
        let isDone =
            phases.contains { $0.verdict == .done || $0.passedItems > 0 }
            || checklists.contains { $0.count(.passed) > 0 } || tasks.contains { $0.judgement.verdict == .passed }
        return isMeasured || isDone ? nil : "nothing that was measured or done shows how the plan stands"
    }

    private func isBlind(_ kpi: KPIAssessment) -> Bool { kpi.verdict == .stale || kpi.verdict == .noData }

    private var offPlanParts: [Part] {
        var reasons = items(.failed) + items(.blocked)
        reasons += phases.filter { $0.verdict == .late }.map { "\($0.phase.title) is late: \($0.reason)" }
        reasons += troubledPhases
        reasons += kpis.filter { $0.verdict == .offTarget }.map { "\($0.threshold.metric): \($0.reason)" }
        reasons += flags.filter { $0.verdict == .behind || $0.verdict == .ahead }
            .map { "\($0.flag.name) is \($0.verdict.rawValue): \($0.reason)" }
        return reasons.map { Part(verdict: .offPlan, reason: $0) }
    }

    /// Items and tasks in this state.
    private func items(_ verdict: ItemVerdict) -> [String] {
        let state = verdict == .failed ? "has failed" : "is blocked"
        return checklists.flatMap(\.items).filter { $0.verdict == verdict }.map {
            "'\($0.item.text)' \(state): \($0.reason)"
        }
            + tasks.filter { $0.judgement.verdict == verdict }
            .map { "'\($0.task.text)' \(state): \($0.judgement.reason)" }
    }

    /// What is not known and does not change the verdict: indicators that are not required, and flags.
    private var unreported: [String] {
        kpis.filter { isBlind($0) && optional.contains($0.threshold.metric) }
            .map { "\($0.threshold.metric) is \($0.verdict == .stale ? "stale" : "without data"): \($0.reason)" }
            + flags.filter { $0.verdict == .unknown }.map { "\($0.flag.name) is unknown: \($0.reason)" }
    }

    private var onPlanReason: String {
        var parts: [String] = []
        let measured = kpis.count { $0.verdict == .onTarget }
        if measured > 0 {
            parts.append("\(measured) of \(kpis.count) indicator\(kpis.count == 1 ? "" : "s") on target")
        }
        if !phases.isEmpty { parts.append("no phase late") }
        return parts.isEmpty ? "nothing speaks against the plan" : parts.joined(separator: ", ")
    }
}
