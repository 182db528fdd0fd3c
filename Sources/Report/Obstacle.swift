import Assessment
import Observations
import Plan
import SourceText

/// Something that holds the plan up.
package struct Obstacle: Sendable {
    package let title: String
    package let status: Status
    /// Why: a sentence.
    package let reason: String
    /// Who it waits for; nil when nothing says.
    package let owner: String?
    package let since: ShownTime?
    /// `Level 2: Service rollback (< 15 minutes), rollback.md:40`; nil when no procedure names it among its triggers.
    package let wayBack: String?
    /// Where it stands: `checklist.md:41`.
    package let place: String
    /// Owner, since and place in one line.
    package let detail: String
}

/// Critical and alerting measures, failed and blocked items, silent measures, then late phases.
func obstacles(plan: Plan, assessment: Assessment, context: ReportContext) -> [Obstacle] {
    func measures(_ verdicts: [KPIVerdict]) -> [Obstacle] {
        verdicts.flatMap { verdict in
            assessment.kpis.filter { $0.verdict == verdict }.map { obstacle($0, plan: plan, context: context) }
        }
    }
    func items(_ verdict: ItemVerdict) -> [Obstacle] {
        assessment.checklists.flatMap(\.items).filter { $0.verdict == verdict }.map { item in
            Obstacle(
                title: item.item.text, status: Status(verdict), reason: item.reason, owner: item.by, since: item.time,
                wayBack: nil, place: place(item.item.span), context: context)
        }
    }
    let late = assessment.phases.filter { $0.verdict == .late }.map { phase in
        Obstacle(
            title: phase.phase.number == nil ? phase.phase.name : "\(phase.phase.title): \(phase.phase.name)",
            status: Status(.late), reason: phase.reason, owner: nil, since: nil, wayBack: nil,
            place: place(phase.phase.span), context: context)
    }
    return measures([.critical, .alert]) + items(.failed) + items(.blocked) + measures([.noData, .stale]) + late
}

extension Obstacle {
    fileprivate init(
        title: String, status: Status, reason: String, owner: String?, since: Instant?, wayBack: String?, place: String,
        context: ReportContext
    ) {
        let since = since.map { context.zone.shown($0, now: context.madeAt) }
        let parts = [owner, since.map { "since \($0.brief)" }, place]
        self.init(
            title: title, status: status, reason: sentence(reason), owner: owner, since: since, wayBack: wayBack,
            place: place, detail: parts.compactMap(\.self).joined(separator: " · "))
    }
}

private func obstacle(_ kpi: KPIAssessment, plan: Plan, context: ReportContext) -> Obstacle {
    let isLimitBroken = kpi.verdict == .alert || kpi.verdict == .critical
    return Obstacle(
        title: kpi.threshold.metric, status: Status(kpi.verdict), reason: kpi.reason, owner: nil, since: kpi.since,
        wayBack: isLimitBroken ? wayBack(for: kpi, plan: plan) : nil,
        place: sourceText(kpi.source) ?? place(kpi.threshold.span), context: context)
}

/// The procedure that names the measure among its triggers: the gentlest for an alert, the strongest when critical.
///
/// Two thirds of the measure's words must stand in one trigger; nothing is offered on a guess.
private func wayBack(for kpi: KPIAssessment, plan: Plan) -> String? {
    let names = nameWords(kpi.threshold.metric).filter { $0.count > 2 }
    guard !names.isEmpty else { return nil }
    let fitting = plan.rollbackProcedures.filter { procedure in
        procedure.triggers.contains { trigger in
            let spoken = nameWords(trigger.value)
            return names.count { name in spoken.contains { $0.hasPrefix(name) || name.hasPrefix($0) && $0.count > 3 } }
                * 3
                >= names.count * 2
        }
    }
    func level(_ procedure: RollbackProcedure) -> Int { procedure.level ?? 0 }
    let chosen =
        kpi.verdict == .critical
        ? fitting.max { level($0) < level($1) } : fitting.min { level($0) < level($1) }
    return chosen.map { procedure in
        let heading =
            procedure.level.map { level in
                procedure.name.lowercased().contains("level \(level)")
                    ? procedure.name : "Level \(level): \(procedure.name)"
            } ?? procedure.name
        let budget = procedure.timeBudget.map { " (\($0.text))" } ?? ""
        return "\(heading)\(heading.contains(budget) ? "" : budget), \(place(procedure.span))"
    }
}
