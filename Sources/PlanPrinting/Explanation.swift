package import Plan
package import SourceText

/// A fact of the plan with everything that places state of it.
struct Explanation {
    /// What it is: `phase`, `flag`.
    let kind: String
    /// What the plan calls it: `Phase 2`, `enableNewCart`.
    let name: String
    let statements: [Statement]

    /// What one place states.
    struct Statement {
        /// `name`, `duration`; what is stated.
        let what: String
        /// As printed, or as it was understood.
        let value: String
        let span: SourceSpan
        /// nil when it is not known.
        let reading: Reading?
        /// Why the place tells of the same thing as the first; nil when nothing had to be joined.
        let reason: JoinReason?
    }
}

/// Facts of one kind under their title.
struct ExplanationGroup {
    let title: String
    let facts: [Explanation]
}

/// Tells how places are read that do not say it themselves; nil when it cannot be told.
package typealias ReadingOfPlace = (SourceSpan) -> Reading?

/// Gathers the statements of one fact.
struct StatementList {
    private let reading: ReadingOfPlace
    private(set) var statements: [Explanation.Statement] = []

    init(_ reading: @escaping ReadingOfPlace) { self.reading = reading }

    /// Adds what a claim states; nothing when there is none.
    mutating func add<Value>(
        _ what: String, _ claim: Claim<Value>?, because reason: JoinReason? = nil, text: (Value) -> String
    ) {
        guard let claim else { return }
        statements.append(
            Explanation.Statement(
                what: what, value: text(claim.value), span: claim.span, reading: claim.reading, reason: reason))
    }

    /// Adds claims about one thing; those from other documents than `main` were joined for a reason.
    mutating func add<Value>(
        _ what: String, _ claims: [Claim<Value>], besides main: SourceSpan, because reason: JoinReason?,
        text: (Value) -> String
    ) {
        for claim in claims {
            add(what, claim, because: claim.span.path == main.path ? nil : reason, text: text)
        }
    }

    /// Adds what a place states that does not know how it was read.
    mutating func add(
        _ what: String, _ value: String, at span: SourceSpan, as known: Reading? = nil,
        because reason: JoinReason? = nil
    ) {
        statements.append(
            Explanation.Statement(
                what: what, value: value, span: span, reading: known ?? reading(span), reason: reason))
    }
}
