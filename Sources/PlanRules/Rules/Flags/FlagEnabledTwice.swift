import Plan
import SourceText

extension PlanRule {
    /// Two phases that each switch the same flag on for all.
    static let flagEnabledTwice = PlanRule(
        id: "flag-enabled-twice", severity: .warning, summary: "a flag is switched on in two phases",
        explanation: Explanation(
            fault: """
                The tasks of two phases each begin with an instruction to enable the same flag, neither of them with a \
                percentage or users of its own, and nothing in between switches it off; or a later phase's code block \
                sets it under a comment that begins so.
                """,
            harm: """
                One of the two is a slip: the second phase has nothing to do, and its checks are made on a feature \
                that has been on for weeks; or the flag was meant to stay off in the first.
                """,
            misses: """
                Settings are often repeated from phase to phase and are not compared. Phases for a share or a group of \
                users, environments and waves may each enable the flag for theirs.
                """),
        badExample: [ExampleDocument("plan.md", twoPhases(second: "enableGiftCards"))],
        goodExample: [ExampleDocument("plan.md", twoPhases(second: "enableLoyalty"))],
        isPreview: true
    ) { input in
        let phases = input.plan.phasesByID
        let shared = sharedPhases(input.plan)
        let faults = input.flagGroups.compactMap { flag -> Fault? in
            let isTurnedOff =
                flag.mentions.contains { $0.purpose == .disable && $0.phase != nil }
                || flag.settings.contains { !$0.isOn.value && !$0.goesBack && $0.kind != .preset }
            guard !isTurnedOff else { return nil }
            let raised = Set(flag.stages.lazy.filter { $0.percent != nil }.map(\.span))
            let places = flag.mentions.filter { mention in
                mention.purpose == .enable && mention.certain && mention.reading != .codeBlock
                    && !raised.contains(mention.span) && mention.phase.map(shared.contains) == true
                    && beginsByEnabling(textLine(of: mention.span))
                    && namedUsers(in: textLine(of: mention.span)).isEmpty
            }
            guard let first = places.first, let phase = first.phase.flatMap({ phases[$0] }),
                let second = places.first(where: { $0.phase.flatMap { phases[$0] }?.follows(phase) ?? false }),
                let later = second.phase.flatMap({ phases[$0] }),
                input.scopes.mayBelongTogether(first.span, second.span)
            else { return nil }
            return Fault(
                message:
                    "\(quoted(flag.name)) is switched on in \(later.title) here, but \(phase.title) has switched it "
                    + "on in \(place(first.span))",
                span: second.span, label: "switched on in \(later.title)",
                related: [Finding.Note("switched on in \(phase.title)", at: first.span)],
                help: "drop one of the two, or say for whom each is", identity: [flag.key, phase.id, later.id])
        }
        // Where most flags are enabled phase by phase, each phase is for users of its own.
        let enabled = input.flagGroups.count { $0.mentions.contains { $0.purpose == .enable && $0.phase != nil } }
        let again = input.flagGroups.compactMap { setAgain($0, phases, shared, input.scopes) }
        let set = input.flagGroups.count { $0.settings.contains { $0.isOn.value && $0.phase != nil } }
        return (faults.count * 2 <= enabled ? faults : []) + (again.count * 2 <= set ? again : [])
    }
}

/// A later phase's code block that has the flag enabled, as the comment above it says, where an earlier phase has set it on.
private func setAgain(
    _ flag: FlagGroup, _ phases: [String: Phase], _ shared: Set<String>, _ scopes: ScopeIndex
) -> Fault? {
    let settings = flag.settings.filter { $0.kind == .assigned && !$0.goesBack }.prefix(50)
    let raised = Set(flag.stages.lazy.filter { $0.percent != nil }.map(\.span))
    guard settings.allSatisfy(\.isOn.value), flag.mentions.allSatisfy({ $0.purpose != .disable }) else { return nil }
    for later in settings where later.isOn.reading == .codeBlock && !raised.contains(later.span) {
        guard let phase = later.phase.flatMap({ phases[$0] }), shared.contains(phase.id),
            comment(above: later.span).map(beginsByEnabling) == true,
            let first = settings.first(where: { setting in
                setting.phase.flatMap { phases[$0] }.map { shared.contains($0.id) && phase.follows($0) } == true
                    && !raised.contains(setting.span) && scopes.mayBelongTogether(setting.span, later.span)
            }), let earlier = first.phase.flatMap({ phases[$0] })
        else { continue }
        return Fault(
            message:
                "\(quoted(flag.name)) is switched on in \(phase.title) here, but \(earlier.title) has set it on in "
                + place(first.span),
            span: later.span, label: "switched on in \(phase.title)",
            related: [first.isOn.note("on in \(earlier.title)")],
            help: "drop one of the two, or let the flag be off in \(earlier.title)",
            identity: [flag.key, earlier.id, phase.id])
    }
    return nil
}

private func twoPhases(second: String) -> String {
    """
    # Plan

    ## Phase 1: Preparation

    - Enable feature flag `enableGiftCards`
    - Enable feature flag `enableNewCart`

    ## Phase 2: Stabilization

    - Enable feature flag `\(second)`
    """
}

/// Ids of the phases that say nothing of a share, a group of users or an environment of their own.
private func sharedPhases(_ plan: Plan) -> Set<String> {
    Set(
        plan.phases.lazy.filter { phase in
            ["phase", "stage", "step", "week", "sprint", "milestone", "day"].contains(phase.keyword)
                && phase.percents.isEmpty
                && phase.names.allSatisfy { Set(words(of: $0.value)).isDisjoint(with: groupWords) }
        }.map(\.id))
}

private let groupWords: Set<String> = [
    "pilot", "canary", "beta", "alpha", "staging", "test", "testing", "internal", "production", "prod", "live",
    "rollout",
    "gradual", "ring", "wave", "group", "cohort", "dark", "shadow", "soft", "user", "customer", "region", "country",
    "environment", "development", "dev", "qa", "uat", "piloto", "pilote", "pilotbetrieb", "produktion", "producción",
]
