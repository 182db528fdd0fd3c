import Assessment
import Observations
import Plan
import SourceText
import Testing

@Suite struct PlanVerdictTests {
    /// Parts of a plan, each in one state.
    private enum Part: CaseIterable {
        case critical, alert, stale, unmeasured, lostPhase, failed, blocked, late, offTarget, behind

        var verdict: PlanVerdict {
            switch self {
            case .critical: .critical
            case .alert: .alert
            case .stale, .unmeasured, .lostPhase: .unknown
            case .failed, .blocked, .late, .offTarget, .behind: .offPlan
            }
        }

        /// What the reason or the unknown starts with.
        var sentence: String {
            switch self {
            case .critical: "Critical: 16% is over the critical limit of 15%"
            case .alert: "Alert: 6% is over the alert limit of 5%"
            case .stale: "Stale is stale: the newest sample, 0.5%, is 24 h old"
            case .unmeasured: "Unmeasured is without data: it is not measured: no metric has its name"
            case .lostPhase: "Phase 9 is unknown: no document says on which days it runs"
            case .failed: "'Smoke test' has failed: reported as failed"
            case .blocked: "'Sign-off' is blocked: reported as blocked"
            case .late: "Phase 8 is late: it was to end on day 7"
            case .offTarget: "Off target: 2% misses the target of < 1%"
            case .behind: "enableCaching is behind: 60% is planned from day 8, but 20% was reported"
            }
        }
    }

    /// A plan that is on plan but for the given parts.
    private func assess(_ parts: Set<Part>) throws -> Assessment {
        var thresholds = [try threshold("Fine", target: "< 1%", alert: "> 5%", critical: "> 15%")]
        var metrics = [steady("fine_percent", 0.5)]
        for (part, name, value) in [
            (Part.critical, "Critical", 16.0), (.alert, "Alert", 6), (.offTarget, "Off target", 2),
        ]
        where parts.contains(part) {
            thresholds.append(try threshold(name, target: "< 1%", alert: "> 5%", critical: "> 15%"))
            metrics.append(steady("\(name)_percent", value))
        }
        if parts.contains(.stale) {
            thresholds.append(try threshold("Stale", target: "< 1%"))
            metrics.append(series("stale_percent", [(86_400, 0.5)]))
        }
        if parts.contains(.unmeasured) { thresholds.append(try threshold("Unmeasured", target: "< 1%")) }
        var phases = [phase(1, days: 6...10)]
        if parts.contains(.lostPhase) { phases.append(phase(9)) }
        if parts.contains(.late) { phases.append(phase(8, days: 1...7)) }
        var flags: [Flag] = []
        if parts.contains(.behind) {
            let stage = FlagStage(
                percent: Claim(60, at: span(), .field), when: nil, day: Claim(8, at: span(), .field), defines: true,
                span: span())
            flags = [Flag(name: "enableCaching", stages: [stage])]
        }
        let plan = Plan(
            phases: phases, flags: flags, thresholds: thresholds,
            checklists: [
                checklist("list", [("Smoke test", true), ("Sign-off", true)]),
                checklist("late", phase: "phase-8", place: 120, [("Open", false)]),
            ])
        var results: [ItemResult] = []
        if parts.contains(.failed) { results.append(result("list/1", .failed)) }
        if parts.contains(.blocked) { results.append(result("list/2", .blocked)) }
        return try assessed(
            plan, results: results, flags: [FlagResult(flag: "enableCaching", percent: 20, time: now, span: span())],
            metrics: metrics
        ).assessment
    }

    @Test func withoutAnyTroubleItIsOnPlan() throws {
        let judged = try assess([])
        #expect(judged.verdict == .onPlan)
        #expect(judged.reasons == ["1 of 1 indicator on target, no phase late"])
        #expect(judged.unknowns.isEmpty)
        #expect(judged.day == 8)
    }

    @Test func onePartIsEnough() throws {
        for part in Part.allCases {
            let judged = try assess([part])
            #expect(judged.verdict == part.verdict, "\(part)")
            #expect(judged.reasons.count == 1, "\(part): \(judged.reasons)")
            #expect(judged.reasons.first?.hasPrefix(part.sentence) == true, "\(part): \(judged.reasons)")
            #expect(judged.unknowns.map { $0.hasPrefix(part.sentence) } == (part.verdict == .unknown ? [true] : []))
        }
    }

    @Test func theLoudestWinsAndStillSaysWhatIsUnknown() throws {
        let order = PlanVerdict.allCases
        for first in Part.allCases {
            for second in Part.allCases where second != first {
                let judged = try assess([first, second])
                let loudest = order.first { $0 == first.verdict || $0 == second.verdict }
                #expect(judged.verdict == loudest, "\(first) and \(second)")
                let blind = [first, second].filter { $0.verdict == .unknown }
                #expect(judged.unknowns.count == blind.count)
                for part in blind { #expect(judged.unknowns.contains { $0.hasPrefix(part.sentence) }) }
                let louder = [first, second].first { $0.verdict == loudest }
                #expect(
                    [first, second].contains { part in
                        part.verdict == louder?.verdict && judged.reasons.first?.hasPrefix(part.sentence) == true
                    }, "\(judged.reasons)")
            }
        }
        let all = try assess(Set(Part.allCases))
        #expect(all.verdict == .critical)
        #expect(all.unknowns.count == 3)
        #expect(all.reasons.count == 7)
    }

    @Test func aPlanWithNothingToJudgeItByIsUnknown() throws {
        let judged = try assessed(Plan()).assessment
        #expect(judged.verdict == .unknown)
        #expect(judged.reasons == ["the plan has neither indicators nor phases to judge it by"])
        #expect(judged.unknowns == judged.reasons)
        let ticked = try assessed(Plan(checklists: [checklist("list", [("a", true)])])).assessment
        #expect(ticked.verdict == .unknown)
    }

    @Test func theCalendarAloneIsNoEvidence() throws {
        let sentence = "nothing that was measured or done shows how the plan stands"
        let phases = [phase(1, days: 6...10), phase(2, days: 11...12)]
        let open = checklist("list", phase: "phase-1", [("a", false)])
        let bare = try assessed(Plan(phases: phases, checklists: [open])).assessment
        #expect(bare.phases.map(\.verdict) == [.inProgress, .notStarted])
        #expect(bare.verdict == .unknown)
        #expect(bare.reasons == [sentence])
        #expect(bare.unknowns == [sentence])
        let optional = try assessed(
            Plan(phases: phases, thresholds: [try threshold("Error rate", target: "< 1%")]),
            settings: [KPISettings(kpi: "Error rate", required: false)]
        ).assessment
        #expect(optional.reasons == [sentence])
        let begun = try assessed(Plan(phases: phases, checklists: [open]), results: [result("list/1", .passed)])
            .assessment
        #expect(begun.verdict == .onPlan)
        let failed = try assessed(Plan(phases: phases, checklists: [open]), results: [result("list/1", .failed)])
            .assessment
        #expect(failed.verdict == .offPlan)
        let measured = try assessed(
            Plan(phases: phases, thresholds: [try threshold("Error rate", target: "< 1%")]),
            metrics: [steady("error_rate_percent", 0.5)])
        #expect(measured.assessment.verdict == .onPlan)
    }

    @Test func anIndicatorThatIsNotRequiredIsUnknownButNotInTheWay() throws {
        let plan = Plan(
            phases: [phase(1, days: 6...10)],
            thresholds: [try threshold("Error rate", target: "< 1%"), try threshold("Fine", target: "< 1%")],
            checklists: [checklist("list", [("a", true)])])
        let optional = [KPISettings(kpi: "error rate", required: false), KPISettings(kpi: "fine", required: false)]
        let judged = try assessed(plan, metrics: [steady("fine_percent", 0.5)], settings: optional).assessment
        #expect(judged.verdict == .onPlan)
        #expect(judged.reasons == ["1 of 2 indicators on target, no phase late"])
        #expect(judged.unknowns.count == 1)
        let blind = try assessed(plan, metrics: [series("fine_percent", [(86_400, 0.5)])], settings: optional)
            .assessment
        #expect(blind.verdict == .unknown, "the plan can do without each of them, but not without all")
        #expect(blind.reasons == ["none of the plan's indicators has fresh data"])
        let loud = try assessed(
            plan, metrics: [steady("error_rate_percent", 2)], settings: optional)
        #expect(loud.assessment.verdict == .offPlan)
    }

    @Test func aFlagThatNothingReportsIsSaidToBeUnknown() throws {
        let stage = FlagStage(
            percent: Claim(60, at: span(), .field), when: nil, day: Claim(8, at: span(), .field), defines: true,
            span: span())
        let plan = Plan(
            phases: [phase(1, days: 6...10)], flags: [Flag(name: "x", stages: [stage])],
            checklists: [checklist("list", [("a", true)])])
        let judged = try assessed(plan).assessment
        #expect(judged.verdict == .onPlan)
        #expect(judged.unknowns == ["x is unknown: 60% is planned from day 8, but nothing reports how far it is"])
    }

    @Test func aPhaseReportedAsFailedIsInTheWayBeforeItIsLate() throws {
        let plan = Plan(phases: [phase(1, days: 6...10)])
        let judged = try assessed(plan, results: [result("phase-1", .failed, evidence: "no quorum")]).assessment
        #expect(judged.phases.map(\.verdict) == [.inProgress])
        #expect(judged.verdict == .offPlan)
        #expect(judged.reasons == ["Phase 1 has failed: no quorum"])
    }
}
