package import Observations
package import Plan

/// How a trigger of a rollback, halt or pause stands.
package enum TriggerVerdict: String, Sendable, CaseIterable {
    /// Its condition holds, for as long as it has to.
    case firing
    /// Its condition holds, not yet for as long as it has to.
    case pending
    /// Nothing that could be compared with its condition.
    case unknown
    case quiet
}

package struct TriggerAssessment: Sendable {
    package let trigger: Trigger
    package let verdict: TriggerVerdict
    /// A sentence without full stop: `7% over the limit of 5% for 5 min`.
    package let reason: String
    /// What its condition was held against, in the condition's unit; nil without one.
    package let value: Quantity?
    package let newestSample: Instant?
    package let source: EvidenceSource
    /// The window that it lies in now, whether it needs the excuse or not.
    package let planned: PlannedWindow?

    package init(
        trigger: Trigger, verdict: TriggerVerdict, reason: String, value: Quantity? = nil, newestSample: Instant? = nil,
        source: EvidenceSource = .none, planned: PlannedWindow? = nil
    ) {
        self.trigger = trigger
        self.verdict = verdict
        self.reason = reason
        self.value = value
        self.newestSample = newestSample
        self.source = source
        self.planned = planned
    }

    /// What the plan comes to while it fires.
    package var planVerdict: PlanVerdict { trigger.action == "rollback" ? .critical : .alert }

    /// Whether it fires, and a planned window keeps that from the plan's verdict.
    package var isExcused: Bool { planned != nil && verdict == .firing }
}
