import Events
import Plan
import Report
import SourceText
import Updates

/// What was told by day 8: an incident that goes on, work that is ahead, work that is over.
extension Example {
    static let updates = [
        update(
            "2026-11-27-1600-rules",
            """
            kind: planned
            title: "Day 9: stricter rules"
            time: 2026-11-27T16:00
            start: 2026-12-01T09:30
            end: 2026-12-01T11:00
            affects: [enableBackgroundProcessing]
            """, "Entries may be refused with an explanation.\n\n- The office answers until 18:00"),
        update(
            "2026-11-25-0900-disks",
            """
            kind: planned
            title: Disks are swapped
            start: 2026-11-26T22:00:00+01:00
            end: 2026-11-26T23:30:00+01:00
            """, ""),
        update(
            "2026-11-30-1112-errors",
            """
            kind: incident
            title: More errors since validation is asynchronous
            time: 2026-11-30T11:12:00+01:00
            affects: [Error rate, enableAsyncValidation]
            """, "Over 1 % since 10:12. Records are stored <b>correctly</b>."),
        update(
            "2026-11-30-1345-queue",
            """
            kind: update
            time: 2026-11-30T13:45:00+01:00
            of: 2026-11-30-1112-errors
            """, "The queue backs up\n\nJobs take over 60 s since 13:20.\n\nNext word at 15:00."),
    ].compactMap(\.self)

    static let events = EventLog(
        SourceFile(
            path: ".plumbline/events.jsonl",
            text: """
                {"schema":"plumbline/event/1","event":"verdict","time":"2026-11-23T08:00:00Z","subject":"plan","id":"plan","name":"The plan","from":null,"to":"unknown","reason":"Nothing is measured yet."}
                {"schema":"plumbline/event/1","event":"verdict","time":"2026-11-23T09:00:00Z","subject":"kpi","id":"Error rate","name":"Error rate","from":null,"to":"on target","reason":"0.6% is below the target of 1%."}
                {"schema":"plumbline/event/1","event":"verdict","time":"2026-11-24T09:00:00Z","subject":"plan","id":"plan","name":"The plan","from":"unknown","to":"on plan","reason":"Everything is on target."}
                {"schema":"plumbline/event/1","event":"verdict","time":"2026-11-30T10:12:00Z","subject":"kpi","id":"Error rate","name":"Error rate","from":"on target","to":"off target","reason":"1.1% is over the target of 1%."}

                """))

    static func update(_ id: String, _ matter: String, _ body: String) -> Update? {
        Update.read(SourceFile(path: "updates/\(id).md", text: "---\n\(matter)\n---\n\n\(body)\n"), hasZone: true)
            .update
    }
}
