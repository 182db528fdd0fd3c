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
    var groups: [DayGroup] = []
    var byNumber: [Int: [Int]] = [:]
    for sighting in single {
        let place = DayPlace(
            phase: phases.id(of: sighting.phaseNumber, in: sighting.path), scope: scopes.scope(at: sighting.span))
        guard !restarting.contains(sighting.path) else {
            groups.append(DayGroup(sightings: [sighting], place: place))
            continue
        }
        let candidates = byNumber[sighting.heading.number, default: []]
        if let index = candidates.first(where: { mayBeOneDay(groups[$0].place, place, scopes) }) {
            groups[index].sightings.append(sighting)
        } else {
            if candidates.count < mostPlans { byNumber[sighting.heading.number, default: []].append(groups.count) }
            groups.append(DayGroup(sightings: [sighting], place: place))
        }
    }
    let numbers = Set(groups.lazy.filter { $0.place.phase == nil }.map(\.main.heading.number))
    let phaseOfDay = firstPhases(of: numbers, phases.phases)
    return groups.map { group in
        let main = group.main
        return PlanDay(
            number: main.heading.number, title: main.heading.title, span: main.span,
            mentions: group.sightings.map { Claim($0.heading.title, at: $0.span, .heading) },
            percents: group.sightings.compactMap(\.heading.percent),
            dates: group.sightings.compactMap(\.heading.date),
            phase: group.place.phase ?? phaseOfDay[main.heading.number],
            filings: group.sightings.compactMap { sighting in
                phases.id(of: sighting.phaseNumber, in: sighting.path).map {
                    Claim($0, at: sighting.heading.numberSpan, .heading)
                }
            },
            timeBlocks: group.sightings.flatMap(\.timeBlocks), tasks: group.sightings.flatMap(\.tasks))
    }
    .sorted { ($0.number, $0.span) < ($1.number, $1.span) }
}

/// A folder with more plans than these is read, but its further days are held against none.
private let mostPlans = 64

/// A day in all the places that tell of it.
private struct DayGroup {
    /// Never empty.
    var sightings: [DaySighting]
    /// That of the first.
    let place: DayPlace

    var main: DaySighting { sightings[0] }
}

/// What tells a day from another one of its number.
private struct DayPlace {
    /// Id of the phase whose section holds the day.
    let phase: String?
    let scope: FactScope
}

private func mayBeOneDay(_ left: DayPlace, _ right: DayPlace, _ scopes: ScopeIndex) -> Bool {
    (left.phase == nil || right.phase == nil || left.phase == right.phase)
        && scopes.mayBeOneSubject(left.scope, right.scope)
}

/// For each day the id of the first phase whose schedule holds it.
///
/// Each phase takes the days that no earlier one has taken, so that the work does not grow with phases times days.
private func firstPhases(of numbers: Set<Int>, _ phases: [Phase]) -> [Int: String] {
    let sorted = numbers.sorted()
    // For each day, where to look for the next one that is free.
    var next = Array(0...sorted.count)
    var found: [Int: String] = [:]
    for phase in phases {
        guard let days = phase.days else { continue }
        var index = free(from: sorted.countOfLeading { $0 < days.lowerBound }, &next)
        while index < sorted.count, sorted[index] <= days.upperBound {
            found[sorted[index]] = phase.id
            next[index] = index + 1
            index = free(from: index + 1, &next)
        }
    }
    return found
}

/// The first index from the given one on that is not taken; the way there is shortened for the next time.
private func free(from start: Int, _ next: inout [Int]) -> Int {
    var index = start
    while next[index] != index {
        next[index] = next[next[index]]
        index = next[index]
    }
    return index
}
