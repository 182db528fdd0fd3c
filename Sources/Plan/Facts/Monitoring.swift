package import SourceText

/// What a plan says of how it is watched, beside the limits of its measures.
package struct Monitoring: Sendable {
    /// Rules of alerting configurations and rows of tables that say what is done when a limit is broken.
    package var alerts: [Alert] = []
    /// Limits that a table or list of measures has a place for, and does not state.
    package var unsetLimits: [UnsetLimit] = []
    /// After how long an alert goes on to the next person, as texts and tables tell it.
    package var escalations: [Escalation] = []
    /// How often what is shown is renewed, as texts tell it.
    package var refreshes: [RefreshStatement] = []
    package var channels: [ChannelMention] = []
    package var automations: [RollbackAutomation] = []
    package var settings: [BoundedSetting] = []
    package var approvals: [ApprovalStatement] = []

    package init() {}

    package static func += (left: inout Self, right: Self) {
        left.alerts += right.alerts
        left.unsetLimits += right.unsetLimits
        left.escalations += right.escalations
        left.refreshes += right.refreshes
        left.channels += right.channels
        left.automations += right.automations
        left.settings += right.settings
        left.approvals += right.approvals
    }
}

/// One measure's limit with what is done when it is broken: `condition: error_rate > 5%`, `action: page_oncall`.
///
/// An object: a trigger is held against many, and each copy would count a reference to all that it holds.
package final class Alert: Sendable {
    package enum Effect: String, Sendable {
        /// Somebody is told, and nothing else happens.
        case notifies
        /// The rollout is taken back, halted or paused.
        case acts
        /// Nothing is said of what is done, or nothing that is understood.
        case unclear
    }
    package let metric: String
    package let condition: Claim<Limit>
    package let effect: Effect
    /// What is done, as printed; nil where nothing is said.
    package let action: Claim<String>?
    /// The list or block that holds it and its siblings.
    package let list: SourceSpan
    /// The expression that is held against the limit: `histogram_quantile(0.99, latency)`; nil where it is the measure.
    package let measured: String?

    package init(
        metric: String, condition: Claim<Limit>, effect: Effect, action: Claim<String>?, list: SourceSpan,
        measured: String? = nil
    ) {
        self.metric = metric
        self.measured = measured
        self.condition = condition
        self.effect = effect
        self.action = action
        self.list = list
    }
}

/// A level that a measure has no limit for, where its siblings have one.
package struct UnsetLimit: Sendable {
    package let metric: String
    package let level: LimitLevel
    /// The empty cell or value, else the line of the measure that has no such line.
    package let span: SourceSpan
    package let reading: Reading
    /// The table or list; measures of one list are held against each other.
    package let list: SourceSpan
    /// How many measures of the list have all three limits.
    package let completeSiblings: Int

    package init(
        metric: String, level: LimitLevel, span: SourceSpan, reading: Reading, list: SourceSpan, completeSiblings: Int
    ) {
        self.metric = metric
        self.level = level
        self.span = span
        self.reading = reading
        self.list = list
        self.completeSiblings = completeSiblings
    }
}

/// `The dashboard refreshes every 5 seconds`, `Refresh interval: 30 s`.
package struct RefreshStatement: Sendable {
    /// Words of what is renewed, beside the words for the interval; empty where none is said.
    package let subject: [String]
    package let interval: Claim<TimeAmount>

    package init(subject: [String], interval: Claim<TimeAmount>) {
        self.subject = subject
        self.interval = interval
    }
}

/// A channel of a chat, `#rollout-status`, where a document names it.
package struct ChannelMention: Sendable {
    package enum Role: Sendable {
        /// It stands among the channels of a section on communication.
        case listed
        /// A field elsewhere gives it: `Channel: #rollout`.
        case declared
        /// Something is posted there.
        case used
    }
    /// With its `#`, as printed.
    package let name: Claim<String>
    package let role: Role

    package init(name: Claim<String>, role: Role) {
        self.name = name
        self.role = role
    }
}
