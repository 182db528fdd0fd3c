import Assessment
package import Observations
package import Plan

/// What the plan puts on a calendar, and nothing of how it stands: an event changes when the plan does.
package struct CalendarReport: Sendable {
    /// By their beginning; empty when neither a start date nor a planned window says when anything is.
    package let events: [CalendarEvent]
}

package struct CalendarEvent: Sendable {
    package enum Kind: String, Sendable { case phase, day, gate, window }
    package enum Time: Sendable {
        /// Whole days, both included.
        case days(CivilDate, CivilDate)
        case span(Instant, Instant)
    }
    package let kind: Kind
    /// A UUID that stays the same as long as the plan has the event.
    package let id: String
    package let title: String
    /// What it is about, line by line.
    package let lines: [String]
    package let time: Time
}

func calendarReport(
    plan: Plan, assessment: Assessment, timeline: TimelineReport, updates: UpdatesReport, identity: PlanIdentity
) -> CalendarReport {
    let placed = zip(assessment.phases.map(\.phase), timeline.phases).compactMap { phase, report in
        report.dateSpan.map { (phase: phase, report: report, dates: $0) }
    }
    let phases = placed.map { entry in
        CalendarEvent(
            kind: .phase, id: identity.uuid("phase", entry.phase.id), title: name(entry.report),
            lines: about(entry.phase, entry.report), time: .days(entry.dates.lowerBound, entry.dates.upperBound))
    }
    let gates = placed.map { entry in
        CalendarEvent(
            kind: .gate, id: identity.uuid("gate", entry.phase.id), title: "Go or no-go: \(name(entry.report))",
            lines: ["Whether \(name(entry.report)) is done and the plan goes on."] + aims(of: entry.phase, plan),
            time: .days(entry.dates.upperBound, entry.dates.upperBound))
    }
    let days = assessment.clock.calendar.map { dayEvents(plan, $0, identity) } ?? []
    let windows = (updates.planned + updates.newest).compactMap { windowEvent($0, identity) }
    let events = (phases + days + gates + windows).enumerated().filter { isOnCalendar($0.element.time) }
    return CalendarReport(
        events: events.sorted { left, right in
            (firstDay(left.element.time), left.offset) < (firstDay(right.element.time), right.offset)
        }.map(\.element))
}

/// `Phase 4: Gradual rollout`.
private func name(_ phase: PhaseReport) -> String {
    [phase.label, phase.name].compactMap(\.self).joined(separator: ": ")
}

private func about(_ phase: Phase, _ report: PhaseReport) -> [String] {
    [
        report.when, phase.risks.first.map { "Risk: \($0.value)" },
        phase.rollbackTimes.first.map { "Rollback: \($0.value.text)" },
    ].compactMap(\.self)
}

private func aims(of phase: Phase, _ plan: Plan) -> [String] {
    plan.aims.filter { $0.phase == phase.id }.map { "- \($0.statement.value)" }
}

private func dayEvents(_ plan: Plan, _ calendar: PlanCalendar, _ identity: PlanIdentity) -> [CalendarEvent] {
    var seen: Set<Int> = []
    return plan.days.filter { abs($0.number) < 100_000 && seen.insert($0.number).inserted }.map { day in
        let date = calendar.date(ofDay: day.number)
        return CalendarEvent(
            kind: .day, id: identity.uuid("day", String(day.number)),
            title: day.title.isEmpty ? "Day \(day.number)" : "Day \(day.number): \(day.title)",
            lines: day.tasks.map(line), time: .days(date, date))
    }
}

private func windowEvent(_ update: UpdateReport, _ identity: PlanIdentity) -> CalendarEvent? {
    update.window.map { window in
        CalendarEvent(
            kind: .window, id: identity.uuid("window", update.id), title: update.title,
            lines: update.paragraphs
                + (update.affects.isEmpty ? [] : ["Affects: \(update.affects.joined(separator: ", "))"]),
            time: .span(window.start.instant, window.end.instant))
    }
}

/// `- 09:00–09:30 Tell the support team`, with what is below a task moved in.
private func line(_ task: PlanTask) -> String {
    let times = task.times.map { [$0.startText, $0.endText].compactMap(\.self).joined(separator: "–") + " " } ?? ""
    return String(repeating: "  ", count: min(max(task.depth, 0), 3)) + "- \(times)\(task.text)"
}

/// Calendars write years with four digits.
private func isOnCalendar(_ time: CalendarEvent.Time) -> Bool {
    switch time {
    case .days(let first, let last): first.year > 0 && last.year < 9999
    case .span(let from, let to): from < to
    }
}

/// Days since 1970.
private func firstDay(_ time: CalendarEvent.Time) -> Double {
    switch time {
    case .days(let first, _): Double(first.daysSinceEpoch)
    case .span(let from, _): from.secondsSinceEpoch / 86_400
    }
}
