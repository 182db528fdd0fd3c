import Assessment
import Observations
import Plan
import SourceText
import Testing

/// Results of tests: which part of the plan they mean, and what counts when they differ.
@Suite struct TestResultTests {
    private func test(
        _ name: String, suite: String? = nil, classname: String? = nil, _ status: ItemResult.Status = .passed,
        age: Double? = nil, evidence: String? = nil, file: String = "r.xml", runs: Int = 0
    ) -> ItemResult {
        let source = SourceFile(path: file, text: "x")
        return ItemResult(
            test: TestName(suite: suite, classname: classname, name: name), status: status,
            time: age.map { now.adding(seconds: -$0) }, evidence: evidence, failedRuns: runs,
            span: SourceSpan(file: source, range: 0..<1))
    }

    private let plan = Plan(checklists: [
        checklist("pre", [("Backup verified", false), ("Keys are with Marit", false)])
    ])

    private func name(_ result: String, _ item: String) -> ResultName {
        ResultName(result: Claim(result, at: span(1), .field), item: Claim(item, at: span(2), .field))
    }

    private func judged(
        _ results: [ItemResult], names: [ResultName] = [], plan: Plan? = nil
    ) throws -> (verdicts: [ItemVerdict], reasons: [String], messages: [String], verdict: PlanVerdict) {
        let (assessment, findings) = assess(
            plan: plan ?? self.plan, observations: Observations(results: results), clock: try clock(),
            configuration: AssessmentConfiguration(resultNames: names))
        let items = assessment.checklists.flatMap(\.items)
        return (items.map(\.verdict), items.map(\.reason), findings.map(\.message), assessment.verdict)
    }

    static let spellings: [(suite: String?, classname: String?, name: String)] = [
        (nil, nil, "Backup verified"), (nil, nil, "backup_verified"), (nil, nil, "test_backup_verified"),
        (nil, nil, "testBackupVerified()"), (nil, "x", "BackupVerifiedTest"), (nil, nil, "checks the dump [pre/1]"),
        (nil, nil, "case [chromium] [ pre/1 ] of many"), (nil, nil, "pre/1"), (nil, "Backup", "verified"),
        ("Backup", nil, "verified"),
    ]

    @Test(arguments: spellings) func namesAreFound(_ suite: String?, _ classname: String?, _ name: String) throws {
        let judged = try judged([test(name, suite: suite, classname: classname)])
        #expect(judged.verdicts == [.passed, .pending])
        #expect(judged.messages == [])
    }

    @Test(arguments: ["Backup", "Backup verified twice", "rows[chromium]", "[pre/9]", "[", "[]", "test"])
    func otherNamesAreNot(_ name: String) throws {
        let judged = try judged([test(name)])
        #expect(judged.verdicts == [.pending, .pending])
        #expect(judged.messages == ["the test of this report belongs to nothing in the plan"])
    }

    @Test(arguments: [
        "smoke/answers", "smoke.answers", "org.Smoke.answers", "org.Smoke/answers", "answers", "org.Smoke", "smoke",
    ])
    func settingsNameThem(_ spelling: String) throws {
        let judged = try judged(
            [test("answers", suite: "smoke", classname: "org.Smoke")], names: [name(spelling, "keys are with marit")])
        #expect(judged.verdicts == [.pending, .passed])
        #expect(judged.messages == [])
    }

    @Test func resultsOfNothingAreCounted() throws {
        let results = (0..<3000).map { result("nothing/\($0)", $0 % 3 == 0 ? .failed : .passed) }
        let judged = try judged(results)
        #expect(judged.messages.count == 42)
        #expect(judged.messages.filter { $0.hasSuffix("more results of this file do not count") }.count == 2)
        #expect(judged.messages.contains("980 more results of this file do not count"))
        #expect(judged.verdict == .unknown)
    }

    /// What the settings say stands above what the name says.
    @Test func settingsComeFirst() throws {
        let judged = try judged([test("Backup verified")], names: [name("Backup verified", "pre/2")])
        #expect(judged.verdicts == [.pending, .passed])
    }

    @Test func namesThatLeadNowhereAreTold() throws {
        let judged = try judged(
            [test("Backup verified")], names: [name("a", "pre/22"), name("b", "x"), name("c", "pre/2")])
        #expect(
            judged.messages == [
                "'pre/22' is nothing in the plan; did you mean 'pre/2'?", "'x' is nothing in the plan",
                "no result is called 'c'",
            ])
        // Without a report nothing can be said of the names in it.
        #expect(try self.judged([], names: [name("c", "pre/2")]).messages == [])
    }

    /// One failed test of a class is enough, whichever comes last, and whenever it ran.
    @Test func aReportCountsAsItsWorst() throws {
        let good = test("b", classname: "C", age: 10)
        let bad = test("a", classname: "C", .failed, age: 500, evidence: "rows differ")
        for results in [[good, bad], [bad, good]] {
            let judged = try judged(results, names: [name("C", "pre/1")])
            #expect(judged.verdicts.first == .failed)
            #expect(judged.reasons.first == "'C.a' failed: rows differ")
            #expect(judged.messages == [])
        }
        // Of two reports the later counts.
        let later = test("a", classname: "C", age: 5, file: "later.xml")
        #expect(try judged([bad, later], names: [name("C", "pre/1")]).verdicts.first == .passed)
    }

    /// What says no time is never newer than other news, unless it is worse.
    @Test func withoutATime() throws {
        let failed = result("pre/1", .failed, age: 9000)
        let passed = result("pre/1", .passed, age: 60)
        #expect(try judged([test("Backup verified"), failed]).verdicts.first == .failed)
        #expect(try judged([test("Backup verified", .failed), passed]).verdicts.first == .failed)
        #expect(try judged([test("Backup verified"), passed]).reasons.first == "reported as passed")
        #expect(
            try judged([test("Backup verified", runs: 2)]).reasons.first
                == "'Backup verified' passed after 2 failed runs, at a time that its report does not tell")
        #expect(
            try judged([test("Backup verified", file: "a.tap"), test("Backup verified", .failed, file: "b.tap")])
                .verdicts.first == .failed)
    }

    /// Hundreds of unit tests are one line, and not even that where one of them belongs to the plan.
    @Test func unitTestsAreQuiet() throws {
        let many = (0..<500).map { test("unit \($0) of rows") }
        #expect(try judged(many).messages == ["none of the 500 tests of this report belongs to anything in the plan"])
        #expect(try judged(many + [test("Backup verified")]).messages == [])
    }

    /// Bad news that belongs to nothing may be bad news of anything.
    @Test func failedTestsAreNeverPassedOver() throws {
        let judged = try judged(
            [test("Backup verified"), test("Keys are with Marit"), test("rows", .failed), test("dates", .failed)])
        #expect(
            judged.messages == ["2 tests of this report failed and belong to nothing in the plan, the first 'rows'"])
        #expect(judged.verdict == .unknown)
        let quiet = try self.judged([test("Backup verified"), test("later", .pending), test("rows", .skipped)])
        #expect(quiet.messages == [])
    }

    @Test func manyOfAKindAreToldOnce() throws {
        let twice = Plan(checklists: [checklist("pre", [("Same", false), ("Same", false)])])
        let judged = try judged((0..<40).map { _ in test("Same") }, plan: twice)
        #expect(
            judged.messages == [
                "40 tests of this report do not count, the first here: result 'Same' could mean 2 items of the plan"
            ])
        #expect(judged.verdicts == [.pending, .pending])
        let ahead = try self.judged([test("Backup verified", age: -3600)])
        #expect(ahead.messages.count == 1 && ahead.messages.first?.contains("later than now") == true)
        #expect(ahead.verdicts.first == .pending)
    }

    /// A clock without a zone is the plan's or UTC: good news has happened at the earlier, bad news at the later.
    @Test(arguments: [(-1.0, ItemVerdict.failed), (1.0, .failed)])
    func aTimeWithoutAZone(_ hoursBehindUTC: Double, _ expected: ItemVerdict) throws {
        func unzoned(_ status: ItemResult.Status, age: Double) -> ItemResult {
            ItemResult(
                test: TestName(name: "Backup verified"), status: status, time: now.adding(seconds: -age),
                zoneIsKnown: false, span: span(5))
        }
        let configuration = AssessmentConfiguration(planClock: { $0.adding(seconds: hoursBehindUTC * 3600) })
        func verdict(_ results: [ItemResult]) throws -> ItemVerdict? {
            assess(
                plan: plan, observations: Observations(results: results), clock: try clock(),
                configuration: configuration
            ).assessment.checklists.first?.items.first?.verdict
        }
        // Half an hour apart: nobody knows which came first.
        #expect(
            try verdict([unzoned(.passed, age: 7200), result("pre/1", .failed, age: 9000)])
                == (hoursBehindUTC < 0 ? expected : .passed))
        #expect(
            try verdict([unzoned(.failed, age: 9000), result("pre/1", .passed, age: 7200)])
                == (hoursBehindUTC > 0 ? expected : .passed))
        // Two hours are further than the zones are.
        #expect(try verdict([unzoned(.passed, age: 3600), result("pre/1", .failed, age: 10_800)]) == .passed)
    }

    // MARK: Phases and criteria

    @Test func criteriaAndPhasesAreNamedToo() throws {
        let criteria = ["No order is lost", "Answers within a second"].enumerated().map { place, text in
            SuccessCriterion(text: text, metric: nil, condition: nil, span: span(50 + place))
        }
        let plan = Plan(phases: [phase(1, days: 1...9)], successCriteria: criteria)
        let (assessment, findings) = try assessed(
            plan, results: [test("No order is lost"), result(item: "Part 1", .failed, evidence: "stopped")])
        #expect(assessment.criteria.map(\.verdict) == [.passed, .pending])
        #expect(assessment.phases.first?.reported?.status == .failed)
        #expect(findings.isEmpty)
        let failed = try assessed(Plan(successCriteria: criteria), results: [test("No order is lost", .failed)])
        #expect(failed.assessment.verdict == .offPlan)
        #expect(failed.assessment.troubles.first?.reason.hasPrefix("'No order is lost' has failed") == true)
    }

    @Test func aTestOfAPhaseIsToldAlikeByPlanAndGate() throws {
        let plan = Plan(phases: [phase(1, days: 1...9)])
        let assessment = try assessed(plan, results: [test("Part 1", .failed, evidence: "3 of 40 checks")]).assessment
        let told = "'Part 1' failed, at a time that its report does not tell: 3 of 40 checks"
        #expect(assessment.reasons.first?.hasSuffix(" has failed: \(told)") == true, "\(assessment.reasons)")
        let gate = judgeGate(.phase("phase-1"), of: assessment, plan: plan)
        #expect(gate.lines.map(\.reason) == [told])
    }

    /// A criterion that is an item of a checklist is one thing.
    @Test func criteriaInListsAreItems() throws {
        let criterion = SuccessCriterion(text: "Backup verified", metric: nil, condition: nil, span: span(100))
        let plan = Plan(
            checklists: [checklist("pre", [("Backup verified", false)])], successCriteria: [criterion])
        let (assessment, findings) = try assessed(plan, results: [test("Backup verified")])
        #expect(assessment.criteria.isEmpty && findings.isEmpty)
        #expect(assessment.checklists.first?.items.first?.verdict == .passed)
    }
}
