package import SourceText

/// A measure with its limits: a key performance indicator, a gate, a configured limit.
package struct Threshold: Sendable {
    /// What kind of place defines it.
    package enum Origin: String, Sendable {
        /// A measure with target and alert limits.
        case indicator
        /// A success, entry or exit criterion.
        case criterion
        /// A value in a configuration block.
        case configuration
    }
    package let metric: String
    package let origin: Origin
    /// Several claims when several documents state the limit.
    package let targets: [Claim<Limit>]
    package let warnings: [Claim<Limit>]
    package let criticals: [Claim<Limit>]
    package let span: SourceSpan
    /// Id of the phase whose section states it, when it is a phase's own.
    package let phase: String?

    package init(
        metric: String, origin: Origin, targets: [Claim<Limit>] = [], warnings: [Claim<Limit>] = [],
        criticals: [Claim<Limit>] = [], span: SourceSpan, phase: String? = nil
    ) {
        self.metric = metric
        self.origin = origin
        self.targets = targets
        self.warnings = warnings
        self.criticals = criticals
        self.span = span
        self.phase = phase
    }

    package var target: Limit? { targets.first?.value }
    package var warning: Limit? { warnings.first?.value }
    package var critical: Limit? { criticals.first?.value }
}

/// A condition that leads to a rollback, halt or pause.
package struct Trigger: Sendable {
    package let text: String
    package let metric: String?
    package let condition: Limit?
    /// `for 5 minutes`.
    package let window: TimeAmount?
    /// `rollback`, `halt`, `pause`; nil when the document does not say.
    package let action: String?
    package let span: SourceSpan
    /// Whether the document says that it is taken without asking anybody: a list of automatic rollbacks, a program.
    package let isAutomatic: Bool
    /// Id of the phase whose section states it; nil for the whole plan.
    package let phase: String?

    package init(
        text: String, metric: String?, condition: Limit?, window: TimeAmount?, action: String?, span: SourceSpan,
        isAutomatic: Bool = false, phase: String? = nil
    ) {
        self.text = text
        self.metric = metric
        self.condition = condition
        self.window = window
        self.action = action
        self.span = span
        self.isAutomatic = isAutomatic
        self.phase = phase
    }

    /// The same, taken without asking.
    package var automatic: Trigger {
        Trigger(
            text: text, metric: metric, condition: condition, window: window, action: action, span: span,
            isAutomatic: true, phase: phase)
    }

    /// The same, stated in the section of a phase.
    package func inPhase(_ phase: String?) -> Trigger {
        Trigger(
            text: text, metric: metric, condition: condition, window: window, action: action, span: span,
            isAutomatic: isAutomatic, phase: phase)
    }
}

/// `System availability > 99.9%` under a success heading.
package struct SuccessCriterion: Sendable {
    package let text: String
    package let metric: String?
    package let condition: Limit?
    package let span: SourceSpan

    package init(text: String, metric: String?, condition: Limit?, span: SourceSpan) {
        self.text = text
        self.metric = metric
        self.condition = condition
        self.span = span
    }
}
