package import Observations
import SourceText

/// What a verdict speaks of.
package enum VerdictSubject: String, Sendable, CaseIterable { case plan, kpi, phase }

/// How something stands at a moment.
package struct VerdictState: Sendable, Hashable {
    package let subject: VerdictSubject
    /// Tells it from others of its kind; the same in every build.
    package let id: String
    package let name: String
    /// The contract's word: `on target`.
    package let verdict: String
    package let reason: String

    package init(subject: VerdictSubject, id: String, name: String, verdict: String, reason: String) {
        self.subject = subject
        self.id = id
        self.name = name
        self.verdict = verdict
        self.reason = reason
    }
}

/// A verdict that became another: a line of the event log.
package struct VerdictEvent: Sendable, Hashable {
    package let time: Instant
    /// As it is from then on.
    package let state: VerdictState
    /// The verdict before; nil when it is told for the first time.
    package let from: String?

    package init(time: Instant, state: VerdictState, from: String?) {
        self.time = time
        self.state = state
        self.from = from
    }

    /// The contract `plumbline/event/1`, on one line without its end; `Schemas/events.schema.json` documents every key.
    package var line: String {
        OrderedJSON.object([
            ("schema", .string("plumbline/event/1")), ("event", .string("verdict")), ("time", .string(time.rfc3339())),
            ("subject", .string(state.subject.rawValue)), ("id", .string(state.id)), ("name", .string(state.name)),
            ("from", .optional(from)), ("to", .string(state.verdict)), ("reason", .string(state.reason)),
        ]).compact()
    }
}
