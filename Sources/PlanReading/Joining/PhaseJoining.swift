import Plan
import SourceText

/// Phases joined from every place that tells of them, and the way from a heading to its phase.
struct JoinedPhases {
    private(set) var phases: [Phase] = []
    private var ids: [PhaseKey: PhaseIDs] = [:]

    private struct PhaseKey: Hashable {
        let keyword: String
        let key: String

        init(_ heading: PhaseHeading) { (keyword, key) = (heading.keyword, heading.key) }
    }
    /// Ids of the phases of one word and number.
    private struct PhaseIDs {
        let first: String
        /// The first of each document.
        var byPath: [String: String]
    }

    init(_ sightings: [PhaseSighting]) {
        let sightings = PhaseHomes(sightings).sightings
        var groups: [[PhaseSighting]] = []
        var namesakes: [PhaseKey: PhaseNamesakes] = [:]
        var keywords: [String: Int] = [:]
        var ranks = PhaseRanks()
        for sighting in sightings {
            let key = PhaseKey(sighting.heading)
            keywords[key.keyword] = keywords[key.keyword] ?? keywords.count
            let group = namesakes[key, default: PhaseNamesakes()].add(sighting, next: groups.count)
            if group < groups.count {
                groups[group].append(sighting)
            } else {
                groups.append([sighting])
            }
            ranks.add(sighting, group: group)
        }
        var names = UniqueNames()
        let joined = groups.enumerated().map { index, group in
            let id = names.unique(JoinedPhases.id(group[0].heading))
            for sighting in group { remember(sighting, id: id) }
            return (phase: JoinedPhases.joined(group, id: id), rank: ranks.ofGroup[index])
        }
        // Stages and waves are counted for themselves: they follow the phases, or whatever the first document begins with.
        phases = joined.sorted {
            (keywords[$0.phase.keyword] ?? 0, $0.rank, $0.phase.span)
                < (keywords[$1.phase.keyword] ?? 0, $1.rank, $1.phase.span)
        }.map(\.phase)
    }

    /// Id of the phase that a heading of a document belongs to.
    func id(of heading: PhaseHeading?, in path: String) -> String? {
        guard let heading,
            let found = ids[PhaseKey(heading)] ?? (heading.isPart ? ids[PhaseKey(heading.asWhole)] : nil)
        else { return nil }
        return found.byPath[path] ?? found.first
    }

    private mutating func remember(_ sighting: PhaseSighting, id: String) {
        let key = PhaseKey(sighting.heading)
        if ids[key, default: PhaseIDs(first: id, byPath: [:])].byPath[sighting.path] == nil {
            ids[key, default: PhaseIDs(first: id, byPath: [:])].byPath[sighting.path] = id
        }
    }

    /// `phase-4`, `wave-b`, `t-minus-3`, or the name in small letters.
    private static func id(_ heading: PhaseHeading) -> String {
        if heading.keyword == "countdown", let label = heading.label {
            let sign = label.contains("+") ? "plus" : "minus"
            return slug(label.prefix(1) + " \(sign) " + label.dropFirst(2))
        }
        return heading.isCounted ? "\(heading.keyword)-\(slug(heading.key))" : slug(heading.name.value)
    }

    /// The weightiest sighting of the leading document defines the phase.
    private static func joined(_ group: [PhaseSighting], id: String) -> Phase {
        let leading = group.first?.path
        let main = group.filter { $0.path == leading }.max { $0.weight < $1.weight } ?? group[0]
        let ordered = [main] + group.filter { $0.span != main.span }
        let named = ordered.first(where: \.statesName) ?? main
        let names = ordered.filter { $0.statesName || $0.role == .heading }.map(\.heading.name)
        return Phase(
            id: id, name: named.heading.name.value, number: main.heading.number, label: main.heading.label,
            keyword: main.heading.keyword, span: main.span, names: names.isEmpty ? [main.heading.name] : names,
            schedules: ordered.flatMap(\.schedules),
            durations: ordered.flatMap(\.durations), risks: ordered.flatMap(\.risks),
            rollbackTimes: ordered.flatMap(\.rollbackTimes), percents: ordered.flatMap(\.percents))
    }
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
    /// - Returns: The number of the phase that the place tells of; `next` when it is a new one.
    mutating func add(_ sighting: PhaseSighting, next: Int) -> Int {
        let words = Set(coreWords(sighting.heading.name.value, without: ["phase"]))
        let range = sighting.schedules.first?.value.range
        let known =
            words.compactMap { byWord[$0] } + [byPath[sighting.path], range.flatMap { byRange[$0] }].compactMap(\.self)
        let group = known.min() ?? next
        byPath[sighting.path] = group
        for word in words { byWord[word] = group }
        if let range { byRange[range] = group }
        return group
    }
}

/// Where phases stand among those of their word: by number or letter; one without either behind the one that its document
/// heads before it.
private struct PhaseRanks {
    private(set) var ofGroup: [Double] = []
    private var last: [String: Double] = [:]

    mutating func add(_ sighting: PhaseSighting, group: Int) {
        let rank = sighting.heading.order ?? (last[sighting.path] ?? -1) + 0.001
        if sighting.role == .heading || sighting.heading.order == nil { last[sighting.path] = rank }
        if group == ofGroup.count { ofGroup.append(rank) }
    }
}
