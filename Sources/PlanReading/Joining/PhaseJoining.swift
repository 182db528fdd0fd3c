import Plan
import SourceText

/// Phases joined from every place that tells of them, and the way from a heading to its phase.
struct JoinedPhases {
    private(set) var phases: [Phase] = []
    private var ids: [PhaseKey: [(path: String, words: Set<String>, id: String)]] = [:]

    private struct PhaseKey: Hashable {
        let keyword: String
        let number: Double
    }

    init(_ sightings: [PhaseSighting]) {
        var groups: [[PhaseSighting]] = []
        var candidates: [PhaseKey: [Int]] = [:]
        var keywords: [String: Int] = [:]
        for sighting in sightings {
            let key = PhaseKey(keyword: sighting.heading.keyword, number: sighting.heading.number ?? -1)
            keywords[key.keyword] = keywords[key.keyword] ?? keywords.count
            let same = candidates[key, default: []].first { index in
                groups[index].contains { JoinedPhases.isSame($0, sighting) }
            }
            if let same {
                groups[same].append(sighting)
            } else {
                candidates[key, default: []].append(groups.count)
                groups.append([sighting])
            }
        }
        var names = UniqueNames()
        phases = groups.map { group in
            let id = names.unique(JoinedPhases.id(group[0].heading))
            for sighting in group { remember(sighting, id: id) }
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
            let candidates = ids[PhaseKey(keyword: heading.keyword, number: number)]
        else { return nil }
        return (candidates.first { $0.path == path } ?? candidates.first)?.id
    }

    private mutating func remember(_ sighting: PhaseSighting, id: String) {
        guard let number = sighting.heading.number else { return }
        let key = PhaseKey(keyword: sighting.heading.keyword, number: number)
        ids[key, default: []].append((sighting.path, Set(coreWords(sighting.heading.name.value)), id))
    }

    /// Same word and number. In another document the name or the schedule must agree too: two plans may lie in one folder.
    private static func isSame(_ left: PhaseSighting, _ right: PhaseSighting) -> Bool {
        guard left.heading.keyword == right.heading.keyword, left.heading.number == right.heading.number else {
            return false
        }
        if left.path == right.path { return true }
        let words = Set(coreWords(left.heading.name.value, without: ["phase"]))
        let others = Set(coreWords(right.heading.name.value, without: ["phase"]))
        return !words.isDisjoint(with: others)
            || left.schedules.first?.value.range.map { $0 == right.schedules.first?.value.range } ?? false
    }

    private static func id(_ heading: PhaseHeading) -> String {
        heading.number.map { "\(heading.keyword)-\(formatNumber($0))" } ?? slug(heading.name.value)
    }

    /// The weightiest sighting of the leading document defines the phase.
    private static func joined(_ group: [PhaseSighting], id: String) -> Phase {
        let leading = group.first?.path
        let main = group.filter { $0.path == leading }.max { $0.weight < $1.weight } ?? group[0]
        let ordered = [main] + group.filter { $0.span != main.span }
        return Phase(
            id: id, name: main.heading.name.value, number: main.heading.number, keyword: main.heading.keyword,
            span: main.span, names: ordered.map(\.heading.name), schedules: ordered.flatMap(\.schedules),
            durations: ordered.flatMap(\.durations), risks: ordered.flatMap(\.risks),
            rollbackTimes: ordered.flatMap(\.rollbackTimes), percents: ordered.compactMap(\.heading.percent))
    }
}
