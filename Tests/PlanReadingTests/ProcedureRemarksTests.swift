import Plan
import PlanReading
import SourceText
import Testing

/// What a way back says beside its steps.
struct ProcedureRemarksTests {
    private func remarks(_ text: String) throws -> ProcedureRemarks {
        let facts = [
            DocumentFacts(SourceFile(path: "plan.md", text: "# Ledger\n\n## Level 1: Full rollback\n\n" + text))
        ]
        return try #require(Plan(joining: facts).rollbackProcedures.first).remarks
    }

    private let steps = "\n### Step 1: Stop (2 minutes)\n\nTell the pier first.\n\n```sh\nledgerctl stop\n```\n"

    @Test func linesAreKeptInTheirOrderWithoutStepsTimesAndOccasions() throws {
        let read = try remarks(
            """
            Only with two people.

            - **Time**: 10 minutes

            ### Triggers

            - Error rate > 5%
            - Latency > 900 ms
            - A record is missing
            \(steps)
            - The writers stand still
            """)
        #expect(read.occasions.map(\.value) == ["Error rate > 5%", "Latency > 900 ms", "A record is missing"])
        #expect(
            read.notes.map(\.value) == ["Only with two people.", "Tell the pier first.", "The writers stand still"])
        #expect(read.rehearsals.isEmpty)
    }

    @Test(arguments: [
        ("Last rehearsed: 2026-11-18 on staging, 12 minutes", "2026-11-18"),
        ("Last tested 2026-11-18", "2026-11-18"), ("Zuletzt geprobt: 2026-11-18", "2026-11-18"),
        ("Drill of 2026-11-18: nine minutes", "2026-11-18"),
    ])
    func rehearsalsAreDatedLines(_ line: String, _ date: String) throws {
        let read = try remarks(line + "\n" + steps)
        #expect(read.rehearsals.map(\.date.description) == [date])
        #expect(read.rehearsals.map(\.line.value) == [line])
    }

    @Test(arguments: [
        "Next rehearsal: 2026-12-01", "Rehearsed often", "Tested with the dump of 2026-11-18",
        "Not rehearsed since 2025-01-01", "The dump of 2026-11-18 is kept",
    ])
    func whatIsToComeOrUndatedIsNone(_ line: String) throws {
        #expect(try remarks(line + "\n" + steps).rehearsals.isEmpty)
    }
}
