import Assessment
import Observations
import Plan
import SourceText

/// What comes next.
package struct NextStep: Sendable {
    package let title: String
    /// `today, 14:00`, `day 9, 1 Dec 2026`, `on hold, planned for day 9, 1 Dec 2026`.
    package let when: String
    /// nil when title and time say it all.
    package let detail: String?
}

/// What the verdict asks for, then what is open, by day: tasks left over from earlier days, those of today (else of the next
/// day that has any), items of running phases, the next rollout stages and the next phase.
///
/// What failed or is blocked is in the way and not next. What the verdict holds is said to be on hold.
func nextSteps(plan: Plan, assessment: Assessment, zone: PlanZone) -> [NextStep] {
    guard let today = assessment.day else { return [] }
    let when = DayWording(today: today, plan: plan, assessment: assessment, zone: zone)
    let open = OpenTasks(plan: plan, assessment: assessment, today: today)
    let planned =
        open.earlier(when) + open.coming(when) + openItems(open, assessment: assessment, today: today)
        + nextStages(plan: plan, today: today, when: when) + nextPhase(plan: plan, today: today, when: when)
    let sorted = planned.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
    return [demanded(assessment)].compactMap(\.self) + sorted.map(\.element.step)
}

/// A step with the day of the plan that it belongs to.
private struct Planned {
    let day: Int
    let step: NextStep

    init(_ day: Int, _ title: String, _ when: String, detail: String? = nil) {
        self.day = day
        step = NextStep(title: title, when: when, detail: detail)
    }
}

/// What has to be done before anything else, where the verdict asks for it.
private func demanded(_ assessment: Assessment) -> NextStep? {
    guard let first = assessment.troubles.first else { return nil }
    let title: String? =
        switch (first.verdict, first.subject) {
        case (.critical, .indicator(let kpi)), (.alert, .indicator(let kpi)):
            "Bring \(kpi.threshold.metric) back within its limits"
        case (.unknown, .indicator(let kpi)): "Get fresh data of \(kpi.threshold.metric)"
        case (.unknown, .input(let span)): "Mend \(span?.path ?? "the inputs")"
        default: nil
        }
    return title.map { NextStep(title: $0, when: "now", detail: nil) }
}

private struct DayWording {
    let today: Int
    private let calendar: PlanCalendar?
    private let zone: PlanZone
    private let minute: Int
    private let verdict: PlanVerdict
    private let flags: [String]

    init(today: Int, plan: Plan, assessment: Assessment, zone: PlanZone) {
        self.today = today
        calendar = assessment.clock.calendar
        self.zone = zone
        minute = zone.minuteOfDay(assessment.clock.now)
        verdict = assessment.verdict
        flags = plan.flags.map(\.name)
    }

    /// A day, with its date, and whether the verdict holds what is planned for it: an alert the days to come and whatever
    /// moves a flag, a critical limit all of it.
    func text(_ day: Int, _ task: PlanTask? = nil) -> String {
        let date = calendar.map { ", \(zone.longDate($0.date(ofDay: day)))" } ?? ""
        let name = day == today ? "today" : "day \(day)\(date)"
        let isHeld = day > today || task.map { task in flags.contains { task.text.contains($0) } } ?? false
        if verdict == .critical || verdict == .alert && isHeld { return "on hold, planned for \(name)" }
        guard let times = task?.times else { return name }
        guard day == today, times.startMinute <= minute else { return "\(name), \(times.startText)" }
        if let end = times.endMinute, end > minute, let text = times.endText { return "\(name), until \(text)" }
        return "\(name), due since \(times.endText ?? times.startText)"
    }
}

private let taskLimit = 5

/// The tasks of days that are neither settled nor in the way.
private struct OpenTasks {
    private let days: [PlanDay]
    private let closed: Set<SourceSpan>
    let today: Int
    /// Of all tasks of days, so that an item that is also a task is listed once.
    let spans: Set<SourceSpan>

    init(plan: Plan, assessment: Assessment, today: Int) {
        days = plan.days.sorted { $0.number < $1.number }
        let items = assessment.checklists.flatMap(\.items) + assessment.tasks
        closed = Set(items.filter { $0.verdict != .pending }.map(\.item.span))
        spans = Set(plan.days.flatMap(\.tasks).map(\.span))
        self.today = today
    }

    private func open(_ day: PlanDay) -> [PlanTask] {
        day.tasks.filter { $0.depth == 0 && $0.checked != true && !closed.contains($0.span) }
    }

    /// Left over from days before: only what has a box, for nobody can tell whether a bare line was done.
    func earlier(_ when: DayWording) -> [Planned] {
        let left = days.filter { $0.number < today }.flatMap { day in
            open(day).filter { $0.checked != nil }.map { (day: day.number, task: $0) }
        }
        guard left.count > 2, let first = left.first else {
            return left.map { Planned($0.day, $0.task.text, "open since day \($0.day)") }
        }
        return [
            Planned(
                first.day, "\(left.count) open tasks of earlier days", "open since day \(first.day)",
                detail: first.task.text)
        ]
    }

    func coming(_ when: DayWording) -> [Planned] {
        guard let day = days.first(where: { $0.number >= today && !open($0).isEmpty }) else { return [] }
        let tasks = open(day)
        let steps = tasks.prefix(taskLimit).map { Planned(day.number, $0.text, when.text(day.number, $0)) }
        let rest = tasks.count - steps.count
        guard rest > 0 else { return steps }
        let title = "\(counted(rest, "more open task"))\(day.number == today ? " of today" : " of day \(day.number)")"
        return steps + [
            Planned(day.number, title, when.text(day.number), detail: day.title.isEmpty ? nil : day.title)
        ]
    }
}

/// Items of running phases that are open and belong to no day.
private func openItems(_ tasks: OpenTasks, assessment: Assessment, today: Int) -> [Planned] {
    let running = assessment.phases.filter { $0.verdict == .inProgress || $0.verdict == .late }
    return running.flatMap { phase -> [Planned] in
        let items = assessment.checklists.filter { $0.checklist.phase == phase.phase.id }.flatMap(\.items)
            .filter { $0.verdict == .pending && $0.item.depth == 0 && !tasks.spans.contains($0.item.span) }
        let when = "open in \(phase.phase.title)"
        guard items.count > 2 else { return items.map { Planned(today, $0.item.text, when) } }
        return [Planned(today, counted(items.count, "open item"), when, detail: items.first?.item.text)]
    }
}

private func nextStages(plan: Plan, today: Int, when: DayWording) -> [Planned] {
    let stages = plan.flags.compactMap { flag in nextStage(flag, after: today).map { (flag: flag.name, stage: $0) } }
    guard let day = stages.map(\.stage.day).min() else { return [] }
    let due = stages.filter { $0.stage.day == day }
    if due.count > 3 {
        let names = due.prefix(3).map { "\($0.flag) \($0.stage.percent)" }.joined(separator: ", ")
        return [
            Planned(day, "\(due.count) flags move", when.text(day), detail: "\(names) and \(due.count - 3) more")
        ]
    }
    return due.map { Planned(day, "\($0.flag) to \($0.stage.percent)", when.text(day)) }
}

private func nextPhase(plan: Plan, today: Int, when: DayWording) -> [Planned] {
    let coming = plan.phases.compactMap { phase in phase.days.map { (phase: phase, first: $0.lowerBound) } }
        .filter { $0.first > today }
    guard let first = coming.map(\.first).min() else { return [] }
    return coming.filter { $0.first == first }.map { entry in
        let phase = entry.phase
        return Planned(
            first, phase.number == nil ? "\(phase.name) starts" : "\(phase.title) starts: \(phase.name)",
            when.text(first))
    }
}
