import Plan
import SourceText

extension PlanRule {
    /// A day's own percentage, stated twice and differently.
    static let dayPercentConflict = PlanRule(
        id: "day-percent-conflict", severity: .error, summary: "a day is at two percentages",
        explanation: Explanation(
            fault: """
                Two documents of one plan give a day different percentages; or a day's heading names one percentage and \
                the definitions of its flags agree on another.
                """,
            harm: "Half of the team expects twice the load of the other half, and the day's measurements are misread.",
            misses: """
                Where the day's flags are defined at different percentages, one of which is the heading's, nothing is \
                said, and neither where a heading names two percentages (a step from one to the other). Several percentages that one document states in the same way for one day are steps within it. \
                Documents of one kind with different subjects, and sub-folders that each hold phases, are other plans.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                #### Day 2: First flags (40% rollout)
                - Enable `enableFastCheckout` feature flag
                - Enable `enableNewCart` feature flag

                ```ts
                const FLAGS = {
                  enableFastCheckout: { rollout: 20, day: 2 },
                  enableNewCart: { rollout: 20, day: 2 },
                };
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                #### Day 2: First flags (20% rollout)
                - Enable `enableFastCheckout` feature flag
                - Enable `enableNewCart` feature flag

                ```ts
                const FLAGS = {
                  enableFastCheckout: { rollout: 20, day: 2 },
                  enableNewCart: { rollout: 20, day: 2 },
                };
                ```
                """)
        ]
    ) { input in
        let groups = input.flagGroups
        let percentages = DayPercentages(input.plan, groups)
        let isRamp = groups.contains {
            $0.stages.contains { $0.defines && ($0.percent.map { $0.value < 100 } ?? false) }
        }
        let countingAnew = documentsCountingDaysAnew(input.plan)
        return input.plan.days.flatMap { day -> [Fault] in
            let isOneStep = day.percents.allSatisfy { textLine(of: $0.span).utf8.count { $0 == UInt8(ascii: "%") } < 2 }
            guard !countingAnew.contains(day.span.path), isOneStep, let defined = percentages.defined(on: day.number),
                isRamp,
                speaks(defined.flags, of: day, percentages)
            else { return headingConflicts(of: day, input.scopes) }
            return definitionConflicts(of: day, defined.percent, defined.flags, input.scopes)
        }
    }
}

/// Whether the flags' definitions may speak for the day: several do, or the only one is not listed under the heading.
///
/// A single listed flag is told of as the flag's conflict.
private func speaks(_ flags: [FlagGroup], of day: PlanDay, _ percentages: DayPercentages) -> Bool {
    if percentages.flagsOutvoteHeading(on: day.number) { return true }
    return !flags.contains { percentages.takesHeading($0, on: day.number) }
}

private func headingConflicts(of day: PlanDay, _ scopes: ScopeIndex) -> [Fault] {
    disagreements(
        in: day.percents, scope: { scopes.scope(at: $0.span) }, comparing: scopes.mayBeOneSubject, agree: ==
    ).map { disagreement in
        let (here, there) = (percentText(disagreement.first.value), percentText(disagreement.reference.value))
        return Fault(
            message: "day \(day.number) is at \(here) here, but at \(there) in \(place(disagreement.reference.span))",
            span: disagreement.first.span, label: disagreement.first.label(here),
            related: disagreement.notes(percentText), identity: ["day \(day.number)", here, there])
    }
}

private func definitionConflicts(
    of day: PlanDay, _ definition: Claim<Double>, _ flags: [FlagGroup], _ scopes: ScopeIndex
) -> [Fault] {
    let agreeing = day.percents.first { $0.value == definition.value }
    return disagreements(
        in: [definition] + day.percents.filter { Place($0) != Place(definition) },
        scope: { scopes.scope(at: $0.span) }, comparing: scopes.mayBelongTogether, agree: ==
    ).filter { $0.reference == definition }.map { disagreement in
        let (here, there) = (percentText(disagreement.first.value), percentText(definition.value))
        let owner = flags.count > 1 ? "its flags are" : "\(quoted(flags.first?.name ?? "")) is"
        return Fault(
            message: "day \(day.number) is at \(here) here, but \(owner) at \(there) in \(place(definition.span))",
            span: disagreement.first.span, label: disagreement.first.label(here),
            related: disagreement.notes(percentText) + (agreeing.map { [$0.note(there)] } ?? []),
            identity: ["day \(day.number)", here, there])
    }
}
