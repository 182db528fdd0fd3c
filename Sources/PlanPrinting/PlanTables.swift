import Plan

/// Everything that the printed plan shows, in reading order; kinds of facts that no document states are left out.
func planTables(_ plan: Plan) -> [PlanTable] {
    [
        phaseTable(plan), dayTable(plan), flagTable(plan), measureTable(plan), procedureTable(plan),
        checklistTable(plan), triggerTable(plan),
    ]
    .filter { !$0.rows.isEmpty } + dashboardTables(plan) + [restTable(plan)].filter { !$0.rows.isEmpty }
}

private func phaseTable(_ plan: Plan) -> PlanTable {
    PlanTable(
        title: "Phases",
        columns: [
            .init("No.", isNumber: true), .init("Phase"), .init("When"), .init("Duration"), .init("Risk"),
            .init("Rollback"),
        ],
        rows: plan.phases.map { phase in
            [
                phase.number.map(formatNumber) ?? "", phase.name, phase.schedules.first?.value.text ?? "",
                phase.durations.first?.value.text ?? "", phase.risks.first?.value ?? "",
                phase.rollbackTimes.first?.value.text ?? "",
            ]
        })
}

private func dayTable(_ plan: Plan) -> PlanTable {
    PlanTable(
        title: "Days",
        columns: [
            .init("Day", isNumber: true), .init("Rollout", isNumber: true), .init("Title"),
            .init("Tasks done", isNumber: true),
        ],
        rows: plan.days.map { day in
            let boxes = day.tasks.compactMap(\.checked)
            let done =
                boxes.isEmpty
                ? (day.tasks.isEmpty ? "" : counted(day.tasks.count, "task", "tasks"))
                : share(of: boxes.count(where: \.self), boxes.count)
            return [String(day.number), day.percents.first.map { percentText($0.value) } ?? "", day.title, done]
        })
}

private func flagTable(_ plan: Plan) -> PlanTable {
    PlanTable(
        title: "Flags", columns: [.init("Flag"), .init("Stages")],
        rows: plan.flags.map { [$0.name, $0.stages.isEmpty ? "not scheduled" : $0.stagesText] })
}

/// Indicators first; what success criteria and configuration blocks add to them is told apart when there is any.
private func measureTable(_ plan: Plan) -> PlanTable {
    let ordered = [Threshold.Origin.indicator, .criterion, .configuration].flatMap { origin in
        plan.thresholds.filter { $0.origin == origin }
    }
    let isMixed = ordered.contains { $0.origin != .indicator }
    return PlanTable(
        title: "Measures",
        columns: [.init("Measure"), .init("Target"), .init("Warning"), .init("Critical")]
            + (isMixed ? [.init("Stated as")] : []),
        rows: ordered.map { threshold in
            [
                threshold.metric, threshold.target?.text ?? "", threshold.warning?.text ?? "",
                threshold.critical?.text ?? "",
            ] + (isMixed ? [threshold.origin.rawValue] : [])
        })
}

private func procedureTable(_ plan: Plan) -> PlanTable {
    PlanTable(
        title: "Rollback procedures",
        columns: [
            .init("Level", isNumber: true), .init("Procedure"), .init("Budget"), .init("Steps", isNumber: true),
            .init("Time of steps", isNumber: true), .init("Commands", isNumber: true),
        ],
        rows: plan.rollbackProcedures.map { procedure in
            [
                procedure.level.map(String.init) ?? "", procedure.name, procedure.timeBudget?.text ?? "",
                String(procedure.steps.count), timeOfSteps(procedure), String(procedure.commands.count),
            ]
        })
}

/// `30 min`, and `20 min (3 of 5)` when not every step says how long it takes.
private func timeOfSteps(_ procedure: RollbackProcedure) -> String {
    let seconds = procedure.steps.compactMap { $0.timeBudget?.value.seconds }
    guard !seconds.isEmpty else { return "" }
    let sum = formatSeconds(seconds.reduce(0, +))
    return seconds.count == procedure.steps.count ? sum : "\(sum) (\(share(of: seconds.count, procedure.steps.count)))"
}

private func checklistTable(_ plan: Plan) -> PlanTable {
    let items = plan.checklists.flatMap(\.items)
    let names = Dictionary(plan.checklists.map { ($0.section, 1) }, uniquingKeysWith: +)
    return PlanTable(
        title: "Checklists: \(share(of: items.count(where: \.checked), items.count)) done",
        columns: [.init("Checklist"), .init("Done", isNumber: true)],
        rows: plan.checklists.map { checklist in
            // Where every day has a `Morning`, the day is part of the name.
            let heading = names[checklist.section, default: 1] > 1 ? checklist.path.suffix(1) : []
            let name = (heading + [checklist.section]).joined(separator: " › ")
            return [name, share(of: checklist.items.count(where: \.checked), checklist.items.count)]
        })
}

private func triggerTable(_ plan: Plan) -> PlanTable {
    PlanTable(
        title: "Rollback triggers", columns: [.init("Trigger"), .init("For"), .init("Action")],
        rows: plan.triggers.map { [$0.text, $0.window?.text ?? "", $0.action ?? ""] })
}

private func dashboardTables(_ plan: Plan) -> [PlanTable] {
    plan.dashboards.map { dashboard in
        let limits = dashboard.limits.map { "\($0.key) \($0.value.value.text)" }
        let escalations = dashboard.escalations.map { "\($0.severity) after \($0.after.value.text)" }
        return PlanTable(
            title: dashboard.name.map { "Dashboard: \($0)" } ?? "Dashboard",
            columns: [.init("Setting"), .init("Value")],
            rows: [
                ["Refresh", dashboard.refreshInterval?.value.seconds.map(formatSeconds) ?? ""],
                ["Limits", limits.joined(separator: ", ")],
                ["Channels", dashboard.channels.map(\.value).joined(separator: ", ")],
                ["Escalation", escalations.joined(separator: ", ")],
            ]
            .filter { !$0[1].isEmpty })
    }
}

/// What is only counted.
private func restTable(_ plan: Plan) -> PlanTable {
    var rows: [[String]] = []
    if !plan.risks.isEmpty { rows.append(["Risks", riskLevels(plan.risks)]) }
    if !plan.successCriteria.isEmpty {
        let measured = plan.successCriteria.count { $0.condition != nil }
        rows.append(["Success criteria", "\(plan.successCriteria.count), \(measured) of them with a limit"])
    }
    if !plan.communications.isEmpty { rows.append(["Communications", String(plan.communications.count)]) }
    if !plan.userWaves.isEmpty {
        let waves = plan.userWaves.sorted { ($0.order, $0.span) < ($1.order, $1.span) }
        rows.append(["User waves", waves.map(\.name).joined(separator: " → ")])
    }
    return PlanTable(title: "Also stated", columns: [.init("Kind"), .init("Count")], rows: rows)
}

/// `2 high, 1 medium, 3 of no stated level`; known levels from the worst, then others as they come.
private func riskLevels(_ risks: [Risk]) -> String {
    var order = ["critical", "high", "medium", "low"]
    var counts: [String: Int] = [:]
    for risk in risks {
        let level = risk.level?.lowercased() ?? ""
        if !level.isEmpty, !order.contains(level) { order.append(level) }
        counts[level, default: 0] += 1
    }
    let levels = order.compactMap { level in counts[level].map { "\($0) \(level)" } }
    return (levels + (counts[""].map { ["\($0) of no stated level"] } ?? [])).joined(separator: ", ")
}

/// `3 of 8`.
private func share(of done: Int, _ all: Int) -> String { "\(done) of \(all)" }
