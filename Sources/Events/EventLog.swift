import DataNotations
package import Observations
package import SourceText

/// What runs of Plumbline have recorded: a line of JSON for each event, the oldest first.
package struct EventLog: Sendable {
    /// Verdicts that changed, in the order of the file.
    package let verdicts: [VerdictEvent]
    /// `event-unreadable` for lines that are no events; events of other kinds are passed over in silence.
    package let findings: [Finding]

    package static let empty = EventLog(verdicts: [], findings: [])

    /// A log that cannot be read.
    package init(finding: Finding) { self.init(verdicts: [], findings: [finding]) }

    private init(verdicts: [VerdictEvent], findings: [Finding]) {
        self.verdicts = verdicts
        self.findings = findings
    }

    /// Reads a whole log. A line that cannot be read, the last one too, which a run may have been cut off in, is left
    /// out and told.
    package init(_ source: SourceFile) {
        var (verdicts, findings): ([VerdictEvent], [Finding]) = ([], [])
        for number in 1...source.lineStarts.count {
            let range = source.lineRange(number)
            guard source.bytes[range].contains(where: { $0 > 0x20 }) else { continue }
            let span = SourceSpan(file: source, range: range)
            switch Line(span) {
            case .verdict(let event): verdicts.append(event)
            case .other: break
            case .unreadable(let why):
                findings.append(
                    Finding(
                        rule: "event-unreadable", severity: .warning,
                        message: "line \(number) of the event log is left out: \(why)", at: span,
                        help: "remove the line if it is of no use", identity: [source.path, String(number)]))
            }
        }
        self.init(verdicts: verdicts, findings: findings)
    }

    /// What is to be added so that the log ends in these states; nothing when it holds what happened later.
    package func changes(to states: [VerdictState], at now: Instant) -> [VerdictEvent] {
        guard verdicts.allSatisfy({ $0.time <= now }) else { return [] }
        var last: [Key: String] = [:]
        for event in verdicts { last[Key(event.state)] = event.state.verdict }
        return states.compactMap { state in
            let from = last[Key(state)]
            return from == state.verdict ? nil : VerdictEvent(time: now, state: state, from: from)
        }
    }

    /// The lines to be added to a file of these bytes, or an empty one; a line that was cut off stays by itself.
    package static func addition(to source: SourceFile, of states: [VerdictState], at now: Instant) -> String {
        let lines = EventLog(source).changes(to: states, at: now).map { $0.line + "\n" }
        guard !lines.isEmpty else { return "" }
        let isCutOff = source.bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false
        return (isCutOff ? "\n" : "") + lines.joined()
    }

    private struct Key: Hashable {
        let subject: VerdictSubject
        let id: String

        init(_ state: VerdictState) { (subject, id) = (state.subject, state.id) }
    }
}

private enum Line {
    case verdict(VerdictEvent)
    /// Of a kind that a newer version knows.
    case other
    case unreadable(String)

    init(_ span: SourceSpan) {
        guard let value = try? DataDocument.json(NotationInput(span)), case .object = value.kind else {
            self = .unreadable("it is no JSON object")
            return
        }
        func text(_ key: String) -> String? { value[key]?.stringValue }
        guard let kind = text("event") else {
            self = .unreadable("it names no event")
            return
        }
        guard kind == "verdict" else {
            self = .other
            return
        }
        guard let time = text("time").flatMap({ try? Instant(reading: $0) }) else {
            self = .unreadable("it has no time")
            return
        }
        guard let subject = text("subject").flatMap(VerdictSubject.init(rawValue:)), let id = text("id"),
            let verdict = text("to")
        else {
            self = .unreadable("it does not say which verdict changed")
            return
        }
        self = .verdict(
            VerdictEvent(
                time: time,
                state: VerdictState(
                    subject: subject, id: id, name: text("name") ?? id, verdict: verdict, reason: text("reason") ?? ""),
                from: text("from")))
    }
}
