import Plan
import SourceText

/// Puts the lists and tables of one document to the phases that another document of the plan heads, and drops what is no
/// phase beside them: a plan that has phases does not count its weeks as such.
///
/// Documents of one plan lie in one folder, or in a folder and those below it.
struct PhaseHomes {
    /// What is told of phases, each place with the path of the document whose phases it tells of; in the order given.
    let sightings: [PhaseSighting]

    init(_ all: [PhaseSighting]) {
        let index = HeadedPhases(all)
        var kept: [PhaseSighting] = []
        kept.reserveCapacity(all.count)
        for list in PhaseHomes.lists(all) {
            if list[0].list == nil { kept += list } else { kept += PhaseHomes.settled(list, index) }
        }
        var called = PlanFolders()
        for sighting in kept where !sighting.heading.isTimed { called.insert(sighting.path) }
        sightings = kept.filter { !$0.heading.isTimed || !called.contains(planOf: $0.path) }
    }

    /// Runs of places that stand in one list; each heading by itself.
    private static func lists(_ all: [PhaseSighting]) -> [[PhaseSighting]] {
        var runs: [[PhaseSighting]] = []
        for sighting in all {
            if let last = runs.last?.last, let list = sighting.list, last.list == list, last.path == sighting.path {
                runs[runs.count - 1].append(sighting)
            } else {
                runs.append([sighting])
            }
        }
        return runs
    }

    private static func settled(_ list: [PhaseSighting], _ index: HeadedPhases) -> [PhaseSighting] {
        let path = list[0].path
        if index.hasOwn(list[0].heading.keyword, in: path) { return list }
        let homes = index.documents(with: list)
        let home = homes.first { home in
            PhaseNames.agreement(list) { index.name(of: $0, in: home) } == .most
        }
        if let home = home ?? (homes.count == 1 && !list.contains(where: \.statesName) ? homes.first : nil) {
            return list.map { sighting in
                var sighting = sighting
                if index.name(of: sighting, in: home) != nil { sighting.path = home }
                return sighting
            }
        }
        let stands = homes.isEmpty && (PhaseNames.arePhases(list) || list.count(where: { !$0.schedules.isEmpty }) >= 2)
        return stands ? list : list.filter { $0.role == .definition }
    }
}
