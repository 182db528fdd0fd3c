import Assessment
import Observations
import Plan
import SourceText
import Testing

/// Criteria with a limit against what is measured.
@Suite struct CriterionVerdictTests {
    /// A limit that stands on a place, as a line of the plan states it.
    private func criterion(
        _ metric: String, _ target: String, place: Int = 100, origin: Threshold.Origin = .criterion,
        phase: String? = nil
    ) throws -> Threshold {
        Threshold(
            metric: metric, origin: origin, targets: [Claim(try limit(target), at: span(place), .listItem)],
            span: span(place), phase: phase)
    }

    /// A plan of one list with one item that states the limit.
    private func plan(
        _ metric: String, _ target: String, checked: Bool = false, text: String? = nil, section: String = "Exit",
        phase: String? = nil, phases: [Phase] = [], indicators: [Threshold] = []
    ) throws -> Plan {
        Plan(
            phases: phases, thresholds: indicators + [try criterion(metric, target)],
            checklists: [checklist(section, phase: phase, [(text ?? "\(metric) \(target)", checked)])])
    }

    private func item(_ plan: Plan, _ metrics: [MetricSeries], results: [ItemResult] = [], settings: [KPISettings] = [])
        throws -> ItemAssessment
    {
        let assessment = try assessed(plan, results: results, metrics: metrics, settings: settings).assessment
        return try #require(assessment.checklists.first?.items.first)
    }

    @Test(
        arguments: [
            (false, 0.3, ItemVerdict.passed, "0.3% meets the target of < 0.5%"),
            (true, 0.3, .passed, "0.3% meets the target of < 0.5%"),
            (false, 0.8, .pending, "0.8% misses the target of < 0.5%"),
            (true, 0.8, .failed, "0.8% misses the target of < 0.5%"),
        ])
    func whatIsMeasuredDecides(_ checked: Bool, _ value: Double, _ verdict: ItemVerdict, _ reason: String) throws {
        let item = try item(
            try plan("Error rate", "< 0.5%", checked: checked), [steady("error_rate_percent", value)])
        #expect(item.verdict == verdict)
        #expect(item.reason.hasPrefix(reason))
        #expect(item.reason.contains("ticked in plan.md:1") == (checked || value > 0.5), "\(item.reason)")
        #expect(item.isMeasuredAlone == (!checked && value < 0.5))
    }

    @Test func aTickOverAMissedLimitKeepsThePlanOffPlan() throws {
        let plan = try plan(
            "Error rate", "< 0.5%", checked: true, indicators: [try threshold("Seats", target: "> 1")])
        let assessment = try assessed(plan, metrics: [steady("error_rate_percent", 0.8), steady("seats", 5)]).assessment
        #expect(assessment.verdict == .offPlan)
        #expect(assessment.reasons.first?.contains("it is no pass though ticked in plan.md:1") == true)
    }

    @Test func withoutFreshDataNothingIsMet() throws {
        let old = series("error_rate_percent", [(90_000, 0.1)])
        let ticked = try item(try plan("Error rate", "< 0.5%", checked: true), [old])
        #expect(ticked.verdict == .pending)
        #expect(ticked.reason.hasPrefix("ticked in plan.md:1, but it is not known: the newest sample"))
        #expect(try item(try plan("Error rate", "< 0.5%"), [old]).verdict == .pending)
        let broken = series("error_rate_percent", [(300, 0.1), (0, .nan)])
        #expect(try item(try plan("Error rate", "< 0.5%", checked: true), [broken]).verdict == .pending)
        let configured = [KPISettings(kpi: "Error rate", metric: "errors_percent")]
        #expect(try item(try plan("Error rate", "< 0.5%", checked: true), [], settings: configured).verdict == .pending)
    }

    /// What nothing measures is declared, as before.
    @Test func whatNothingMeasuresIsDeclared() throws {
        for metrics in [[], [steady("queue_length", 3)]] {
            let item = try item(try plan("Error rate", "< 0.5%", checked: true), metrics)
            #expect(item.verdict == .passed && item.criterion == nil)
            #expect(item.reason == "ticked in plan.md:1")
        }
    }

    @Test(
        arguments: [
            (ItemResult.Status.passed, 0.3, ItemVerdict.passed), (.passed, 0.8, .failed), (.failed, 0.3, .failed),
            (.blocked, 0.3, .blocked), (.pending, 0.3, .pending), (.skipped, 0.8, .skipped),
        ])
    func aResultMayBeWorseAndNeverBetter(_ status: ItemResult.Status, _ value: Double, _ verdict: ItemVerdict) throws {
        let item = try item(
            try plan("Error rate", "< 0.5%"), [steady("error_rate_percent", value)], results: [result("Exit/1", status)]
        )
        #expect(item.verdict == verdict, "\(item.reason)")
        #expect(item.reason.contains("0.5%"))
    }

    @Test func whoeverMeasuresAPartKnowsNotTheWhole() throws {
        let text = "Error rate < 0.5% and the auditors have signed"
        let met = [steady("error_rate_percent", 0.3)]
        #expect(try item(try plan("Error rate", "< 0.5%", text: text), met).verdict == .pending)
        #expect(try item(try plan("Error rate", "< 0.5%", checked: true, text: text), met).verdict == .passed)
        #expect(
            try item(
                try plan("Error rate", "< 0.5%", text: "The error rate stays < 0.5%"), met
            ).verdict == .passed)
        let two = Plan(
            thresholds: [try criterion("Error rate", "< 0.5%"), try criterion("Queue", "< 9")],
            checklists: [checklist("Exit", [("Error rate < 0.5%, queue < 9", false)])])
        #expect(try item(two, met).verdict == .pending)
    }

    // MARK: Windows

    private func latency(_ values: [Double]) -> MetricSeries {
        series("p95_latency_seconds", values.reversed().enumerated().map { (Double($0) * 300, $1 / 1000) })
    }

    @Test(
        arguments: [
            (Array(repeating: 280.0, count: 25), CriterionVerdict.met, "280 ms meets the target of ≤ 300 ms for 1 h"),
            ([280.0] + Array(repeating: 310, count: 3) + Array(repeating: 280, count: 9), .missed, "but 310 ms was"),
            (Array(repeating: 280.0, count: 4), .unknown, "4 samples with a number do not cover 1 h"),
            (Array(repeating: 280.0, count: 24) + [310], .missed, "310 ms misses the target of ≤ 300 ms for 1 h"),
        ] as [([Double], CriterionVerdict, String)])
    func aWindowIsLookedAtWhole(_ values: [Double], _ verdict: CriterionVerdict, _ reason: String) throws {
        let assessment = try assessed(
            try plan("p95 latency", "≤ 300 ms for 1 hour"), metrics: [latency(values)]
        ).assessment
        let judged = try #require(assessment.measuredCriteria.first)
        #expect(judged.verdict == verdict)
        #expect(judged.reason.contains(reason), "\(judged.reason)")
        #expect(judged.windowSeconds == 3600)
        #expect(judged.sampleCount == min(values.count, 12))
    }

    @Test func whatTheTextLeavesOutTheIndicatorSays() throws {
        let indicators = [try threshold("Error rate", target: "< 1% average over 30 minutes")]
        let metrics = [series("error_rate_percent", (0...12).map { (Double($0) * 300, $0 == 0 ? 2 : 0.2) })]
        func judged(_ target: String) throws -> CriterionAssessment? {
            try assessed(try plan("Error rate", target, indicators: indicators), metrics: metrics)
                .assessment.measuredCriteria.first
        }
        let bare = try #require(try judged("< 0.6%"))
        #expect(bare.verdict == .met && bare.windowSeconds == 1800 && bare.measure.aggregation == "average")
        #expect(bare.sampleCount == 6)
        let own = try #require(try judged("< 0.4% average over 1 hour"))
        #expect(own.verdict == .met && own.windowSeconds == 3600)
        let settings = [KPISettings(kpi: "Error rate", windowSeconds: 600, statistic: .maximum)]
        let configured = try assessed(try plan("Error rate", "< 3%"), metrics: metrics, settings: settings).assessment
        #expect(configured.measuredCriteria.map(\.windowSeconds) == [600])
        #expect(configured.measuredCriteria.map(\.measure.aggregation) == ["maximum"])
    }

    @Test func aStatisticInTheNameIsTheIndicatorsStatistic() throws {
        let indicators = [try threshold("Latency", target: "< 200ms p95")]
        let metrics = [series("latency_ms", (0...20).map { (Double($0) * 300, Double($0) * 10) })]
        let judged = try #require(
            try assessed(try plan("p95 latency", "≤ 300 ms for 1 hour", indicators: indicators), metrics: metrics)
                .assessment.measuredCriteria.first)
        #expect(judged.verdict == .met && judged.measure.aggregation == "p95" && judged.windowSeconds == 3600)
        let named = try assessed(
            try plan("p95 latency", "≤ 300 ms", indicators: indicators),
            metrics: metrics + [steady("p95_latency_ms", 310)])
        #expect(named.assessment.measuredCriteria.map(\.verdict) == [.missed], "a metric of the whole name goes first")
        // `Rate` is part of a name.
        let rate = try plan("Error rate", "< 1%", indicators: [try threshold("Error", target: "< 5")])
        #expect(try assessed(rate, metrics: [steady("error", 1)]).assessment.measuredCriteria.isEmpty)
    }

    @Test func aChangeIsHeldAgainstItsBaseline() throws {
        let settings = [KPISettings(kpi: "Latency", baseline: .amount(Quantity(400, .milliseconds)))]
        for (value, verdict) in [(190.0, CriterionVerdict.met), (210, .missed)] {
            let judged = try assessed(
                try plan("Latency", "reduced by 50%"), metrics: [steady("latency_ms", value)], settings: settings)
            #expect(judged.assessment.measuredCriteria.map(\.verdict) == [verdict])
        }
        let without = try assessed(try plan("Latency", "reduced by 50%"), metrics: [steady("latency_ms", 1)])
        #expect(without.assessment.measuredCriteria.map(\.verdict) == [.unknown])
    }

    // MARK: Matching

    @Test func twoMetricsOfOneNameAreAFinding() throws {
        let (assessment, findings) = try assessed(
            try plan("Error rate", "< 0.5%", checked: true),
            metrics: [steady("error_rate_percent", 0.1), steady("error_rate_ratio", 0.1)])
        #expect(assessment.measuredCriteria.map(\.verdict) == [.unknown])
        #expect(rules(findings) == ["kpi-unmeasured"])
        #expect(findings.first?.message.contains("both have its name") == true)
        #expect(assessment.checklists.first?.items.first?.verdict == .pending)
    }

    @Test func settingsMaySpeakOfACriterionAlone() throws {
        let settings = [KPISettings(kpi: "Error rate", metric: "errors", unit: "%")]
        let (assessment, findings) = try assessed(
            try plan("Error rate", "< 0.5%"), metrics: [steady("errors", 0.1)], settings: settings)
        #expect(assessment.measuredCriteria.map(\.verdict) == [.met])
        #expect(assessment.kpis.isEmpty && findings.isEmpty)
        let words = try assessed(try plan("Error rate", "< 0.5%"), metrics: [steady("error_rate_percent", 0.1)])
        #expect(words.findings.isEmpty)
    }

    @Test func aPlannedWindowKeepsATickFromFailing() throws {
        let plan = try plan("Error rate", "< 0.5%", checked: true)
        let window = PlannedWindow(from: now.adding(seconds: -60), to: now.adding(seconds: 60), reason: "swap")
        let configuration = AssessmentConfiguration(plannedWindows: [window])
        let judged = assess(
            plan: plan, observations: observed(plan, [steady("error_rate_percent", 0.8)]), clock: try clock(),
            configuration: configuration
        ).assessment
        #expect(judged.checklists.first?.items.first?.verdict == .pending)
    }

    // MARK: Phases

    @Test func aMetLimitDoesNoWork() throws {
        let met = [steady("error_rate_percent", 0.3)]
        func verdict(_ days: ClosedRange<Int>) throws -> PhaseVerdict? {
            let plan = try plan("Error rate", "< 0.5%", phase: "phase-1", phases: [phase(1, days: days)])
            return try assessed(plan, metrics: met).assessment.phases.first?.verdict
        }
        #expect(try verdict(10...12) == .notStarted)
        #expect(try verdict(7...9) == .inProgress)
        #expect(try verdict(1...3) == .done)
    }

    @Test func theTickOfAPhaseThatIsOverStands() throws {
        let missed = [steady("error_rate_percent", 0.8)]
        func item(_ days: ClosedRange<Int>, _ section: String = "Exit") throws -> ItemAssessment {
            let phase = section == "Exit" ? "phase-1" : nil
            return try self.item(
                try plan(
                    "Error rate", "< 0.5%", checked: true, section: section, phase: phase,
                    phases: [AssessmentTests.phase(1, days: days)]), missed)
        }
        #expect(try item(1...3).verdict == .passed)
        #expect(
            try item(1...3).reason.hasSuffix(
                "before what is measured now: 0.8% misses the target of < 0.5%"
                    + ", since 2026-11-30T10:00:00Z"))
        #expect(try item(7...9).verdict == .failed)
        #expect(try item(7...9, "Readiness").verdict == .passed)
    }

    /// What is checked on a day says nothing of another.
    @Test func aTaskOfADayIsNoCriterion() throws {
        let plan = Plan(
            days: [day(8, phase: nil, [("Error rate < 0.5%", true)])],
            thresholds: [try criterion("Error rate", "< 0.5%", place: 201)])
        let assessment = try assessed(plan, metrics: [steady("error_rate_percent", 0.8)]).assessment
        #expect(assessment.tasks.map(\.verdict) == [.passed])
        #expect(assessment.measuredCriteria.isEmpty)
    }

    // MARK: Indicators and gates

    @Test func anIndicatorsLimitCountsOnce() throws {
        // As the reader joins them: one measure with two claims.
        let claims = [
            Claim(try limit("< 1%"), at: span(0), .field), Claim(try limit("< 1%"), at: span(100), .listItem),
        ]
        let joined = Threshold(metric: "Error rate", origin: .indicator, targets: claims, span: span(0))
        func gate(_ value: Double, checked: Bool) throws -> (Gate, Assessment) {
            let plan = Plan(
                phases: [phase(1, days: 7...9)], thresholds: [joined],
                checklists: [checklist("Exit", phase: "phase-1", [("Error rate < 1%", checked)])])
            let assessment = try assessed(plan, metrics: [steady("error_rate_percent", value)]).assessment
            return (judgeGate(.phase("phase-1"), of: assessment, plan: plan), assessment)
        }
        let met = try gate(0.5, checked: false)
        #expect(met.0.lines.map(\.kind) == ["measure"] && met.0.decision == .go)
        #expect(met.1.measuredCriteria.map(\.isIndicator) == [true])
        let missed = try gate(2, checked: true)
        #expect(missed.0.lines.map(\.kind) == ["item", "measure"] && missed.0.decision == .noGo)
        #expect(missed.1.troubles.count == 1)
    }

    @Test func gatesAskForCriteria() throws {
        let success = SuccessCriterion(text: "Error rate < 0.5%", metric: "Error rate", condition: nil, span: span(300))
        let phases = [phase(1, days: 7...9)]
        let plan = Plan(
            phases: phases, days: [day(8, phase: "phase-1", [("Move", true)])],
            thresholds: [try criterion("Error rate", "< 0.5%", place: 300)], successCriteria: [success])
        func post(_ metrics: [MetricSeries]) throws -> Gate {
            judgeGate(.part(.post), of: try assessed(plan, metrics: metrics).assessment, plan: plan)
        }
        #expect(try post([steady("error_rate_percent", 0.3)]).decision == .go)
        let missed = try post([steady("error_rate_percent", 0.8)])
        #expect(missed.decision == .noGo)
        #expect(missed.lines.first?.reason.hasPrefix("0.8% misses the target of < 0.5%") == true)
        #expect(try post([series("error_rate_percent", [(90_000, 0.1)])]).decision == .noGo)
        #expect(try post([]).lines.map(\.reason) == ["no result is reported"])
    }
}
