import Foundation
import Observations
import SourceText
import Testing

@testable import Events

private let noon = Instant(millisecondsSinceEpoch: 1_796_000_400_000)

private func state(_ id: String, _ verdict: String, _ subject: VerdictSubject = .kpi) -> VerdictState {
    VerdictState(subject: subject, id: id, name: id, verdict: verdict, reason: "Because \"so\".")
}

private func log(_ text: String) -> EventLog { EventLog(file(text)) }

private func file(_ text: String) -> SourceFile { SourceFile(path: ".plumbline/events.jsonl", text: text) }

@Suite struct EventLogTests {
    private let states = [
        state("plan", "alert", .plan), state("Error rate", "alert"), state("Error rate", "late", .phase),
    ]

    @Test func whatIsWrittenIsReadAgain() {
        let text = EventLog.addition(to: file(""), of: states, at: noon)
        let read = log(text)
        #expect(read.findings.isEmpty)
        #expect(read.verdicts.map(\.state) == states)
        #expect(read.verdicts.allSatisfy { $0.time == noon && $0.from == nil })
        #expect(text.split(separator: "\n").count == 3)
    }

    @Test func nothingIsAddedForTheSameState() {
        let text = EventLog.addition(to: file(""), of: states, at: noon)
        #expect(EventLog.addition(to: file(text), of: states, at: noon).isEmpty)
        #expect(EventLog.addition(to: file(text), of: states, at: noon.adding(seconds: 3600)).isEmpty)
    }

    @Test func onlyWhatChangedIsAdded() {
        let text = EventLog.addition(to: file(""), of: states, at: noon)
        let later = [
            state("plan", "alert", .plan), state("Error rate", "on target"), state("Error rate", "late", .phase),
        ]
        let changes = log(text).changes(to: later, at: noon.adding(seconds: 60))
        #expect(changes.map(\.state.id) == ["Error rate"])
        #expect(changes.first?.from == "alert")
        #expect(changes.first?.state.verdict == "on target")
    }

    @Test func aMomentBeforeTheLastEventAddsNothing() {
        let text = EventLog.addition(to: file(""), of: states, at: noon)
        #expect(log(text).changes(to: [state("plan", "on plan", .plan)], at: noon.adding(seconds: -1)).isEmpty)
    }

    /// A run that was ended while it wrote leaves half a line; the next one begins a line of its own.
    @Test func aTornLastLineIsToldAndLeftAlone() {
        let whole = EventLog.addition(to: file(""), of: states, at: noon)
        let torn = String(whole.dropLast(30))
        let read = log(torn)
        #expect(read.verdicts.map(\.state) == Array(states.dropLast()))
        #expect(read.findings.map(\.message) == ["line 3 of the event log is left out: it is no JSON object"])
        #expect(read.findings.first?.severity == .warning)
        let added = torn + EventLog.addition(to: file(torn), of: states, at: noon)
        #expect(log(added).verdicts.map(\.state) == states)
        #expect(log(added).findings.map(\.message) == read.findings.map(\.message))
    }

    @Test func aLastLineWithoutItsEndCounts() {
        let whole = String(EventLog.addition(to: file(""), of: states, at: noon).dropLast())
        #expect(log(whole).verdicts.count == 3)
        #expect(log(whole).findings.isEmpty)
        let more = EventLog.addition(to: file(whole), of: [state("plan", "on plan", .plan)], at: noon)
        #expect(log(whole + more).verdicts.count == 4)
    }

    @Test(arguments: [
        ("[]", "it is no JSON object"), ("{}", "it names no event"), ("nonsense", "it is no JSON object"),
        (#"{"event":"verdict"}"#, "it has no time"),
        (#"{"event":"verdict","time":"2026-11-30T12:00:00"}"#, "it has no time"),
        (#"{"event":"verdict","time":"2026-11-30T12:00:00Z"}"#, "it does not say which verdict changed"),
        (
            #"{"event":"verdict","time":"2026-11-30T12:00:00Z","subject":"moon","id":"a","to":"b"}"#,
            "it does not say which verdict changed"
        ),
    ])
    func whatIsNoEventIsTold(line: String, why: String) {
        let read = log("\n\(line)\n\(state("a", "alert").verdict)\n")
        #expect(read.verdicts.isEmpty)
        #expect(read.findings.first?.message == "line 2 of the event log is left out: \(why)")
        #expect(read.findings.first?.span?.start.line == 2)
    }

    @Test func eventsOfOtherKindsArePassedOver() {
        let read = log(#"{"schema":"plumbline/event/1","event":"notice","time":"2026-11-30T12:00:00Z"}"# + "\n")
        #expect(read.verdicts.isEmpty)
        #expect(read.findings.isEmpty)
    }

    @Test func binaryIsNoLog() {
        let read = EventLog(SourceFile(path: "e", bytes: (0..<2000).map { UInt8(truncatingIfNeeded: $0 * 7) }))
        #expect(read.verdicts.isEmpty)
    }

    /// Every key of a line stands in the schema, with what it means.
    @Test func theSchemaDocumentsEveryKey() throws {
        let schema = try #require(
            try JSONSerialization.jsonObject(with: Data(eventsSchema.utf8)) as? [String: Any])
        let then = try #require((schema["then"] as? [String: Any])?["properties"] as? [String: [String: Any]])
        let keys = try #require(schema["properties"] as? [String: [String: Any]]).merging(then) { first, _ in first }
        let line = VerdictEvent(time: noon, state: states[0], from: nil).line
        let written = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(Set(keys.keys) == Set(written.keys))
        #expect(keys.values.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
    }
}
