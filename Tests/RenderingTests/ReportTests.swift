import Assessment
import Observations
import Plan
import SourceText
import Testing

@testable import Report

@Suite struct ReportTests {
    @Test(
        arguments: [
            (PlanVerdict.critical, 8, "Critical: stop the rollout"), (.alert, 8, "Alert: hold day 9"),
            (.alert, 14, "Alert: hold the next step"), (.alert, 0, "Alert: hold the start"),
            (.alert, nil, "Alert: hold the next step"),
            (.unknown, 8, "Unknown: measure before day 9"), (.offPlan, 8, "Off plan: catch up before day 9"),
            (.offPlan, 14, "Off plan"), (.onPlan, 8, "On plan"),
        ] as [(PlanVerdict, Int?, String)])
    func headlineSaysWhatIsAsked(verdict: PlanVerdict, day: Int?, headline: String) {
        #expect(Example.report(assessment: Example.assessment(verdict: verdict, day: day)).verdict.headline == headline)
    }

    /// What makes the first thing known that is not.
    @Test func anUnknownPlanNamesItsRemedy() {
        func headline(_ judgement: PlanJudgement, start: CivilDate? = Example.plan.start) -> String {
            let judged = judgement.judge()
            let assessment = Assessment(
                clock: AssessmentClock(
                    now: Example.time(13, 7), today: CivilDate(daysSinceEpoch: 20_787),
                    calendar: start.map { PlanCalendar(start: $0) }), verdict: judged.verdict, reasons: judged.reasons,
                unknowns: judged.unknowns, troubles: judged.troubles, kpis: judgement.kpis, checklists: [],
                phases: judgement.phases, flags: [], day: start == nil ? nil : 8, newestSample: nil)
            let report = Example.report(assessment: assessment).verdict
            #expect(report.verdict == "unknown" && report.status.tone == .none)
            return report.headline
        }
        func judgement(
            _ kpis: [KPIAssessment] = [], _ phases: [PhaseAssessment] = [], unread: [Finding] = []
        ) -> PlanJudgement { PlanJudgement(kpis: kpis, items: [], phases: phases, flags: [], unread: unread) }
        let lost = Finding(rule: "input-missing", severity: .warning, message: "no file matches 'x'", at: nil)
        let phase = Example.phase(1, "Preparation", days: 1...2, .unknown)
        #expect(headline(judgement([Example.measures[3]])) == "Unknown: measure before day 9")
        #expect(headline(judgement([Example.measures[0]], unread: [lost])) == "Unknown: mend the inputs before day 9")
        #expect(headline(judgement([], [phase]), start: nil) == "Unknown: set the start date")
        #expect(headline(judgement([], [phase])) == "Unknown: report how Phase 1 stands")
        #expect(headline(judgement()) == "Unknown: nothing is measured or done yet")
    }

    @Test func onlyGoodVerdictsAreGreen() {
        #expect(KPIVerdict.allCases.filter { Status($0).tone == .ok } == [.onTarget])
        #expect(ItemVerdict.allCases.filter { Status($0).tone == .ok } == [.passed])
        #expect(PhaseVerdict.allCases.filter { Status($0).tone == .ok } == [.done])
        #expect(FlagVerdict.allCases.filter { Status($0).tone == .ok } == [.asPlanned])
        #expect(PlanVerdict.allCases.filter { Status($0).tone == .ok } == [.onPlan])
    }

    @Test func everyVerdictOfAKindHasItsOwnWordAndLouderOnesTheirOwnShape() {
        #expect(Set(KPIVerdict.allCases.map { Status($0).word }).count == KPIVerdict.allCases.count)
        #expect(Set(ItemVerdict.allCases.map { Status($0).symbol }).count == ItemVerdict.allCases.count)
        #expect(Set(PhaseVerdict.allCases.map { Status($0).symbol }).count == PhaseVerdict.allCases.count)
        #expect(Set(PlanVerdict.allCases.map { Status($0).symbol }).count == PlanVerdict.allCases.count)
    }

    @Test(
        arguments: [
            (8, "Day 8 of 14 · Phase 4 of 5: Gradual rollout"), (1, "Day 1 of 14 · Phase 1 of 5: Preparation"),
            (0, "Starts on 23 Nov 2026, in 1 day"), (-6, "Starts on 23 Nov 2026, in 7 days"),
            (20, "Day 20 · the plan ended with day 14"), (nil, "Unknown: no start date in documents or configuration"),
        ] as [(Int?, String)])
    func dayIsSaidWithItsPhase(day: Int?, text: String) {
        #expect(Example.report(assessment: Example.assessment(day: day)).day.text == text)
    }

    @Test func manyReasonsAreCountedNotHidden() {
        let reasons = (1...9).map { "Reason \($0)" }
        let verdict = Example.report(assessment: Example.assessment(reasons: reasons)).verdict
        #expect(verdict.sentences.first == "Reason 1.")
        #expect(verdict.sentences.count + verdict.unknowns.count <= 3)
        #expect(verdict.more == "And 8 more, below.")
        #expect(verdict.reasons.count == 9)
    }

    @Test func obstaclesStandLoudestFirstWithTheFittingWayBack() {
        let obstacles = Example.report().obstacles
        #expect(obstacles.map(\.status.word) == ["Alert", "No data", "Failed", "Blocked", "Off target", "Behind"])
        #expect(obstacles[0].wayBack == "Level 2: Service rollback (< 15 minutes), plan.md:240")
        #expect(obstacles.dropFirst().allSatisfy { $0.wayBack == nil })
    }

    @Test func procedureIsOfferedOnlyWhereATriggerNamesTheMeasure() {
        var plan = Example.plan
        let procedure = plan.rollbackProcedures[0]
        plan.rollbackProcedures = [
            RollbackProcedure(
                name: procedure.name, level: 2, timeBudgets: [], triggers: [Example.claim("Error rate over 15%")],
                steps: [], commands: [], span: procedure.span)
        ]
        #expect(Example.report(plan: plan).obstacles.allSatisfy { $0.wayBack == nil })
    }

    @Test func flagsThatNeedALookComeFirstAndManyAreFolded() {
        let flags = Example.report().flags
        #expect(
            flags.shown.map(\.status.word) == ["Behind", "Unknown", "As planned", "As planned", "Not due", "Not due"])
        #expect(flags.rest.isEmpty && flags.restSummary == nil)
        let crowded = Example.crowdedReport.flags
        #expect(crowded.shown.count == 15 && crowded.rest.count == 185)
        #expect(crowded.restSummary == "185 more flags: 54 as planned, 131 not due")
        #expect(Set(crowded.all.map(\.name)).count == 200)
    }

    @Test func unreportedFlagsAreNotOff() {
        let flags = [
            Example.flag("a", day: 1, percent: 20, .unknown), Example.flag("b", day: 1, percent: 20, .unknown),
        ]
        #expect(
            Example.report(assessment: Example.assessment(flags: flags)).flags.summary
                == "Nothing reports the 2 flags · 2 unknown")
    }

    @Test(arguments: [(1, 3), (3, 3), (14, 14), (15, 15), (90, 90), (400, 400)])
    func ticksLeaveRoomForEachOther(today: Int, days: Int) {
        let ticks = DayAxis(first: 1, count: days).ticks(today: today)
        #expect(ticks.count <= 16)
        #expect(ticks.count { $0.isToday } == 1)
        let gaps = zip(ticks, ticks.dropFirst()).map { $1.percent - $0.percent }
        #expect(gaps.allSatisfy { $0 > 3 })
    }

    @Test func progressSaysAllOnlyWhenAllIsDone() {
        let items = (1...300).map { Example.item("x", $0 == 1 ? .pending : .passed, line: $0) }
        #expect(progress(items).percent == 99)
        #expect(progress([Example.item("x", .skipped, line: 1)]).status.tone == .none)
        #expect(
            progress([Example.item("x", .skipped, line: 1), Example.item("y", .passed, line: 2)]).text
                == "1 of 1 · 1 skipped")
    }

    @Test func nextStepsAreOpenTasksThenStagesThenThePhase() {
        #expect(
            Example.report().nextSteps.map { "\($0.when): \($0.title)" }
                == [
                    "now: Bring Background job processing back within its limits", "today, 17:00: Go / no-go for day 9",
                    "on hold, planned for day 9, 1 Dec 2026: enableBackgroundProcessing to 80%",
                    "on hold, planned for day 11, 3 Dec 2026: Phase 5 starts: Optimisation",
                ])
        #expect(Example.report(assessment: Example.assessment(day: nil)).nextSteps.isEmpty)
    }

    @Test func settledTasksAreNoNextStep() {
        let done = Example.checklist("Day 8", in: [], [Example.item("Go / no-go for day 9", .passed, line: 52)])
        let report = Example.report(assessment: Example.assessment(checklists: [done]))
        #expect(report.nextSteps.map(\.title).dropFirst().first == "enableBackgroundProcessing to 80%")
    }

    @Test func checklistFilesHaveDifferentNames() {
        let lists = ["a/plan.md", "a-plan.md", "пл.md", "план.md"].map { path in
            let span = SourceSpan(file: SourceFile(path: path, text: "x"), range: 0..<1)
            let item = ChecklistItem(id: "x", text: "x", checked: false, depth: 0, span: span)
            return ChecklistAssessment(
                checklist: Checklist(section: "s", items: [item], span: span),
                items: [ItemAssessment(item: item, verdict: .pending, reason: "x", time: nil, by: nil, source: .none)])
        }
        let names = Example.report(assessment: Example.assessment(checklists: lists)).checklists.map(\.name)
        #expect(names == ["a-plan", "a-plan-f4d2d5", "checklist-ee55b3", "checklist-268fd6"])
    }

    @Test func digestDependsOnPathsAndBytesNotOnOrder() {
        func digest(_ files: [(String, String)]) -> String {
            let documents = files.map {
                PlanDocument(source: SourceFile(path: $0.0, text: $0.1), title: nil, kinds: [.other])
            }
            return Example.report(plan: Plan(documents: documents)).provenance.digest
        }
        #expect(digest([("a", "1"), ("b", "2")]) == digest([("b", "2"), ("a", "1")]))
        #expect(digest([("a", "1"), ("b", "2")]) != digest([("a", "2"), ("b", "1")]))
        #expect(digest([("a", "12")]) != digest([("a", "1")]))
    }

    @Test func findingsAreLoudestFirstAndTheRestIsCounted() {
        let many = (1...20).map {
            Finding(
                rule: "phase-days-gap", severity: $0 == 20 ? .error : .info, message: "m\($0)", at: Example.span($0))
        }
        let findings = Example.report(findings: many).findings
        #expect(findings.lines.first?.message == "m20")
        #expect(findings.summary == "1 error, 19 notes in the documents")
        #expect(findings.more == "and 12 more: plumbline lint")
    }

    @Test func faultsOfInputsAreNotThoseOfDocuments() {
        let findings = ["phase-days-gap", "metric-unreadable", "kpi-unmeasured"].map {
            Finding(rule: $0, severity: $0.hasPrefix("kpi") ? .info : .error, message: "m", at: nil)
        }
        #expect(
            Example.report(findings: findings).findings.summary
                == "1 error in the documents · 1 error, 1 note in settings, metrics and results")
    }

    @Test func anAddressKeepsItsEnd() {
        #expect(sentence("log at https://ci.example/7") == "Log at https://ci.example/7")
        #expect(sentence("see https://ci.example/7 first") == "See https://ci.example/7 first.")
    }

    @Test(arguments: [(30.0, "just now"), (60, "just now"), (61, "1 min in the future"), (-59, "59 s old")])
    func aClockThatRunsAheadALittleIsNotTheFuture(ahead: Double, text: String) {
        let now = Example.time(13, 7)
        #expect(ageText(of: now.adding(seconds: ahead), at: now) == text)
    }

    @Test func aFailedPhaseSaysSoBesideItsVerdict() {
        let failed = ItemResult(
            id: "phase-4", item: nil, status: .failed, time: Example.time(12, 0), span: Example.span(9))
        let base = Example.phases[3]
        let phase = PhaseAssessment(
            phase: base.phase, verdict: .inProgress, reason: "it runs until day 10", passedItems: 1, totalItems: 2,
            reported: failed)
        let report = Example.report(
            assessment: Example.assessment(
                kpis: [Example.measures[0]], phases: [phase], flags: [], checklists: []))
        #expect(report.timeline.phases.map(\.status.word) == ["In progress, failed"])
        #expect(report.obstacles.map(\.title) == ["Phase 4: Gradual rollout"])
    }

    @Test func snapshotSaysSo() {
        #expect(
            Example.report(context: Example.context(snapshot: true)).trust.snapshotNote
                == "A snapshot as of 30 Nov 2026, 14:07 CET: the time was given, not read from a clock.")
        #expect(Example.report().trust.snapshotNote == nil)
    }
}
