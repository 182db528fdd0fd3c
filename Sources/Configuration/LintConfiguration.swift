package import Plan
package import SourceText

/// What `lint` in `plumbline.yml` says; every key may be absent. Names of rules are as they were written.
package struct LintConfiguration: Sendable {
    /// What runs; nil when nothing is said of it.
    package var select: [Claim<String>]?
    package var ignore: [Claim<String>] = []
    /// Rules that infer from loose prose run too.
    package var includesPreview = false
    package var levels: [RuleLevel] = []
    package var scopes: [PathScope] = []
    /// What is quieter is not shown.
    package var minSeverity: Severity?
    package var failureLevel: FailureLevel?
    /// Relative to the folder of the settings.
    package var baseline: Claim<String>?

    package init() {}
}

/// How loud a rule is to be.
package struct RuleLevel: Sendable {
    package let rule: Claim<String>
    /// nil for off.
    package let severity: Severity?
}

/// What holds for documents of some paths only.
package struct PathScope: Sendable {
    package let patterns: [PathPattern]
    package let ignore: [Claim<String>]
    package let levels: [RuleLevel]
}

/// The quietest finding that makes a run fail.
package enum FailureLevel: String, Sendable, CaseIterable {
    case error, warning, info, never

    package func fails(_ severity: Severity) -> Bool {
        switch self {
        case .error: severity >= .error
        case .warning: severity >= .warning
        case .info: true
        case .never: false
        }
    }
}
