package import Assessment
package import Events
package import Plan
package import SourceText
package import Updates

/// Orders and words everything that is known, once for all outputs.
///
/// - Parameter rules: Which rules the findings come from.
package func makeReport(
    plan: Plan, assessment: Assessment, findings: [Finding], rules: RuleRun = RuleRun(), updates: [Update] = [],
    events: EventLog = .empty, context: ReportContext
) -> Report {
    let current = currentPhase(plan: plan, assessment: assessment)
    let day = dayReport(plan: plan, assessment: assessment, current: current, zone: context.zone)
    let flags = flagsReport(assessment, context: context)
    let blocking = obstacles(plan: plan, assessment: assessment, context: context)
    let title = plan.title.map { $0.trimmed }.flatMap { $0.isEmpty ? nil : $0 } ?? "Plan without a title"
    let timeline = timelineReport(plan: plan, assessment: assessment, current: current, zone: context.zone)
    let told = updatesReport(updates, context: context)
    let history = historyReport(events, states: verdictStates(assessment), updates: told, context: context)
    let identity = PlanIdentity(site: context.site, title: title)
    let steps = nextSteps(plan: plan, assessment: assessment, zone: context.zone)
    let sheets = ChecklistSheets(plan: plan, assessment: assessment, context: context)
    var report = Report(
        title: title,
        verdict: verdictReport(assessment, lastDay: plan.lastDay), trust: trustReport(assessment, context: context),
        summary: [
            SummaryLine(label: "Measures", text: measureSummary(assessment), anchor: "measures"),
            SummaryLine(label: "Flags", text: flags.summary, anchor: "flags"),
            SummaryLine(label: "Checklists", text: checklistSummary(assessment), anchor: "checklists"),
            SummaryLine(label: "In the way", text: obstacleSummary(blocking), anchor: "in-the-way"),
            SummaryLine(label: "Next", text: nextSummary(steps, hasDay: assessment.day != nil), anchor: "next"),
        ],
        day: day, measures: measureReports(assessment.kpis, context: context), timeline: timeline,
        gantt: ganttReport(plan: plan, assessment: assessment, current: current, zone: context.zone),
        flags: flags,
        matrix: flagMatrix(plan: plan, assessment: assessment, flags: flags.all, zone: context.zone),
        checklists: sheets.ofDocuments, obstacles: blocking,
        nextSteps: steps, findings: findingsReport(findings, documentCount: plan.documents.count, run: rules),
        triggers: assessment.triggers.map { triggerReport($0, context: context) },
        criteria: assessment.measuredCriteria.map { criterionReport($0, context: context) },
        rollback: rollbackReport(plan: plan, assessment: assessment, context: context), sheets: sheets.acrossDocuments,
        updates: told,
        feed: feedReport(told, history, start: startTime(assessment, context), identity: identity),
        calendar: calendarReport(
            plan: plan, assessment: assessment, timeline: timeline, updates: told, identity: identity),
        plannedFlags: plannedFlagsReport(plan: plan, assessment: assessment), site: context.site,
        history: history,
        provenance: provenance(plan: plan, context: context))
    report.stakeholders = stakeholderReports(
        StakeholderFacts(plan: plan, assessment: assessment, report: report, context: context))
    return report
}

/// When the plan's first day begins; nil without a start date.
private func startTime(_ assessment: Assessment, _ context: ReportContext) -> ShownTime? {
    (assessment.clock.calendar?.date(ofDay: 1)).map { date in
        context.zone.shown(context.zone.instant(of: date, seconds: 0), now: context.madeAt)
    }
}

/// The phase of today; of several, the first that is not done.
private func currentPhase(plan: Plan, assessment: Assessment) -> Phase? {
    guard let day = assessment.day else { return nil }
    let running = assessment.phases.filter { $0.phase.days?.contains(day) == true }
    return (running.first { $0.verdict != .done } ?? running.first)?.phase ?? plan.phase(onDay: day)
}

private func dayReport(plan: Plan, assessment: Assessment, current: Phase?, zone: PlanZone) -> DayReport {
    DayReport(
        number: assessment.day, last: plan.lastDay, phaseID: current?.id,
        text: dayText(plan: plan, assessment: assessment, current: current, zone: zone))
}

private func dayText(plan: Plan, assessment: Assessment, current: Phase?, zone: PlanZone) -> String {
    guard let day = assessment.day else { return "Unknown: no start date in documents or configuration" }
    if day < 1 {
        // Days of the plan may leave out weekends; whoever waits counts all of them.
        guard let start = assessment.clock.calendar?.date(ofDay: 1) else {
            return "Starts in \(counted(1 - day, "day"))"
        }
        let wait = start.daysSinceEpoch - assessment.clock.today.daysSinceEpoch
        return "Starts on \(zone.longDate(start)), in \(counted(wait, "day"))"
    }
    if let last = plan.lastDay, day == last,
        assessment.clock.calendar?.isOver(day: last, on: assessment.clock.today) == true
    {
        return "The plan ended with day \(last)"
    }
    if let last = plan.lastDay, day > last { return "Day \(day) · the plan ended with day \(last)" }
    let count = plan.lastDay.map { "Day \(day) of \($0)" } ?? "Day \(day)"
    guard let current else { return plan.phases.isEmpty ? count : "\(count) · no phase runs today" }
    guard let number = current.number else { return "\(count) · \(current.name)" }
    let isPlainCount = number == number.rounded() && number >= 1 && number <= Double(plan.phases.count)
    return "\(count) · \(current.title)\(isPlainCount ? " of \(plan.phases.count)" : ""): \(current.name)"
}

private func trustReport(_ assessment: Assessment, context: ReportContext) -> TrustReport {
    let made = context.zone.shown(context.madeAt, now: context.madeAt)
    let newest = assessment.newestSample.map { context.zone.shown($0, now: context.madeAt) }
    let next = context.nextUpdateDue.map { context.zone.shown($0, now: context.madeAt) }
    return TrustReport(
        madeAt: made, newestSample: newest,
        newestText: newest.map { "\($0.brief) · \(ageText(of: $0.instant, at: context.madeAt))" }
            ?? "None: nothing is measured",
        nextUpdateDue: next, nextText: next?.brief ?? "None promised",
        validUntil: context.zone.shown(context.validUntil, now: context.madeAt),
        snapshotNote: context.clockGiven
            ? "A snapshot as of \(made.text): the time was given, not read from a clock." : nil)
}

/// `1 alert, 1 stale, 1 off target, 1 on target`: loudest first, and nothing that is unknown left out.
private func measureSummary(_ assessment: Assessment) -> String {
    let order: [KPIVerdict] = [.critical, .alert, .noData, .stale, .offTarget, .onTarget]
    let parts = order.compactMap { verdict in
        let count = assessment.kpis.count { $0.verdict == verdict }
        return count == 0 ? nil : "\(count) \(verdict.rawValue)"
    }
    return parts.isEmpty ? "No KPI in these documents" : parts.joined(separator: ", ")
}

private func checklistSummary(_ assessment: Assessment) -> String {
    let items = assessment.checklists.flatMap(\.items)
    return items.isEmpty
        ? "No checklist in these documents" : progress(items).text
}

private func obstacleSummary(_ obstacles: [Obstacle]) -> String {
    guard let first = obstacles.first else { return "Nothing known" }
    return obstacles.count == 1 ? first.title : "\(first.title) and \(obstacles.count - 1) more"
}

private func nextSummary(_ steps: [NextStep], hasDay: Bool) -> String {
    guard let first = steps.first else {
        return hasDay ? "Nothing planned after today" : "Unknown without a start date"
    }
    return "\(first.title) · \(first.when)"
}

private func provenance(plan: Plan, context: ReportContext) -> Provenance {
    let documents = plan.documents.map(\.path)
    let digest = documentDigest(plan.documents)
    let sources =
        context.sources.isEmpty ? "no metric or result file" : counted(context.sources.count, "metric and result file")
    return Provenance(
        toolVersion: context.toolVersion, documents: documents, sources: context.sources, digest: digest,
        text: "Made by Plumbline \(context.toolVersion) from \(counted(documents.count, "document")) "
            + "(digest \(digest.prefix(12))) and \(sources)",
        timeZone: context.zone)
}

/// SHA-256 over all documents, each preceded by path and length, in the order of their paths.
private func documentDigest(_ documents: [PlanDocument]) -> String {
    var bytes: [UInt8] = []
    for document in documents.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
        bytes += Array("\(document.path)\0\(document.source.bytes.count)\0".utf8)
        bytes += document.source.bytes
    }
    return SHA256.hex(bytes)
}
