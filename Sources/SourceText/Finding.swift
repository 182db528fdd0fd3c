/// How loud a finding is. `error` and `warning` make `lint` fail unless told otherwise.
package enum Severity: String, Sendable, Comparable, CaseIterable {
    case error, warning, info

    /// Louder is greater.
    private var rank: Int {
        switch self {
        case .error: 2
        case .warning: 1
        case .info: 0
        }
    }
    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// Something wrong in a document or an input, with both sides where there are two.
///
/// The message names the offender first, both values and one plausible fix; it has no full stop.
package struct Finding: Sendable, Hashable {
    /// A second place that the finding speaks of.
    package struct Note: Sendable, Hashable {
        package let message: String
        package let span: SourceSpan

        package init(_ message: String, at span: SourceSpan) {
            self.message = message
            self.span = span
        }
    }

    /// Kebab-case rule name, stable forever.
    package let rule: String
    package let severity: Severity
    package let message: String
    /// The narrowest place at fault; nil when no file is (an empty folder).
    package let span: SourceSpan?
    /// Printed under the primary excerpt: the value and how it was read (`30 min, read from the heading`).
    package let label: String?
    package let related: [Note]
    /// What to do about it, one phrase.
    package let help: String?
    /// What identifies the finding when lines move: the entity and the normalised values, never a position.
    package let identity: [String]
    /// Changes that mend it without changing what the document says; empty when a person must decide.
    package let fixes: [SourceFix]

    package init(
        rule: String, severity: Severity, message: String, at span: SourceSpan?, label: String? = nil,
        related: [Note] = [], help: String? = nil, identity: [String] = [], fixes: [SourceFix] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.span = span
        self.label = label
        self.related = related
        self.help = help
        self.identity = identity
        self.fixes = fixes
    }

    /// The same as loud as a user wants it.
    package func rated(_ severity: Severity) -> Finding {
        Finding(
            rule: rule, severity: severity, message: message, at: span, label: label, related: related, help: help,
            identity: identity, fixes: fixes)
    }
}
