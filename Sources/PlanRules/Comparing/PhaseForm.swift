import Plan

extension PhaseSection {
    /// How many of its parts each of the others has too, by their names: phases that are written to one form share most.
    func partsShared(with others: [PhaseSection]) -> Int {
        guard let first = others.first else { return 0 }
        let common = others.dropFirst().reduce(into: Set(first.parts)) { $0.formIntersection($1.parts) }
        return parts.count(where: common.contains)
    }
}
