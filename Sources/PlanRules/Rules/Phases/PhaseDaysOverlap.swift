import Plan
import SourceText

extension PlanRule {
    /// Two phases that follow each other share days.
    static let phaseDaysOverlap = PlanRule(
        id: "phase-days-overlap", severity: .error, summary: "two phases share days",
        explanation: Explanation(
            fault: """
                A numbered phase starts before the one ahead of it has ended, in the same document and counted in \
                the same unit from 1.
                """,
            harm: """
                Two phases with different risks, rollback times and people on duty are in force on one day, and \
                nobody can say which of them applies when something breaks.
                """,
            misses: """
                A phase that holds two others, or says that it runs in parallel, may overlap. Where most phases \
                share exactly their first and last day or week, that is taken for a habit of handing over, and so is one day that two sub-phases share. Weeks, \
                months and sprints that share one unit are only reported in a plan that otherwise keeps them apart. \
                Sub-phases are held against their siblings only; documents, and phases under headings that \
                name different things, are not held against each other.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Preparation (Day 1-3)

                ## Phase 2: Rollout (Day 3-5)
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Preparation (Day 1-3)

                ## Phase 2: Rollout (Day 4-5)
                """)
        ]
    ) { input in
        var told: Set<[String]> = []
        return input.phaseSequences.flatMap(overlaps).filter { told.insert($0.identity).inserted }
    }
}

private func overlaps(in sequence: PhaseSequence) -> [Fault] {
    let shared = sequence.pairs.filter { $0.later.range.lowerBound <= $0.earlier.range.upperBound }
    let touching = shared.filter { $0.later.range.lowerBound == $0.earlier.range.upperBound }
    let handsOver = sequence.pairs.count > 1 && touching.count * 2 > sequence.pairs.count
    let keepsApart = sequence.pairs.contains { $0.later.range.lowerBound == $0.earlier.range.upperBound + 1 }
    return shared.compactMap { pair in
        let touches = pair.later.range.lowerBound == pair.earlier.range.upperBound
        if touches, handsOver || isSubPhase(pair.later.phase) { return nil }
        if sequence.unit != .day, !keepsApart { return nil }
        return fault(pair.earlier, pair.later, sequence.unitName)
    }
}

/// Work within a phase is handed over in the course of a day.
private func isSubPhase(_ phase: Phase) -> Bool { phase.number.map { $0 != $0.rounded(.down) } ?? false }

private func fault(_ earlier: PhaseSequence.Entry, _ later: PhaseSequence.Entry, _ unit: String) -> Fault {
    let (start, end) = (formatNumber(later.range.lowerBound), formatNumber(earlier.range.upperBound))
    return Fault(
        message: "\(quoted(later.phase.title)) starts on \(unit) \(start) here, but \(quoted(earlier.phase.title)) "
            + "lasts until \(unit) \(end) in \(place(earlier.schedule.span))",
        span: later.schedule.span, label: later.schedule.label("from \(unit) \(start)"),
        related: [earlier.schedule.note("until \(unit) \(end)")], help: "let one phase end before the next starts",
        identity: [later.phase.id, "\(unit) \(start)", earlier.phase.id, "\(unit) \(end)"])
}
