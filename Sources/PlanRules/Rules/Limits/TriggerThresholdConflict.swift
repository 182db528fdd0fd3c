import Plan
import SourceText

extension PlanRule {
    /// The measure is critical, and nobody rolls back yet.
    static let triggerThresholdConflict = PlanRule(
        id: "trigger-threshold-conflict", severity: .warning,
        summary: "a rollback trigger waits for more than the critical limit of its measure",
        explanation: Explanation(
            fault: """
                A condition that leads to a rollback or a halt names a measure of the plan, and its limit is only \
                broken after the measure's critical limit, while no other condition acts on that limit.
                """,
            harm: "The dashboard shows the measure as critical, and the team waits because the trigger is not reached.",
            misses: """
                A stricter trigger is caution and no conflict. Triggers and limits of single phases, environments and \
                services, other statistics, and differences to a baseline are left alone, and so is a measure that has \
                several critical limits.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Key Performance Indicators

                1. **Error Rate**
                   - Target: < 1%
                   - Alert: > 3%
                   - Critical: > 5%

                ## Rollback triggers

                - Error rate > 10%
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Key Performance Indicators

                1. **Error Rate**
                   - Target: < 1%
                   - Alert: > 3%
                   - Critical: > 5%

                ## Rollback triggers

                - Error rate > 5%
                - Error rate > 10%
                """)
        ]
    ) { input in
        let triggers = TriggerIndex(input.plan.triggers)
        let alerts = AlertIndex(input.plan.monitoring.alerts.filter { $0.effect != .notifies })
        return input.measures.filter { $0.phase == nil }.compactMap { measure in
            fault(measure, triggers.triggers(on: measure.name), alerts.alerts(on: measure.name), input.scopes)
        }
    }
}

/// The conditions on each measure.
private struct TriggerIndex {
    private var byName: [[String]: [Trigger]] = [:]

    init(_ triggers: [Trigger]) {
        for trigger in triggers {
            guard let metric = trigger.metric, trigger.condition != nil else { continue }
            byName[measureKey(metric), default: []].append(trigger)
        }
    }

    func triggers(on metric: String) -> [Trigger] { byName[measureKey(metric), default: []] }
}

private func fault(_ measure: Measure, _ triggers: [Trigger], _ alerts: [Alert], _ scopes: ScopeIndex) -> Fault? {
    let criticals = measure.limits(.critical)
    guard !triggers.isEmpty, let critical = criticals.first,
        criticals.allSatisfy({ $0.value.agrees(with: critical.value) })
    else { return nil }
    // What is stated only as the critical limit because it triggers is held against nothing else.
    let home = scopes.scope(at: critical.span, without: Set(measure.words))
    let telling = tellingHeadings(critical.span, scopes, without: measure.words)
    let comparable = triggers.compactMap { trigger -> (trigger: Trigger, limit: Limit)? in
        guard let limit = trigger.condition, limit.isOfOneKind(as: critical.value), !isRelative(trigger.span),
            scopes.mayBeOneSubject(scopes.scope(at: trigger.span, without: Set(measure.words)), home),
            scopes.isInPhase(trigger.span) == scopes.isInPhase(critical.span),
            tellingHeadings(trigger.span, scopes, without: measure.words).isSubset(of: telling)
        else { return nil }
        return (trigger, limit)
    }
    // `> 10%, or > 5% for 15 minutes`: a line may state more limits than its first.
    let acting =
        triggers.flatMap { QuantityReader(TokenizedText($0.text)).comparedLimits().map(\.limit) }
        + triggers.compactMap(\.condition) + alerts.map(\.condition.value)
    let acts = acting.contains { $0.isOfOneKind(as: critical.value) && !$0.isBrokenLater(than: critical.value) }
    let late = comparable.filter { $0.trigger.action != "pause" && $0.limit.isBrokenLater(than: critical.value) }
    guard !acts, !scopes.isInPhase(critical.span),
        let strictest = late.min(by: { $1.limit.isBrokenLater(than: $0.limit) })
    else { return nil }
    let (here, there) = (clipped(strictest.limit.text), clipped(critical.value.text))
    let verb = strictest.trigger.action == "halt" ? "halts the rollout" : "leads to a rollback"
    return Fault(
        message: "\(quoted(measure.name)) \(verb) at \(here) here, but is critical at \(there) in "
            + "\(place(critical.span)), where no trigger acts",
        span: conditionSpan(of: strictest.trigger), label: "\(verb) at \(here)",
        related: [critical.note("critical limit \(there)")],
        identity: [measure.key, strictest.limit.identity, critical.value.identity])
}
