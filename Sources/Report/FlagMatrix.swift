import Assessment
import Plan

/// Which flag is planned at which percentage on which day, and what was reported of it.
package struct FlagMatrix: Sendable {
    package struct Column: Sendable {
        package let day: Int
        /// `30 Nov`; nil without a start date.
        package let date: String?
        package let isToday: Bool
    }

    package struct Cell: Sendable, Hashable {
        /// `60%`, `on`; `–` before the first stage.
        package let planned: String
        /// How dark the cell is, from 0 to 5.
        package let shade: Int
        /// `20%`; nil when nothing reports that day.
        package let actual: String?
        /// How the report stands to what was planned for that day; nil without a report.
        package let comparison: Comparison?
        package let isToday: Bool

        package enum Comparison: String, Sendable { case same, behind, ahead }
    }

    package struct Row: Sendable {
        package let flag: FlagReport
        package let cells: [Cell]
    }

    package struct Wave: Sendable {
        package let name: String
        package let text: String
    }

    package let columns: [Column]
    /// Flags with days, by their first.
    package let rows: [Row]
    /// Flags that no document gives a day.
    package let dayless: [FlagReport]
    /// The groups of users in the order in which they get the change.
    package let waves: [Wave]
    /// That not every day is shown; nil when each is.
    package let note: String?
}

/// So many days are shown each; of more only those on which something changes.
private let mostDays = 62

func flagMatrix(plan: Plan, assessment: Assessment, flags: [FlagReport], zone: PlanZone) -> FlagMatrix {
    let reports = Dictionary(flags.map { ($0.name, $0) }) { first, _ in first }
    let placed = assessment.flags.enumerated().filter { !$0.element.stages.isEmpty }.sorted {
        ($0.element.stages[0].day, $0.offset) < ($1.element.stages[0].day, $1.offset)
    }.map(\.element)
    let (days, isAll) = matrixDays(plan: plan, assessment: assessment, flags: placed)
    let calendar = assessment.clock.calendar
    return FlagMatrix(
        columns: days.map { day in
            .init(
                day: day, date: calendar.map { zone.shortDate($0.date(ofDay: day)) }, isToday: day == assessment.day)
        },
        rows: placed.compactMap { flag in
            reports[flag.flag.name].map { .init(flag: $0, cells: cells(flag, days: days, today: assessment.day)) }
        },
        dayless: assessment.flags.filter { $0.stages.isEmpty }.compactMap { reports[$0.flag.name] },
        waves: plan.userWaves.sorted { $0.order < $1.order }.map { .init(name: $0.name, text: $0.text) },
        note: isAll ? nil : "Of many days only those on which a flag moves, those with a report, and today.")
}

private func matrixDays(plan: Plan, assessment: Assessment, flags: [FlagAssessment]) -> (days: [Int], isAll: Bool) {
    let stages = flags.flatMap { $0.stages.map(\.day) }
    guard let first = stages.min(), let last = stages.max() else { return ([], true) }
    let end = max(last, min(plan.lastDay ?? last, last + 7))
    let reported = flags.flatMap { $0.reports.map(\.day) }.filter { $0 >= first && $0 <= end }
    let today = assessment.day.flatMap { $0 >= first && $0 <= end ? $0 : nil }
    if end - first < mostDays { return (Array(first...end), true) }
    return (Set(stages + reported + [today].compactMap(\.self)).sorted(), false)
}

/// One for each day, the days ascending.
private func cells(_ flag: FlagAssessment, days: [Int], today: Int?) -> [FlagMatrix.Cell] {
    let reports = Dictionary(flag.reports.map { ($0.day, $0.percent) }) { _, last in last }
    var next = 0
    var due: FlagAssessment.DueStage?
    return days.map { day in
        while next < flag.stages.count, flag.stages[next].day <= day {
            due = flag.stages[next]
            next += 1
        }
        let actual = reports[day]
        return FlagMatrix.Cell(
            planned: due.map { $0.percent.map(percentText) ?? "on" } ?? "–", shade: shade(due),
            actual: actual.map(percentText), comparison: actual.flatMap { comparison($0, due) }, isToday: day == today)
    }
}

private func shade(_ due: FlagAssessment.DueStage?) -> Int {
    guard let due else { return 0 }
    let percent = due.percent ?? 100
    return percent > 0 ? min(5, Int((min(max(percent, 0), 100) / 20).rounded(.up))) : 0
}

/// nil where the plan gives no number.
private func comparison(_ actual: Double, _ due: FlagAssessment.DueStage?) -> FlagMatrix.Cell.Comparison? {
    guard let due else { return actual > 0 ? .ahead : .same }
    guard let planned = due.percent else { return nil }
    return abs(actual - planned) <= 1e-9 ? .same : actual < planned ? .behind : .ahead
}
