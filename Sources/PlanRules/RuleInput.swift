package import Plan
package import Updates

/// All that a rule may look at; no rule touches the disk.
package struct RuleInput: Sendable {
    package let plan: Plan
    package let links: LinkIndex
    /// What people tell while the plan runs.
    package let updates: [Update]
    /// Whether the settings say that Saturdays and Sundays are no days of the plan.
    package let countsWorkingDays: Bool
    /// Which facts may be about the same thing.
    let scopes: ScopeIndex

    private let sharedFlagGroups: Shared<[FlagGroup]>
    private let sharedMeasures: Shared<[Measure]>
    private let sharedPhasePlaces: Shared<[PhasePlaces]>
    private let sharedPhaseSequences: Shared<[PhaseSequence]>

    package init(
        plan: Plan, links: LinkIndex = LinkIndex(), updates: [Update] = [], countsWorkingDays: Bool = false
    ) {
        let scopes = ScopeIndex(plan.documents, plan.phases)
        self.plan = plan
        self.links = links
        self.updates = updates
        self.countsWorkingDays = countsWorkingDays
        self.scopes = scopes
        sharedFlagGroups = Shared { PlanRules.flagGroups(of: plan) }
        sharedMeasures = Shared { PlanRules.measures(of: plan) }
        sharedPhasePlaces = Shared { PlanRules.phasePlaces(of: plan, scopes) }
        sharedPhaseSequences = Shared { PlanRules.phaseSequences(of: plan, scopes) }
    }

    /// What several rules need, put together once.
    var flagGroups: [FlagGroup] { sharedFlagGroups.value }
    var measures: [Measure] { sharedMeasures.value }
    var phasePlaces: [PhasePlaces] { sharedPhasePlaces.value }
    var phaseSequences: [PhaseSequence] { sharedPhaseSequences.value }
}
