import Assessment
import Plan

/// The whole timeline: phases, gates and the ramps of flags on one axis of days. Positions are in percent of the axis.
package struct GanttReport: Sendable {
    /// A stretch of the axis.
    package struct Stretch: Sendable, Hashable {
        package let start: Double
        package let width: Double
    }

    package struct DateTick: Sendable, Hashable {
        package let position: Double
        /// `Mon 30 Nov`.
        package let label: String
    }

    /// A decision to be made on a day.
    package struct Gate: Sendable {
        package let text: String
        /// Middle of its day; nil for a day that is not on the axis.
        package let position: Double?
        /// `Day 8, 30 Nov 2026, 16:30-17:00`.
        package let when: String
        package let status: Status
    }

    /// A flag's way from off to all, as steps.
    package struct Ramp: Sendable {
        /// A percentage from a place of the axis on.
        package struct Step: Sendable, Hashable {
            package let start: Double
            package let percent: Double
        }

        /// What was reported of a day.
        package struct Report: Sendable, Hashable {
            package let position: Double
            package let percent: Double
        }

        package let name: String
        package let status: Status
        package let steps: [Step]
        package let reports: [Report]
        /// `Day 6: 20% · day 8: 60%`.
        package let text: String
    }

    package struct Day: Sendable {
        package let number: Int
        /// `30 Nov 2026`; nil without a start date.
        package let date: String?
        package let title: String
        /// `60%`; where documents differ, each of them; `–` for none.
        package let percent: String
        /// nil when it has no task with a box.
        package let progress: ChecklistReport.Progress?
        package let isToday: Bool
    }

    package let description: String
    package let ticks: [TimelineReport.Tick]
    package let dates: [DateTick]
    package let weekends: [Stretch]
    /// Middle of today; nil when it is not on the axis.
    package let todayPercent: Double?
    /// `Today, day 8`.
    package let todayLabel: String?
    /// Phases with days, by their first.
    package let placed: [PhaseReport]
    /// Phases of which no day is known.
    package let unplaced: [PhaseReport]
    package let gates: [Gate]
    /// Flags with days, by their first; those that are shown at once.
    package let ramps: [Ramp]
    package let moreRamps: [Ramp]
    /// Names of flags without a day.
    package let dayless: [String]
    package let days: [Day]

    package var hasAxis: Bool { !ticks.isEmpty }
}

/// Ramps on the page before the rest is folded away.
private let shownRamps = 15

func ganttReport(plan: Plan, assessment: Assessment, current: Phase?, zone: PlanZone) -> GanttReport {
    let calendar = assessment.clock.calendar
    let phaseDays = assessment.phases.map { axisDays(of: $0.phase, calendar: calendar) }
    let axis = ganttAxis(plan: plan, assessment: assessment, phases: phaseDays.compactMap(\.self))
    let today = assessment.day.flatMap { axis.contains($0) ? $0 : nil }
    let phases = zip(assessment.phases, phaseDays).map { phase, days in
        phaseReport(phase, days: days, axis: axis, calendar: calendar, zone: zone, current: current)
    }
    let placed = phases.enumerated().filter { $0.element.bar != nil }
        .sorted { ($0.element.firstDay ?? 0, $0.offset) < ($1.element.firstDay ?? 0, $1.offset) }.map(\.element)
    let ramps = rampReports(assessment.flags, axis: axis)
    return GanttReport(
        description: description(phases: phases.count, flags: assessment.flags.count, axis: axis, today: today),
        ticks: axis.ticks(today: today), dates: dateTicks(axis, calendar: calendar, zone: zone),
        weekends: weekends(axis, calendar: calendar), todayPercent: today.map(axis.middle),
        todayLabel: today.map { "Today, day \($0)" }, placed: placed, unplaced: phases.filter { $0.bar == nil },
        gates: gateReports(plan: plan, assessment: assessment, axis: axis, zone: zone),
        ramps: Array(ramps.prefix(ramps.count <= shownRamps + 3 ? ramps.count : shownRamps)),
        moreRamps: ramps.count <= shownRamps + 3 ? [] : Array(ramps.dropFirst(shownRamps)),
        dayless: assessment.flags.filter { $0.stages.isEmpty }.map(\.flag.name),
        days: dayReports(plan: plan, assessment: assessment, zone: zone))
}

/// All days that a phase, a flag or a day of the plan stands on, from day 1 on at least.
private func ganttAxis(plan: Plan, assessment: Assessment, phases: [ClosedRange<Int>]) -> DayAxis {
    let days =
        phases.flatMap { [$0.lowerBound, $0.upperBound] } + plan.days.map(\.number)
        + assessment.flags.flatMap { $0.stages.map(\.day) }
    let near = days.filter { abs($0) < 100_000 }
    guard let first = near.min(), let last = near.max() else { return DayAxis(first: 1, count: 0) }
    return DayAxis(first: min(first, 1), count: min(last - min(first, 1) + 1, 100_000))
}

/// Mondays, as many as there is room for; the first day of the axis where it has none.
private func dateTicks(_ axis: DayAxis, calendar: PlanCalendar?, zone: PlanZone) -> [GanttReport.DateTick] {
    guard let calendar, axis.count > 0 else { return [] }
    let days = axis.first..<axis.first + axis.count
    let mondays = days.filter { calendar.date(ofDay: $0).isoWeekday == 1 }
    let step = max(1, (mondays.count + 3) / 4)
    let chosen = stride(from: 0, to: mondays.count, by: step).map { mondays[$0] }
    let shown = chosen.isEmpty ? [axis.first] : chosen.filter { axis.start($0) <= 82 || chosen.count == 1 }
    return shown.map { day in
        let date = calendar.date(ofDay: day)
        return .init(position: min(axis.start(day), 80), label: "\(zone.weekday(date)) \(zone.shortDate(date))")
    }
}

/// Saturdays with their Sundays; none where they are no days of the plan, or too many to be seen.
private func weekends(_ axis: DayAxis, calendar: PlanCalendar?) -> [GanttReport.Stretch] {
    guard let calendar, !calendar.workingDaysOnly, axis.count <= 200 else { return [] }
    var stretches: [(first: Int, count: Int)] = []
    for day in axis.first..<axis.first + axis.count where calendar.date(ofDay: day).isWeekend {
        if let last = stretches.last, last.first + last.count == day {
            stretches[stretches.count - 1].count += 1
        } else {
            stretches.append((day, 1))
        }
    }
    return stretches.map {
        .init(start: axis.start($0.first), width: rounded(Double($0.count) / Double(axis.count) * 100))
    }
}

private func rampReports(_ flags: [FlagAssessment], axis: DayAxis) -> [GanttReport.Ramp] {
    let placed = flags.enumerated().filter { !$0.element.stages.isEmpty }.sorted {
        ($0.element.stages[0].day, $0.offset) < ($1.element.stages[0].day, $1.offset)
    }
    return placed.map { _, flag in
        let steps = flag.stages.filter { axis.contains($0.day) }
        return GanttReport.Ramp(
            name: flag.flag.name, status: Status(flag.verdict),
            // Switched on without a percentage is on for all who come.
            steps: steps.map { .init(start: axis.start($0.day), percent: heldPercent($0.percent ?? 100)) },
            reports: flag.reports.filter { axis.contains($0.day) }.map {
                .init(position: axis.middle($0.day), percent: heldPercent($0.percent))
            },
            text: sentenceStart(
                flag.stages.map { "day \($0.day): \($0.percent.map(percentText) ?? "on")" }.joined(separator: " · ")))
    }
}

private func heldPercent(_ percent: Double) -> Double { percent.isFinite ? rounded(min(max(percent, 0), 100)) : 0 }

private func sentenceStart(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

private func dayReports(plan: Plan, assessment: Assessment, zone: PlanZone) -> [GanttReport.Day] {
    let calendar = assessment.clock.calendar
    let items = itemsByPlace(assessment)
    return plan.days.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
        .map { _, day in
            var percents: [String] = []
            for percent in day.percents.map({ percentText($0.value) }) where !percents.contains(percent) {
                percents.append(percent)
            }
            let tasks = day.tasks.compactMap { items[$0.span] }
            return GanttReport.Day(
                number: day.number, date: calendar.map { zone.longDate($0.date(ofDay: day.number)) },
                title: day.title, percent: percents.isEmpty ? "–" : percents.joined(separator: " or "),
                progress: tasks.isEmpty ? nil : progress(tasks), isToday: day.number == assessment.day)
        }
}

private func description(phases: Int, flags: Int, axis: DayAxis, today: Int?) -> String {
    let what = [counted(phases, "phase"), flags > 0 ? counted(flags, "flag") : nil].compactMap(\.self)
        .joined(separator: " and ")
    guard axis.count > 0 else { return "\(what), none with a day" }
    let days = "\(what) over \(counted(axis.count, "day"))"
    return today.map { "\(days); today is day \($0)" } ?? days
}
