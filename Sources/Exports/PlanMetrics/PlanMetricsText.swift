package import Assessment
import Observations
package import Plan

/// How a plan stands, as metrics for the textfile collector of Prometheus' node exporter.
///
/// Every family is a gauge in base units (seconds, ratios, bytes). A value that is not known has no sample: nothing that
/// could be taken for good is put in its place.
package func planMetricsText(_ assessment: Assessment, of plan: Plan) -> String {
    let name = ("plan", plan.title ?? "Plan")
    var families: [MetricFamily] = []

    var verdict = MetricFamily("plumbline_plan_verdict", "Whether the plan as a whole stands so (1) or not (0).")
    verdict.add(state: assessment.verdict, label: "verdict", [name])
    families.append(verdict)

    var moment = MetricFamily(
        "plumbline_assessed_timestamp_seconds", "The moment for which everything here is true, in seconds since 1970.")
    moment.add(assessment.clock.now.secondsSinceEpoch, [name])
    families.append(moment)

    if let number = assessment.day {
        var day = MetricFamily("plumbline_plan_day", "Day of the plan, 0 or less before its start.")
        day.add(Double(number), [name])
        families.append(day)
    }
    families += indicatorFamilies(assessment.kpis, name)
    families += progressFamilies(assessment, name)
    families += flagFamilies(assessment.flags, name)
    return families.map(\.text).joined()
}

private typealias Label = (String, String)

private func indicatorFamilies(_ kpis: [KPIAssessment], _ plan: Label) -> [MetricFamily] {
    var verdict = MetricFamily("plumbline_kpi_verdict", "Whether a measure stands so (1) or not (0).")
    var value = MetricFamily(
        "plumbline_kpi_value", "What a measure was held against its limits with, in seconds, ratios, bytes or a number."
    )
    var limit = MetricFamily("plumbline_kpi_limit", "The strictest limit that the documents set, in the value's unit.")
    var newest = MetricFamily(
        "plumbline_kpi_last_sample_timestamp_seconds", "When a measure was last sampled, in seconds since 1970.")
    // Phases may each have a measure of one name.
    let names = numbered(kpis.map { Measure(name: $0.threshold.metric, phase: $0.threshold.phase) }, name: \.name) {
        Measure(name: $1, phase: $0.phase)
    }
    for (kpi, name) in zip(kpis, names) {
        let labels = [plan, ("kpi", name), ("phase", kpi.threshold.phase ?? "")]
        verdict.add(state: kpi.verdict, label: "verdict", labels)
        if let quantity = kpi.value { value.add(quantity.baseValue, labels) }
        for kind in IndicatorLimits.Kind.allCases {
            guard let quantity = kpi.limits.limit(kind)?.quantity else { continue }
            limit.add(quantity.baseValue, labels + [("limit", kind.rawValue)])
        }
        if let time = kpi.newestSample { newest.add(time.secondsSinceEpoch, labels) }
    }
    return [verdict, value, limit, newest]
}

private struct Measure: Hashable {
    let name: String
    let phase: String?
}

/// Names that tell things apart, with a number from the second of its kind on that no other has: equal samples would make
/// the whole file unreadable.
///
/// - Parameter renamed: the same under another name.
private func numbered<Kind: Hashable>(
    _ kinds: [Kind], name: (Kind) -> String, renamed: (Kind, String) -> Kind
) -> [String] {
    var taken = Set(kinds)
    var counts: [Kind: Int] = [:]
    return kinds.map { kind in
        guard var count = counts[kind] else {
            counts[kind] = 1
            return name(kind)
        }
        var other: Kind
        repeat {
            count += 1
            other = renamed(kind, "\(name(kind)) (\(count))")
        } while !taken.insert(other).inserted
        counts[kind] = count
        return name(other)
    }
}

private func progressFamilies(_ assessment: Assessment, _ plan: Label) -> [MetricFamily] {
    var phases = MetricFamily("plumbline_phase_verdict", "Whether a phase stands so (1) or not (0).")
    for phase in assessment.phases {
        phases.add(state: phase.verdict, label: "verdict", [plan, ("phase", phase.phase.id)])
    }
    var items = MetricFamily("plumbline_checklist_items", "How many items of a checklist stand so.")
    let names = numbered(assessment.checklists.map(\.checklist.section), name: { $0 }, renamed: { $1 })
    for (list, name) in zip(assessment.checklists, names) {
        for verdict in ItemVerdict.allCases {
            items.add(Double(list.count(verdict)), [plan, ("checklist", name), ("verdict", verdict.rawValue)])
        }
    }
    return [phases, items]
}

private func flagFamilies(_ flags: [FlagAssessment], _ plan: Label) -> [MetricFamily] {
    var planned = MetricFamily("plumbline_flag_planned_ratio", "How far a flag should be open today, 0 to 1.")
    var actual = MetricFamily("plumbline_flag_actual_ratio", "How far a flag is open, as last reported, 0 to 1.")
    for flag in flags {
        let labels = [plan, ("flag", flag.flag.name)]
        if let percent = flag.planned { planned.add(percent / 100, labels) }
        if let percent = flag.actual { actual.add(percent / 100, labels) }
    }
    return [planned, actual]
}
