import Assessment
import Observations
import Plan
import SourceText
import Testing

/// Today is day 8.
@Suite struct PhaseVerdictTests {
    struct Case {
        let what: String
        let days: ClosedRange<Int>?
        let items: [Bool]
        let results: [ItemResult]
        let verdict: PhaseVerdict
        let reason: String

        init(
            _ what: String, _ days: ClosedRange<Int>?, _ items: [Bool], _ results: [ItemResult],
            _ verdict: PhaseVerdict, _ reason: String
        ) {
            self.what = what
            self.days = days
            self.items = items
            self.results = results
            self.verdict = verdict
            self.reason = reason
        }

        init(_ what: String, _ days: ClosedRange<Int>?, _ items: [Bool], _ verdict: PhaseVerdict, _ reason: String) {
            self.init(what, days, items, [], verdict, reason)
        }
    }

    static let cases: [Case] = [
        Case("before its days", 9...10, [false], .notStarted, "it starts on day 9"),
        Case(
            "begun early", 9...10, [true, false], .inProgress, "it starts on day 9, but has begun: 1 of 2 items passed"),
        Case("first day", 8...10, [false], .inProgress, "it runs until day 10, and today is day 8; 0 of 1 item passed"),
        Case("last day", 6...8, [false], .inProgress, "it runs until day 8, and today is day 8; 0 of 1 item passed"),
        Case(
            "inside, without items", 6...10, [], .inProgress,
            "it runs until day 10, and today is day 8; it has no items"),
        Case(
            "past its end, open", 6...7, [true, false], .late,
            "it was to end on day 7, and today is day 8; 1 of 2 items passed"),
        Case("past its end, done", 6...7, [true, true], .done, "all 2 items are passed"),
        Case("done early", 9...10, [true], .done, "its one item is passed"),
        Case(
            "past its end, without evidence", 6...7, [], .unknown,
            "it was to end on day 7, and today is day 8, but no item or result shows that it is done"),
        Case(
            "past its end, skipped", 6...7, [false], [result("list/1", .skipped)], .unknown,
            "it was to end on day 7, and today is day 8, but all its items were skipped"),
        Case(
            "skipped items do not count", 6...7, [true, false], [result("list/2", .skipped)], .done,
            "1 passed, 1 skipped"),
        Case(
            "a failed item", 6...10, [true, true], [result("list/2", .failed)], .inProgress,
            "it runs until day 10, and today is day 8; 1 of 2 items passed; 1 failed"),
        Case(
            "a blocked item, late", 6...7, [true, false], [result("list/2", .blocked)], .late,
            "it was to end on day 7, and today is day 8; 1 of 2 items passed; 1 blocked"),
        Case("reported as passed", 6...7, [], [result("phase-1", .passed)], .done, "reported as passed in plan.md:1"),
        Case(
            "reported by name", 6...7, [], [result(item: "part 1", .passed, evidence: "signed off")], .done,
            "signed off"),
        Case(
            "reported by title", 6...7, [], [result(item: "Phase 1", .passed)], .done, "reported as passed in plan.md:1"
        ),
        Case(
            "reported as passed with an open item", 6...7, [true, false], [result("phase-1", .passed)], .late,
            "it was to end on day 7, and today is day 8; 1 of 2 items passed; the phase is reported as passed"),
        Case(
            "reported as failed with all items passed", 6...7, [true], [result("phase-1", .failed)], .late,
            "it was to end on day 7, and today is day 8; 1 of 1 item passed; the phase is reported as failed"),
        Case(
            "reported as failed without items", 6...7, [], [result("phase-1", .failed)], .late,
            "it was to end on day 7, and today is day 8; it has no items; the phase is reported as failed"),
        Case(
            "reported as passed in the future", 6...7, [], [result("phase-1", .passed, age: -3600)], .unknown,
            "it was to end on day 7, and today is day 8, but no item or result shows that it is done"),
        Case("no days", nil, [true, false], .unknown, "no document says on which days it runs; 1 of 2 items passed"),
        Case("no days, done", nil, [true], .done, "its one item is passed"),
    ]

    @Test(arguments: cases)
    func phasesStandByTheirDaysAndItems(_ one: Case) throws {
        let items = one.items.enumerated().map { (text: "item \($0.offset)", checked: $0.element) }
        let plan = Plan(
            phases: [phase(1, days: one.days)], checklists: [checklist("list", phase: "phase-1", items)])
        let judged = try #require(try assessed(plan, results: one.results).assessment.phases.first)
        #expect(judged.verdict == one.verdict, "\(one.what)")
        #expect(judged.reason == one.reason, "\(one.what)")
    }

    @Test func withoutAStartDateNothingIsKnownOfDays() throws {
        let judged = try assessed(Plan(phases: [phase(1, days: 6...10)]), day: nil).assessment
        #expect(judged.phases.map(\.verdict) == [.unknown])
        #expect(judged.phases.map(\.reason) == ["no start date of the plan is known; it has no items"])
        #expect(judged.day == nil)
        #expect(judged.verdict == .unknown)
    }

    @Test(arguments: [
        (Schedule(text: "Week 1", unit: .week, range: 1...1), PhaseVerdict.unknown),
        (Schedule(text: "Week 2", unit: .week, range: 2...2), .inProgress),
        (Schedule(text: "Week 3-4", unit: .week, range: 3...4), .notStarted),
        // 30 November 2026 is day 20 787 since 1970.
        (Schedule(text: "29 Nov", unit: .date, range: 20_786...20_786), .unknown),
        (Schedule(text: "30 Nov", unit: .date, range: 20_787...20_787), .inProgress),
        (Schedule(text: "1-2 Dec", unit: .date, range: 20_788...20_789), .notStarted),
        (Schedule(text: "T+2h", unit: .hour, range: 2...2, relative: true), .unknown),
        (Schedule(text: "Sprint 4", unit: .sprint, range: 4...4), .unknown),
        (Schedule(text: "soon", unit: nil, range: nil), .unknown),
    ])
    func weeksAndDatesAreLaidOnDays(_ schedule: Schedule, _ expected: PhaseVerdict) throws {
        let judged = try assessed(Plan(phases: [phase(1, schedule: schedule)])).assessment
        #expect(judged.phases.map(\.verdict) == [expected], "\(judged.phases.map(\.reason))")
    }

    /// 28 November 2026 is a Saturday.
    @Test func theWeekendAfterTheLastDayIsAfterIt() throws {
        let start = try #require(CivilDate(iso: "2026-11-23"))
        func judge(_ date: String, _ item: Bool) throws -> PhaseAssessment {
            let clock = AssessmentClock(
                now: now, today: try #require(CivilDate(iso: date)),
                calendar: PlanCalendar(start: start, workingDaysOnly: true))
            let plan = Plan(
                phases: [phase(1, days: 1...5)], checklists: [checklist("list", phase: "phase-1", [("a", item)])])
            return try #require(assess(plan: plan, observations: Observations(), clock: clock).assessment.phases.first)
        }
        #expect(try judge("2026-11-27", false).verdict == .inProgress)
        for date in ["2026-11-28", "2026-11-29", "2026-11-30"] { #expect(try judge(date, false).verdict == .late) }
        #expect(try judge("2026-11-28", false).reason == "it was to end on day 5, which is over; 0 of 1 item passed")
        #expect(try judge("2026-11-28", true).verdict == .done)
    }

    @Test func datesNeedNoStartOfThePlan() throws {
        let schedule = Schedule(text: "30 Nov", unit: .date, range: 20_787...20_787)
        let judged = try assessed(Plan(phases: [phase(1, schedule: schedule)]), day: nil).assessment
        #expect(
            judged.phases.map(\.reason) == ["it runs until 2026-11-30, and today is 2026-11-30; it has no items"])
    }

    @Test func workingDaysDecideWhichDayItIs() throws {
        // Monday of the second week is working day 6, and calendar day 8.
        let start = try #require(CivilDate(iso: "2026-11-23"))
        let clock = AssessmentClock(
            now: now, today: start.adding(days: 7), calendar: PlanCalendar(start: start, workingDaysOnly: true))
        let plan = Plan(phases: [
            phase(1, days: 6...6), phase(2, schedule: Schedule(text: "Week 2", unit: .week, range: 2...2)),
        ])
        let judged = assess(plan: plan, observations: Observations(), clock: clock).assessment
        #expect(judged.day == 6)
        #expect(judged.phases.map(\.verdict) == [.inProgress, .inProgress])
    }

    @Test func tasksOfItsDaysCountOnce() throws {
        // The second task is an item of a checklist too; the third has no box.
        let shared = checklist("list", place: 202, [("b", true)])
        let tasks: [(text: String, checked: Bool?)] = [("a", true), ("b", true), ("c", nil), ("d", false)]
        let plan = Plan(phases: [phase(1, days: 6...10)], days: [day(7, phase: "phase-1", tasks)], checklists: [shared])
        let judged = try #require(try assessed(plan).assessment.phases.first)
        #expect([judged.passedItems, judged.totalItems] == [2, 3])
        let reported = try assessed(plan, results: [result(item: "d", .failed), result("list/1", .skipped)]).assessment
        #expect(reported.phases.map { [$0.passedItems, $0.totalItems] } == [[1, 2]])
        #expect(reported.verdict == .offPlan)
        #expect(reported.reasons == ["'d' has failed: reported as failed"])
    }

    @Test func itemsOfOtherPhasesDoNotCount() throws {
        let plan = Plan(
            phases: [phase(1, days: 6...7), phase(2, days: 8...9)],
            checklists: [
                checklist("one", phase: "phase-1", [("a", true)]), checklist("none", place: 110, [("b", false)]),
            ])
        #expect(try assessed(plan).assessment.phases.map { [$0.passedItems, $0.totalItems] } == [[1, 1], [0, 0]])
    }
}
