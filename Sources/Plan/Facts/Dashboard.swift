package import SourceText

/// What a monitoring configuration block sets.
package struct Dashboard: Sendable {
    package let name: String?
    package let refreshInterval: Claim<TimeAmount>?
    /// Every limit it configures, `performanceThresholds.slowHookThreshold` = 100.
    package let limits: [ConfiguredLimit]
    package let channels: [Claim<String>]
    package let escalations: [Escalation]
    package let span: SourceSpan

    package init(
        name: String?, refreshInterval: Claim<TimeAmount>?, limits: [ConfiguredLimit], channels: [Claim<String>],
        escalations: [Escalation], span: SourceSpan
    ) {
        self.name = name
        self.refreshInterval = refreshInterval
        self.limits = limits
        self.channels = channels
        self.escalations = escalations
        self.span = span
    }
}

/// A bare number in a configuration block whose key says what it limits.
package struct ConfiguredLimit: Sendable {
    /// The last part of the key path as written: `criticalErrorRateThreshold`.
    package let key: String
    /// The words of the key that name the measure: `error rate`.
    package let metric: String
    /// What the key calls the limit, when it does.
    package let level: LimitLevel?
    /// Number with the unit that key or comment gives; dimensionless when neither does.
    package let value: Claim<Quantity>

    package init(key: String, metric: String, level: LimitLevel?, value: Claim<Quantity>) {
        self.key = key
        self.metric = metric
        self.level = level
        self.value = value
    }
}

package enum LimitLevel: String, Sendable, CaseIterable {
    case target, warning, critical
}

/// After how long an alert of a severity goes to the next person.
package struct Escalation: Sendable {
    package let severity: String
    package let after: Claim<TimeAmount>

    package init(severity: String, after: Claim<TimeAmount>) {
        self.severity = severity
        self.after = after
    }
}
