import Assessment
import Observations
import Plan
import Rendering
import Report
import SourceText
import Testing

/// Which way back is offered for what is seen, and which is not.
@Suite struct RollbackReportTests {
    /// A document with a heading on each of these lines; other lines are plain.
    private static let text = """
        # Ways back
        ## Level 1: Flag off
        - Error rate > 5%
        ## Level 2: Partial rollback
        - Latency > 900 ms
        ## Full rollback
        text
        ## Elsewhere
        - Queue > 100
        """
    private static let file = SourceFile(path: "rollback.md", text: text)
    private static func line(_ number: Int) -> SourceSpan { SourceSpan(file: file, range: file.lineRange(number)) }
    private static let document = PlanDocument(
        source: file, title: "Ways back", kinds: [.rollback],
        sections: [(1, 1), (2, 2), (4, 2), (6, 2), (8, 2)].map { number, level in
            DocumentSection(title: "", level: level, start: file.lineRange(number).lowerBound)
        })

    private static func procedure(
        _ name: String, _ level: Int?, at number: Int, remarks: ProcedureRemarks = ProcedureRemarks(),
        steps: [ProcedureStep] = [], commands: [CommandBlock] = [], budget: Double? = nil
    ) -> RollbackProcedure {
        let range = file.lineRange(number)
        return RollbackProcedure(
            name: name, level: level,
            timeBudgets: budget.map {
                [
                    Claim(
                        TimeAmount(kind: .measured, seconds: $0, text: "\(Int($0 / 60)) minutes"), at: line(number),
                        .heading)
                ]
            } ?? [], steps: steps, commands: commands, remarks: remarks,
            span: SourceSpan(file: file, range: range.lowerBound + 3..<range.upperBound))
    }

    private static let procedures = [
        procedure("Flag off", 1, at: 2), procedure("Partial rollback", 2, at: 4),
        procedure("Full rollback", nil, at: 6),
    ]

    private static func trigger(
        _ text: String, metric: String? = nil, limit: Limit? = nil, action: String? = "rollback", at span: SourceSpan
    ) -> Trigger {
        Trigger(text: text, metric: metric, condition: limit, window: nil, action: action, span: span)
    }

    private static func report(
        _ procedures: [RollbackProcedure] = procedures, triggers: [TriggerAssessment] = [], kpis: [KPIAssessment] = [],
        checklists: [ChecklistAssessment] = []
    ) -> RollbackReport {
        let plan = Plan(
            title: "Ways", documents: [document], triggers: triggers.map(\.trigger), rollbackProcedures: procedures)
        let base = Example.assessment(kpis: kpis, phases: [], flags: [], checklists: checklists)
        let assessment = Assessment(
            clock: base.clock, verdict: base.verdict, reasons: base.reasons, unknowns: [], troubles: [], kpis: kpis,
            checklists: checklists, phases: [], flags: [], day: 8, newestSample: nil, triggers: triggers)
        return Example.report(plan: plan, assessment: assessment).rollback
    }

    private static func quiet(_ trigger: Trigger, _ verdict: TriggerVerdict = .quiet) -> TriggerAssessment {
        TriggerAssessment(trigger: trigger, verdict: verdict, reason: "because")
    }

    private func ways(_ symptoms: [RollbackReport.Symptom]) -> [[String]] { symptoms.map { $0.ways.map(\.heading) } }

    @Test(arguments: [
        ("Error rate > 15% → full rollback", ["Full rollback"]),
        ("Error rate > 15% → Level 2", ["Level 2: Partial rollback"]),
        ("Latency > 2 s: partial rollback, then full rollback", ["Level 2: Partial rollback", "Full rollback"]),
        ("Fehlerrate > 5% → Stufe 1", ["Level 1: Flag off"]),
        // Near misses: another level, a level of something else, the contrary, other words, a plan for something else.
        ("Error rate > 15% → Level 9", []), ("Alert level 2 for ten minutes", []),
        ("Error rate > 5%, no full rollback", []),
        ("Error rate > 15% → rebuild from the last release", []), ("The deployment was partially rolled back", []),
        ("Error rate > 15% → roll back", []), ("Rollback takes > 20 minutes", []), ("The flag is off", []),
    ])
    func namesJoin(_ text: String, _ expected: [String]) {
        let report = Self.report(triggers: [Self.quiet(Self.trigger(text, at: Example.span(9)))])
        #expect(ways(report.others) == [expected])
        #expect((report.others.first?.noWay == nil) == !expected.isEmpty)
    }

    @Test(arguments: [
        (3, "rollback" as String?, ["Level 1: Flag off"]), (5, nil, ["Level 2: Partial rollback"]),
        // Halting is no call for the procedure around it, and beside all procedures stands none.
        (3, "halt", []), (3, "pause", []), (9, "rollback", []),
    ])
    func aProcedureListsItsTriggers(_ line: Int, _ action: String?, _ expected: [String]) {
        let trigger = Self.trigger("Queue > 100", action: action, at: Self.line(line))
        #expect(ways(Self.report(triggers: [Self.quiet(trigger)]).others) == [expected])
    }

    @Test func aNameThatTwoBearJoinsNeither() {
        let twins = [Self.procedure("Flag off", 1, at: 2), Self.procedure("Cache off", 1, at: 4)]
        let elsewhere = Self.quiet(Self.trigger("Errors → Level 1", at: Example.span(9)))
        #expect(ways(Self.report(twins, triggers: [elsewhere]).others) == [[]])
    }

    @Test func oneConditionIsOneSymptomWithAllItsPlaces() throws {
        let limit = Example.limit(.above, 5, .percent, "> 5%")
        let own = Self.trigger("Error rate > 5%", metric: "Error rate", limit: limit, at: Self.line(3))
        let phase = Self.trigger(
            "Error rate > 5% → switch off the day's flags", metric: "error rate", limit: limit, at: Example.span(7))
        let report = Self.report(triggers: [Self.quiet(phase), Self.quiet(own, .firing)])
        let symptom = try #require(report.firing.first)
        #expect(report.firing.count == 1 && report.others.isEmpty)
        #expect(symptom.text == "Error rate > 5%")
        #expect(symptom.ways.map(\.heading) == ["Level 1: Flag off"])
        #expect(symptom.ways.map(\.reason) == ["one of its own triggers, rollback.md:3"])
        #expect(symptom.places == ["plan.md:7: switch off the day's flags", "rollback.md:3"])
    }

    @Test func whatHoldsStandsFirstAndSaysSo() {
        let report = Self.report(triggers: [
            Self.quiet(Self.trigger("Queue > 100", at: Self.line(9))),
            Self.quiet(Self.trigger("Latency > 900 ms", at: Self.line(5)), .pending),
            Self.quiet(Self.trigger("Disk full", at: Self.line(9)), .unknown),
            Self.quiet(Self.trigger("Error rate > 5%", at: Self.line(3)), .firing),
        ])
        #expect(report.firing.map(\.status.word) == ["Firing", "Pending"])
        #expect(report.firing.map(\.text) == ["Error rate > 5%", "Latency > 900 ms"])
        #expect(report.others.map(\.status.word) == ["Quiet", "Unknown"])
        #expect(
            report.summary
                == "1 of 4 symptoms holds now; 1 is about to; 1 cannot be told from measurements: look yourself.")
    }

    @Test func nothingKnownIsNotCalm() {
        let report = Self.report(triggers: [Self.quiet(Self.trigger("Disk full", at: Self.line(9)), .unknown)])
        #expect(report.summary.contains("1 cannot be told from measurements"))
        #expect(Self.report().summary == "These documents name no symptom that calls for a way back.")
    }

    @Test func limitsWithoutTriggerAreSymptoms() {
        let kpi = Example.kpi(
            Example.threshold(
                "Queue length",
                [nil, Example.limit(.above, 50, .none, "> 50"), Example.limit(.above, 100, .none, "> 100")]),
            .alert, "60 is over the alert limit of 50")
        let report = Self.report(kpis: [kpi])
        #expect(report.firing.map(\.text) == ["Queue length: alert limit > 50"])
        #expect(report.others.map(\.text) == ["Queue length: critical limit > 100"])
        #expect(report.firing.first?.noWay == "No procedure names it.")
        let covered = Self.trigger(
            "Queue length > 100", metric: "Queue length", limit: Example.limit(.above, 100, .none, "> 100"),
            at: Self.line(3))
        #expect(Self.report(triggers: [Self.quiet(covered)], kpis: [kpi]).others.map(\.text) == ["Queue length > 100"])
    }

    @Test func proceduresThatNothingLeadsToAreToldToo() {
        let report = Self.report()
        #expect(report.procedures.map(\.symptoms.isEmpty) == [true, true, true])
        #expect(Set(report.procedures.map(\.anchor)).count == 3)
    }

    @Test(
        arguments: [
            ([60.0, 120], 240.0 as Double?, "Within budget", "Steps take 3 min of 4 min"),
            ([60, 120], 180, "Within budget", "Steps take 3 min of 3 min"),
            ([60, 180], 180, "Over budget", "Steps take 4 min of 3 min"),
            ([60, nil], 180, "Not all timed", "Steps take 1 min of 3 min, 1 step without a time"),
            ([240, nil], 180, "Over budget", "Steps take 4 min of 3 min, 1 step without a time"),
            ([60], nil, "No budget", "Steps take 1 min"), ([nil], 180, "Unknown", "No step has a time."),
            ([], 180, "Unknown", "The plan lists no step."),
        ] as [([Double?], Double?, String, String)])
    func stepsAreHeldAgainstTheBudget(_ steps: [Double?], _ budget: Double?, _ word: String, _ text: String) {
        let steps = steps.enumerated().map { index, seconds in
            ProcedureStep(
                name: "Step", number: nil,
                timeBudget: seconds.map { Example.claim(TimeAmount(kind: .measured, seconds: $0, text: "t")) },
                span: Self.line(7))
        }
        let report = Self.report([Self.procedure("Full rollback", nil, at: 6, steps: steps, budget: budget)])
        #expect(report.procedures.map(\.timeStatus.word) == [word])
        #expect(report.procedures.map(\.time) == [text])
    }

    @Test func theNewestRehearsalCounts() {
        func tried(_ text: String, _ verdict: ItemVerdict) -> ChecklistAssessment {
            Example.checklist("Ready", in: [], [Example.item(text, verdict, line: 9, by: "Dana")])
        }
        func told(_ checklists: [ChecklistAssessment], _ dates: [String]) -> (String, String) {
            let rehearsals = dates.compactMap { CivilDate(iso: $0) }.map {
                Rehearsal(date: $0, line: Example.claim("Rehearsed on \($0)"))
            }
            let procedure = Self.procedure(
                "Full rollback", nil, at: 6, remarks: ProcedureRemarks(rehearsals: rehearsals))
            let report = Self.report([procedure], checklists: checklists).procedures[0]
            return (report.rehearsalStatus.word, report.rehearsal)
        }
        #expect(told([], []) == ("Unknown", "No rehearsal is recorded."))
        #expect(told([tried("Full rollback rehearsed", .pending)], []) == ("Unknown", "No rehearsal is recorded."))
        #expect(told([tried("Partial rollback rehearsed", .passed)], []) == ("Unknown", "No rehearsal is recorded."))
        #expect(told([tried("Full rollback explained", .passed)], []) == ("Unknown", "No rehearsal is recorded."))
        #expect(told([tried("Full rollback rehearsed", .failed)], ["2026-11-01"]).0 == "Failed")
        #expect(told([], ["2026-11-01", "2026-11-18"]) == ("Rehearsed", "Rehearsed on 2026-11-18 · plan.md:1"))
        // One that is still to come is none.
        #expect(told([], ["2026-12-18"]).0 == "Unknown")
    }

    @Test func credentialsAreMaskedAndLinesStay() throws {
        let command = CommandBlock(
            language: "sh", text: "export TOKEN=abcdef123456\n\tcurl -H \"$TOKEN\" <host> && echo 'ok'\n",
            span: Self.line(7))
        var plan = Plan(title: "Ways", documents: [Self.document])
        plan.rollbackProcedures = [Self.procedure("Full rollback", nil, at: 6, commands: [command])]
        let secret = SourceFile(path: "secret.md", text: "abcdef123456")
        let span = SourceSpan(file: secret, range: 0..<12)
        plan.commands.secrets = [Secret(kind: "token", name: "TOKEN", span: span, value: span)]
        let report = Example.report(plan: plan)
        let files = try renderSite(report, templates: loadTemplates())
        let page = String(decoding: try #require(files.first { $0.path == "rollback.html" }).bytes, as: UTF8.self)
        #expect(!page.contains("abcdef123456"))
        #expect(
            page.contains(
                "<pre><code>export TOKEN=************\n\tcurl -H &quot;$TOKEN&quot; &lt;host&gt; &amp;&amp; echo &#39;ok&#39;\n</code></pre>"
            ))
    }
}
