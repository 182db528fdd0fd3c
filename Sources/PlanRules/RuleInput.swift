package import Plan

/// All that a rule may look at; no rule touches the disk.
package struct RuleInput: Sendable {
    package let plan: Plan
    package let links: LinkIndex

    package init(plan: Plan, links: LinkIndex = LinkIndex()) {
        self.plan = plan
        self.links = links
    }
}
