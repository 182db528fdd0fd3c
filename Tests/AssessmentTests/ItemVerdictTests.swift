import Assessment
import Observations
import Plan
import SourceText
import Testing

@Suite struct ItemVerdictTests {
    struct Case {
        let what: String
        let checked: Bool
        let results: [ItemResult]
        let verdict: ItemVerdict
        let reason: String

        init(_ what: String, checked: Bool, _ results: [ItemResult], _ verdict: ItemVerdict, _ reason: String) {
            self.what = what
            self.checked = checked
            self.results = results
            self.verdict = verdict
            self.reason = reason
        }
    }

    static let cases: [Case] = [
        Case("nothing", checked: false, [], .pending, "not ticked in plan.md:1, and no result is reported"),
        Case("a tick", checked: true, [], .passed, "ticked in plan.md:1"),
        Case("a result by id", checked: false, [result("list/1", .passed)], .passed, "reported as passed"),
        Case("its evidence", checked: false, [result("list/1", .passed, evidence: "log 7")], .passed, "log 7"),
        Case(
            "a result by text", checked: false, [result(item: "BACKUP restored!", .skipped)], .skipped,
            "reported as skipped"),
        Case(
            "an unknown id with a text", checked: false, [result("old-id", item: "Backup restored", .passed)], .passed,
            "reported as passed"),
        Case(
            "a failed result beats a tick", checked: true, [result("list/1", .failed, evidence: "log 8")], .failed,
            "log 8 (its box is ticked in plan.md:1)"),
        Case(
            "a blocked result beats a tick", checked: true, [result("list/1", .blocked)], .blocked,
            "reported as blocked (its box is ticked in plan.md:1)"),
        Case(
            "a pending result beats a tick", checked: true, [result("list/1", .pending)], .pending,
            "reported as pending (its box is ticked in plan.md:1)"),
        Case(
            "a passed result beside a tick", checked: true, [result("list/1", .passed)], .passed, "reported as passed"),
        Case(
            "the latest wins", checked: false,
            [result("list/1", .passed, age: 60), result("list/1", .failed, age: 600)], .passed, "reported as passed"),
        Case(
            "the latest wins, in any order", checked: false,
            [result("list/1", .passed, age: 600), result("list/1", .failed, age: 60)], .failed, "reported as failed"),
        Case(
            "of one moment the worst", checked: false,
            [result("list/1", .failed), result("list/1", .passed)], .failed, "reported as failed"),
        Case(
            "good news from the future does not count", checked: false, [result("list/1", .passed, age: -61)], .pending,
            "not ticked in plan.md:1, and no result is reported"),
        Case(
            "nor does it hide bad news", checked: false,
            [result("list/1", .failed, age: 60), result("list/1", .passed, age: -61)], .failed, "reported as failed"),
        Case(
            "bad news from the future counts", checked: true, [result("list/1", .failed, age: -3600)], .failed,
            "reported as failed (its box is ticked in plan.md:1)"),
        Case(
            "a clock a minute ahead is no future", checked: false, [result("list/1", .passed, age: -60)], .passed,
            "reported as passed"),
    ]

    @Test(arguments: cases)
    func itemsStandAsReportedElseAsTicked(_ one: Case) throws {
        let plan = Plan(checklists: [checklist("list", [("Backup restored", one.checked), ("Other", true)])])
        let items = try #require(try assessed(plan, results: one.results).assessment.checklists.first).items
        #expect(items.map(\.verdict) == [one.verdict, .passed], "\(one.what)")
        #expect(items.first?.reason == one.reason, "\(one.what)")
    }

    @Test func aResultKeepsItsSource() throws {
        let plan = Plan(checklists: [checklist("list", [("A", true), ("B", true)])])
        let items = try #require(
            try assessed(plan, results: [result("list/1", .passed, age: 5)]).assessment.checklists.first
        ).items
        guard case .observation("plan.md", 1) = items[0].source, case .document(let box) = items[1].source else {
            Issue.record("sources are \(items.map(\.source))")
            return
        }
        #expect(box == span(101))
        #expect(items.map(\.time) == [now.adding(seconds: -5), nil])
        #expect(items.map(\.by) == ["ops", nil])
    }

    @Test func aTextThatStandsTwiceTakesOnlyBadNews() throws {
        let plan = Plan(checklists: [checklist("a", [("Same", false)]), checklist("b", place: 110, [("same", true)])])
        func verdicts(_ status: ItemResult.Status) throws -> ([ItemVerdict], [String]) {
            let (assessment, findings) = try assessed(plan, results: [result(item: "Same", status)])
            return (assessment.checklists.flatMap(\.items).map(\.verdict), findings.map(\.message))
        }
        #expect(try verdicts(.passed) == ([.pending, .passed], ["result 'Same' could mean 2 items of the plan"]))
        #expect(try verdicts(.failed) == ([.failed, .failed], []))
    }

    @Test func whatMatchesNothingIsReported() throws {
        let plan = Plan(
            checklists: [checklist("list", [("A", false), ("", false)])])
        let results = [result("list/9", .passed), result(item: "B", .failed), result(item: "!?", .passed)]
        let flag = FlagResult(flag: "x", percent: 5, time: now, span: span(901))
        let (_, findings) = try assessed(plan, results: results, flags: [flag])
        #expect(rules(findings) == Array(repeating: "result-unmatched", count: 4))
        #expect(
            findings.map(\.message) == [
                "result 'list/9' (passed) belongs to nothing in the plan",
                "result 'B' (failed) belongs to nothing in the plan",
                "result '!?' (passed) belongs to nothing in the plan",
                "flag 'x' is reported, but the plan has none of that name",
            ])
        #expect(findings.map(\.span) == [span(900), span(900), span(900), span(901)])
        #expect(findings.allSatisfy { $0.severity == .warning })
    }

    @Test func futureResultsAreReported() throws {
        let plan = Plan(checklists: [checklist("list", [("A", false)])])
        let (_, findings) = try assessed(plan, results: [result("list/1", .passed, age: -61)])
        #expect(
            findings.map { "\($0.rule): \($0.message)" } == [
                "result-future-dated: result 'list/1' is dated 2026-11-30T12:01:01Z, later than now, and left out"
            ])
    }

    /// Good news from long before the plan is of something else; bad news stays.
    static let ages: [(ItemResult.Status, Double, Double?, ItemVerdict)] = [
        (.passed, 30, nil, .passed), (.passed, 30.1, nil, .pending), (.skipped, 400, nil, .pending),
        (.failed, 400, nil, .failed),
        // A limit of the team's own counts from now, and needs no first day.
        (.passed, 400, 500 * 86_400, .passed), (.passed, 0, 6 * 86_400, .pending), (.passed, 0, 8 * 86_400, .passed),
    ]

    @Test(arguments: ages) func goodNewsGrowsOld(
        _ status: ItemResult.Status, daysAhead: Double, limit: Double?, verdict: ItemVerdict
    ) throws {
        let first = try #require(CivilDate(iso: "2026-11-23"))
        var plan = Plan(checklists: [checklist("list", [("A", false)])])
        plan.start = first
        let start = Instant(millisecondsSinceEpoch: Int64(first.daysSinceEpoch) * 86_400_000)
        let time = start.adding(seconds: -daysAhead * 86_400)
        let reported = result("list/1", status).with(time: time)
        let configuration = AssessmentConfiguration(resultLimitSeconds: limit)
        let (assessment, findings) = assess(
            plan: plan, observations: observed(plan, [], results: [reported], configuration: configuration),
            clock: try clock(), configuration: configuration)
        let item = try #require(assessment.checklists.first?.items.first)
        #expect(item.verdict == verdict)
        guard verdict == .pending else { return #expect(findings.isEmpty) }
        #expect(rules(findings) == ["result-outdated"])
        let why =
            limit == nil ? "more than 30 days before the plan's first day" : "which is longer ago than 'result-max-age'"
        #expect(item.reason == "not ticked in plan.md:1, and its result is dated \(time.rfc3339()), \(why)")
    }

    /// Where a limit is set, good news has to say when; a tick stands for itself.
    @Test func undatedGoodNewsUnderALimit() throws {
        let plan = Plan(checklists: [checklist("list", [("A", false), ("B", true)])])
        for limit in [nil, 3600.0] {
            let configuration = AssessmentConfiguration(resultLimitSeconds: limit)
            let reported = ["A", "B"].map {
                ItemResult(test: TestName(name: $0), status: .passed, time: nil, span: span(5))
            }
            let (assessment, findings) = assess(
                plan: plan, observations: observed(plan, [], results: reported, configuration: configuration),
                clock: try clock(), configuration: configuration)
            let verdicts = assessment.checklists.flatMap(\.items).map(\.verdict)
            #expect(verdicts == (limit == nil ? [.passed, .passed] : [.pending, .passed]))
            #expect(rules(findings) == (limit == nil ? [] : ["result-outdated", "result-outdated"]))
        }
    }

    @Test func countsByVerdict() throws {
        let plan = Plan(checklists: [checklist("list", [("A", true), ("B", false), ("C", false)])])
        let list = try #require(try assessed(plan, results: [result("list/3", .blocked)]).assessment.checklists.first)
        #expect(ItemVerdict.allCases.map(list.count) == [1, 0, 0, 1, 1])
    }
}
