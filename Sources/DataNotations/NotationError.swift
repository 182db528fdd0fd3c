package import SourceText

/// Why a piece of data could not be read, and where.
package struct NotationError: Error, Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// The text breaks the notation's grammar.
        case unreadable
        /// The text is nested or multiplied past what is safe to read.
        case tooComplex
    }

    package let reason: Reason
    /// One phrase without a full stop.
    package let message: String
    package let span: SourceSpan

    package init(_ message: String, at span: SourceSpan, reason: Reason = .unreadable) {
        self.reason = reason
        self.message = message
        self.span = span
    }

    /// The error as a finding: `data-unreadable`, or `document-too-complex`; both are errors.
    package var finding: Finding {
        let rule =
            switch reason {
            case .unreadable: "data-unreadable"
            case .tooComplex: "document-too-complex"
            }
        return Finding(rule: rule, severity: .error, message: message, at: span, identity: [message])
    }

    static func tooDeep(at span: SourceSpan) -> NotationError {
        NotationError("data is nested deeper than \(dataDepthLimit) levels", at: span, reason: .tooComplex)
    }
}
