import Plan
import SourceText

/// Phases joined from every place that tells of them, and the way from a heading to its phase.
struct JoinedPhases: Sendable {
    private(set) var phases: [Phase] = []
    private var ids: [PhaseKey: PhaseIDs] = [:]

    private struct PhaseKey: Hashable, Sendable {
        let keyword: String
        let key: String

        init(_ heading: PhaseHeading) { (keyword, key) = (heading.keyword, heading.key) }
    }
    /// Ids of the phases of one word and number.
    private struct PhaseIDs: Sendable {
        let first: String
        /// The first of each document.
        private(set) var byPath: [String: String] = [:]

        init(first: String) { self.first = first }

        mutating func add(_ id: String, in path: String) {
            if byPath[path] == nil { byPath[path] = id }
        }
    }

    init(_ sightings: [PhaseSighting]) {
        let sightings = PhaseHomes(sightings).sightings
        var groups: [[JoinedSighting]] = []
        var namesakes: [PhaseKey: PhaseNamesakes] = [:]
        var keywords: [String: Int] = [:]
        var ranks = PhaseRanks()
        for sighting in sightings {
            let key = PhaseKey(sighting.heading)
            keywords[key.keyword] = keywords[key.keyword] ?? keywords.count
            let (group, reason) = namesakes[key, default: PhaseNamesakes()].add(sighting, next: groups.count)
            let joined = JoinedSighting(sighting: sighting, reason: reason)
            if group < groups.count { groups[group].append(joined) } else { groups.append([joined]) }
            ranks.add(sighting, group: group)
        }
        var names = UniqueNames()
        let joined = groups.enumerated().map { index, group in
            let id = names.unique(JoinedPhases.id(group[0].sighting.heading))
            for place in group { remember(place.sighting, id: id) }
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
        ids[PhaseKey(sighting.heading), default: PhaseIDs(first: id)].add(id, in: sighting.path)
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
    private static func joined(_ group: [JoinedSighting], id: String) -> Phase {
        let leading = group.first?.sighting.path
        let first =
            group.filter { $0.sighting.path == leading }.max { $0.sighting.weight < $1.sighting.weight } ?? group[0]
        let main = first.sighting
        let others = group.filter { $0.sighting.span != main.span }
        let ordered = [main] + others.map(\.sighting)
        let named = ordered.first(where: \.statesName) ?? main
        // The place that came first has no reason of its own: it is one with the main one for that one's.
        let naming = others.filter { $0.sighting.statesName || $0.sighting.role == .heading }
        let joins = [nil] + naming.map { $0.reason ?? first.reason }
        return Phase(
            id: id, name: named.heading.name.value, number: main.heading.number, label: main.heading.label,
            keyword: main.heading.keyword, span: main.span,
            names: [main.heading.name] + naming.map(\.sighting.heading.name),
            schedules: ordered.flatMap(\.schedules),
            durations: ordered.flatMap(\.durations), risks: ordered.flatMap(\.risks),
            rollbackTimes: ordered.flatMap(\.rollbackTimes), percents: ordered.flatMap(\.percents), joins: joins)
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
    /// The only phase so far, with the folder of its first place and whether no place names it.
    private var only: (group: Int, folder: Substring, isBare: Bool)?
    private var areSeveral = false

    /// Takes a place in.
    ///
    /// - Parameter next: The number that a new phase gets.
    /// - Returns: The number of the phase that the place tells of, with the reason; `next` when it is a new one.
    mutating func add(_ sighting: PhaseSighting, next: Int) -> (group: Int, reason: JoinReason?) {
        let words = coreWords(sighting.heading.name.value, without: phaseWord)
        let range = sighting.schedules.first?.value.range
        let byName = words.compactMap { byWord[$0] }.min()
        let byDays = range.flatMap { byRange[$0] }
        let known = [byName, byPath[sighting.path], byDays].compactMap(\.self).min()
        let group = known ?? loneNamesake(of: sighting) ?? next
        let reason: JoinReason? =
            group == byName && !sighting.heading.isCounted
            ? .sameName
            : group == byName
                ? .sameNumberAndName
                : group == byPath[sighting.path]
                    ? .sameNumber
                    : group == byDays
                        ? .sameNumberAndDays
                        : group == next ? nil : .sameNumber
        let isBare = !sighting.heading.isNamed
        if let first = only {
            areSeveral = areSeveral || group != first.group
            only = (first.group, first.folder, first.isBare && (isBare || group != first.group))
        } else {
            only = (group, PlanFolders.chain(sighting.path)[0], isBare)
        }
        byPath[sighting.path] = group
        for word in words { byWord[word] = group }
        if let range { byRange[range] = group }
        return (group, reason)
    }

    /// `Wave 1` alone over a list of the same folder is the wave that another document names.
    private func loneNamesake(of sighting: PhaseSighting) -> Int? {
        guard let only, !areSeveral, only.isBare || !sighting.heading.isNamed, sighting.heading.isCounted,
            sighting.schedules.isEmpty || only.isBare, only.folder == PlanFolders.chain(sighting.path)[0]
        else { return nil }
        return only.group
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

/// Says of a phase's name no more than that it is one.
private let phaseWord: Set<String> = ["phase"]
