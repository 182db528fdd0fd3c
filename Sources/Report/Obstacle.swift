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
    /// `Level 2: Service rollback (< 15 minutes), rollback.md:40`; nil when nothing joins a procedure to it.
    package let wayBack: String?
    /// Where it stands: `checklist.md:41`.
    package let place: String
    /// Owner, place, and since when where the reason does not say it, in one line.
    package let detail: String
}

/// All that keeps the plan from a better verdict, loudest first: empty exactly when the plan is on plan.
func obstacles(plan: Plan, assessment: Assessment, context: ReportContext) -> [Obstacle] {
    let matching = RollbackMatching(plan)
    return assessment.troubles.map { trouble in
        switch trouble.subject {
        case .indicator(let kpi): indicator(kpi, plan: plan, matching, context: context)
        case .trigger(let trigger):
            Obstacle(
                title: trigger.trigger.text, status: Status(trigger.planVerdict), reason: trigger.reason,
                wayBack: matching.ways(for: trigger.trigger).first.map { wayBack($0, plan: plan) },
                place: sourceText(trigger.source) ?? place(trigger.trigger.span), context: context)
        case .item(let item):
            Obstacle(
                title: item.item.text, status: Status(item.verdict), reason: item.reason, owner: item.by,
                since: item.time, place: place(item.item.span), context: context)
        case .phase(let phase):
            Obstacle(
                title: phase.phase.number == nil ? phase.phase.name : "\(phase.phase.title): \(phase.phase.name)",
                status: Status(phase), reason: phase.reported?.evidence ?? phase.reason, owner: phase.reported?.by,
                since: phase.reported?.time, place: place(phase.phase.span), context: context)
        case .flag(let flag):
            Obstacle(
                title: flag.flag.name, status: Status(flag.verdict), reason: flag.reason,
                place: flag.flag.stages.first.map { place($0.span) } ?? "the plan", context: context)
        case .input(let span):
            Obstacle(
                title: span?.path ?? "Inputs", status: Status("Unknown", .none, .dashed), reason: trouble.reason,
                place: span.map(place) ?? "plumbline.yml", context: context)
        case .evidence:
            Obstacle(
                title: "No evidence", status: Status("Unknown", .none, .dashed), reason: trouble.reason,
                place: counted(plan.documents.count, "document"), context: context)
        }
    }
}

extension Obstacle {
    /// - Parameter isTold: whether the reason says itself since when.
    fileprivate init(
        title: String, status: Status, reason: String, owner: String? = nil, since: Instant? = nil,
        wayBack: String? = nil, place: String, isTold: Bool = false, context: ReportContext
    ) {
        let since = since.map { context.zone.shown($0, now: context.madeAt) }
        let parts = [owner, isTold ? nil : since.map { "since \($0.brief)" }, place]
        self.init(
            title: title, status: status, reason: sentence(reason), owner: owner, since: since, wayBack: wayBack,
            place: place, detail: parts.compactMap(\.self).joined(separator: " · "))
    }
}

private func indicator(
    _ kpi: KPIAssessment, plan: Plan, _ matching: RollbackMatching, context: ReportContext
) -> Obstacle {
    let isCritical = kpi.verdict == .critical
    let isLimitBroken = isCritical || kpi.verdict == .alert
    let ways =
        isLimitBroken
        ? matching.ways(
            forMeasure: kpi.threshold.metric, limit: isCritical ? kpi.limits.critical : kpi.limits.alert,
            isCritical: isCritical) : []
    return Obstacle(
        title: kpi.threshold.metric, status: Status(kpi.verdict), reason: kpi.reason, since: kpi.since,
        wayBack: ways.first.map { wayBack($0, plan: plan) },
        place: sourceText(kpi.source) ?? place(kpi.threshold.span), isTold: kpi.verdict != .stale, context: context)
}

/// `Level 2: Service rollback (< 15 minutes), rollback.md:40`.
private func wayBack(_ match: RollbackMatch, plan: Plan) -> String {
    let procedure = plan.rollbackProcedures[match.procedure]
    return "\(procedure.headingWithBudget), \(place(procedure.span))"
}
