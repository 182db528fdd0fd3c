import Plan

/// What a list of phases calls them, held against what is known of them.
enum PhaseNames {
    enum Agreement {
        /// No name is shared, or there is none to compare.
        case none
        /// Fewer than half.
        case few
        case most
    }

    /// How many of a list's names share a telling word with the name that is known.
    static func agreement(_ list: [PhaseSighting], with known: (PhaseSighting) -> String?) -> Agreement {
        var (compared, shared) = (0, 0)
        for sighting in list where sighting.statesName {
            guard let name = known(sighting) else { continue }
            compared += 1
            if !words(sighting.heading.name.value).isDisjoint(with: words(name)) { shared += 1 }
        }
        return shared == 0 ? .none : shared * 2 >= compared ? .most : .few
    }

    /// Whether a list may be all that tells of the phases: each with a short name in capitals, counted from 0 or 1 without a
    /// gap.
    static func arePhases(_ list: [PhaseSighting]) -> Bool {
        guard list.count >= 2, let first = list.first?.heading.number, first == 0 || first == 1 else { return false }
        return list.enumerated().allSatisfy { index, sighting in
            sighting.statesName && sighting.heading.number == first + Double(index)
                && sighting.heading.name.value.first?.isLowercase == false
                && sighting.heading.name.value.utf8.count <= 60
        }
    }

    private static func words(_ name: String) -> Set<String> { Set(coreWords(name, without: ["phase"])) }
}
