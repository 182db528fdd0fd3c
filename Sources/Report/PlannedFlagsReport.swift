import Assessment
package import Plan
import SourceText

/// What the plan has every flag at on a day, for whoever switches them: neither what is measured nor how it stands.
package struct PlannedFlagsReport: Sendable {
    /// Of the plan; nil without a start date.
    package let day: Int?
    /// That day's date in the plan's zone.
    package let date: CivilDate
    /// In the plan's order.
    package let flags: [PlannedFlag]
    /// User waves whose day has come, in the plan's order.
    package let openWaves: [PlannedWave]
    /// Names of the waves that no day is known of.
    package let wavesWithoutDay: [String]
}

package struct PlannedFlag: Sendable {
    package let name: String
    /// 0 to 100; nil when the plan has none for the day.
    package let percent: Double?
    /// Since which day of the plan.
    package let day: Int?
    /// `40% is planned from day 7`, or why there is no percentage.
    package let reason: String
}

/// A group of users that gets the change before others.
package struct PlannedWave: Sendable {
    /// What an evaluation may call it: as a name of letters and hyphens, and as printed.
    package let names: [String]
}

func plannedFlagsReport(plan: Plan, assessment: Assessment) -> PlannedFlagsReport {
    let waves = plan.userWaves.map { (names: names(of: $0), firstDay: firstDay(of: $0, assessment.clock.calendar)) }
    return PlannedFlagsReport(
        day: assessment.day, date: assessment.clock.today,
        flags: assessment.flags.map { plannedFlag($0, hasDay: assessment.day != nil) },
        openWaves: waves.filter { wave in
            wave.firstDay.flatMap { first in assessment.day.map { first <= $0 } } ?? false
        }.map { PlannedWave(names: $0.names) },
        wavesWithoutDay: waves.filter { $0.firstDay == nil }.compactMap(\.names.first))
}

private func plannedFlag(_ assessment: FlagAssessment, hasDay: Bool) -> PlannedFlag {
    let name = assessment.flag.name
    func unknown(_ reason: String) -> PlannedFlag {
        PlannedFlag(name: name, percent: nil, day: assessment.plannedDay, reason: reason)
    }
    guard hasDay else { return unknown("no start date is known, so no stage of it is due") }
    guard let day = assessment.plannedDay else { return unknown("no stage of it is due yet") }
    guard let planned = assessment.planned else {
        return unknown("the plan switches it on from day \(day), but gives no percentage")
    }
    // Where documents differ, no more users than any of them allows.
    let stated = assessment.flag.stages.filter { $0.day?.value == day }.compactMap(\.percent?.value)
    let percent = min(max(stated.reduce(planned, min), 0), 100)
    let others = distinct(stated.filter { $0 != percent }.sorted().map { percentText($0) })
    let note = others.isEmpty ? "" : ", though the documents also say \(others.joined(separator: ", "))"
    return PlannedFlag(
        name: name, percent: percent, day: day, reason: "\(percentText(percent)) is planned from day \(day)\(note)")
}

/// The wave's name without the time that it may hold (`Internal staff (Day 6)`), and as printed.
private func names(of wave: UserWave) -> [String] {
    let schedule = ScheduleReader(TokenizedText(wave.name)).first()?.schedule.text ?? ""
    let bare = schedule.isEmpty ? wave.name : wave.name.replacing(schedule, with: "")
    var seen: Set<String> = [""]
    return [slug(bare), wave.name.trimmed].filter { seen.insert($0).inserted }
}

/// The day of the plan on which a wave begins, as its name or text says it.
private func firstDay(of wave: UserWave, _ calendar: PlanCalendar?) -> Int? {
    [wave.name, wave.text].lazy.compactMap { ScheduleReader(TokenizedText($0)).first()?.schedule }
        .compactMap { schedule -> Int? in
            guard let start = schedule.range?.lowerBound ?? schedule.openStart, !schedule.relative else { return nil }
            switch schedule.unit {
            case .day: return schedule.firstDay
            case .week where start >= 1: return (Int(start) - 1) * (calendar?.workingDaysOnly == true ? 5 : 7) + 1
            case .date: return calendar?.day(on: CivilDate(daysSinceEpoch: Int(start)))
            default: return nil
            }
        }.first
}
