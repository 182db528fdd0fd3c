import Plan
import SourceText

/// A phase of a document with the work that stands below its heading.
struct WorkedPhase {
    let phase: Phase
    let name: Claim<String>
    let work: PhaseWork
}

/// The phases of one document and word in the order of their numbers, each number once; documents whose numbers begin again
/// or run side by side are left out.
func workedPhases(of plan: Plan) -> [[WorkedPhase]] {
    struct Key: Hashable {
        let path: String
        let keyword: String
    }
    var work: [SourceLine: PhaseWork] = [:]
    for document in plan.documents {
        for phase in document.work { work[SourceLine(phase.heading)] = phase }
    }
    var found: [Key: [WorkedPhase]] = [:]
    for phase in plan.phases where phase.number != nil {
        for name in phase.names where name.reading == .heading {
            guard let own = work[SourceLine(name.span)] else { continue }
            found[Key(path: name.span.path, keyword: phase.keyword), default: []].append(
                WorkedPhase(phase: phase, name: name, work: own))
        }
    }
    return found.sorted { ($0.key.path, $0.key.keyword) < ($1.key.path, $1.key.keyword) }.compactMap { _, phases in
        let sorted = phases.sorted { ($0.phase.number ?? 0) < ($1.phase.number ?? 0) }
        let numbers = sorted.compactMap(\.phase.number)
        let isInOrder = zip(sorted, sorted.dropFirst()).allSatisfy { $0.work.heading < $1.work.heading }
        return Set(numbers).count == numbers.count && isInOrder ? sorted : nil
    }
}
