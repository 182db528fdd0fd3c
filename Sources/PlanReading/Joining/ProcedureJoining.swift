import Plan
import SourceText

/// Procedures, each also with the budgets that other documents give it.
///
/// A heading with a budget but without steps and commands is a claim about the procedure that another document spells out.
/// Two that are spelled out stay two; the first of them carries the other's budget. Only equal names mean the same
/// procedure: a service's rollback is not that of the payment service.
///
/// More than two hundred are left as they are: every one is held against every other, and no team writes so many.
func joinProcedures(_ procedures: [RollbackProcedure]) -> [RollbackProcedure] {
    guard procedures.count <= 200 else { return procedures }
    let generic: Set<String> = ["rollback", "rollbacks", "procedure", "procedures", "plan", "level", "system"]
    let words = procedures.map { Set(coreWords($0.name, without: generic)).subtracting(generic) }
    let namesakes = Dictionary(grouping: procedures.indices.filter { !words[$0].isEmpty }) { words[$0] }
    /// Two candidates in one document: which one is meant is not known.
    func counterparts(of index: Int) -> [Int] {
        let same = namesakes[words[index], default: []].filter {
            procedures[$0].span.path != procedures[index].span.path
        }
        return same.filter { candidate in
            same.count { procedures[$0].span.path == procedures[candidate].span.path } == 1
        }
    }
    let spelledOut = procedures.map { !$0.steps.isEmpty || !$0.commands.isEmpty }
    return procedures.indices.compactMap { index in
        let own = procedures[index]
        let others = counterparts(of: index)
        if !spelledOut[index], others.contains(where: { spelledOut[$0] }) { return nil }
        let claims = others.filter { $0 > index || !spelledOut[$0] }.flatMap { procedures[$0].timeBudgets }
        return own.adding(timeBudgets: claims)
    }
}
