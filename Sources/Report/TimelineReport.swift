import Assessment
package import Plan

/// Where the plan is: its phases, with bars where they are counted in days.
package struct TimelineReport: Sendable {
    package let phases: [PhaseReport]
    /// Labels of the day axis; empty when no phase can be placed on days.
    package let ticks: [Tick]
    /// Middle of today, in percent of the axis; nil when today is not on it.
    package let todayPercent: Double?
    /// `Today, day 8`; nil when today is not on the axis.
    package let todayLabel: String?
    /// The chart in a sentence.
    package let description: String

    package struct Tick: Sendable {
        package let label: String
        /// Middle of the day, in percent of the axis.
        package let percent: Double
        /// Start of the day, in percent of the axis.
        package let startPercent: Double
        package let isToday: Bool
    }
}

package struct PhaseReport: Sendable {
    package let id: String
    /// `Phase 4`, or nil when the phase has no number.
    package let label: String?
    package let name: String
    /// `Day 6–10`, or the schedule as printed; nil when there is none.
    package let when: String?
    /// `30 Nov – 4 Dec 2026`; nil without a start date.
    package let dates: String?
    /// The same dates, both included.
    package let dateSpan: ClosedRange<CivilDate>?
    /// The contract's word: `in progress`.
    package let verdict: String
    package let status: Status
    package let reason: String
    package let passed: Int
    package let total: Int
    /// `22 of 41 items`, `5 of 5 items, 1 skipped`; nil when it has none.
    package let progress: String?
    package let firstDay: Int?
    package let lastDay: Int?
    package let bar: Bar?
    package let isCurrent: Bool

    /// All in percent of the axis.
    package struct Bar: Sendable {
        package let start: Double
        package let width: Double
        /// Length of the part that is done.
        package let done: Double
    }
}

func timelineReport(plan: Plan, assessment: Assessment, current: Phase?, zone: PlanZone) -> TimelineReport {
    let calendar = assessment.clock.calendar
    let days = assessment.phases.map { axisDays(of: $0.phase, calendar: calendar) }
    let placed = days.compactMap(\.self)
    let first = min(placed.map(\.lowerBound).min() ?? 1, 1)
    let last = placed.isEmpty ? 0 : max(placed.map(\.upperBound).max() ?? 1, plan.lastDay ?? 1)
    let axis = DayAxis(first: first, count: placed.isEmpty ? 0 : min(last - first + 1, 100_000))
    let today = assessment.day.flatMap { axis.contains($0) ? $0 : nil }
    return TimelineReport(
        phases: zip(assessment.phases, days).map { phase, days in
            phaseReport(phase, days: days, axis: axis, calendar: calendar, zone: zone, current: current)
        },
        ticks: axis.ticks(today: today), todayPercent: today.map(axis.middle),
        todayLabel: today.map { "Today, day \($0)" },
        description: description(phases: assessment.phases.count, axis: axis, today: today))
}

/// The days that the chart covers.
struct DayAxis {
    let first: Int
    let count: Int

    func contains(_ day: Int) -> Bool { day >= first && day < first + count }
    func start(_ day: Int) -> Double { rounded(Double(day - first) / Double(max(count, 1)) * 100) }
    func middle(_ day: Int) -> Double { rounded((Double(day - first) + 0.5) / Double(max(count, 1)) * 100) }

    /// As many labels as a phone of 320 pixels has room for, at steps that people count in; today always has one, and
    /// neighbours give way to it.
    func ticks(today: Int?) -> [TimelineReport.Tick] {
        guard count > 0 else { return [] }
        let last = first + count - 1
        let room = last < 100 ? 15 : last < 1000 ? 9 : 6
        let step = [1, 2, 5, 7, 14, 28, 91, 182, 365].first { count <= $0 * room } ?? (count + room - 1) / room
        var days = stride(from: first, to: first + count, by: max(step, 1)).map(\.self)
        if let today, !days.contains(today) {
            days.removeAll { abs($0 - today) * 2 < step + 1 }
            days.append(today)
            days.sort()
        }
        return days.map {
            .init(label: String($0), percent: middle($0), startPercent: start($0), isToday: $0 == today)
        }
    }
}

func phaseReport(
    _ assessment: PhaseAssessment, days: ClosedRange<Int>?, axis: DayAxis, calendar: PlanCalendar?, zone: PlanZone,
    current: Phase?
) -> PhaseReport {
    let phase = assessment.phase
    let bar = days.map { days in
        let start = axis.start(days.lowerBound)
        let width = rounded(Double(days.count) / Double(max(axis.count, 1)) * 100)
        let share = assessment.verdict == .done ? 1 : fraction(assessment.passedItems, of: assessment.totalItems)
        return PhaseReport.Bar(start: start, width: width, done: rounded(width * share))
    }
    let span = days.flatMap { days in
        calendar.map { $0.date(ofDay: days.lowerBound)...$0.date(ofDay: days.upperBound) }
    }
    return PhaseReport(
        id: phase.id, label: phase.number == nil ? nil : phase.title, name: phase.name,
        when: phase.days.map(daysText) ?? phase.schedules.first?.value.text,
        dates: span.map { dateRange($0.lowerBound, $0.upperBound, zone: zone) }, dateSpan: span,
        verdict: assessment.verdict.rawValue, status: Status(assessment), reason: sentence(assessment.reason),
        passed: assessment.passedItems, total: assessment.totalItems,
        progress: assessment.totalItems == 0
            ? nil
            : "\(assessment.passedItems) of \(counted(assessment.totalItems, "item"))"
                + (assessment.skippedItems > 0 ? ", \(assessment.skippedItems) skipped" : ""),
        firstDay: days?.lowerBound, lastDay: days?.upperBound, bar: bar, isCurrent: phase.id == current?.id)
}

/// Days of the plan on which a phase runs; weeks are counted in days, calendar dates placed by the calendar.
func axisDays(of phase: Phase, calendar: PlanCalendar?) -> ClosedRange<Int>? {
    if let days = phase.days { return days }
    guard let schedule = phase.schedules.first?.value, !schedule.relative, let range = schedule.range,
        range.lowerBound >= 0, range.upperBound < 100_000
    else { return nil }
    let (low, high) = (Int(range.lowerBound), Int(range.upperBound))
    switch schedule.unit {
    case .week where low >= 1:
        let length = calendar?.workingDaysOnly == true ? 5 : 7
        return ((low - 1) * length + 1)...(high * length)
    case .date:
        guard let calendar else { return nil }
        let first = calendar.day(on: CivilDate(daysSinceEpoch: low))
        let last = calendar.day(on: CivilDate(daysSinceEpoch: high))
        return first <= last && abs(first) < 10_000 && abs(last) < 10_000 ? first...last : nil
    default: return nil
    }
}

/// `Day 3`, `Day 6–10`.
private func daysText(_ days: ClosedRange<Int>) -> String {
    days.count == 1 ? "Day \(days.lowerBound)" : "Day \(days.lowerBound)–\(days.upperBound)"
}

private func dateRange(_ first: CivilDate, _ last: CivilDate, zone: PlanZone) -> String {
    if first == last { return zone.longDate(first) }
    guard first.year == last.year else { return "\(zone.longDate(first)) – \(zone.longDate(last))" }
    let short = zone.longDate(first).split(separator: " ").dropLast().joined(separator: " ")
    if first.month == last.month { return "\(first.day)–\(zone.longDate(last))" }
    return "\(short) – \(zone.longDate(last))"
}

func fraction(_ part: Int, of total: Int) -> Double { total > 0 ? min(1, Double(part) / Double(total)) : 0 }

private func description(phases: Int, axis: DayAxis, today: Int?) -> String {
    guard axis.count > 0 else { return counted(phases, "phase") }
    let days = "\(counted(phases, "phase")) over \(counted(axis.count, "day"))"
    return today.map { "\(days); today is day \($0)" } ?? days
}
