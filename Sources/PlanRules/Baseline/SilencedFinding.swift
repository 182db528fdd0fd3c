package import SourceText

/// A finding that is not told, and who silenced it.
package struct SilencedFinding: Sendable {
    package enum Reason: Sendable, Hashable {
        /// A comment in a document, which may say why.
        case comment(reason: String?)
        /// The baseline knows it.
        case baseline
    }
    package let finding: Finding
    package let reason: Reason

    package init(_ finding: Finding, _ reason: Reason) {
        self.finding = finding
        self.reason = reason
    }
}
