import Plan
import SourceText

/// Days joined by their number. Where one document counts its days anew in each phase or week, each stays its own.
func joinDays(_ sightings: [DaySighting], _ phases: JoinedPhases) -> [PlanDay] {
    let single = sightings.filter { $0.heading.number == $0.heading.lastNumber }
    var restarting: Set<String> = []
    var seen: [String: Set<Int>] = [:]
    for sighting in single where !seen[sighting.path, default: []].insert(sighting.heading.number).inserted {
        restarting.insert(sighting.path)
    }
    var groups: [[DaySighting]] = []
    var byNumber: [Int: Int] = [:]
    for sighting in single {
        if !restarting.contains(sighting.path), let index = byNumber[sighting.heading.number] {
            groups[index].append(sighting)
        } else {
            if !restarting.contains(sighting.path) { byNumber[sighting.heading.number] = groups.count }
            groups.append([sighting])
        }
    }
    let phaseDays = phases.phases.compactMap { phase in phase.days.map { (days: $0, id: phase.id) } }
    return groups.map { group in
        let main = group[0]
        let phase =
            phases.id(of: main.phaseNumber, in: main.path)
            ?? phaseDays.first { $0.days.contains(main.heading.number) }?.id
        return PlanDay(
            number: main.heading.number, title: main.heading.title, span: main.span,
            mentions: group.map { Claim($0.heading.title, at: $0.span, .heading) },
            percents: group.compactMap(\.heading.percent),
            dates: group.compactMap(\.heading.date), phase: phase, timeBlocks: group.flatMap(\.timeBlocks),
            tasks: group.flatMap(\.tasks))
    }
    .sorted { ($0.number, $0.span) < ($1.number, $1.span) }
}
