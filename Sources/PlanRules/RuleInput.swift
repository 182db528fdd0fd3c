package import Plan

/// All that a rule may look at; no rule touches the disk.
package struct RuleInput: Sendable {
    package let plan: Plan
    package let links: LinkIndex
    /// Which facts may be about the same thing.
    let scopes: ScopeIndex
    /// What several rules need, put together once.
    let flagGroups: [FlagGroup]
    let phaseSequences: [PhaseSequence]

    package init(plan: Plan, links: LinkIndex = LinkIndex()) {
        self.plan = plan
        self.links = links
        scopes = ScopeIndex(plan.documents, plan.phases)
        flagGroups = PlanRules.flagGroups(of: plan)
        phaseSequences = PlanRules.phaseSequences(of: plan, scopes)
    }
}
