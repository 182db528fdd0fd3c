import Plan
import SourceText

/// Flags joined over all spellings of their names; what no place makes a flag is left out.
func joinFlags(_ sightings: [FlagSighting], _ phases: JoinedPhases) -> [Flag] {
    let groups = FlagGroups(sightings.filter { $0.name != FlagSighting.noName })
    var found = groups.ordered.filter(groups.isFlag)
    // A ladder that names no flag belongs to the only one that is raised by shares.
    let raised = found.indices.filter { found[$0].contains { $0.stage?.percent != nil } }
    if raised.count == 1 { found[raised[0]] += sightings.filter { $0.name == FlagSighting.noName } }
    return found.compactMap { group in
        guard let main = shown(group) else { return nil }
        return Flag(
            name: main.name, stages: group.compactMap { stage(of: $0, phases) },
            mentions: group.compactMap {
                guard $0.stage == nil || $0.stage?.defines == false else { return nil }
                return $0.mention?.inPhase(phases.id(of: $0.phase, in: $0.span.path))
            }, filedUnder: group.compactMap { filedUnder($0, phases) })
    }
}

/// The place whose spelling is shown: a definition, else where the name is called a flag, else the first.
private func shown(_ group: [FlagSighting]) -> FlagSighting? {
    let best = group.map(\.evidence).max()
    return group.first { $0.evidence == best }
}

private func filedUnder(_ sighting: FlagSighting, _ phases: JoinedPhases) -> Claim<String>? {
    guard let heading = sighting.filedUnder, let id = phases.id(of: heading, in: sighting.span.path) else { return nil }
    return Claim(id, at: heading.name.span, .tableCell)
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

/// Sightings put together by the name that they spell.
private struct FlagGroups {
    /// Each group in reading order, the groups in the order of their first places.
    let ordered: [[FlagSighting]]
    /// First words that three flags or more begin with.
    private let commonWords: Set<Substring>
    private let families: Set<Family>

    /// Names of one section that begin with the same word in the same letters.
    private struct Family: Hashable {
        let path: String
        let section: Int
        let firstWord: String
        let isVariable: Bool

        init?(_ sighting: FlagSighting) {
            guard let word = nameWords(sighting.name).first, word.utf8.count > 2 else { return nil }
            path = sighting.span.path
            section = sighting.section
            firstWord = word
            isVariable = sighting.name.utf8.allSatisfy { $0 < 0x61 || $0 > 0x7a }
        }
    }

    init(_ sightings: [FlagSighting]) {
        var order: [String] = []
        var groups: [String: [FlagSighting]] = [:]
        for sighting in sightings {
            let key = flagKey(sighting.name)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(sighting)
        }
        for key in order {
            guard let name = groups[key]?.first?.name,
                let other = shorterFlagKeys(name).first(where: { $0 != key && groups[$0] != nil })
            else { continue }
            groups[other] = (groups[other, default: []] + groups[key, default: []])
            groups[key] = nil
        }
        ordered = order.compactMap { groups[$0] }
        let established = ordered.filter { FlagGroups.isEstablished($0) }
        var counts: [Substring: Int] = [:]
        for group in established { counts[flagKey(group[0].name).prefix { $0 != "_" }, default: 0] += 1 }
        commonWords = Set(counts.filter { $0.value >= 3 }.keys)
        families = Set(established.joined().filter { $0.evidence > .none }.compactMap(Family.init))
    }

    private static func isEstablished(_ group: [FlagSighting]) -> Bool { group.contains { $0.evidence > .none } }

    /// A name that is switched on like three others that are flags is one too, for it may be misspelt; and so is one that is
    /// switched beside a flag of its family: ``The receipts (`TILL_RECEIPTS`) stay off``.
    func isFlag(_ group: [FlagSighting]) -> Bool {
        if FlagGroups.isEstablished(group) { return true }
        let switched = group.filter { $0.mention.map { $0.purpose != .other && $0.reading != .codeBlock } ?? false }
        guard let first = switched.first else { return false }
        return commonWords.contains(flagKey(first.name).prefix { $0 != "_" })
            || switched.contains { Family($0).map(families.contains) ?? false }
    }
}
