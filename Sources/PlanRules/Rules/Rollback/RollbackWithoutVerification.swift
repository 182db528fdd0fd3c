import Plan
import SourceText

extension PlanRule {
    /// A procedure ends without a look at whether it worked.
    static let rollbackWithoutVerification = PlanRule(
        id: "rollback-without-verification", severity: .warning, summary: "no step of a rollback checks that it worked",
        explanation: Explanation(
            fault: """
                A rollback procedure has numbered steps, and neither a step nor a command nor a word below its heading \
                checks, watches or waits for anything. It has three steps or more and commands or a time, or other \
                procedures of the plan do end with a check.
                """,
            harm: """
                The last command has run and the team goes home, while users still see the fault. A way back is over when \
                somebody has seen that it worked.
                """,
            misses: """
                A section on checks beside the procedures counts for all of them (`After any rollback`, `Verification`). Any \
                word for looking is taken as a check, and any command that only looks (`curl`, `kubectl get`). Procedures \
                whose steps have no numbers are left alone, and so are short ones where no other is checked.
                """),
        badExample: [
            ExampleDocument(
                "rollback.md",
                "# Going back\n\n## Ledger rollback (< 10 minutes)\n\n1. Close the new ledger\n2. Point the cash desks at the old one\n3. Open it\n"
            )
        ],
        goodExample: [
            ExampleDocument(
                "rollback.md",
                "# Going back\n\n## Ledger rollback (< 10 minutes)\n\n1. Close the new ledger\n2. Point the cash desks at the old one\n3. Check that a sale is booked\n"
            )
        ]
    ) { input in
        let shared = input.plan.documents.compactMap(\.waysBack.sharedVerification)
        let sharing = Set(shared.map(\.path))
        let checked = input.plan.rollbackProcedures.filter(endsWithCheck)
        return input.plan.rollbackProcedures.compactMap { procedure in
            let steps = steps(of: procedure)
            guard steps.count > 1, procedure.verification == nil, let last = steps.last,
                !sharing.contains(procedure.span.path),
                !shared.prefix(mostCompared).contains(where: { input.scopes.mayBelongTogether($0, procedure.span) })
            else { return nil }
            let isShort = steps.count <= 3 && procedure.commands.isEmpty && procedure.timeBudgets.isEmpty
            let other = checked.prefix(mostCompared).first { other in
                input.scopes.mayBelongTogether(other.span, procedure.span)
                    // Three lines on whom to call are not held against a procedure in commands.
                    && (!isShort || other.commands.isEmpty)
            }
            let isSpelledOut = steps.count > 2 && !(procedure.commands.isEmpty && procedure.timeBudgets.isEmpty)
            guard other != nil || isSpelledOut else { return nil }
            return fault(procedure, steps.count, last: last, unlike: other?.verification)
        }
    }
}

/// A folder with more of either holds more than one plan.
private let mostCompared = 64

private func steps(of procedure: RollbackProcedure) -> [ProcedureStep] {
    procedure.steps.filter { $0.number != nil && $0.span.path == procedure.span.path }
}

/// Whether a procedure checks something once its steps have begun: words ahead of them are enough for its own silence,
/// and say nothing of others.
private func endsWithCheck(_ procedure: RollbackProcedure) -> Bool {
    let steps = steps(of: procedure)
    guard steps.count > 1, let first = steps.first, let check = procedure.verification else { return false }
    return check.path != first.span.path || check.range.upperBound > first.span.range.lowerBound
}

private func fault(
    _ procedure: RollbackProcedure, _ count: Int, last: ProcedureStep, unlike other: SourceSpan?
) -> Fault {
    Fault(
        message: "none of the \(count) steps of \(quoted(procedure.name)) checks that it worked"
            + (other == nil ? "" : ", as another rollback does"),
        span: procedure.span, label: "\(count) steps, none of them a check",
        related: [Finding.Note("the last step", at: last.span)]
            + (other.map { [Finding.Note("how another rollback is checked", at: $0)] } ?? []),
        help: "say how one sees that it worked", identity: [words(of: procedure.name).joined(separator: " ")])
}
