import Assessment
import Observations
import Plan
import SourceText

/// Every indicator with its value, where it comes from and when it was measured.
func measuresSection(_ facts: StakeholderFacts) -> ReportSection {
    let measures = facts.report.measures
    let (rows, note) = measures.map { measure -> [ReportCell] in
        [
            "\(measure.name)", ReportCell(measure.status), "\(measure.valueText)",
            ReportCell(measure.limitsText, orElse: "no limits"), "\(measure.evidence)",
        ]
    }.limited("measure", "the status page")
    return ReportSection(
        "Measures", paragraphs: measures.isEmpty ? ["No KPI stands in these documents."] : [],
        table: rows.isEmpty ? nil : ReportTable(["Measure", "State", "Value", "Limits", "Evidence"], rows), note: note)
}

/// What fires, is about to, or cannot be told; what people have to judge is counted.
func triggersSection(_ facts: StakeholderFacts) -> ReportSection {
    let triggers = facts.report.triggers
    let shown = triggers.shown
    let unmeasured = triggers.count { !$0.isMeasured }
    var paragraphs: [String] = []
    if triggers.isEmpty { paragraphs.append("No trigger of a rollback stands in these documents.") }
    let quiet = triggers.count { $0.verdict == TriggerVerdict.quiet.rawValue && $0.isMeasured }
    if quiet > 0 { paragraphs.append("\(counted(quiet, "trigger")) \(quiet == 1 ? "is" : "are") quiet.") }
    if unmeasured > 0 {
        paragraphs.append(
            "\(counted(unmeasured, "trigger")) \(unmeasured == 1 ? "is" : "are") not measured: people have to judge "
                + "\(unmeasured == 1 ? "it" : "them").")
    }
    let (rows, note) = shown.map { trigger -> [ReportCell] in
        [
            "\(trigger.text)", ReportCell(trigger.status), "\(trigger.reason)",
            ReportCell(trigger.action, orElse: "not stated"), "\(trigger.detail)",
        ]
    }.limited("trigger", "the status page")
    return ReportSection(
        "Triggers", paragraphs: paragraphs,
        table: rows.isEmpty ? nil : ReportTable(["Trigger", "State", "Why", "Action", "Evidence"], rows), note: note)
}

/// Indicators before day 1 against indicators now.
func beforeAfterSection(_ facts: StakeholderFacts) -> ReportSection {
    let pairs = Array(zip(facts.assessment.kpis, facts.report.measures))
    guard !pairs.isEmpty else {
        return ReportSection(
            "Before and after", paragraphs: ["No KPI stands in these documents, so nothing can be compared."])
    }
    let (rows, note) = pairs.map { kpi, measure -> [ReportCell] in
        [
            "\(measure.name)", "\(beforeText(kpi, measure, facts))", ReportCell(measure.status, measure.valueText),
            "\(changeText(kpi))", "\(measure.evidence)",
        ]
    }.limited("measure", "the status page")
    let isAsked = pairs.contains { $0.0.before != nil }
    return ReportSection(
        "Before and after",
        paragraphs: isAsked ? [] : ["What was measured before day 1 is looked up when the plan's last phase begins."],
        table: ReportTable(["Measure", "Before", "Now", "Change", "Evidence"], rows), note: note)
}

private func beforeText(_ kpi: KPIAssessment, _ measure: MeasureReport, _ facts: StakeholderFacts) -> String {
    switch kpi.before {
    case .stated(let quantity)?: return "\(amountText(quantity.number, quantity.unit)), stated in the settings"
    case .measured(let before)?:
        let span =
            "\(facts.zone.longDate(facts.zone.civilDate(of: before.from))) to "
            + facts.zone.shown(before.to, now: before.from).text
        return "\(measuredText(before.value.number, before.value.unit, besides: [])), \(before.aggregation) of "
            + "\(counted(before.sampleCount, "sample")), \(span)" + (before.objection.map { "; \($0)" } ?? "")
    case .unknown(let reason)?: return "No data: \(reason)"
    case nil: return "No data"
    }
}

/// `50% less`; says in words that nothing can be compared.
private func changeText(_ kpi: KPIAssessment) -> String {
    let before: Quantity? =
        switch kpi.before {
        case .stated(let quantity)?: quantity
        case .measured(let before)?: before.value
        case .unknown?, nil: nil
        }
    guard let before, let now = kpi.value, kpi.verdict != .stale, now.number.isFinite,
        let then = before.converted(to: now.unit)?.number, then != 0
    else { return "Not known" }
    let change = (now.number - then) / abs(then) * 100
    guard abs(change) >= 0.5 else { return "Less than 1%" }
    return "\(measuredText(abs(change), .percent, besides: [])) \(change < 0 ? "less" : "more")"
}

extension MeasureReport {
    /// `78 ms, average, last hour`; what is known instead, where there is no value.
    var valueText: String { number == nil ? "No value: \(basis)" : "\(value), \(basis)" }
}
