package import SourceText

/// One thing that a plan means otherwise than it did.
package struct PlanChange: Sendable {
    /// What the change is about.
    package enum Kind: String, Sendable, CaseIterable {
        case plan, phase, day, task, flag, threshold, criterion, trigger, rollback, step, command, checklist, item, risk
        case communication, dashboard, escalation, wave
    }
    package enum Action: String, Sendable, CaseIterable {
        case added, removed, changed, renamed, moved, ticked, unticked
    }
    /// Whether the plan asks for less than it did (a limit that lets more pass, a budget that lasts longer) or for more.
    package enum Direction: String, Sendable, CaseIterable {
        case loosened, tightened, neutral
    }
    /// What a place says, before or after.
    package struct Side: Sendable {
        package let text: String
        package let span: SourceSpan

        package init(_ text: String, at span: SourceSpan) {
            self.text = text
            self.span = span
        }
    }
    package let kind: Kind
    package let action: Action
    package let direction: Direction
    /// What the plan calls it: `Full rollback`, `enableNewCart`, `Phase 2: Pilot`.
    package let entity: String
    /// Which of its values: `alert limit`; nil for itself, or for the value that it is all about.
    package let aspect: String?
    /// nil for what was added.
    package let before: Side?
    /// nil for what was removed.
    package let after: Side?
    /// The change in one line: `Full rollback: < 30 min → < 60 min`.
    package let text: String

    /// - Parameter text: nil for subject and values.
    init(
        _ kind: Kind, _ action: Action, _ entity: String, _ aspect: String? = nil, before: Side?, after: Side?,
        direction: Direction = .neutral, text: String? = nil
    ) {
        self.kind = kind
        self.action = action
        self.direction = direction
        self.entity = clipped(entity)
        self.aspect = aspect
        self.before = before
        self.after = after
        self.text = text ?? PlanChange.text(clipped(entity), aspect, before, after)
    }

    func masked(by mask: SecretMask) -> PlanChange {
        func masked(_ side: Side?) -> Side? { side.map { Side(mask.text($0.text), at: $0.span) } }
        return PlanChange(
            kind, action, mask.text(entity), aspect.map(mask.text), before: masked(before), after: masked(after),
            direction: direction, text: mask.text(text))
    }

    private static func text(_ entity: String, _ aspect: String?, _ before: Side?, _ after: Side?) -> String {
        let subject = aspect.map { "\(entity), \($0)" } ?? entity
        let values = [before, after].compactMap { $0.map { clipped($0.text) } }.filter { $0 != entity }
        guard !values.isEmpty else { return subject }
        let hasArrow = values.contains { $0.contains("→") }
        return "\(subject): \(values.map { hasArrow ? "'\($0)'" : $0 }.joined(separator: " → "))"
    }

    /// Where to look: behind the change, or before it when it is gone.
    package var place: SourceSpan? { after?.span ?? before?.span }

    /// Whether a reviewer should see it first.
    package var isAlarming: Bool { direction == .loosened || action == .unticked }
}

/// A text of a document on one line, at most a hundred characters.
func clipped(_ text: String) -> String { text.clipped(to: 100) }
