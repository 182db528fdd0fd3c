import Plan
import SourceText

/// Checklists with ids that are unique in the whole plan, and with what other documents say of their phases.
///
/// - Parameter rows: What each document calls done, in the order of the documents.
func joinChecklists(_ sightings: [ChecklistSighting], _ rows: [CompletedRow], _ phases: JoinedPhases) -> [Checklist] {
    var ids = UniqueNames()
    let done = Dictionary(grouping: rows.filter { $0.phase?.number != nil }) {
        phases.id(of: $0.phase, in: $0.name.span.path)
    }
    return sightings.map { sighting in
        let phase = phases.id(of: sighting.phase, in: sighting.span.path)
        let elsewhere =
            sighting.isPhasesOwn
            ? phase.flatMap { done[$0] }?.filter { row in
                row.name.span.path != sighting.span.path
                    && sighting.phase.map { row.phase?.isSame(as: $0) == true } ?? false
            } ?? [] : []
        return Checklist(
            section: sighting.section, path: sighting.path, phase: phase,
            items: sighting.items.map {
                ChecklistItem(
                    id: ids.unique($0.id), text: $0.text, checked: $0.checked, depth: $0.depth, part: $0.part,
                    tick: $0.tick, owners: $0.owners, span: $0.span)
            }, completions: sighting.completions + elsewhere.map(\.status), span: sighting.span)
    }
}
