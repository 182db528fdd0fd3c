import Plan
import SourceText

/// Flags joined over all spellings of their names; what no place makes a flag is a mere name.
func joinFlags(
    _ sightings: [FlagSighting], _ phases: JoinedPhases
) -> (flags: [Flag], switchedNames: [Claim<String>]) {
    let groups = FlagGroups(sightings)
    let flags = groups.flags.compactMap { group -> Flag? in
        guard let main = shown(group) else { return nil }
        return Flag(
            name: main.name, stages: group.compactMap { stage(of: $0, phases) },
            mentions: group.compactMap {
                guard $0.stage == nil || $0.stage?.defines == false else { return nil }
                return $0.mention?.inPhase(phases.id(of: $0.phase, in: $0.span.path))
            }, filedUnder: group.compactMap { filedUnder($0, phases) },
            settings: group.compactMap { $0.setting?.inPhase(phases.id(of: $0.phase, in: $0.span.path)) },
            listings: group.compactMap { $0.evidence == .defined ? $0.span : nil })
    }
    let names = groups.others.lazy.flatMap(\.self).filter(\.tellsOfSwitch)
    return (flags, names.map { Claim($0.name, at: $0.setting?.span ?? $0.span, .prose) })
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
    /// Those that are flags, each in reading order, in the order of their first places.
    let flags: [[FlagSighting]]
    /// Names that nothing makes a flag.
    let others: [[FlagSighting]]

    init(_ sightings: [FlagSighting]) {
        var order: [String] = []
        var groups: [String: [FlagSighting]] = [:]
        // Most names are told of in many places.
        var keys: [String: String] = [:]
        for sighting in sightings {
            let key = FlagGroups.known(&keys[sighting.name], sighting.name)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(sighting)
        }
        for key in order {
            guard let name = groups[key]?.first?.name,
                let other = shorterFlagKeys(name).first(where: { $0 != key && groups[$0] != nil })
            else { continue }
            groups[other, default: []] += groups.removeValue(forKey: key) ?? []
        }
        let all = order.compactMap { key in groups[key].map { (key: key, sightings: $0) } }
        let kin = FlagKin(all.filter { FlagGroups.isEstablished($0.sightings) })
        let isFlag = all.map { FlagGroups.isEstablished($0.sightings) || kin.isOne($0.key, $0.sightings) }
        flags = zip(all, isFlag).filter(\.1).map(\.0.sightings)
        others = zip(all, isFlag).filter { !$0.1 }.map(\.0.sightings)
    }

    /// - Parameter key: That of the name, as far as it has been asked for.
    private static func known(_ key: inout String?, _ name: String) -> String {
        if let key { return key }
        let new = flagKey(name)
        key = new
        return new
    }

    private static func isEstablished(_ group: [FlagSighting]) -> Bool { group.contains { $0.evidence >= .named } }
}

/// The names that are flags, by what other names may share with them.
private struct FlagKin {
    /// Names of one section that begin with the same word in the same letters.
    private struct Family: Hashable {
        let path: String
        let section: Int
        let firstWord: Substring
        let isVariable: Bool

        init(_ key: String, _ sighting: FlagSighting) {
            path = sighting.span.path
            section = sighting.section
            firstWord = key.prefix { $0 != "_" }
            isVariable = sighting.name.utf8.allSatisfy { $0 < 0x61 || $0 > 0x7a }
        }
    }
    private struct Section: Hashable {
        let path: String
        let number: Int

        init(_ sighting: FlagSighting) {
            path = sighting.span.path
            number = sighting.section
        }
    }
    /// How many flags begin with a word.
    private var counts: [Substring: Int] = [:]
    private var families: Set<Family> = []
    /// How many flags a section sets.
    private var setCounts: [Section: Int] = [:]
    /// What established names have before their last full stop: `tills` of `tills.receipts`.
    private var spaces: Set<String> = []

    init(_ established: [(key: String, sightings: [FlagSighting])]) {
        for (key, sightings) in established {
            counts[key.prefix { $0 != "_" }, default: 0] += 1
            var last: Family?
            for sighting in sightings where sighting.evidence >= .named {
                // The places of one section are told one after the other.
                let family = Family(key, sighting)
                if family != last { families.insert(family) }
                last = family
                if let space = sighting.namespace { spaces.insert(space) }
            }
            for section in Set(sightings.lazy.filter { $0.setting != nil }.map(Section.init)) {
                setCounts[section, default: 0] += 1
            }
        }
    }

    /// A name that is switched on like three others that are flags is one too, for it may be misspelt; and so is one that is
    /// switched beside a flag of its family: ``The receipts (`TILL_RECEIPTS`) stay off``.
    func isOne(_ key: String, _ group: [FlagSighting]) -> Bool {
        if isTurned(group) || isRaisedToAll(group) || isSetBesideFlags(group) { return true }
        let switched = group.filter { $0.mention.map { $0.purpose != .other && $0.reading != .codeBlock } ?? false }
        guard !switched.isEmpty else { return false }
        let word = key.prefix { $0 != "_" }
        if switched.contains(where: { $0.namespace.map(spaces.contains) ?? false }) { return true }
        return counts[word, default: 0] >= 3
            || word.utf8.count > 2 && switched.contains { families.contains(Family(key, $0)) }
    }

    /// `DOCS_ENABLED=false` among settings that set three flags or more.
    private func isSetBesideFlags(_ group: [FlagSighting]) -> Bool {
        group.contains { sighting in
            sighting.evidence == .switched && sighting.setting != nil && sighting.name.hasSuffix("_ENABLED")
                && setCounts[Section(sighting), default: 0] >= 3
        }
    }

    /// A name that the text brings to one share after the other and in the end to all: ``Flip `x` to 10%``, `` `x` at 100% ``.
    private func isRaisedToAll(_ group: [FlagSighting]) -> Bool {
        // The head of a column alone may be any measure's.
        guard group.contains(where: { $0.evidence > .none || $0.stage?.defines != true }) else { return false }
        let shares = Set(group.lazy.compactMap { $0.stage?.percent?.value })
        return shares.count > 1 && shares.contains(100) && !shares.contains { $0 > 100 }
    }

    /// A name that settings turn on in one place and off in another, or that they turn and the text enables.
    private func isTurned(_ group: [FlagSighting]) -> Bool {
        let purposes = group.lazy.filter { $0.evidence == .switched }.compactMap { $0.mention?.purpose }
        guard let first = purposes.first else { return false }
        return purposes.contains { $0 != first }
            || group.contains {
                $0.evidence == .none && $0.mention.map { $0.purpose == .enable && $0.reading != .codeBlock } ?? false
            }
    }
}

extension FlagSighting {
    /// Whether the place sets the name, switches it, or writes it as what is switched on or brought to a share.
    fileprivate var tellsOfSwitch: Bool {
        if setting != nil || evidence == .switched { return true }
        guard stage?.percent != nil || mention?.purpose == .enable, span.range.count == name.utf8.count else {
            return false
        }
        return span.file.bytes[span.range].elementsEqual(name.utf8)
    }

    /// `tills` of `tills.receipts`; nil for a name without a full stop.
    fileprivate var namespace: String? {
        name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) }
    }
}
