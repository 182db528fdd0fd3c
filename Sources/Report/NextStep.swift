import Assessment
import Plan
import SourceText

/// What comes next.
package struct NextStep: Sendable {
    package let title: String
    /// `today, 14:00`, `day 9, 1 Dec 2026`.
    package let when: String
    /// nil when title and time say it all.
    package let detail: String?
}

/// Open tasks of today, else of the next day that has any; the next rollout stages; the next phase.
func nextSteps(plan: Plan, assessment: Assessment, zone: PlanZone) -> [NextStep] {
    guard let today = assessment.day else { return [] }
    let when = DayWording(today: today, calendar: assessment.clock.calendar, zone: zone)
    return openTasks(plan: plan, assessment: assessment, today: today, when: when)
        + nextStages(plan: plan, today: today, when: when) + nextPhase(plan: plan, today: today, when: when)
}

private struct DayWording {
    let today: Int
    let calendar: PlanCalendar?
    let zone: PlanZone

    func text(_ day: Int) -> String {
        if day == today { return "today" }
        return calendar.map { "day \(day), \(zone.longDate($0.date(ofDay: day)))" } ?? "day \(day)"
    }
}

private let taskLimit = 5

private func openTasks(plan: Plan, assessment: Assessment, today: Int, when: DayWording) -> [NextStep] {
    let settled = Set(
        assessment.checklists.flatMap(\.items).filter { $0.verdict == .passed || $0.verdict == .skipped }
            .map { "\($0.item.span.path):\($0.item.span.start.line)" })
    func open(_ day: PlanDay) -> [PlanTask] {
        day.tasks.filter { $0.depth == 0 && $0.checked != true && !settled.contains(place($0.span)) }
    }
    let days = plan.days.filter { $0.number >= today }.sorted { $0.number < $1.number }
    guard let day = days.first(where: { !open($0).isEmpty }) else { return [] }
    let tasks = open(day)
    let steps = tasks.prefix(taskLimit).map { task in
        NextStep(
            title: task.text, when: when.text(day.number) + (task.times.map { ", \($0.startText)" } ?? ""), detail: nil)
    }
    let rest = tasks.count - steps.count
    guard rest > 0 else { return steps }
    return steps + [
        NextStep(
            title: counted(rest, "more open task"), when: when.text(day.number),
            detail: day.title.isEmpty ? nil : day.title)
    ]
}

private func nextStages(plan: Plan, today: Int, when: DayWording) -> [NextStep] {
    let stages = plan.flags.compactMap { flag in nextStage(flag, after: today).map { (flag: flag.name, stage: $0) } }
    guard let day = stages.map(\.stage.day).min() else { return [] }
    let due = stages.filter { $0.stage.day == day }
    if due.count > 3 {
        let names = due.prefix(3).map { "\($0.flag) \($0.stage.percent)" }.joined(separator: ", ")
        return [
            NextStep(
                title: "\(due.count) flags move", when: when.text(day), detail: "\(names) and \(due.count - 3) more")
        ]
    }
    return due.map { NextStep(title: "\($0.flag) to \($0.stage.percent)", when: when.text(day), detail: nil) }
}

private func nextPhase(plan: Plan, today: Int, when: DayWording) -> [NextStep] {
    let coming = plan.phases.compactMap { phase in phase.days.map { (phase: phase, first: $0.lowerBound) } }
        .filter { $0.first > today }
    guard let first = coming.map(\.first).min() else { return [] }
    return coming.filter { $0.first == first }.map { entry in
        let phase = entry.phase
        return NextStep(
            title: phase.number == nil ? "\(phase.name) starts" : "\(phase.title) starts: \(phase.name)",
            when: when.text(first), detail: nil)
    }
}
