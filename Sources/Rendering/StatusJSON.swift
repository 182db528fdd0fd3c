import Observations
package import Report
package import SourceText
import Updates

/// `status.json`, the contract `plumbline/status/1`; `Schemas/status.schema.json` documents every key.
package func statusJSON(_ report: Report) -> OrderedJSON {
    .object([
        ("schema", .string("plumbline/status/1")), ("title", .string(report.title)),
        ("verdict", .string(report.verdict.verdict)), ("headline", .string(report.verdict.headline)),
        ("reasons", strings(report.verdict.reasons)), ("unknowns", strings(report.verdict.allUnknowns)),
        ("day", .optional(report.day.number)), ("lastDay", .optional(report.day.last)),
        ("phase", .optional(report.day.phaseID)), ("madeAt", .string(report.trust.madeAt.rfc3339)),
        ("snapshot", .bool(report.trust.snapshotNote != nil)), ("newestSample", time(report.trust.newestSample)),
        ("nextUpdateDue", time(report.trust.nextUpdateDue)), ("validUntil", .string(report.trust.validUntil.rfc3339)),
        ("timezone", .string(report.provenance.timeZone.name)), ("kpis", .array(report.measures.map(kpi))),
        ("phases", .array(report.timeline.phases.map(phase))), ("flags", .array(report.flags.all.map(flag))),
        ("checklists", .array(report.checklists.map(checklist))),
        ("obstacles", .array(report.obstacles.map(obstacle))), ("next", .array(report.nextSteps.map(next))),
        (
            "findings",
            .object([
                ("errors", .integer(report.findings.errors)), ("warnings", .integer(report.findings.warnings)),
                ("infos", .integer(report.findings.infos)),
            ])
        ),
        (
            "provenance",
            .object([
                ("toolVersion", .string(report.provenance.toolVersion)),
                ("documents", strings(report.provenance.documents)), ("sources", strings(report.provenance.sources)),
                ("digest", .string(report.provenance.digest)),
            ])
        ),
        ("triggers", .array(report.triggers.map(trigger))), ("criteria", .array(report.criteria.map(criterion))),
        ("updates", .array((report.updates.planned + report.updates.newest).map(update))),
    ])
}

private func strings(_ texts: [String]) -> OrderedJSON { .array(texts.map { .string($0) }) }
private func time(_ time: ShownTime?) -> OrderedJSON { .optional(time?.rfc3339) }

private func kpi(_ measure: MeasureReport) -> OrderedJSON {
    func limit(_ level: String) -> OrderedJSON { .optional(measure.limits.first { $0.level == level }?.text) }
    return .object([
        ("name", .string(measure.name)), ("verdict", .string(measure.verdict)), ("reason", .string(measure.reason)),
        ("value", .optional(measure.number)), ("unit", .string(measure.unit)), ("text", .string(measure.value)),
        ("basis", .string(measure.basis)), ("target", limit("Target")), ("alert", limit("Alert")),
        ("critical", limit("Critical")), ("newestSample", time(measure.sampleTime)), ("since", time(measure.since)),
        ("source", .optional(measure.source)), ("definedAt", .string(measure.definedAt)),
        ("held", .optional(measure.held)), ("errorBudgetLeft", .optional(measure.errorBudgetLeft)),
        ("trend", .optional(measure.trend?.direction)), ("trendText", .optional(measure.trend?.text)),
        ("previousValue", .optional(measure.trend?.previous)),
        ("changePercent", .optional(measure.trend?.changePercent)),
        ("plannedWindow", .optional(measure.plannedReason)), ("plannedUntil", time(measure.plannedUntil)),
    ])
}

private func trigger(_ trigger: TriggerReport) -> OrderedJSON {
    .object([
        ("text", .string(trigger.text)), ("verdict", .string(trigger.verdict)), ("reason", .string(trigger.reason)),
        ("action", .optional(trigger.action)), ("value", .optional(trigger.number)), ("unit", .string(trigger.unit)),
        ("newestSample", time(trigger.sampleTime)), ("source", .optional(trigger.source)),
        ("definedAt", .string(trigger.definedAt)), ("plannedWindow", .optional(trigger.plannedReason)),
        ("plannedUntil", time(trigger.plannedUntil)),
    ])
}

private func criterion(_ criterion: CriterionReport) -> OrderedJSON {
    .object([
        ("text", .string(criterion.text)), ("phase", .optional(criterion.phase)),
        ("verdict", .string(criterion.verdict)), ("reason", .string(criterion.reason)),
        ("measure", .string(criterion.measure)), ("limit", .string(criterion.limit)),
        ("value", .optional(criterion.number)), ("unit", .string(criterion.unit)),
        ("aggregation", .optional(criterion.aggregation)), ("windowSeconds", .optional(criterion.windowSeconds)),
        ("samples", .optional(criterion.samples)), ("newestSample", time(criterion.sampleTime)),
        ("source", .optional(criterion.source)), ("definedAt", .string(criterion.definedAt)),
        ("isIndicator", .bool(criterion.isIndicator)),
    ])
}

private func update(_ update: UpdateReport) -> OrderedJSON {
    let window = update.window.map { window in
        OrderedJSON.object([
            ("start", time(window.start)), ("end", time(window.end)),
            ("state", .string(window.state.word.lowercased())),
        ])
    }
    return .object([
        ("id", .string(update.id)), ("kind", .string(update.kind.rawValue)), ("title", .string(update.title)),
        ("paragraphs", strings(update.paragraphs)), ("time", time(update.time)), ("window", window ?? .null),
        ("affects", strings(update.affects)), ("incident", .optional(update.incident)), ("file", .string(update.file)),
    ])
}

private func phase(_ phase: PhaseReport) -> OrderedJSON {
    .object([
        ("id", .string(phase.id)), ("name", .string(phase.name)), ("verdict", .string(phase.verdict)),
        ("reason", .string(phase.reason)), ("schedule", .optional(phase.when)), ("firstDay", .optional(phase.firstDay)),
        ("lastDay", .optional(phase.lastDay)), ("passed", .integer(phase.passed)), ("total", .integer(phase.total)),
    ])
}

private func flag(_ flag: FlagReport) -> OrderedJSON {
    .object([
        ("name", .string(flag.name)), ("verdict", .string(flag.verdict)), ("reason", .string(flag.reason)),
        ("planned", .optional(flag.plannedNumber)), ("plannedDay", .optional(flag.plannedDay)),
        ("actual", .optional(flag.actualNumber)), ("reportedAt", time(flag.reportedAt)),
    ])
}

private func checklist(_ checklist: ChecklistReport) -> OrderedJSON {
    .object([
        ("title", .string(checklist.title)), ("file", .string(checklist.path)),
        ("page", .string("checklists/\(checklist.name).html")),
        (
            "lists",
            .array(
                checklist.groups.map { group in
                    .object([
                        ("name", .string(group.name)), ("passed", .integer(group.progress.passed)),
                        ("total", .integer(group.progress.total)), ("failed", .integer(group.progress.failed)),
                        ("blocked", .integer(group.progress.blocked)), ("skipped", .integer(group.progress.skipped)),
                    ])
                })
        ),
    ])
}

private func obstacle(_ obstacle: Obstacle) -> OrderedJSON {
    .object([
        ("title", .string(obstacle.title)), ("status", .string(obstacle.status.word.lowercased())),
        ("reason", .string(obstacle.reason)), ("owner", .optional(obstacle.owner)), ("since", time(obstacle.since)),
        ("wayBack", .optional(obstacle.wayBack)), ("place", .string(obstacle.place)),
    ])
}

private func next(_ step: NextStep) -> OrderedJSON {
    .object([("title", .string(step.title)), ("when", .string(step.when)), ("detail", .optional(step.detail))])
}
