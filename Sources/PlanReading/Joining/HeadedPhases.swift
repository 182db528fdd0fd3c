import Plan

/// The phases that documents head, found from the folder of a document that repeats them.
struct HeadedPhases {
    private struct Place: Hashable {
        let folder: Substring
        let id: String
    }
    private struct Home: Hashable {
        let path: String
        let id: String
    }
    /// The first few documents in or below a folder that head a phase.
    private var paths: [Place: [String]] = [:]
    private var names: [Home: String] = [:]
    private var own: Set<Home> = []

    init(_ sightings: [PhaseSighting]) {
        // The headings of a document follow each other.
        var folders: (path: String, chain: [Substring]) = ("", PlanFolders.chain(""))
        for sighting in sightings where sighting.role == .heading {
            let id = sighting.id
            own.insert(Home(path: sighting.path, id: sighting.heading.keyword))
            guard names.updateValue(sighting.heading.name.value, forKey: Home(path: sighting.path, id: id)) == nil
            else {
                continue
            }
            if folders.path != sighting.path { folders = (sighting.path, PlanFolders.chain(sighting.path)) }
            for folder in folders.chain {
                HeadedPhases.add(sighting.path, to: &paths[Place(folder: folder, id: id), default: []])
            }
        }
    }

    private static func add(_ path: String, to homes: inout [String]) {
        if homes.count < mostHomes { homes.append(path) }
    }

    /// Whether a document heads phases of this word itself.
    func hasOwn(_ keyword: String, in path: String) -> Bool { own.contains(Home(path: path, id: keyword)) }

    /// What a document calls the phase of a place.
    func name(of sighting: PhaseSighting, in path: String) -> String? { names[Home(path: path, id: sighting.id)] }

    /// The documents of the plan that head at least half of the phases of a list, in the order in which they were given.
    func documents(with list: [PhaseSighting]) -> [String] {
        var counts: [String: Int] = [:]
        var order: [String] = []
        for sighting in list {
            for path in found(sighting) {
                if counts[path] == nil { order.append(path) }
                counts[path, default: 0] += 1
            }
        }
        return order.filter { counts[$0, default: 0] * 2 >= list.count }
    }

    /// In the document's own folder and below it, else in those above.
    private func found(_ sighting: PhaseSighting) -> [String] {
        for folder in PlanFolders.chain(sighting.path) {
            if let found = paths[Place(folder: folder, id: sighting.id)] { return found }
        }
        return []
    }
}

/// A plan told in more documents of one folder than these is read, but its lists are held against the first only.
private let mostHomes = 4

/// The folders that hold a plan.
struct PlanFolders {
    private var own: Set<Substring> = []
    private var above: Set<Substring> = []
    /// What was put in last: a document tells of its phases one after the other.
    private var last: String?

    mutating func insert(_ path: String) {
        guard path != last else { return }
        last = path
        let chain = PlanFolders.chain(path)
        guard own.insert(chain[0]).inserted else { return }
        above.formUnion(chain)
    }

    /// Whether a document in the same folder, above or below it was put in.
    func contains(planOf path: String) -> Bool {
        let chain = PlanFolders.chain(path)
        return above.contains(chain[0]) || chain.contains(where: own.contains)
    }

    /// The folder of a document and those above it, nearest first; the last is the root, which is empty.
    static func chain(_ path: String) -> [Substring] {
        var folders: [Substring] = []
        var rest = path.utf8[...]
        while let slash = rest.lastIndex(of: UInt8(ascii: "/")) {
            rest = rest[..<slash]
            folders.append(Substring(rest))
        }
        return folders + [""]
    }
}
