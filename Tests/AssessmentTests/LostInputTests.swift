import Assessment
import Observations
import Plan
import SourceText
import Testing

/// What was said and did not get through is never taken for good.
@Suite struct LostInputTests {
    private func plan() throws -> Plan {
        Plan(
            phases: [phase(1, days: 6...10)], flags: [Flag(name: "enableCaching", stages: [])],
            thresholds: [try threshold("Error rate", target: "< 1%", alert: "> 5%")],
            checklists: [checklist("list", [("Smoke test", true)])])
    }

    private func judge(
        unread: [Finding] = [], results: [ItemResult] = [], flags: [FlagResult] = [], value: Double = 0.5
    ) throws -> Assessment {
        let plan = try plan()
        return assess(
            plan: plan,
            observations: observed(plan, [steady("error_rate_percent", value)], results: results, flags: flags),
            unread: unread, clock: try clock()
        ).assessment
    }

    private func finding(_ rule: String, _ message: String, at span: SourceSpan?) -> Finding {
        Finding(rule: rule, severity: .error, message: message, at: span)
    }

    @Test func withoutAnyLossThePlanIsOnPlan() throws { #expect(try judge().verdict == .onPlan) }

    @Test func whatReadingLostMakesThePlanUnknown() throws {
        let missing = finding("input-missing", "no file matches 'results/*.json'", at: nil)
        let faults = (0..<3).map { finding("metric-unreadable", "value \($0) is odd", at: span($0)) }
        let judged = try judge(unread: faults + [missing])
        #expect(judged.verdict == .unknown)
        #expect(
            judged.reasons == [
                "plan.md:1 cannot be read: value 0 is odd (and 2 more like it)", "no file matches 'results/*.json'",
            ])
        #expect(judged.unknowns.prefix(2) == judged.reasons[...])
        #expect(judged.troubles.count == 2)
    }

    @Test func aLouderVerdictStillSaysWhatWasLost() throws {
        let missing = finding("input-missing", "no file matches 'results/*.json'", at: nil)
        let judged = try judge(unread: [missing], value: 6)
        #expect(judged.verdict == .alert)
        #expect(judged.unknowns.first == missing.message)
    }

    @Test(arguments: ItemResult.Status.allCases)
    func onlyLostNewsThatAreGoodAreHarmless(_ status: ItemResult.Status) throws {
        let judged = try judge(results: [result(item: "Smok test", status)])
        let isGood = status == .passed || status == .skipped
        #expect(judged.verdict == (isGood ? .onPlan : .unknown))
        let reason = "result 'Smok test' (\(status.rawValue)) belongs to nothing in the plan (plan.md:1)"
        #expect(judged.reasons.contains(reason) == !isGood)
    }

    @Test func aPendingResultThatCouldMeanSeveralItemsCountsForAll() throws {
        let lists = [checklist("a", [("Same", true)]), checklist("b", place: 110, [("same", true)])]
        let judged = try assessed(Plan(checklists: lists), results: [result(item: "Same", .pending)]).assessment
        #expect(judged.checklists.flatMap(\.items).map(\.verdict) == [.pending, .pending])
    }

    @Test func aMisspeltFlagIsMissedAndAStrangeOneIsNot() throws {
        func verdict(_ name: String) throws -> PlanVerdict {
            try judge(flags: [FlagResult(flag: name, percent: 100, time: now, span: span(901))]).verdict
        }
        #expect(try verdict("enableCachin") == .unknown)
        #expect(try verdict("checkoutRedesign") == .onPlan)
    }

    @Test func anIndicatorThatOnlyTheConfigurationNamesHasNoData() throws {
        let settings = [KPISettings(kpi: "Latency", metric: "latency_ms"), KPISettings(kpi: "Error rate")]
        let metrics = [steady("error_rate_percent", 0.5), steady("latency_ms", 9000)]
        let (judged, findings) = try assessed(try plan(), metrics: metrics, settings: settings)
        #expect(judged.verdict == .unknown)
        #expect(judged.reasons == ["Latency is without data: no document sets limits for it"])
        #expect(rules(findings) == ["metric-unmatched"])
        let optional = try assessed(
            try plan(), metrics: metrics, settings: [KPISettings(kpi: "Latency", required: false)])
        #expect(optional.assessment.verdict == .onPlan)
        #expect(
            optional.assessment.unknowns.count == 2, "it is still said that nothing is known of it, and of the flag")
    }

    @Test func aHostWithoutNumbersIsNotSpokenForByAnother() throws {
        // A value such as '25,5' is kept as none.
        let host = { MetricLabel("host", $0) }
        let judged = try assessed(
            [try threshold("Error rate", target: "< 1%")],
            [
                series("error_rate_percent", [(300, 0.5)], labels: [host("a")]),
                series("error_rate_percent", [(300, .nan)], labels: [host("b")]),
            ])
        #expect(judged.assessment.kpis.map(\.verdict) == [.noData])
        #expect(judged.assessment.verdict == .unknown)
    }
}
