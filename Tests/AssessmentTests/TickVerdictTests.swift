import Assessment
import Observations
import Plan
import SourceText
import Testing

/// Ticked boxes with who, when and what shows it.
@Suite struct TickVerdictTests {
    /// `now` is 2026-11-30T12:00Z; the plan's clock is an hour ahead of UTC.
    private func judged(
        at: String? = nil, by: String? = "Marit", evidence: String? = nil, results: [ItemResult] = []
    ) throws -> (item: ItemAssessment, rules: [String]) {
        let tick = TickNote(by: by, at: at.flatMap { TickTime($0) }, evidence: evidence, span: span(300))
        let item = ChecklistItem(
            id: "pre/1", text: "Backup verified", checked: true, depth: 0, tick: tick, span: span(100))
        let (assessment, findings) = assess(
            plan: Plan(checklists: [Checklist(section: "pre", items: [item], span: span(100))]),
            observations: Observations(results: results), clock: try clock(),
            configuration: AssessmentConfiguration(planClock: { $0.adding(seconds: -3600) }))
        return (try #require(assessment.checklists.first?.items.first), findings.map(\.rule))
    }

    @Test func whoAndWhenAreTold() throws {
        let (item, rules) = try judged(at: "2026-11-30T09:30", evidence: "https://ci.example/7")
        #expect(item.verdict == .passed && item.by == "Marit")
        #expect(item.time?.rfc3339() == "2026-11-30T08:30:00Z")
        #expect(item.reason == "ticked in plan.md:1: https://ci.example/7")
        #expect(rules == [])
        #expect(try judged(at: "2026-11-30T09:30Z").item.time?.rfc3339() == "2026-11-30T09:30:00Z")
        let plain = try judged(at: nil, by: nil).item
        #expect(plain.verdict == .passed && plain.reason == "ticked in plan.md:1" && plain.time == nil)
    }

    /// What is still to come is no good news.
    @Test(arguments: ["2026-11-30T13:02", "2026-12-01", "2026-11-30T12:02Z"]) func ahead(_ time: String) throws {
        let (item, rules) = try judged(at: time)
        #expect(item.verdict == .pending && item.time == nil && item.by == nil)
        #expect(
            item.reason.hasPrefix("ticked in plan.md:1, but dated 2026-") && item.reason.hasSuffix(", later than now"))
        #expect(rules == ["result-future-dated"])
    }

    /// Nobody knows whether its moment has come.
    @Test func aTimeThatCannotBeRead() throws {
        let tick = TickNote(by: "Marit", at: nil, evidence: "run 7", isTimeUnreadable: true, span: span(300))
        let items = [true, false].map { checked in
            ChecklistItem(
                id: "pre/\(checked)", text: "Backup \(checked)", checked: checked, depth: 0, tick: tick, span: span(100)
            )
        }
        let judged = try assessed(Plan(checklists: [Checklist(section: "pre", items: items, span: span(100))]))
            .assessment.checklists.flatMap(\.items)
        #expect(judged.map(\.verdict) == [.pending, .pending])
        #expect(
            judged.map(\.reason) == [
                "ticked in plan.md:1, but at a time that cannot be read",
                "not ticked in plan.md:1, and no result is reported",
            ])
    }

    @Test(arguments: ["2026-11-30T13:01", "2026-11-30T12:00:30Z"]) func clocksMayDiffer(_ time: String) throws {
        #expect(try judged(at: time).item.verdict == .passed)
    }

    static let orders: [(String?, ItemResult, ItemVerdict)] = [
        // A tick that is later than a result goes before it.
        ("2026-11-30T11:00Z", result("pre/1", .failed, age: 7200), .passed),
        ("2026-11-30T09:00Z", result("pre/1", .failed, age: 7200), .failed),
        ("2026-11-30T10:00Z", result("pre/1", .failed, age: 7200), .failed),
        (nil, result("pre/1", .failed, age: 7200), .failed),
        ("2026-12-24", result("pre/1", .blocked, age: 7200), .blocked),
        ("2026-12-24", result("pre/1", .passed, age: 7200), .passed),
        (
            "2026-11-30T11:00Z",
            ItemResult(test: TestName(name: "Backup verified"), status: .failed, time: nil, span: span(5)), .failed
        ),
    ]

    @Test(arguments: orders) func againstResults(_ at: String?, _ result: ItemResult, _ verdict: ItemVerdict) throws {
        #expect(try judged(at: at, results: [result]).item.verdict == verdict)
    }
}
