package import SourceText

/// A go/no-go decision with a reason for each line of it.
package struct Gate: Sendable {
    package enum Decision: String, Sendable {
        case go
        case noGo = "no-go"
    }

    /// One thing that speaks for going on or against it.
    package struct Line: Sendable {
        package let decision: Decision
        /// `measure`, `criterion`, `trigger`, `item`, `phase`, `flag`, `input`, `plan`.
        package let kind: String
        /// As the plan names it.
        package let name: String
        /// Its verdict in a word: `on target`, `pending`.
        package let state: String
        /// A sentence without full stop.
        package let reason: String
        /// Where the plan states it, nil for what stands in no document.
        package let span: SourceSpan?
        /// Whether it shows something; what was skipped or excused is not in the way, but no reason to go on either.
        let isEvidence: Bool

        init(
            _ decision: Decision, kind: String, name: String, state: String, reason: String, span: SourceSpan?,
            isEvidence: Bool = true
        ) {
            self.isEvidence = isEvidence
            self.decision = decision
            self.kind = kind
            self.name = name
            self.state = state
            self.reason = reason
            self.span = span
        }
    }

    /// What was asked: `plan`, `pre`, `phase-2`.
    package let scope: String
    /// In the order of the plan, what is unread first.
    package let lines: [Line]
    package let decision: Decision
    /// Why, in a sentence without full stop.
    package let summary: String

    /// Goes only if there is a line, every line goes, and one of them is evidence.
    ///
    /// - Parameter isShownBesides: whether there is evidence that no line tells.
    init(scope: String, lines: [Line], isShownBesides: Bool = false) {
        self.scope = scope
        self.lines = lines
        let against = lines.count { $0.decision == .noGo }
        let shown = lines.count { $0.decision == .go && $0.isEvidence }
        let isShown = shown > 0 || isShownBesides && !lines.isEmpty
        decision = against == 0 && isShown ? .go : .noGo
        summary =
            if lines.isEmpty {
                "the plan has nothing to check for '\(scope)'"
            } else if against > 0 {
                "\(against) of \(lines.count) line\(lines.count == 1 ? "" : "s") speak\(against == 1 ? "s" : "") against it"
            } else if !isShown {
                "nothing that was measured or done shows that it can go on"
            } else {
                "all \(lines.count) line\(lines.count == 1 ? "" : "s") speak for it"
            }
    }
}
