import Assessment
import Plan
import Testing

@testable import Rendering
@testable import Report

@Suite struct GanttTests {
    private func gantt(
        _ phases: [PhaseAssessment], flags: [FlagAssessment] = [], days: [PlanDay] = [], day: Int? = 8
    ) -> GanttReport {
        let plan = Plan(
            start: day == nil ? nil : Example.plan.start, documents: Example.plan.documents,
            phases: phases.map(\.phase),
            days: days, flags: flags.map(\.flag))
        let known = Example.assessment(kpis: [], phases: phases, flags: flags, checklists: [], day: day)
        guard day == nil else { return Example.report(plan: plan, assessment: known).gantt }
        let clock = AssessmentClock(now: known.clock.now, today: known.clock.today, calendar: nil)
        return Example.report(
            plan: plan,
            assessment: Assessment(
                clock: clock, verdict: .unknown, reasons: ["no start"], unknowns: [], troubles: [], kpis: [],
                checklists: [], phases: phases, flags: flags, day: nil, newestSample: nil)
        ).gantt
    }

    @Test func onePhaseOfOneDayFillsTheAxis() throws {
        let gantt = gantt([Example.phase(1, "Move", days: 1...1, .done)], day: 1)
        let bar = try #require(gantt.placed.first?.bar)
        #expect(bar.start == 0 && bar.width == 100 && bar.done == 100)
        #expect(gantt.todayPercent == 50 && gantt.dates.map(\.label) == ["Mon 23 Nov"])
    }

    @Test func overlappingPhasesStandByTheirFirstDay() {
        let gantt = gantt([
            Example.phase(1, "Late", days: 5...9, .notStarted),
            Example.phase(2, "Early", days: 1...6, .inProgress, items: (1, 4)),
            Example.phase(3, "Same", days: 5...5, .unknown),
        ])
        #expect(gantt.placed.map(\.name) == ["Early", "Late", "Same"])
        #expect(gantt.placed[0].bar?.done == rounded(600.0 / 9 / 4))
        #expect(gantt.todayPercent == rounded(7.5 / 9 * 100))
    }

    @Test func phasesWithoutDaysAreListedApart() {
        let phase = Phase(
            id: "p", name: "Some day", number: nil, keyword: "phase", span: Example.span(9),
            names: [Example.claim("Some day")])
        let unknown = PhaseAssessment(phase: phase, verdict: .unknown, reason: "no days", passedItems: 0, totalItems: 0)
        let both = gantt([unknown, Example.phase(1, "Move", days: 1...2, .done)])
        #expect(both.unplaced.map(\.name) == ["Some day"] && both.placed.map(\.name) == ["Move"])
        let none = gantt([unknown])
        #expect(!none.hasAxis && none.placed.isEmpty && none.description == "1 phase, none with a day")
    }

    @Test func withoutAStartThereAreDaysAndNoDates() {
        let gantt = gantt([Example.phase(1, "Move", days: 1...14, .unknown)], day: nil)
        #expect(gantt.hasAxis && gantt.dates.isEmpty && gantt.weekends.isEmpty && gantt.todayPercent == nil)
    }

    @Test func weekendsLieOnTheirDays() {
        let gantt = gantt([Example.phase(1, "Move", days: 1...14, .inProgress)])
        #expect(gantt.weekends == [.init(start: 35.71, width: 14.29), .init(start: 85.71, width: 14.29)])
        #expect(gantt.dates.map(\.label) == ["Mon 23 Nov", "Mon 30 Nov"])
    }

    @Test(arguments: [
        ([(6, 20.0 as Double?), (8, 60), (10, 100)], "M0 100H50V80H70V40H90V0H100"), ([(1, 100)], "M0 100H0V0H100"),
        ([(6, nil)], "M0 100H50V0H100"), ([(10, 250)], "M0 100H90V0H100"), ([(2, -5)], "M0 100H10V100H100"),
    ])
    func flagsRampAsSteps(stages: [(Int, Double?)], path: String) throws {
        let flag = FlagAssessment(
            flag: Flag(name: "enableIt", stages: []), verdict: .behind, reason: "late", planned: nil, plannedDay: nil,
            actual: nil, reportedAt: nil, stages: stages.map { .init(day: $0.0, percent: $0.1) },
            reports: [.init(day: 8, percent: 20)])
        let gantt = gantt([Example.phase(1, "Move", days: 1...10, .inProgress)], flags: [flag])
        let ramp = try #require(gantt.ramps.first)
        #expect(PathData.steps(ramp.steps) == path)
        #expect(ramp.reports == [.init(position: 75, percent: 20)])
    }

    @Test func flagsWithoutADayAreNamedApart() {
        let flag = FlagAssessment(
            flag: Flag(name: "enableIt", stages: []), verdict: .unknown, reason: "no day", planned: nil,
            plannedDay: nil,
            actual: nil, reportedAt: nil)
        #expect(gantt([], flags: [flag]).dayless == ["enableIt"])
    }

    @Test(arguments: [
        ("Go / no-go for day 9", true), ("GO/NO-GO", true), ("Nogo meeting", true), ("Go, no go?", true),
        ("No goals are set", false), ("Go on", false), ("Casino goods", false),
    ])
    func decisionsAreGates(text: String, isGate: Bool) {
        let task = PlanTask(text: text, checked: false, times: nil, depth: 0, span: Example.span(52))
        let day = PlanDay(number: 8, title: "", span: Example.span(50), mentions: [], tasks: [task])
        #expect(gantt([], days: [day]).gates.count == (isGate ? 1 : 0))
    }

    @Test func daysTellTheirPercentagesAndTasks() throws {
        let tasks = [(61, true), (62, false)].map { line, checked in
            PlanTask(text: "Task \(line)", checked: checked, times: nil, depth: 0, span: Example.span(line))
        }
        let day = PlanDay(
            number: 8, title: "Ramp", span: Example.span(60), mentions: [],
            percents: [Example.claim(60), Example.claim(60), Example.claim(40)], tasks: tasks)
        let list = Example.checklist(
            "Day 8", in: [], [Example.item("Task 61", .passed, line: 61), Example.item("Task 62", .failed, line: 62)])
        let report = Example.report(
            plan: Plan(start: Example.plan.start, documents: Example.plan.documents, days: [day]),
            assessment: Example.assessment(checklists: [list]))
        let shown = try #require(report.gantt.days.first)
        #expect(shown.percent == "60% or 40%" && shown.progress?.text == "1 of 2 · 1 failed" && shown.isToday)
        #expect(shown.date == "30 Nov 2026")
    }
}
