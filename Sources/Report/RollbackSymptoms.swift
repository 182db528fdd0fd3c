import Assessment
import Plan
import SourceText

/// One symptom, with every place of the plan that tells of it.
struct SymptomEntry {
    var text: String
    var status: Status
    var reason: String
    /// 0 for the loudest of what holds or is about to; nil for all else.
    var urgency: Int?
    var holds = false
    /// Whether nothing measured says anything of it.
    var isUntold = false
    var ways: [RollbackMatch] = []
    var places: [String] = []
    /// What the plan says is done, where no procedure bears that name.
    var instead: [String] = []

    /// By the gentlest procedure; what has none stands last.
    func rank(_ plan: Plan) -> Int { ways.map(\.procedure).min() ?? plan.rollbackProcedures.count }

    func report(_ plan: Plan, _ anchors: [String], _ mask: SecretMask) -> RollbackReport.Symptom {
        RollbackReport.Symptom(
            text: mask.text(text), status: status, reason: sentence(mask.text(reason)),
            ways: ways.map { way in
                let procedure = plan.rollbackProcedures[way.procedure]
                return RollbackReport.Way(
                    anchor: anchors[way.procedure], heading: mask.text(procedure.heading),
                    budget: procedure.timeBudget?.text, reason: mask.text(way.reason))
            },
            // One place that the reason names already is not told twice.
            places: places.count == 1 && ways.contains { $0.reason.hasSuffix(places[0]) } ? [] : places.map(mask.text),
            noWay: ways.isEmpty
                ? (["No procedure names it."] + instead.map { "The plan says: \(sentence(mask.text($0)))" })
                    .joined(separator: " ") : nil)
    }
}

/// Gathers symptoms: triggers of one condition are one, wherever they stand; then the limits of measures that no trigger
/// has, and what procedures are called for by and nothing measures.
struct SymptomGathering {
    let plan: Plan
    let matching: RollbackMatching

    func symptoms(_ assessment: Assessment) -> [SymptomEntry] {
        var entries: [SymptomEntry] = []
        var known: [String: Int] = [:]
        for trigger in assessment.triggers {
            let key = key(trigger.trigger)
            if let index = known[key] {
                merge(trigger, into: &entries[index])
            } else {
                known[key] = entries.count
                entries.append(entry(trigger))
            }
        }
        return entries + limits(assessment) + occasions(assessment)
    }

    // MARK: Triggers

    private func key(_ trigger: Trigger) -> String {
        guard let metric = trigger.metric, let condition = trigger.lastingCondition else {
            return nameWords(trigger.text).joined(separator: " ")
        }
        let limit = [
            condition.comparison?.rawValue ?? "", formatNumber(condition.quantity.baseValue),
            condition.quantity.unit.symbol,
            condition.windowSeconds.map(formatNumber) ?? "", condition.statistic?.text ?? "",
        ]
        return (nameWords(metric) + limit).joined(separator: " ")
    }

    private func entry(_ trigger: TriggerAssessment) -> SymptomEntry {
        var entry = SymptomEntry(text: trigger.trigger.text, status: Status(trigger), reason: trigger.reason)
        take(trigger, in: &entry)
        return entry
    }

    private func merge(_ trigger: TriggerAssessment, into entry: inout SymptomEntry) {
        // The shortest wording tells the condition and nothing else.
        if trigger.trigger.text.utf8.count < entry.text.utf8.count { entry.text = trigger.trigger.text }
        let (before, now) = (entry.urgency ?? 9, urgency(trigger) ?? 9)
        if now < before || entry.isUntold && trigger.verdict == .quiet {
            (entry.status, entry.reason) = (Status(trigger), trigger.reason)
        }
        take(trigger, in: &entry)
    }

    private func take(_ trigger: TriggerAssessment, in entry: inout SymptomEntry) {
        entry.urgency = [entry.urgency, urgency(trigger)].compactMap(\.self).min()
        entry.holds = entry.holds || trigger.verdict == .firing
        entry.isUntold = trigger.verdict == .unknown && entry.urgency == nil
        let ways = matching.ways(for: trigger.trigger)
        for way in ways where !entry.ways.contains(where: { $0.procedure == way.procedure }) { entry.ways.append(way) }
        entry.ways.sort { $0.procedure < $1.procedure }
        let phase = trigger.trigger.phase.flatMap { id in plan.phases.first { $0.id == id } }
        let behind = trigger.trigger.text.split(separator: "→", maxSplits: 1).dropFirst().first.map {
            String($0).trimmed
        }
        let said = [place(trigger.trigger.span), phase.map { "in \($0.title)" }].compactMap(\.self)
            .joined(separator: ", ")
        entry.places.append(behind.map { "\(said): \($0)" } ?? said)
        if let behind, ways.isEmpty, !entry.instead.contains(behind) { entry.instead.append(behind) }
    }

    private func urgency(_ trigger: TriggerAssessment) -> Int? {
        switch trigger.verdict {
        case .firing: trigger.planVerdict == .critical ? 0 : 1
        case .pending: 3
        case .unknown, .quiet: nil
        }
    }

    // MARK: Limits

    /// Alert and critical limits that no trigger has.
    private func limits(_ assessment: Assessment) -> [SymptomEntry] {
        let told = Dictionary(
            grouping: assessment.triggers.filter { $0.trigger.metric != nil },
            by: { nameWords($0.trigger.metric ?? "") })
        return assessment.kpis.flatMap { kpi -> [SymptomEntry] in
            [IndicatorLimits.Kind.alert, .critical].compactMap { kind in
                guard let limit = kpi.limits.limit(kind) else { return nil }
                let triggers = told[nameWords(kpi.threshold.metric)] ?? []
                guard !triggers.contains(where: { $0.trigger.condition?.isSame(as: limit) == true }) else { return nil }
                return entry(kpi, limit, kind)
            }
        }
    }

    private func entry(_ kpi: KPIAssessment, _ limit: Limit, _ kind: IndicatorLimits.Kind) -> SymptomEntry {
        let isMet = kpi.verdict == .critical || kpi.verdict == .alert && kind == .alert
        let isKnown = kpi.verdict != .noData && kpi.verdict != .stale
        let status = isMet || !isKnown ? Status(kpi.verdict) : Status("Quiet", .ok, .check)
        return SymptomEntry(
            text: "\(kpi.threshold.metric): \(kind.phrase) \(limit.text)", status: status, reason: kpi.reason,
            urgency: isMet ? kpi.verdict == .critical ? 1 : 2 : nil, holds: isMet, isUntold: !isKnown,
            ways: matching.ways(forMeasure: kpi.threshold.metric, limit: limit, isCritical: kind == .critical),
            places: [place(kpi.threshold.span)])
    }

    // MARK: Occasions

    /// What procedures say calls for them and nothing measures: people judge it.
    private func occasions(_ assessment: Assessment) -> [SymptomEntry] {
        let triggers = Dictionary(grouping: assessment.triggers, by: \.trigger.span.path)
        return plan.rollbackProcedures.indices.prefix(RollbackMatching.mostProcedures).flatMap {
            index -> [SymptomEntry] in
            let procedure = plan.rollbackProcedures[index]
            return (procedure.triggers + procedure.remarks.occasions).filter { claim in
                triggers[claim.span.path]?.contains { $0.trigger.span.range.overlaps(claim.span.range) } != true
            }.map { claim in
                SymptomEntry(
                    text: claim.value, status: Status("Not measured", .none, .circle),
                    reason: "nothing measures it: look yourself", isUntold: true,
                    ways: [
                        RollbackMatch(procedure: index, reason: "one of its own triggers, \(place(claim.span))")
                    ], places: [place(claim.span)])
            }
        }
    }
}
