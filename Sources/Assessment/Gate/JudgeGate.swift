package import Observations
package import Plan
import SourceText

/// Decides whether to go on, from what is known of a plan. What is unknown, pending, stale or off target is a no-go.
///
/// - The whole plan goes when it is on plan.
/// - `pre`, `runtime`, `post`: the items under headings that say so; `runtime` all measures, triggers and flags besides, `post` the
///   success criteria.
/// - `performance`, `security`: the measures and items that speak of it; lengths of time and rates are performance.
/// - A phase goes when its items and tasks are passed, its criteria met, and every measure is on target that is not another
///   phase's own.
///
/// A criterion that an indicator is held against too is one line, the indicator's, unless somebody declared it.
///
/// A trigger that fires is against every gate that it speaks of: a phase's unless it stands in another phase's section.
/// One that cannot be judged is against none but `runtime`: plans list conditions for people too.
///
/// Inputs that were lost are against every gate: nobody knows what stood in them.
///
/// - Parameter timeText: Writes when something was reported or ticked; nil leaves it out.
package func judgeGate(
    _ scope: GateScope, of assessment: Assessment, plan: Plan, timeText: (@Sendable (Instant) -> String)? = nil
) -> Gate {
    let judge = GateJudge(assessment: assessment, plan: plan, timeText: timeText)
    switch scope {
    case .plan:
        return Gate(scope: "plan", lines: judge.lost + judge.everything, isShownBesides: judge.hasPassedItem)
    case .part(let part): return Gate(scope: part.rawValue, lines: judge.lost + judge.lines(of: part))
    case .phase(let id): return Gate(scope: id, lines: judge.lost + judge.lines(ofPhase: id))
    }
}

private struct GateJudge {
    let assessment: Assessment
    let plan: Plan
    let timeText: (@Sendable (Instant) -> String)?

    // MARK: Scopes

    /// What keeps the plan from being on plan, and each part that does not.
    var everything: [Gate.Line] {
        let evidence = assessment.troubles.compactMap { trouble -> Gate.Line? in
            guard case .evidence = trouble.subject else { return nil }
            return Gate.Line(
                .noGo, kind: "plan", name: plan.title ?? "plan", state: "unknown", reason: trouble.reason, span: nil)
        }
        let phases = assessment.phases.map { phase in
            Gate.Line(
                phase.verdict == .late || phase.verdict == .unknown || phase.reported?.status.isBad == true
                    ? .noGo : .go,
                kind: "phase", name: phase.phase.title, state: phase.verdict.rawValue, reason: phase.reason,
                span: phase.phase.span, isEvidence: phase.verdict == .done || phase.passedItems > 0)
        }
        let bad = items.filter { $0.verdict == .failed || $0.verdict == .blocked }.map(line)
        // A plan whose flags nobody reports is judged by the rest of it.
        let flags = assessment.flags.filter { $0.verdict != .unknown }.compactMap(line)
        return evidence + assessment.kpis.map(line) + firing.map(line) + phases + bad + flags
    }

    /// What was done and stands in no line of the whole plan.
    var hasPassedItem: Bool { items.contains { $0.verdict == .passed } }

    private var firing: [TriggerAssessment] { assessment.triggers.filter { $0.verdict == .firing } }

    func lines(of part: GatePart) -> [Gate.Line] {
        let lists = assessment.checklists.flatMap { list -> [ItemAssessment] in
            let headings = [list.checklist.section] + list.checklist.path
            if headings.contains(where: part.isNamed) { return list.items }
            return part.isSaidByItems ? list.items.filter { part.isNamed(in: $0.item.text) } : []
        }
        switch part {
        case .pre: return lists.map(line)
        // Success criteria are what is left to check at the end, with a box or without.
        case .post: return (lists + boxedCriteria(besides: lists) + assessment.criteria).map(line)
        case .runtime:
            return assessment.kpis.map(line) + assessment.triggers.map(line) + lists.map(line)
                + assessment.flags.compactMap(line)
        case .performance:
            return measured(lists, firing.filter { $0.speaks(of: part) || $0.isSpeed }) {
                part.isNamed(in: $0.threshold.metric) || $0.isSpeed
            }
        case .security:
            return measured(lists, firing.filter { $0.speaks(of: part) }) { part.isNamed(in: $0.threshold.metric) }
        }
    }

    func lines(ofPhase id: String) -> [Gate.Line] {
        let kpis = assessment.kpis.filter { $0.threshold.phase == nil || $0.threshold.phase == id }
        let triggers = firing.filter { $0.trigger.phase == nil || $0.trigger.phase == id }
        let measured = kpis.map(line) + triggers.map(line)
        let lists = assessment.checklists.filter { $0.checklist.phase == id }.flatMap(\.items)
        let spans = Set(plan.days.filter { $0.phase == id }.flatMap(\.tasks).map(\.span))
        let listed = Set(lists.map(\.item.span))
        let tasks = (items).filter { spans.contains($0.item.span) && !listed.contains($0.item.span) }
        let reported = assessment.phases.first { $0.phase.id == id }.flatMap { phase in
            phase.reported.map { report in
                Gate.Line(
                    report.status.isBad || report.status == .pending ? .noGo : .go, kind: "phase",
                    name: phase.phase.title, state: report.status.rawValue,
                    reason: report.toldOfPhase() + dated(report.time), span: phase.phase.span)
            }
        }
        let work = (lists + tasks).filter { !isRepeated($0, among: kpis) }.map(line)
        let criteria = criteria(ofPhase: id)
        // Measures alone do not show that the work was done.
        guard !lists.isEmpty || !tasks.isEmpty || reported != nil else {
            let name = assessment.phases.first { $0.phase.id == id }?.phase
            return criteria + measured + [
                Gate.Line(
                    .noGo, kind: "phase", name: name?.title ?? id, state: "unknown",
                    reason: "no item, task or result shows that its work is done", span: name?.span)
            ]
        }
        return [reported].compactMap(\.self) + work + criteria + measured
    }

    /// Success criteria that are items of lists which say nothing of a part.
    private func boxedCriteria(besides listed: [ItemAssessment]) -> [ItemAssessment] {
        let spans = Set(plan.successCriteria.map(\.span)).subtracting(listed.map(\.item.span))
        return assessment.checklists.flatMap(\.items).filter { spans.contains($0.item.span) }
    }

    /// Measures with the triggers that fire, and items with the criteria that are measured.
    private func measured(
        _ items: [ItemAssessment], _ triggers: [TriggerAssessment], _ isOfPart: (KPIAssessment) -> Bool
    ) -> [Gate.Line] {
        let kpis = assessment.kpis.filter(isOfPart)
        let own = assessment.measuredCriteria.filter { $0.subject == nil && !$0.isIndicator && isOfPart($0.measure) }
        return kpis.map(line) + triggers.map(line) + own.map(line)
            + items.filter { !isRepeated($0, among: kpis) }.map(line)
    }

    /// The measured criteria of a phase that are no items of its lists.
    private func criteria(ofPhase id: String) -> [Gate.Line] {
        let success = assessment.criteria.filter { $0.criterion?.phase == id && $0.criterion?.isIndicator == false }
        let lines = assessment.measuredCriteria.filter { $0.phase == id && $0.subject == nil && !$0.isIndicator }
        return success.map(line) + lines.map(line)
    }

    /// Whether the line of an indicator says all that an item's would.
    private func isRepeated(_ item: ItemAssessment, among kpis: [KPIAssessment]) -> Bool {
        guard item.isMeasuredAlone, let criterion = item.criterion, criterion.isIndicator else { return false }
        return kpis.contains { $0.threshold.metric == criterion.measure.threshold.metric }
    }

    /// Inputs that are missing or could not be read whole.
    var lost: [Gate.Line] {
        assessment.troubles.compactMap { trouble in
            guard case .input(let span) = trouble.subject else { return nil }
            return Gate.Line(
                .noGo, kind: "input", name: span?.path ?? "input", state: "unknown", reason: trouble.reason, span: span)
        }
    }

    // MARK: Lines

    private var items: [ItemAssessment] {
        assessment.checklists.flatMap(\.items) + assessment.tasks + assessment.criteria
    }

    /// A planned window excuses, and its line says so.
    private func line(_ kpi: KPIAssessment) -> Gate.Line {
        Gate.Line(
            kpi.verdict == .onTarget || kpi.isExcused ? .go : .noGo, kind: "measure", name: kpi.threshold.metric,
            state: kpi.verdict.rawValue, reason: kpi.reason, span: kpi.threshold.span, isEvidence: !kpi.isExcused)
    }

    private func line(_ trigger: TriggerAssessment) -> Gate.Line {
        Gate.Line(
            trigger.verdict == .quiet || trigger.isExcused ? .go : .noGo, kind: "trigger", name: trigger.trigger.text,
            state: trigger.verdict.rawValue, reason: trigger.reason, span: trigger.trigger.span,
            isEvidence: !trigger.isExcused)
    }

    private func line(_ criterion: CriterionAssessment) -> Gate.Line {
        Gate.Line(
            criterion.verdict == .met ? .go : .noGo, kind: "criterion", name: criterion.text,
            state: criterion.verdict.rawValue, reason: criterion.reason, span: criterion.span)
    }

    /// What was skipped is listed and not in the way, as everywhere.
    private func line(_ item: ItemAssessment) -> Gate.Line {
        Gate.Line(
            item.verdict == .passed || item.verdict == .skipped ? .go : .noGo, kind: "item", name: item.item.text,
            state: item.verdict.rawValue, reason: item.reason + dated(item.time), span: item.item.span,
            isEvidence: item.verdict != .skipped)
    }

    /// ` (23 Nov, 09:30 CET)`
    private func dated(_ time: Instant?) -> String {
        guard let time, let timeText else { return "" }
        return " (\(timeText(time)))"
    }

    /// nil for a flag whose turn is still to come.
    private func line(_ flag: FlagAssessment) -> Gate.Line? {
        guard flag.verdict != .notDue else { return nil }
        return Gate.Line(
            flag.verdict == .asPlanned ? .go : .noGo, kind: "flag", name: flag.flag.name,
            state: flag.verdict.rawValue, reason: flag.reason, span: flag.flag.stages.first?.span)
    }
}

extension GatePart {
    /// Whether single items speak of it under any heading.
    fileprivate var isSaidByItems: Bool { self == .performance || self == .security }
}

extension KPIAssessment {
    fileprivate var isSpeed: Bool {
        (limits.target ?? limits.alert ?? limits.critical)?.quantity.unit.isSpeed ?? false
    }
}

extension TriggerAssessment {
    /// Its own words or its measure's.
    fileprivate func speaks(of part: GatePart) -> Bool {
        part.isNamed(in: trigger.text) || trigger.metric.map(part.isNamed) ?? false
    }

    fileprivate var isSpeed: Bool { trigger.condition?.quantity.unit.isSpeed ?? false }
}

extension Unit {
    /// Whether it tells how long something takes, or how much is done in a time.
    fileprivate var isSpeed: Bool { perSeconds != nil || dimension == .time }
}
