/// Which document was which before a change: by path, and where one was renamed by what it holds.
package struct DocumentPairs: Sendable {
    /// Path before the change, by path behind it.
    private var former: [String: SourceFile] = [:]

    package init(from old: [SourceFile], to new: [SourceFile]) {
        let before = Dictionary(old.map { ($0.path, $0) }) { first, _ in first }
        let after = Set(new.map(\.path))
        for file in new { former[file.path] = before[file.path] }
        let gone = old.filter { !after.contains($0.path) }
        let come = new.filter { before[$0.path] == nil }
        guard !gone.isEmpty, !come.isEmpty else { return }
        for (index, place) in renamings(gone, come) { former[come[index].path] = gone[place] }
    }

    /// The document as it was; nil for one that is new.
    package func former(of path: String) -> SourceFile? { former[path] }
}

/// New documents with the old ones that they were: at least half of the lines are the same, and no pair fits better.
private func renamings(_ gone: [SourceFile], _ come: [SourceFile]) -> [(new: Int, old: Int)] {
    let oldLines = gone.map(tellingLines)
    var homes: [String: [Int]] = [:]
    for (index, lines) in oldLines.enumerated() {
        for line in lines { homes[line, default: []].append(index) }
    }
    var candidates: [(share: Double, new: Int, old: Int)] = []
    for (index, file) in come.enumerated() {
        let lines = tellingLines(file)
        var shared: [Int: Int] = [:]
        for line in lines {
            // A line that most documents have tells none from another.
            guard let places = homes[line], places.count <= mostHomes else { continue }
            for place in places { shared[place, default: 0] += 1 }
        }
        for (place, count) in shared {
            let share = Double(count) / Double(max(1, lines.count, oldLines[place].count))
            if share >= 0.5 { candidates.append((share, index, place)) }
        }
    }
    candidates.sort { ($1.share, $0.new, $0.old) < ($0.share, $1.new, $1.old) }
    var taken: (new: Set<Int>, old: Set<Int>) = ([], [])
    return candidates.compactMap { candidate in
        guard !taken.new.contains(candidate.new), !taken.old.contains(candidate.old) else { return nil }
        taken.new.insert(candidate.new)
        taken.old.insert(candidate.old)
        return (candidate.new, candidate.old)
    }
}

private let mostHomes = 16

/// The different lines of a document, without white space at their ends, and without blank ones.
private func tellingLines(_ file: SourceFile) -> Set<String> {
    Set((1...file.lineStarts.count).map { file.text(file.lineRange($0)).trimmed }.filter { !$0.isEmpty })
}
