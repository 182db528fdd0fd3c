import Plan
import PlanReading
import SourceText
import Testing

/// Comments behind ticked boxes.
struct TickReadingTests {
    private func ticks(_ text: String) -> [TickNote?] {
        let facts = [DocumentFacts(SourceFile(path: "a.md", text: text))]
        return Plan(joining: facts).checklists.flatMap(\.items).map(\.tick)
    }

    private func tick(_ comment: String) throws -> TickNote {
        try #require(try #require(ticks("# A\n\n- [x] Backup verified \(comment)\n").first ?? nil))
    }

    @Test(arguments: [
        "<!-- by: release manager at: 2026-11-24T09:30Z evidence: https://ci.example/7?a=b at noon -->",
        "<!--at: \"2026-11-24T09:30Z\", by: 'release manager'; evidence: \"https://ci.example/7?a=b at noon\"-->",
        "<!-- EVIDENCE: https://ci.example/7?a=b at noon By:release manager\n  at:2026-11-24T09:30Z -->",
    ])
    func orderAndQuotesAreFree(_ comment: String) throws {
        let note = try tick(comment)
        #expect(note.by == "release manager")
        #expect(note.at == TickTime("2026-11-24T09:30Z"))
        #expect(note.evidence == "https://ci.example/7?a=b at noon")
        #expect(note.fault == nil)
        #expect(note.span.text == comment)
    }

    @Test func anyOfThemAlone() throws {
        #expect(try tick("<!-- by: Jörg -->").by == "Jörg")
        #expect(try tick("<!-- at: 2026-11-24 -->").at == TickTime("2026-11-24"))
        #expect(try tick("<!-- evidence: seen: by eye -->").evidence == "seen: by eye")
    }

    /// A time that is there and says nothing is told apart from none.
    @Test(arguments: [
        ("<!-- by: a -->", false), ("<!-- at: 2026-11-24 -->", false), ("<!-- at: 2027-13-45T99:99 -->", true),
        ("<!-- at: -->", true), ("<!-- by: a at: soon evidence: x -->", true), ("<!-- at: \"2026-11-24 -->", true),
        ("<!-- by: \"a at: 2026-11-24 -->", true), ("<!-- by: \"a in that: -->", false),
        ("<!-- by: a evidence: at noon -->", false),
    ])
    func unreadableTimes(_ comment: String, _ isUnreadable: Bool) throws {
        #expect(try tick(comment).isTimeUnreadable == isUnreadable)
    }

    /// Below the item, beside another comment, in a nested item.
    @Test func places() {
        let notes = ticks(
            """
            # A

            - [x] One
              <!-- by: a -->
            - [x] Two <!-- later --> <!-- by: b -->
              - [x] **Three** <!-- by: c --> and more
            - [X] Four

              <!-- by: d -->
            - [x] Five
            - [ ] Six <!-- by: e -->
            """)
        #expect(notes.map { $0?.by } == ["a", "b", "c", "d", nil, nil])
    }

    @Test(arguments: [
        "", "<!-- later -->", "<!-- by the way, it was late -->", "<!-- done by: Marit -->", "<!-- by -->", "<!---->",
        "<!-- plumbline: allow all -->", "`<!-- by: a -->`", "<!-- by; a -->",
    ])
    func otherCommentsAreNone(_ comment: String) {
        #expect(ticks("# A\n\n- [x] Backup verified \(comment)\n").map { $0?.span.text } == [nil])
    }

    @Test(arguments: [
        ("<!-- at: tomorrow -->", "'tomorrow' is no time such as 2026-11-24T09:30", "tomorrow"),
        ("<!-- by: Marit at: 24.11.2026 -->", "'24.11.2026' is no time such as 2026-11-24T09:30", "24.11.2026"),
        ("<!-- by: at: 2026-11-24 -->", "'by:' says nothing", "by:"),
        ("<!-- evidence: -->", "'evidence:' says nothing", "evidence:"),
        ("<!-- by: a by: b -->", "'by:' stands here twice", "by:"),
        ("<!-- by: Marit on: 2026-11-24 -->", "'on:' is none of by:, at: and evidence:", "on:"),
        ("<!-- by: \"Marit at: 2026-11-24 -->", "the quotes that begin here do not end", "\"Marit at: 2026-11-24 "),
        ("<!-- by: \"Marit\" K. -->", "behind the quotes none of by:, at: and evidence: comes", " K. "),
    ])
    func faultsHaveTheirPlace(_ comment: String, _ message: String, _ place: String) throws {
        let fault = try #require(try tick(comment).fault)
        #expect(fault.value == message)
        #expect(fault.span.text == place)
    }

    /// What can be read is kept beside what cannot.
    @Test func aFaultCostsItselfAlone() throws {
        let note = try tick("<!-- by: Marit at: noon evidence: run 7 -->")
        #expect(note.by == "Marit" && note.evidence == "run 7" && note.at == nil)
    }
}
