import Assessment
import Events
import Observations
import Plan
import Report
import SourceText
import Updates

/// Day 8 of 14: one measure on target, one off target, one in alert, one silent.
extension Example {
    static let measures = [
        kpi(
            threshold(
                "Hook execution time",
                [
                    limit(.below, 100, .milliseconds, "< 100ms average"), limit(.above, 200, .milliseconds, "> 200ms"),
                    limit(.above, 500, .milliseconds, "> 500ms"),
                ]), .onTarget, "78 ms is below the target of 100 ms", value: Quantity(78.2, .milliseconds)),
        kpi(
            threshold(
                "Error rate",
                [
                    limit(.below, 1, .percent, "< 1%"), limit(.above, 5, .percent, "> 5%"),
                    limit(.above, 15, .percent, "> 15%"),
                ]), .offTarget, "1.3% is over the target of 1%", value: Quantity(1.304, .percent),
            since: time(10, 12)),
        kpi(
            threshold(
                "Background job processing",
                [
                    limit(.below, 30, .seconds, "< 30s processing time"), limit(.above, 60, .seconds, "> 60s"),
                    limit(.above, 300, .seconds, "> 300s"),
                ]), .alert, "74 s is over the alert limit of 60 s", value: Quantity(74.04, .seconds),
            since: time(12, 20)),
        kpi(
            threshold(
                "System availability",
                [
                    limit(.above, 99.9, .percent, "> 99.9%"), limit(.below, 99.5, .percent, "< 99.5%"),
                    limit(.below, 99, .percent, "< 99%"),
                ]), .noData, "no sample since 30 Nov 2026, 09:02 CET", newest: time(8, 2),
            newestValue: Quantity(99.96, .percent), since: time(8, 4),
            source: .observation(path: "metrics/uptime.jsonl", line: 4411)),
    ]

    static let phases = [
        phase(1, "Preparation", days: 1...2, .done, items: (31, 31)),
        phase(2, "Staging", days: 3...3, .done, items: (12, 12)),
        phase(3, "Production deployment", days: 4...5, .done, items: (18, 18)),
        phase(4, "Gradual rollout", days: 6...10, .inProgress, items: (22, 41)),
        phase(5, "Optimisation", days: 11...14, .notStarted, items: (0, 24)),
    ]

    static let flags = [
        flag("enableHookMetrics", day: 6, percent: 20, .asPlanned, actual: 20),
        flag("enableValidationCaching", day: 7, percent: 40, .asPlanned, actual: 40),
        flag("enableAsyncValidation", day: 8, percent: 60, .behind, actual: 20),
        flag("enableCalculationFallbacks", day: 8, percent: 60, .unknown),
        flag("enableBackgroundProcessing", day: 9, percent: 80, .notDue, due: false),
        flag("enableBatchOperations", day: 10, percent: 100, .notDue, due: false),
    ]

    static let checklists = [
        checklist(
            "Backups", in: ["Before the migration"],
            [
                item("Database backup taken and restored once", .passed, line: 301, by: "Dana"),
                item("Restore time is under 30 minutes", .passed, line: 302, depth: 1),
                item("Feature flags off in production", .passed, line: 303),
            ]),
        checklist(
            "Day 8", in: ["Execution"],
            [
                item("Raise asynchronous validation to 60%", .blocked, line: 310, reason: "waits for the job queue"),
                item("Load test at 60% passed", .failed, line: 311, reason: "p95 was 212 ms", by: "load-test"),
                item("Support team told", .passed, line: 312), item("Read the error log at 17:00", .pending, line: 313),
            ]),
        checklist(
            "Clean-up", in: ["After the migration"],
            [item("Old hooks removed", .pending, line: 320), item("Flags removed from code", .pending, line: 321)]),
    ]

    static let plan = Plan(
        title: "Lifecycle hooks migration", start: CivilDate(iso: "2026-11-23"), timezone: "Europe/Berlin",
        documents: [PlanDocument(source: file, title: "Migration plan", kinds: [.strategy])],
        phases: phases.map(\.phase),
        days: [
            PlanDay(
                number: 8, title: "60% rollout", span: span(50), mentions: [],
                tasks: [
                    PlanTask(
                        text: "Go / no-go for day 9", checked: false,
                        times: ClockRange(startMinute: 1020, endMinute: 1050), depth: 0, span: span(52))
                ])
        ], flags: flags.map(\.flag), thresholds: measures.map(\.threshold),
        rollbackProcedures: [
            RollbackProcedure(
                name: "Service rollback", level: 2,
                timeBudgets: [claim(TimeAmount(kind: .measured, seconds: 900, text: "< 15 minutes"))],
                triggers: [claim("Background jobs processing stalls")], steps: [], commands: [], span: span(240))
        ], checklists: checklists.map(\.checklist))

    static func assessment(
        verdict: PlanVerdict = .alert, kpis: [KPIAssessment] = measures, phases: [PhaseAssessment] = phases,
        flags: [FlagAssessment] = flags, checklists: [ChecklistAssessment] = checklists, day: Int? = 8,
        reasons: [String] = [
            "Background job processing is at 74 s, over its alert limit of 60 s since 13:20 CET",
            "1 checklist item failed, 1 is blocked",
        ], unknowns: [String] = ["System availability has no data since 09:02 CET"]
    ) -> Assessment {
        let judged = PlanJudgement(kpis: kpis, items: checklists.flatMap(\.items), phases: phases, flags: flags).judge()
        return Assessment(
            clock: AssessmentClock(
                now: time(13, 7), today: CivilDate(daysSinceEpoch: 20_787 + (day ?? 8) - 8),
                calendar: plan.start.map { PlanCalendar(start: $0) }), verdict: verdict, reasons: reasons,
            unknowns: unknowns, troubles: judged.troubles, kpis: kpis, checklists: checklists, phases: phases,
            flags: flags, day: day,
            newestSample: kpis.compactMap(\.newestSample).max())
    }

    static let findings = [
        Finding(
            rule: "rollback-time-conflict", severity: .error,
            message: "full rollback is budgeted at 30 minutes here, but at 60 minutes in plan.md:29", at: span(297),
            related: [Finding.Note("60 min, read from the heading", at: span(29))]),
        Finding(
            rule: "phase-days-gap", severity: .warning, message: "'Phase 5' starts on day 12, 'Phase 4' ends on day 10",
            at: span(120)),
    ]

    static func report(
        plan: Plan = plan, assessment: Assessment = assessment(), findings: [Finding] = findings,
        updates: [Update] = updates, events: EventLog = events, context: ReportContext = context()
    ) -> Report {
        makeReport(
            plan: plan, assessment: assessment, findings: findings, updates: updates, events: events, context: context)
    }
}
