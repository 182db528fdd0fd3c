import Assessment
import Observations
import Plan
import Report
import SourceText
import Testing

/// What each audience is told at each moment, whatever lays it out.
@Suite struct StakeholderReportTests {
    private func named(_ name: String, in report: Report) throws -> StakeholderReport {
        try #require(report.stakeholders.first { $0.name == name }, "no report is called \(name)")
    }

    private func section(_ heading: String, of name: String, in report: Report) throws -> ReportSection {
        try #require(
            try named(name, in: report).sections.first { $0.heading == heading }, "\(name) has no '\(heading)'")
    }

    private func words(_ section: ReportSection) -> String {
        let cells = section.table?.rows.map {
            $0.map { "\($0.status?.word ?? "") \($0.text)" }.joined(separator: " | ")
        }
        let lines = section.lines.map { "\($0.status?.word ?? "") \($0.title): \($0.text ?? "")" }
        return (section.paragraphs + (cells ?? []) + lines + [section.note].compactMap(\.self)).joined(separator: "\n")
    }

    // MARK: Who gets what

    @Test(arguments: [
        (
            "hourly-operations",
            ["How it stands", "Measures", "Triggers", "Open items", "Way back", "Next hours", "What this rests on"]
        ),
        (
            "hourly-developers",
            ["How it stands", "Failing items", "Flags", "Measures", "Documents", "Next hours", "What this rests on"]
        ),
        (
            "end-of-day-developers",
            ["How it stands", "Today so far", "Failing items", "Flags", "Documents", "Next day", "What this rests on"]
        ),
        (
            "end-of-day-operations",
            [
                "How it stands", "Today so far", "Measures", "Triggers", "Open items", "Way back", "Next day",
                "What this rests on",
            ]
        ),
        (
            "end-of-day-business",
            ["Verdict", "What users see", "Today so far", "In the way", "Next day", "What this rests on"]
        ),
        ("end-of-day-management", ["Verdict", "Date", "Risk", "Decision needed"]),
        (
            "milestone-phase-3",
            ["The phase", "What was done", "Flags of this phase", "Next phase", "How it stands", "What this rests on"]
        ),
        (
            "success",
            ["Outcome", "Success criteria", "Before and after", "Planned and actual", "Flags", "What this rests on"]
        ),
        (
            "lessons",
            [
                "Verdict", "Planned and actual", "Late phases", "Alerts and incidents",
                "Checklists with failures",
                "What this rests on", "What went well", "What went badly", "What was luck", "What we change",
            ]
        ),
    ])
    func eachAudienceGetsItsSections(name: String, headings: [String]) throws {
        let report = try named(name, in: Example.report())
        #expect(report.sections.map(\.heading) == headings)
        #expect(Set(report.sections.map(\.anchor)).count == headings.count)
    }

    @Test func aPhaseThatIsDoneHasAMilestone() {
        let names = Example.report().stakeholders.map(\.name)
        #expect(names.filter { $0.hasPrefix("milestone-") } == (1...3).map { "milestone-phase-\($0)" })
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { RenderedNames.isFileName($0) })
    }

    private enum RenderedNames {
        static func isFileName(_ name: String) -> Bool {
            name.utf8.count < 120
                && name.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
        }
    }

    // MARK: States of a plan

    private static let ended = phasesDone(Example.phases)

    private static func phasesDone(_ phases: [PhaseAssessment]) -> [PhaseAssessment] {
        phases.map {
            PhaseAssessment(
                phase: $0.phase, verdict: .done, reason: "all its items are passed", passedItems: 4, totalItems: 4)
        }
    }

    @Test(arguments: [
        (
            -2, PlanVerdict.onPlan, ["Starts on 23 Nov 2026, in 3 days.", "0 of 5 phases are done"],
            "None that the plan"
        ),
        (1, .onPlan, ["Day 1 of 14", "The plan ends on day 14, 6 Dec 2026, in 13 days."], "None that the plan"),
        (
            8, .alert, ["Day 8 of 14", "in 6 days."],
            "Decide whether day 9, 1 Dec 2026 may begin. Until then it is held."
        ),
        (8, .critical, ["Day 8 of 14"], "Decide now whether to go back."),
        (
            8, .unknown, ["Day 8 of 14"],
            "No decision can rest on what is known. First this has to be known: System avail"
        ),
        (8, .offPlan, ["Day 8 of 14"], "Decide how to catch up before day 9, 1 Dec 2026, or move the date."),
        (20, .offPlan, ["Day 20 · the plan ended with day 14."], "Decide how to catch up before the next step"),
    ])
    func managementIsToldDateAndDecision(day: Int, verdict: PlanVerdict, date: [String], decision: String) throws {
        let phases =
            day < 1
            ? Example.phases.map {
                PhaseAssessment(phase: $0.phase, verdict: .notStarted, reason: "", passedItems: 0, totalItems: 4)
            } : Example.phases
        let report = Example.report(assessment: Example.assessment(verdict: verdict, phases: phases, day: day))
        let told = words(try section("Date", of: "end-of-day-management", in: report))
        for part in date { #expect(told.contains(part), "\(told)") }
        #expect(words(try section("Decision needed", of: "end-of-day-management", in: report)).hasPrefix(decision))
        let standing = words(try section("Verdict", of: "end-of-day-management", in: report))
        #expect(standing.contains("System availability has no data"))
        #expect(standing.contains("Newest sample: 14:05 CET · 2 min old."))
    }

    @Test func anEndedPlanAsksForAcceptance() throws {
        let report = Example.report(
            assessment: Example.assessment(
                verdict: .onPlan, phases: Self.ended, day: 15, reasons: ["All phases done"], unknowns: []))
        let told = words(try section("Decision needed", of: "end-of-day-management", in: report))
        #expect(told == "Decide whether the result is accepted: see the success report.")
        #expect(try named("end-of-day-business", in: report).title == "End of day for business")
    }

    @Test func anEmptyPlanIsToldInWords() throws {
        let report = Example.emptyReport
        for own in report.stakeholders {
            for section in own.sections where section.blanks == 0 {
                #expect(!words(section).isEmpty, "\(own.name) says nothing under '\(section.heading)'")
            }
        }
        #expect(words(try section("Next day", of: "end-of-day-business", in: report)).contains("no start date"))
        #expect(
            words(try section("Date", of: "end-of-day-management", in: report)).contains(
                "The documents name no phases."))
        #expect(try named("success", in: report).status.word == "Not yet")
        #expect(!report.stakeholders.contains { $0.status.tone == .ok })
    }

    @Test func aPhaseThatIsJustDoneNamesTheNextOne() throws {
        let told = words(try section("Next phase", of: "milestone-phase-3", in: Example.report()))
        #expect(told.hasPrefix("In progress Phase 4: Gradual rollout: Day 6–10, 28 Nov – 2 Dec 2026."))
        let phase = words(try section("The phase", of: "milestone-phase-3", in: Example.report()))
        #expect(phase.contains("Phase 3: Production deployment is done: done on day 8."))
        #expect(phase.contains("Actual: no time reported"))
    }

    // MARK: The day

    private func dayPlan(tasks: [(String, Bool?)], end: Int) -> Plan {
        let tasks = tasks.enumerated().map { index, task in
            PlanTask(
                text: task.0, checked: task.1, times: ClockRange(startMinute: 540, endMinute: end), depth: 0,
                span: Example.span(60 + index))
        }
        return Plan(
            title: "Plan", start: CivilDate(iso: "2026-11-23"), documents: Example.plan.documents,
            phases: Example.plan.phases,
            days: [
                PlanDay(number: 8, title: "", span: Example.span(50), mentions: [], tasks: tasks),
                PlanDay(
                    number: 9, title: "80% rollout", span: Example.span(80), mentions: [],
                    tasks: [
                        PlanTask(text: "Raise the share", checked: false, times: nil, depth: 0, span: Example.span(81))
                    ]),
            ])
    }

    private func tasks(_ verdicts: [ItemVerdict]) -> [ChecklistAssessment] {
        [
            Example.checklist(
                "Day", in: [], verdicts.enumerated().map { Example.item("Task \($0 + 1)", $1, line: 60 + $0) })
        ]
    }

    @Test(arguments: [
        (
            [ItemVerdict.passed, .failed, .blocked, .pending], 1000,
            "So far 1 of 4 tasks is done; 1 has failed, 1 is blocked and 1 is left."
        ),
        ([.passed, .passed], 600, "2 of 2 tasks are done."),
        ([.pending, .pending], 1000, "So far 0 of 2 tasks are done; 2 are left."),
        ([.skipped], 600, "0 of 1 task is done; 1 was skipped."),
    ])
    func theDayIsCounted(verdicts: [ItemVerdict], end: Int, sentence: String) throws {
        let plan = dayPlan(tasks: verdicts.indices.map { ("Task \($0 + 1)", false) }, end: end)
        let report = Example.report(plan: plan, assessment: Example.assessment(checklists: tasks(verdicts)))
        // It is 14:07: what ends at 10:00 is over, what ends at 16:40 is not.
        let heading = end < 847 ? "Today" : "Today so far"
        let section = try section(heading, of: "end-of-day-developers", in: report)
        #expect(section.paragraphs.last == sentence)
        #expect(section.paragraphs.first == "Today is 30 Nov 2026. Day 8 of 14 · Phase 4 of 5: Gradual rollout.")
        #expect(section.table?.rows.count == verdicts.count)
        #expect(
            try named("end-of-day-developers", in: report).title.hasPrefix(end < 847 ? "End of day" : "The day so far"))
    }

    @Test func whatHasNoBoxIsNotTakenForDone() throws {
        let report = Example.report(plan: dayPlan(tasks: [("Talk", nil)], end: 1000))
        let told = words(try section("Today so far", of: "end-of-day-operations", in: report))
        #expect(told.contains("So far 0 of 1 task is done; of 1 nothing tells whether it was done."))
        #expect(told.contains("Not tracked"))
    }

    @Test(arguments: [
        (PlanVerdict.alert, "It is on hold: the plan stands at alert."),
        (.unknown, "Whether it may begin cannot be told"), (.onPlan, "Day 9, 1 Dec 2026: 80% rollout."),
    ])
    func tomorrowWaitsForTheVerdict(verdict: PlanVerdict, text: String) throws {
        let report = Example.report(
            plan: dayPlan(tasks: [], end: 1000), assessment: Example.assessment(verdict: verdict))
        let told = words(try section("Next day", of: "end-of-day-business", in: report))
        #expect(told.contains(text))
        #expect(told.contains("Raise the share"))
    }

    // MARK: Success

    private func ending(
        _ verdicts: [ItemVerdict?], phases: [PhaseAssessment] = ended, verdict: PlanVerdict = .onPlan, day: Int = 15
    ) -> Report {
        let criteria = verdicts.indices.map {
            SuccessCriterion(text: "Aim \($0 + 1)", metric: nil, condition: nil, span: Example.span(350 + $0))
        }
        let items = zip(verdicts.indices, verdicts).compactMap { index, verdict in
            verdict.map { Example.item("Aim \(index + 1)", $0, line: 350 + index) }
        }
        let base = Example.assessment(verdict: verdict, phases: phases, day: day, reasons: ["So it is"], unknowns: [])
        let assessment = Assessment(
            clock: base.clock, verdict: verdict, reasons: base.reasons, unknowns: [], troubles: [], kpis: base.kpis,
            checklists: [], criteria: items, phases: phases, flags: [], day: day, newestSample: nil)
        return Example.report(
            plan: Plan(
                title: "Plan", start: CivilDate(iso: "2026-11-23"), documents: Example.plan.documents,
                phases: phases.map(\.phase), successCriteria: criteria), assessment: assessment)
    }

    @Test(
        arguments: [
            (
                [ItemVerdict.passed, .passed], PlanVerdict.onPlan, "Reached", Status.Tone.ok,
                "2 of 2 success criteria are met, all"
            ),
            ([.passed, .failed], .onPlan, "Not reached", .alert, "1 of 2 success criteria is met, 1 is not."),
            (
                [.passed, nil, .failed], .onPlan, "Not reached", .alert,
                "1 of 3 success criteria is met, 1 is not, and of 1 nothing shows it."
            ),
            (
                [.passed, nil], .onPlan, "Unknown", .none,
                "1 of 2 success criteria is met. Of 1 nothing shows it, so success cannot be told."
            ),
            ([.passed, .blocked], .onPlan, "Unknown", .none, "1 of 2"),
            ([.passed, .skipped], .onPlan, "Unknown", .none, "1 of 2"),
            ([], .onPlan, "Unknown", .none, "The documents state no success criterion, so success cannot be told."),
            (
                [.passed], .alert, "Reached, not finished", .off,
                "1 of 1 success criterion is met, but the plan stands at alert."
            ),
            ([.passed], .unknown, "Reached, not finished", .off, "1 of 1"),
        ] as [([ItemVerdict?], PlanVerdict, String, Status.Tone, String)])
    func successIsNeverMoreThanIsShown(
        verdicts: [ItemVerdict?], verdict: PlanVerdict, word: String, tone: Status.Tone, sentence: String
    ) throws {
        let report = ending(verdicts, verdict: verdict)
        let success = try named("success", in: report)
        #expect(success.status.word == word)
        #expect(success.status.tone == tone)
        #expect(words(try section("Outcome", of: "success", in: report)).contains(sentence))
    }

    @Test func aPhaseThatIsNotDoneKeepsThePlanFromSuccess() throws {
        let late = PhaseAssessment(
            phase: Example.phases[0].phase, verdict: .late, reason: "1 of 2", passedItems: 1, totalItems: 2)
        let report = ending([.passed], phases: [late] + Self.ended.dropFirst(), day: 15)
        #expect(words(try section("Outcome", of: "success", in: report)).contains("but 1 phase is not done."))
    }

    @Test func beforeTheEndTheReportSaysWhatIsMissing() throws {
        let told = words(
            try section("Outcome", of: "success", in: ending([.passed, nil], phases: Example.phases, day: 8)))
        #expect(told.contains("Still missing:"))
        #expect(told.contains("In progress Phase 4: Gradual rollout"))
        #expect(told.contains("It is day 14, 6 Dec 2026."))
        #expect(told.contains("Of 1 nothing shows yet whether it is met."))
        #expect(!told.contains("Phase 1"))
    }

    // MARK: Before and after

    @Test(
        arguments: [
            (BeforeFigure.stated(Quantity(156.4, .milliseconds)), "156.4 ms, stated in the settings", "50% less"),
            (
                .measured(
                    MeasuredBefore(
                        value: Quantity(0.0391, .seconds), aggregation: "average", sampleCount: 1,
                        from: Example.time(23, 0, day: 15), to: Example.time(23, 0, day: 22), objection: "it has holes")
                ),
                "0.0391 s, average of 1 sample, 16 Nov 2026 to 23 Nov 2026, 00:00 CET; it has holes", "100% more"
            ),
            (.unknown("nothing was measured in that time"), "No data: nothing was measured", "Not known"),
            (nil, "No data", "Not known"),
        ] as [(BeforeFigure?, String, String)])
    func theEndIsHeldAgainstTheBeginning(before: BeforeFigure?, text: String, change: String) throws {
        let kpi = KPIAssessment(
            threshold: Example.measures[0].threshold, verdict: .onTarget, reason: "it is",
            value: Quantity(78.2, .milliseconds),
            aggregation: "average", windowSeconds: 3600, newestSample: Example.time(13, 5), newestValue: nil,
            since: nil,
            intervalSeconds: 60, source: .observation(path: "metrics/hooks.csv", line: 812), before: before)
        let report = Example.report(assessment: Example.assessment(kpis: [kpi]))
        let row = try #require(try section("Before and after", of: "success", in: report).table?.rows.first)
        #expect(row[1].text.hasPrefix(text), "\(row[1].text)")
        #expect(row[3].text == change)
        #expect(row[4].text.contains("metrics/hooks.csv:812 · 14:05 CET"))
    }

    // MARK: Words

    @Test func nothingUnknownIsADashOrABlank() throws {
        for report in [Example.report(), Example.emptyReport, Example.crowdedReport, Example.longNamesReport] {
            for own in report.stakeholders {
                for cell in own.sections.compactMap(\.table).flatMap(\.rows).flatMap(\.self) {
                    #expect(cell.status != nil || !cell.text.isEmpty)
                    #expect(!["–", "-", "N/A", "n/a", "nil"].contains(cell.text), "\(own.name)")
                }
                for table in own.sections.compactMap(\.table) {
                    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
                    #expect(table.rows.count <= 40)
                }
            }
        }
    }

    @Test func whatDoesNotFitIsCounted() throws {
        let flags = try section("Flags", of: "hourly-developers", in: Example.crowdedReport)
        #expect(flags.table?.rows.count == 30)
        #expect(flags.note == "170 more flags are left out: see the status page.")
    }

    @Test func theIndexNamesEveryReportOnce() {
        let report = Example.report()
        let groups = report.reportGroups
        #expect(groups.map(\.heading) == ["Every hour", "End of day", "Milestones", "Success", "Lessons"])
        #expect(groups.flatMap(\.reports).map(\.name) == report.stakeholders.map(\.name))
        #expect(
            groups[2].paragraphs.last
                == "Still to come: Phase 4: Gradual rollout (in progress) and Phase 5: Optimisation (not started).")
    }
}
