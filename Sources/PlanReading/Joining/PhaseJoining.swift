import Plan
import SourceText

/// Phases joined from every place that tells of them, and the way from a heading to its phase.
struct JoinedPhases: Sendable {
    private(set) var phases: [Phase] = []
    private var ids: [PhaseKey: PhaseIDs] = [:]

    private struct PhaseKey: Hashable, Sendable {
        let keyword: String
        let number: Double
    }
    /// Ids of the phases of one word and number.
    private struct PhaseIDs: Sendable {
        let first: String
        /// The first of each document.
        var byPath: [String: String]
    }

    init(_ sightings: [PhaseSighting]) {
        var groups: [[JoinedSighting]] = []
        var namesakes: [PhaseKey: PhaseNamesakes] = [:]
        var keywords: [String: Int] = [:]
        for sighting in sightings {
            let key = PhaseKey(keyword: sighting.heading.keyword, number: sighting.heading.number ?? -1)
            keywords[key.keyword] = keywords[key.keyword] ?? keywords.count
            let (group, reason) = namesakes[key, default: PhaseNamesakes()].add(sighting, next: groups.count)
            let joined = JoinedSighting(sighting: sighting, reason: reason)
            if group < groups.count { groups[group].append(joined) } else { groups.append([joined]) }
        }
        var names = UniqueNames()
        phases = groups.map { group in
            let id = names.unique(JoinedPhases.id(group[0].sighting.heading))
            for joined in group { remember(joined.sighting, id: id) }
            return JoinedPhases.joined(group, id: id)
        }
        // Stages and waves are counted for themselves: they follow the phases, or whatever the first document begins with.
        phases.sort {
            (keywords[$0.keyword] ?? 0, $0.number ?? .infinity, $0.span)
                < (keywords[$1.keyword] ?? 0, $1.number ?? .infinity, $1.span)
        }
    }

    /// Id of the phase that a heading of a document belongs to.
    func id(of heading: PhaseHeading?, in path: String) -> String? {
        guard let heading, let number = heading.number,
            let found = ids[PhaseKey(keyword: heading.keyword, number: number)]
        else { return nil }
        return found.byPath[path] ?? found.first
    }

    private mutating func remember(_ sighting: PhaseSighting, id: String) {
        guard let number = sighting.heading.number else { return }
        let key = PhaseKey(keyword: sighting.heading.keyword, number: number)
        if ids[key, default: PhaseIDs(first: id, byPath: [:])].byPath[sighting.path] == nil {
            ids[key, default: PhaseIDs(first: id, byPath: [:])].byPath[sighting.path] = id
        }
    }

    private static func id(_ heading: PhaseHeading) -> String {
        heading.number.map { "\(heading.keyword)-\(formatNumber($0))" } ?? slug(heading.name.value)
    }

    /// The weightiest sighting of the leading document defines the phase.
    private static func joined(_ group: [JoinedSighting], id: String) -> Phase {
        let leading = group.first?.sighting.path
        let first =
            group.filter { $0.sighting.path == leading }.max { $0.sighting.weight < $1.sighting.weight } ?? group[0]
        let main = first.sighting
        let others = group.filter { $0.sighting.span != main.span }
        let ordered = [main] + others.map(\.sighting)
        // The place that came first has no reason of its own: it is one with the main one for that one's.
        let joins = [nil] + others.map { $0.reason ?? first.reason }
        return Phase(
            id: id, name: main.heading.name.value, number: main.heading.number, keyword: main.heading.keyword,
            span: main.span, names: ordered.map(\.heading.name), schedules: ordered.flatMap(\.schedules),
            durations: ordered.flatMap(\.durations), risks: ordered.flatMap(\.risks),
            rollbackTimes: ordered.flatMap(\.rollbackTimes), percents: ordered.compactMap(\.heading.percent),
            joins: joins)
    }
}

/// A place that tells of a phase, and why it is this one; nil for the first.
private struct JoinedSighting {
    let sighting: PhaseSighting
    let reason: JoinReason?
}

/// The phases of one word and number, found by what makes a further place tell of one of them.
///
/// In one document word and number are enough. In another one the name or the schedule must agree too: two plans may lie
/// in one folder. Each property leads to the earliest phase that any place gives it, so that a place is never held
/// against every other.
private struct PhaseNamesakes {
    private var byPath: [String: Int] = [:]
    private var byWord: [String: Int] = [:]
    private var byRange: [ClosedRange<Double>: Int] = [:]

    /// Takes a place in.
    ///
    /// - Parameter next: The number that a new phase gets.
    /// - Returns: The number of the phase that the place tells of, with the reason; `next` when it is a new one.
    mutating func add(_ sighting: PhaseSighting, next: Int) -> (group: Int, reason: JoinReason?) {
        let words = Set(coreWords(sighting.heading.name.value, without: ["phase"]))
        let range = sighting.schedules.first?.value.range
        let byName = words.compactMap { byWord[$0] }.min()
        let byDays = range.flatMap { byRange[$0] }
        let group = [byName, byPath[sighting.path], byDays].compactMap(\.self).min() ?? next
        let reason: JoinReason? =
            group == byName
            ? .sameNumberAndName
            : group == byPath[sighting.path] ? .sameNumber : group == byDays ? .sameNumberAndDays : nil
        byPath[sighting.path] = group
        for word in words { byWord[word] = group }
        if let range { byRange[range] = group }
        return (group, reason)
    }
}
