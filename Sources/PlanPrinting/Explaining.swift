import Plan
import SourceText

/// Every fact of a plan, by kind and in the plan's order; kinds without facts are left out.
func explanations(of plan: Plan, _ reading: @escaping ReadingOfPlace) -> [ExplanationGroup] {
    func group<Fact>(
        _ title: String, _ kind: String, _ facts: [Fact], name: (Fact) -> String,
        _ tell: (Fact, inout StatementList) -> Void
    ) -> ExplanationGroup {
        ExplanationGroup(
            title: title,
            facts: facts.map { fact in
                var list = StatementList(reading)
                tell(fact, &list)
                return Explanation(kind: kind, name: name(fact), statements: list.statements)
            })
    }
    return [
        group("Plan", "plan", [plan], name: { $0.title ?? "Plan without a title" }, tellHeader),
        group("Phases", "phase", plan.phases, name: \.title, tell),
        group("Days", "day", plan.days, name: { "Day \($0.number)" }, tell),
        group("Flags", "flag", plan.flags, name: \.name, tell),
        group("Measures", "threshold", plan.thresholds, name: \.metric, tell),
        group("Rollback triggers", "trigger", plan.triggers, name: \.text, tell),
        group("Rollback procedures", "rollbackProcedure", plan.rollbackProcedures, name: \.name, tell),
        group("Checklists", "checklist", plan.checklists, name: nameOf, tell),
        group("Risks", "risk", plan.risks, name: \.name, tell),
        group("Success criteria", "successCriterion", plan.successCriteria, name: \.text, tell),
        group("Communications", "communication", plan.communications, name: nameOf, tell),
        group("Dashboards", "dashboard", plan.dashboards, name: { $0.name ?? "Dashboard" }, tell),
        group("User waves", "userWave", plan.userWaves, name: \.name) {
            $1.add("wave", $0.text, at: $0.span)
        },
    ]
    .filter { $0.facts.contains { !$0.statements.isEmpty } }
}

private func tellHeader(_ plan: Plan, _ list: inout StatementList) {
    list.add("title", plan.origins.title) { $0 }
    list.add("start", plan.origins.start, text: \.description)
    list.add("time zone", plan.origins.timezone) { $0 }
}

private func tell(_ phase: Phase, _ list: inout StatementList) {
    for (index, name) in phase.names.enumerated() {
        list.add("name", name, because: index < phase.joins.count ? phase.joins[index] : nil) { $0 }
    }
    list.add("schedule", phase.schedules, besides: phase.span, because: nil, text: \.text)
    list.add("duration", phase.durations, besides: phase.span, because: nil, text: \.text)
    list.add("risk", phase.risks, besides: phase.span, because: nil) { $0 }
    list.add("rollback time", phase.rollbackTimes, besides: phase.span, because: nil, text: \.text)
    list.add("share", phase.percents, besides: phase.span, because: nil, text: percentText)
}

private func tell(_ day: PlanDay, _ list: inout StatementList) {
    for (index, title) in day.mentions.enumerated() {
        list.add("title", title, because: index == 0 ? nil : .sameNumber) { $0 }
    }
    list.add("share", day.percents, besides: day.span, because: nil, text: percentText)
    list.add("date", day.dates, besides: day.span, because: nil, text: \.description)
    for block in day.timeBlocks { list.add("time", "\(block.name) \(block.times.text)", at: block.span) }
    for task in day.tasks {
        let times = task.times.map { "\($0.text) " } ?? ""
        list.add("task", times + boxText(task.checked) + task.text, at: task.span)
    }
}

private func tell(_ flag: Flag, _ list: inout StatementList) {
    for stage in flag.stages {
        list.add(
            stage.defines ? "defined" : "stage", stage.explained, at: stage.span,
            because: list.statements.isEmpty ? nil : .sameName)
        // A day's share, say, stands in its heading and not beside the flag.
        if let percent = stage.percent, !stage.isOnLine(of: percent.span) {
            list.add("stage's share", percent, text: percentText)
        }
        if let when = stage.when, !stage.isOnLine(of: when.span) { list.add("stage's time", when) { $0 } }
    }
    let told = Set(flag.stages.map(\.span))
    for mention in flag.mentions where !told.contains(mention.span) {
        let what =
            switch mention.purpose {
            case .enable: "switched on"
            case .disable: "switched off"
            case .other: "named"
            }
        list.add(
            what, flag.name, at: mention.span, as: mention.reading,
            because: list.statements.isEmpty ? nil : .sameName)
    }
}

private func tell(_ threshold: Threshold, _ list: inout StatementList) {
    let all = [("target", threshold.targets), ("warning", threshold.warnings), ("critical", threshold.criticals)]
    for (what, claims) in all {
        for (index, claim) in claims.enumerated() {
            let isOwn = index == 0 && claim.span.path == threshold.span.path
            list.add(what, claim, because: isOwn ? nil : .sameName, text: \.text)
        }
    }
}

private func tell(_ trigger: Trigger, _ list: inout StatementList) {
    let condition = conditionText(trigger.metric, trigger.condition)
    let window = trigger.condition?.windowSeconds == nil ? trigger.window.map { "for \($0.text)" } : nil
    let parts = [condition ?? trigger.text, window, trigger.action.map { "→ \($0)" }]
    list.add("trigger", parts.compactMap(\.self).joined(separator: " "), at: trigger.span)
}

private func tell(_ procedure: RollbackProcedure, _ list: inout StatementList) {
    list.add("name", procedure.name, at: procedure.span)
    list.add("time budget", procedure.timeBudgets, besides: procedure.span, because: .sameName, text: \.text)
    list.add("trigger", procedure.triggers, besides: procedure.span, because: .sameName) { $0 }
    for step in procedure.steps {
        list.add("step", step.name, at: step.span)
        list.add("step's time", step.timeBudget, text: \.text)
    }
    for command in procedure.commands {
        list.add("command", command.text, at: command.span, as: .codeBlock)
    }
}

private func tell(_ checklist: Checklist, _ list: inout StatementList) {
    for item in checklist.items { list.add("item", boxText(item.checked) + item.text, at: item.span) }
}

private func tell(_ risk: Risk, _ list: inout StatementList) {
    list.add(
        "risk", [risk.name, risk.level.map { "(\($0))" }].compactMap(\.self).joined(separator: " "), at: risk.span)
    list.add("mitigation", risk.mitigations, besides: risk.span, because: nil) { $0 }
}

private func tell(_ criterion: SuccessCriterion, _ list: inout StatementList) {
    list.add("criterion", conditionText(criterion.metric, criterion.condition) ?? criterion.text, at: criterion.span)
}

private func tell(_ communication: Communication, _ list: inout StatementList) {
    let parts = [communication.audience, communication.channel, communication.cadence].compactMap(\.self)
    list.add("told", parts.joined(separator: ", "), at: communication.span)
}

private func tell(_ dashboard: Dashboard, _ list: inout StatementList) {
    list.add("refresh", dashboard.refreshInterval, text: \.text)
    for limit in dashboard.limits {
        let level = limit.level.map { " \($0.rawValue)" } ?? ""
        list.add("limit", limit.value) { "\(limit.metric)\(level) \($0.text)" }
    }
    for channel in dashboard.channels { list.add("channel", channel) { $0 } }
    for escalation in dashboard.escalations {
        list.add("escalation", escalation.after) { "\(escalation.severity) after \($0.text)" }
    }
}

// MARK: Wording

/// Where every day has a `Morning`, the day is part of the name.
private func nameOf(_ checklist: Checklist) -> String {
    (checklist.path.suffix(1) + [checklist.section]).joined(separator: " › ")
}

private func nameOf(_ communication: Communication) -> String {
    communication.audience ?? communication.channel ?? communication.cadence ?? "Communication"
}

/// `[x] `, `[ ] `; nothing without a box.
private func boxText(_ checked: Bool?) -> String { checked.map { $0 ? "[x] " : "[ ] " } ?? "" }

/// `error rate > 15%`; nil when the text was not understood as a condition.
private func conditionText(_ metric: String?, _ condition: Limit?) -> String? {
    guard let metric, let condition else { return nil }
    return "\(metric) \(condition.text)"
}

extension ClockRange {
    fileprivate var text: String { endText.map { "\(startText)-\($0)" } ?? startText }
}

extension FlagStage {
    /// `20% from Day 6`.
    fileprivate var explained: String {
        [percent.map { percentText($0.value) } ?? "switched on", when.map { "from \($0.value)" }]
            .compactMap(\.self).joined(separator: " ")
    }

    /// Whether a value stands beside the flag.
    fileprivate func isOnLine(of value: SourceSpan) -> Bool {
        guard value.file === span.file else { return false }
        let lines = value.file.line(at: span.range.lowerBound)...value.file.line(at: span.range.upperBound)
        return lines.contains(value.file.line(at: value.range.lowerBound))
    }
}
