import Plan
import SourceText

/// Procedures as they stand, each also with the budgets that other documents give the same procedure.
///
/// Two headings stay two procedures (one may be the short form of the other); the first of them carries the other's budget.
func joinProcedures(_ procedures: [RollbackProcedure]) -> [RollbackProcedure] {
    let generic: Set<String> = ["rollback", "rollbacks", "procedure", "procedures", "plan", "level", "system"]
    let words = procedures.map { Set(coreWords($0.name, without: generic)).subtracting(generic) }
    return procedures.indices.map { index in
        let own = procedures[index]
        let others = procedures.indices.dropFirst(index + 1).filter { other in
            procedures[other].span.path != own.span.path && !words[index].isEmpty && !words[other].isEmpty
                && (words[index].isSubset(of: words[other]) || words[other].isSubset(of: words[index]))
        }
        // Two candidates in one document: which one is meant is not known.
        let paths = others.map { procedures[$0].span.path }
        let certain = others.filter { other in paths.count { $0 == procedures[other].span.path } == 1 }
        guard !certain.isEmpty else { return own }
        return RollbackProcedure(
            name: own.name, level: own.level,
            timeBudgets: own.timeBudgets + certain.flatMap { procedures[$0].timeBudgets },
            triggers: own.triggers, steps: own.steps, commands: own.commands, span: own.span)
    }
}

/// Checklists with ids that are unique in the whole plan.
func joinChecklists(_ sightings: [ChecklistSighting], _ phases: JoinedPhases) -> [Checklist] {
    var ids = UniqueNames()
    return sightings.map { sighting in
        Checklist(
            section: sighting.section, path: sighting.path,
            phase: phases.id(of: sighting.phase, in: sighting.span.path),
            items: sighting.items.map {
                ChecklistItem(id: ids.unique($0.id), text: $0.text, checked: $0.checked, depth: $0.depth, span: $0.span)
            }, span: sighting.span)
    }
}
