import Plan
import SourceText

/// Rows of a table that name, without numbers, the phases which the headings of its document count, where a single one
/// has another name: `Lab`, `Beta` above `Stage 1: Shadow`, `Stage 2: Beta`.
///
/// The other rows must stand in the order of the numbers.
func oddRows(_ phases: [Phase], _ scopes: ScopeIndex) -> [Fault] {
    let alone = phases.filter { isToldByRow($0) }
    guard !alone.isEmpty else { return [] }
    var rows: [Place: [(phase: Phase, name: Claim<String>)]] = [:]
    for phase in phases {
        for name in phase.names.prefix(mostNames) where name.reading == .tableCell {
            rows[place(of: name, scopes), default: []].append((phase, name))
        }
    }
    let counted = Dictionary(grouping: phases.lazy.filter { $0.number != nil }) {
        CountedPhase(keyword: $0.keyword, number: $0.number)
    }
    return alone.compactMap { phase in
        guard let odd = phase.names.first, let table = rows[place(of: odd, scopes)],
            (2...mostNames).contains(table.count)
        else { return nil }
        let sorted = table.sorted { $0.name.span < $1.name.span }
        guard let index = sorted.firstIndex(where: { $0.phase === phase }),
            let known = counted[CountedPhase(keyword: phase.keyword, number: Double(index + 1))]
        else { return nil }
        return fault(odd, at: index, of: sorted, known, scopes)
    }
}

private struct CountedPhase: Hashable {
    let keyword: String
    let number: Double?
}

/// A document with more phases, or names of one, is no plan.
private let mostNames = 100

private func isToldByRow(_ phase: Phase) -> Bool {
    phase.number == nil && phase.label == nil && phase.names.count == 1 && phase.names[0].reading == .tableCell
}

private func place(of name: Claim<String>, _ scopes: ScopeIndex) -> Place {
    Place(name, section: scopes.sectionNumber(at: name.span))
}

/// - Parameter counted: The phases of the number that the row would have.
private func fault(
    _ odd: Claim<String>, at index: Int, of table: [(phase: Phase, name: Claim<String>)], _ counted: [Phase],
    _ scopes: ScopeIndex
) -> Fault? {
    let isInOrder = table.indices.allSatisfy { row in
        row == index || table[row].phase.number == Double(row + 1) && heading(of: table[row].phase, odd) != nil
    }
    guard isInOrder, let phase = counted.prefix(mostNames).first(where: { heading(of: $0, odd) != nil }),
        let name = heading(of: phase, odd),
        case (let here, let there) = (words(of: odd.value), words(of: name.value)), !isNoName(here), !isNoName(there),
        !areAkin(here, there), scopes.mayBelongTogether(odd.span, name.span)
    else { return nil }
    return OddNames.Conflict(odd: odd, others: [name]).fault(named: phase.title, id: phase.id)
}

/// What the heading of a phase in the document of a row calls it.
private func heading(of phase: Phase, _ row: Claim<String>) -> Claim<String>? {
    phase.names.prefix(mostNames).first { $0.reading == .heading && $0.span.path == row.span.path }
}
