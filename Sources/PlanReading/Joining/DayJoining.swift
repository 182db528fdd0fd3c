import Plan
import SourceText

/// Days joined by their number. Where one document counts its days anew in each phase or week, each stays its own.
///
/// Days of two plans, two environments or two phases are two days.
func joinDays(_ sightings: [DaySighting], _ phases: JoinedPhases, _ scopes: ScopeIndex) -> [PlanDay] {
    let single = sightings.filter { $0.heading.number == $0.heading.lastNumber }
    var restarting: Set<String> = []
    var seen: [String: Set<Int>] = [:]
    for sighting in single where !seen[sighting.path, default: []].insert(sighting.heading.number).inserted {
        restarting.insert(sighting.path)
    }
    var groups: [[DaySighting]] = []
    var byNumber: [Int: [Int]] = [:]
    func isSame(_ left: DaySighting, _ right: DaySighting) -> Bool {
        let (mine, other) = (
            phases.id(of: left.phaseNumber, in: left.path), phases.id(of: right.phaseNumber, in: right.path)
        )
        return (mine == nil || other == nil || mine == other) && scopes.mayBeOneSubject(left.span, right.span)
    }
    for sighting in single {
        let candidates = byNumber[sighting.heading.number, default: []].prefix(mostPlans)
        if !restarting.contains(sighting.path), let index = candidates.first(where: { isSame(groups[$0][0], sighting) })
        {
            groups[index].append(sighting)
        } else {
            if !restarting.contains(sighting.path) {
                byNumber[sighting.heading.number, default: []].append(groups.count)
            }
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

/// A folder with more plans than these is read, but its further days are held against none.
private let mostPlans = 64
