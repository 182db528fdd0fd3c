import Plan
import SourceText

/// Flags joined over all spellings of their names; what no place makes a flag is left out.
func joinFlags(_ sightings: [FlagSighting], _ phases: JoinedPhases) -> [Flag] {
    var numbers: [String: Int] = [:]
    var groups: [(key: String, members: [Int])] = []
    for index in sightings.indices {
        let key = flagKey(sightings[index].name)
        if let number = numbers[key] {
            groups[number].members.append(index)
        } else {
            numbers[key] = groups.count
            groups.append((key, [index]))
        }
    }
    var prefixes: [Substring: Int] = [:]
    for group in groups where group.members.contains(where: { sightings[$0].establishes }) {
        prefixes[group.key.prefix { $0 != "_" }, default: 0] += 1
    }
    return groups.compactMap { key, members in
        let group = members.lazy.map { sightings[$0] }
        guard
            let main = group.first(where: { $0.stage?.defines == true }) ?? group.first(where: \.establishes)
                ?? group.first
        else { return nil }
        // A name that is switched on like three others that are flags is one too: it may be misspelt.
        let isLikeOthers =
            prefixes[key.prefix { $0 != "_" }, default: 0] >= 3
            && group.contains { $0.mention.map { $0.purpose != .other } ?? false }
        guard group.contains(where: \.establishes) || isLikeOthers else { return nil }
        return Flag(
            name: main.name, stages: group.compactMap { stage(of: $0, phases) },
            mentions: group.compactMap {
                guard $0.stage == nil || $0.stage?.defines == false else { return nil }
                return $0.mention?.inPhase(phases.id(of: $0.phase, in: $0.span.path))
            },
            filedUnder: group.compactMap { sighting in
                guard let heading = sighting.filedUnder, let id = phases.id(of: heading, in: sighting.span.path) else {
                    return nil
                }
                return Claim(id, at: heading.name.span, .tableCell)
            })
    }
}

/// The stage with its phase, which also says when where no day does.
private func stage(of sighting: FlagSighting, _ phases: JoinedPhases) -> FlagStage? {
    guard let stage = sighting.stage else { return nil }
    let when =
        stage.when
        ?? sighting.phase.flatMap { phase in
            phase.number.map {
                Claim(
                    "\(phase.keyword.prefix(1).uppercased() + phase.keyword.dropFirst()) \(formatNumber($0))",
                    at: phase.name.span, .heading)
            }
        }
    return FlagStage(
        percent: stage.percent, when: when, day: stage.day,
        phase: phases.id(of: sighting.phase, in: sighting.span.path),
        defines: stage.defines, span: stage.span)
}
