/// How a key performance indicator stands.
package enum KPIVerdict: String, Sendable, CaseIterable {
    case onTarget = "on target"
    /// Between target and alert limit.
    case offTarget = "off target"
    case alert
    case critical
    /// The newest sample is older than twice the interval.
    case stale
    /// Nothing that could be judged: no sample, none that counts, one without a number or in a unit that cannot be
    /// compared, or a plan that sets no target. A value inside its alert limit is not on a target that does not exist.
    case noData = "no data"
}

/// How a checklist item, a step or a gate stands.
package enum ItemVerdict: String, Sendable, CaseIterable {
    case passed, failed, skipped, pending, blocked
}

package enum PhaseVerdict: String, Sendable, CaseIterable {
    case done
    case inProgress = "in progress"
    case late
    case notStarted = "not started"
    case unknown
}

/// A flag's actual percentage against the planned one.
package enum FlagVerdict: String, Sendable, CaseIterable {
    case asPlanned = "as planned"
    case behind, ahead, unknown
    /// Its first stage is still to come, and nothing says that it is on already.
    case notDue = "not due"
}

/// The loudest of the plan's parts.
package enum PlanVerdict: String, Sendable, CaseIterable {
    case critical, alert
    /// A required KPI has no fresh data.
    case unknown
    case offPlan = "off plan"
    case onPlan = "on plan"
}
