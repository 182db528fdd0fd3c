package import Plan
package import SourceText

/// The plan in the contract `plumbline/plan/1`; keys in the order of the contract, nothing left out.
///
/// `dashboards` and `userWaves` are additions behind the contract's keys.
package func planJSON(_ plan: Plan) -> OrderedJSON {
    .object([
        ("schema", .string("plumbline/plan/1")), ("title", .optional(plan.title)),
        ("start", .optional(plan.start?.description)), ("timezone", .optional(plan.timezone)),
        ("documents", .array(plan.documents.map(json))), ("phases", .array(plan.phases.map(json))),
        ("days", .array(plan.days.map(json))), ("flags", .array(plan.flags.map(json))),
        ("thresholds", .array(plan.thresholds.map(json))), ("triggers", .array(plan.triggers.map(json))),
        ("rollbackProcedures", .array(plan.rollbackProcedures.map(json))),
        ("checklists", .array(plan.checklists.map(json))), ("risks", .array(plan.risks.map(json))),
        ("successCriteria", .array(plan.successCriteria.map(json))),
        ("communications", .array(plan.communications.map(json))), ("dashboards", .array(plan.dashboards.map(json))),
        ("userWaves", .array(plan.userWaves.map(json))),
    ])
}

/// A place as the contracts give it: lines and columns from 1, columns in grapheme clusters, the end behind the last.
package func placeJSON(_ span: SourceSpan) -> OrderedJSON {
    let (start, end) = (span.start, span.end)
    return .object([
        ("file", .string(span.path)), ("line", .integer(start.line)), ("column", .integer(start.column)),
        ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
    ])
}

private func json(_ document: PlanDocument) -> OrderedJSON {
    .object([("path", .string(document.path)), ("kinds", .array(document.kinds.map { .string($0.rawValue) }))])
}

private func json(_ amount: TimeAmount?) -> OrderedJSON {
    guard let amount else { return .null }
    return .object([("text", .string(amount.text)), ("seconds", .optional(amount.seconds))])
}

private func json(_ phase: Phase) -> OrderedJSON {
    .object([
        ("id", .string(phase.id)), ("name", .string(phase.name)), ("number", .optional(phase.number)),
        ("schedule", .optional(phase.timeText)),
        (
            "days",
            phase.days.map { .object([("first", .integer($0.lowerBound)), ("last", .integer($0.upperBound))]) } ?? .null
        ),
        ("duration", json(phase.durations.first?.value)), ("risk", .optional(phase.risks.first?.value)),
        ("rollbackTime", json(phase.rollbackTimes.first?.value)), ("at", placeJSON(phase.span)),
    ])
}

private func json(_ day: PlanDay) -> OrderedJSON {
    .object([
        ("number", .integer(day.number)), ("title", .string(day.title)),
        ("percent", .optional(day.percents.first?.value)), ("phase", .optional(day.phase)),
        (
            "tasks",
            .array(
                day.tasks.map { task in
                    .object([
                        ("text", .string(task.text)), ("checked", task.checked.map { .bool($0) } ?? .null),
                        ("start", .optional(task.times?.startText)), ("end", .optional(task.times?.endText)),
                        ("at", placeJSON(task.span)),
                    ])
                })
        ), ("at", placeJSON(day.span)),
    ])
}

/// Stages that say the same are one here: the place that defines the flag counts, else the first.
private func json(_ flag: Flag) -> OrderedJSON {
    var seen: Set<[Double?]> = []
    let ordered = flag.stages.filter(\.defines) + flag.stages.filter { !$0.defines }
    let stages = ordered.filter { seen.insert([$0.percent?.value, $0.day.map { Double($0.value) }]).inserted }
    return .object([
        ("name", .string(flag.name)),
        (
            "stages",
            .array(
                stages.map { stage in
                    .object([
                        ("percent", .optional(stage.percent?.value)), ("when", .optional(stage.when?.value)),
                        ("day", .optional(stage.day?.value)), ("at", placeJSON(stage.span)),
                    ])
                })
        ), ("mentions", .array(flag.mentions.map { placeJSON($0.span) })),
    ])
}

private func json(_ threshold: Threshold) -> OrderedJSON {
    .object([
        ("metric", .string(threshold.metric)), ("target", .optional(threshold.target?.text)),
        ("warning", .optional(threshold.warning?.text)), ("critical", .optional(threshold.critical?.text)),
        ("at", placeJSON(threshold.span)),
    ])
}

private func json(_ trigger: Trigger) -> OrderedJSON {
    .object([
        ("text", .string(trigger.text)), ("metric", .optional(trigger.metric)),
        ("condition", .optional(trigger.condition?.text)), ("for", .optional(trigger.window?.text)),
        ("action", .optional(trigger.action)), ("at", placeJSON(trigger.span)),
    ])
}

private func json(_ procedure: RollbackProcedure) -> OrderedJSON {
    .object([
        ("name", .string(procedure.name)), ("level", .optional(procedure.level)),
        ("timeBudget", json(procedure.timeBudget)),
        (
            "steps",
            .array(
                procedure.steps.map {
                    .object([
                        ("name", .string($0.name)), ("timeBudget", json($0.timeBudget?.value)),
                        ("at", placeJSON($0.span)),
                    ])
                })
        ),
        (
            "commands",
            .array(
                procedure.commands.map {
                    .object([
                        ("language", .string($0.language)), ("text", .string($0.text)), ("at", placeJSON($0.span)),
                    ])
                })
        ), ("at", placeJSON(procedure.span)),
    ])
}

private func json(_ checklist: Checklist) -> OrderedJSON {
    .object([
        ("section", .string(checklist.section)),
        (
            "items",
            .array(
                checklist.items.map {
                    .object([
                        ("id", .string($0.id)), ("text", .string($0.text)), ("checked", .bool($0.checked)),
                        ("at", placeJSON($0.span)),
                    ])
                })
        ), ("at", placeJSON(checklist.span)),
    ])
}

private func json(_ risk: Risk) -> OrderedJSON {
    .object([
        ("name", .string(risk.name)), ("level", .optional(risk.level)),
        ("mitigations", .array(risk.mitigations.map { .string($0.value) })), ("at", placeJSON(risk.span)),
    ])
}

private func json(_ criterion: SuccessCriterion) -> OrderedJSON {
    .object([
        ("text", .string(criterion.text)), ("metric", .optional(criterion.metric)),
        ("condition", .optional(criterion.condition?.text)), ("at", placeJSON(criterion.span)),
    ])
}

private func json(_ communication: Communication) -> OrderedJSON {
    .object([
        ("audience", .optional(communication.audience)), ("channel", .optional(communication.channel)),
        ("cadence", .optional(communication.cadence)), ("at", placeJSON(communication.span)),
    ])
}

private func json(_ dashboard: Dashboard) -> OrderedJSON {
    .object([
        ("name", .optional(dashboard.name)), ("refreshInterval", json(dashboard.refreshInterval?.value)),
        (
            "limits",
            .array(
                dashboard.limits.map {
                    .object([
                        ("key", .string($0.key)), ("value", .number($0.value.value.number)),
                        ("at", placeJSON($0.value.span)),
                    ])
                })
        ), ("channels", .array(dashboard.channels.map { .string($0.value) })),
        (
            "escalation",
            .array(
                dashboard.escalations.map {
                    .object([
                        ("severity", .string($0.severity)), ("after", json($0.after.value)),
                        ("at", placeJSON($0.after.span)),
                    ])
                })
        ), ("at", placeJSON(dashboard.span)),
    ])
}

private func json(_ wave: UserWave) -> OrderedJSON {
    .object([
        ("name", .string(wave.name)), ("order", .integer(wave.order)), ("text", .string(wave.text)),
        ("at", placeJSON(wave.span)),
    ])
}
