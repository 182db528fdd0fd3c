import Assessment
import Observations
import Plan
import SourceText
import Testing

/// Triggers of rollbacks, halts and pauses against what is measured.
@Suite struct TriggerVerdictTests {
    private func judged(
        _ trigger: Trigger, _ metrics: [MetricSeries], indicators: [Threshold] = [], settings: [KPISettings] = []
    ) throws -> Assessment {
        try assessed(Plan(thresholds: indicators, triggers: [trigger]), metrics: metrics, settings: settings).assessment
    }

    private func errors(_ values: [Double], _ name: String = "error_rate_percent") -> MetricSeries {
        series(name, values.reversed().enumerated().map { (age: Double($0) * 300, value: $1) })
    }

    @Test(
        arguments: [
            ("> 5%", [1.0, 1, 4], TriggerVerdict.quiet), ("> 5%", [1, 1, 5], .quiet), ("> 5%", [1, 1, 6], .firing),
            ("> 5% for 10 minutes", [6, 6, 6, 6], .firing), ("> 5% for 10 minutes", [1, 6, 6, 6], .firing),
            ("> 5% for 10 minutes", [1, 1, 6, 6], .pending), ("> 5% for 10 minutes", [6, 6, 6, 1], .quiet),
            ("> 5% for 10 minutes", [6], .pending), ("> 5% average over 15 minutes", [1, 1, 20, 1], .firing),
            ("> 5% average over 15 minutes", [1, 1, 4, 6], .quiet), ("> 5%", [1, 1, .nan], .unknown),
            ("> 50 ms", [1, 1, 1], .unknown), ("5%", [1, 1, 6], .unknown), ("> 2x", [1, 1, 6], .unknown),
            ("rises by more than 50%", [1, 1, 60], .unknown),
        ] as [(String, [Double], TriggerVerdict)])
    func conditionsHold(_ condition: String, _ values: [Double], _ verdict: TriggerVerdict) throws {
        let judged = try judged(try trigger("Error rate", condition), [errors(values)])
        #expect(judged.triggers.map(\.verdict) == [verdict], "\(judged.triggers.map(\.reason))")
    }

    @Test func theReasonNamesBothValues() throws {
        func reason(_ condition: String, _ values: [Double]) throws -> String? {
            try judged(try trigger("Error rate", condition), [errors(values)]).triggers.first?.reason
        }
        #expect(try reason("> 5%", [1, 6]) == "6% meets > 5%")
        #expect(try reason("> 5% for 10 minutes", [6, 6, 6]) == "6% meets > 5% for 10 min")
        #expect(try reason("> 5% for 10 minutes", [6, 6]) == "6% meets > 5%, not yet for 10 min")
        #expect(try reason("> 5%", [1, 4]) == "4% does not meet > 5%")
        #expect(
            try reason("rises by more than 50%", [1, 6])
                == "the limit of 'rises by more than 50%' needs a baseline, and none is configured")
    }

    @Test(
        arguments: [("rollback", PlanVerdict.critical), ("halt", .alert), ("pause", .alert), (nil, .alert)]
            as [(String?, PlanVerdict)])
    func whatFiresIsThePlansVerdict(_ action: String?, _ verdict: PlanVerdict) throws {
        let fired = try judged(try trigger("Error rate", "> 5%", action: action), [errors([1, 6])])
        #expect(fired.verdict == verdict)
        #expect(fired.reasons == ["the trigger 'Error rate > 5%' fires: 6% meets > 5%"])
        let indicators = [try threshold("Error rate", target: "< 9%")]
        let quiet = try judged(
            try trigger("Error rate", "> 7%", action: action), [errors([1, 6])], indicators: indicators)
        #expect(quiet.verdict == .onPlan)
    }

    @Test func whatNobodyMeasuresIsUnknownAndNoMore() throws {
        let indicators = [try threshold("Error rate", target: "< 9%")]
        for trigger in [try trigger("Complaints", "> 5"), try trigger(nil, "> 5%"), try trigger("Error rate", nil)] {
            let judged = try judged(trigger, [errors([1, 1])], indicators: indicators)
            #expect(judged.triggers.map(\.verdict) == [.unknown])
            #expect(judged.verdict == .onPlan)
            #expect(judged.unknowns.isEmpty)
        }
        let old = try judged(try trigger("Error rate", "> 5%"), [series("error_rate_percent", [(90_000, 6)])])
        #expect(old.triggers.map(\.verdict) == [.unknown])
    }

    @Test func aLimitOnTheGoodSideIsNoTrigger() throws {
        // `availability drops > 1%`, read without its verb.
        let indicators = [try threshold("Availability", target: "> 99.9%")]
        let metrics = [steady("availability_percent", 99.95)]
        let judged = try judged(try trigger("Availability", "> 1%"), metrics, indicators: indicators)
        #expect(judged.triggers.map(\.verdict) == [.unknown])
        #expect(judged.verdict == .onPlan)
    }

    @Test func aBareNumberIsMetOnTheBadSide() throws {
        let indicators = [try threshold("Error rate", target: "< 1%")]
        let fired = try judged(try trigger("Error rate", "5%"), [errors([1, 5])], indicators: indicators)
        #expect(fired.triggers.map(\.verdict) == [.firing])
    }

    @Test func theLoudestOfSeveralSeriesCounts() throws {
        let metrics = [
            steady("error_rate_percent", 1, labels: [MetricLabel("host", "a")]),
            steady("error_rate_percent", 9, labels: [MetricLabel("host", "b")]),
        ]
        #expect(try judged(try trigger("Error rate", "> 5%"), metrics).triggers.map(\.verdict) == [.firing])
    }

    @Test func aMetricOfATriggerAloneBelongsToThePlan() throws {
        let (_, findings) = try assessed(
            Plan(triggers: [try trigger("Queue length", "> 100")]), metrics: [steady("queue_length", 5)])
        #expect(rules(findings) == [])
    }

    @Test func aBaselineMakesAChangeAnAmount() throws {
        let settings = [KPISettings(kpi: "Error rate", baseline: .amount(Quantity(2, .percent)))]
        func verdict(_ value: Double) throws -> [TriggerVerdict] {
            try judged(
                try trigger("Error rate", "rises by more than 50%"), [errors([1, value])],
                indicators: [try threshold("Error rate", target: "< 9%")], settings: settings
            ).triggers.map(\.verdict)
        }
        #expect(try verdict(2.9) == [.quiet])
        #expect(try verdict(3.1) == [.firing])
    }
}
