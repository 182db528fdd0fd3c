import Foundation
import SourceText
import Testing

@testable import PlanRules

struct WindowDateConflictTests {
    private func update(_ title: String, _ start: String, _ end: String? = nil, more: String = "") -> (String, String) {
        (
            "updates/u.md",
            """
            ---
            kind: planned
            title: "\(title)"
            start: ‹1:\(start)›
            end: \(end ?? String(start.prefix(10)) + "T23:59:00+01:00")
            \(more)---

            Readers notice nothing.
            """
        )
    }

    private static let plan = """
        ---
        start: 2026-11-23
        ---
        # Depot move

        ## ‹2:Phase 2: Trucks (Day 6-9)›

        ### Day 6: First trucks

        ### ‹3:Day 9: Last trucks›

        **Maintenance window**: ‹4:2 December 2026›, 22:00
        """

    private func places(_ plan: String, but mark: Int?) -> String {
        var text = plan
        for number in 2...9 where number != mark { text = unmarked(text, number) }
        return text
    }

    private func unmarked(_ text: String, _ number: Int) -> String {
        guard let start = text.range(of: "‹\(number):"), let end = text[start.upperBound...].range(of: "›") else {
            return text
        }
        return String(text[..<start.lowerBound] + text[start.upperBound..<end.lowerBound] + text[end.upperBound...])
    }

    /// Titles for the wrong date, and what is said.
    @Test(arguments: [
        ("Day 9", "'day 9' is announced for 2026-12-04 here, but is 2026-12-01 in plan.md:10"),
        ("Day 9: last trucks", "'day 9' is announced for 2026-12-04"),
        ("Day 9 – last trucks", "'day 9' is announced for 2026-12-04"),
        ("Maintenance window for day 9", "'day 9' is announced for 2026-12-04"),
        ("Rollout on day 9", "'day 9' is announced for 2026-12-04"),
    ])
    func aDayIsCountedFromTheFirst(title: String, message: String) throws {
        let documents = [("plan.md", places(Self.plan, but: nil)), update(title, "2026-12-04T09:00:00+01:00")]
        let files = documents.map { (name: $0.0, text: $0.1) }
        let found = findings(of: [.windowDateConflict], in: try MarkedText(files).files)
        #expect(found.count == 1)
        #expect(found.first?.message.hasPrefix(message) == true, "\(found.map(\.message))")
        #expect(found.first?.related.map { $0.span.path } == ["plan.md"])
        #expect(found.first?.span?.text == "2026-12-04T09:00:00+01:00")
    }

    @Test func aDateThatStandsWithTheDayCounts() throws {
        try expect(
            .windowDateConflict,
            in: [
                ("plan.md", "# P\n\n### Day 9: Last trucks\n\n### Day 10 (‹2:4 March 2026›): Rest\n"),
                update("Day 10", "2026-03-05T10:00:00+01:00"),
            ], reports: .at(1, "'day 10' is announced for 2026-03-05 here, but is 2026-03-04 in plan.md:5", note: 2))
    }

    @Test func datesOfAPhaseCount() throws {
        try expect(
            .windowDateConflict,
            in: [
                ("plan.md", "# P\n\n## Phase 1: Pack\n\n## Phase 2: Trucks (‹2:2026-03-02 to 2026-03-04›)\n"),
                update("Phase 2", "2026-03-06T10:00:00+01:00", "2026-03-07T10:00:00+01:00"),
            ], reports: .at(1, "'phase 2' is announced for 2026-03-06 to 2026-03-07 here", note: 2))
    }

    @Test func theMaintenanceWindowOfAFieldCounts() throws {
        try expect(
            .windowDateConflict,
            in: [
                ("plan.md", "# P\n\n**Maintenance window**: ‹2:2 December 2026, 22:00›\n"),
                update("Maintenance window", "2026-12-03T22:00:00+01:00"),
            ], reports: .at(1, "'maintenance window' is announced for 2026-12-03 here, but is 2026-12-02", note: 2))
    }

    @Test func theGoLiveCounts() throws {
        try expect(
            .windowDateConflict,
            in: [
                ("plan.md", "# P\n\n**Cut-over**: ‹2:14 March 2026›\n"),
                update("Cutover", "2026-03-15T22:00:00+01:00"),
            ], reports: .at(1, "'cutover' is announced for 2026-03-15 here, but is 2026-03-14", note: 2))
    }

    @Test func aFlagWithItsShareCounts() throws {
        let plan = """
            ---
            start: 2026-11-23
            ---
            # Search

            ## Phase 1: Rollout (Day 1-5)

            | Flag | Day | Rollout |
            | --- | --- | --- |
            | `enableSearch` | Day 2 | 10% |
            | `enableSearch` | Day 4 | 50% |
            """
        for (title, count) in [
            ("enableSearch to 50 %", 1), ("Raise enableSearch to 50%", 1), ("enableSearch review at 50%", 0),
        ] {
            let files = [("plan.md", plan), update(title, "2026-11-28T10:00:00+01:00")].map { (name: $0.0, text: $0.1) }
            #expect(findings(of: [.windowDateConflict], in: try MarkedText(files).files).count == count, "\(title)")
        }
    }

    /// Titles and dates at which the rule has nothing to say, for the plan above.
    @Test(arguments: [
        ("Day 9", "2026-12-01T09:00:00+01:00"), ("Day 9", "2026-12-03T09:00:00+01:00"),
        ("Day 9", "2026-11-30T23:30:00Z"), ("Rehearsal for day 9", "2026-11-27T09:00:00+01:00"),
        ("Preparation of day 9", "2026-11-27T09:00:00+01:00"), ("After day 9", "2026-12-04T09:00:00+01:00"),
        ("Day 9 review", "2026-12-04T09:00:00+01:00"), ("Day 19", "2026-12-04T09:00:00+01:00"),
        ("Days 6 and 9", "2026-12-04T09:00:00+01:00"), ("Phase 2", "2026-11-30T09:00:00+01:00"),
        ("Phase 3", "2026-12-24T09:00:00+01:00"), ("Second maintenance window", "2026-12-24T09:00:00+01:00"),
        ("Trucks are washed", "2026-12-24T09:00:00+01:00"), ("Maintenance window", "2026-12-02T22:00:00+01:00"),
        ("Go-live", "2026-12-24T09:00:00+01:00"), ("", "2026-12-24T09:00:00+01:00"),
    ])
    func whatMayBeSomethingElseIsLeftAlone(title: String, start: String) throws {
        let documents = [("plan.md", places(Self.plan, but: nil)), update(title, start)]
        try expectSilence(of: .windowDateConflict, in: documents.map { (name: $0.0, text: $0.1) })
    }

    @Test func workThatIsOverOrAgreesElsewhereIsLeftAlone() throws {
        let plan = ("plan.md", places(Self.plan, but: nil))
        let wrong = update("Day 9", "2026-12-04T09:00:00+01:00")
        let done = ("updates/v.md", "---\nkind: resolved\ntime: 2026-12-01T10:00Z\nof: u\n---\nCalled off.\n")
        try expectSilence(of: .windowDateConflict, in: [plan, wrong, done].map { (name: $0.0, text: $0.1) })
        let right = ("updates/w.md", update("Day 9", "2026-12-01T09:00:00+01:00").1.replacing("‹1:", with: "‹5:"))
        try expectSilence(of: .windowDateConflict, in: [plan, wrong, right].map { (name: $0.0, text: $0.1) })
    }

    @Test func incidentsHaveNoWindow() throws {
        let incident = ("updates/u.md", "---\nkind: incident\ntitle: Day 9\ntime: 2026-12-24T10:00Z\n---\nText\n")
        try expectSilence(
            of: .windowDateConflict,
            in: [("plan.md", places(Self.plan, but: nil)), incident].map { (name: $0.0, text: $0.1) })
    }
}
