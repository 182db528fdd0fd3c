import Observations
import Plan
package import SourceText

/// The verdict of a whole plan: the loudest of its parts, why, and what is not known besides.
package struct PlanJudgement {
    package let kpis: [KPIAssessment]
    /// Names of the indicators that the plan can do without.
    let optional: Set<String>
    /// Of checklists and of days.
    let items: [ItemAssessment]
    package let phases: [PhaseAssessment]
    let flags: [FlagAssessment]
    let triggers: [TriggerAssessment]
    /// Of inputs that are missing, cannot be read whole, or speak of nothing in the plan.
    let unread: [Finding]

    package init(
        kpis: [KPIAssessment], optional: Set<String> = [], items: [ItemAssessment], phases: [PhaseAssessment],
        flags: [FlagAssessment], triggers: [TriggerAssessment] = [], unread: [Finding] = []
    ) {
        self.kpis = kpis
        self.optional = optional
        self.items = items
        self.phases = phases
        self.flags = flags
        self.triggers = triggers
        self.unread = unread
    }

    package struct Judged {
        package let verdict: PlanVerdict
        /// One sentence each, loudest first; never empty.
        package let reasons: [String]
        /// What cannot be known, whatever the verdict.
        package let unknowns: [String]
        /// Loudest first; empty exactly when the plan is on plan.
        package let troubles: [Trouble]
    }

    package func judge() -> Judged {
        let known = loudTroubles + unknownTroubles + offPlanTroubles
        let troubles = known.isEmpty ? lackOfEvidence.map { [Trouble(.unknown, .evidence, $0)] } ?? [] : known
        let verdict = troubles.first?.verdict ?? .onPlan
        // What is unknown is told apart; as a reason it counts only where it is the verdict.
        let reasons = troubles.filter { $0.verdict != .unknown || verdict == .unknown }.map(\.reason)
        return Judged(
            verdict: verdict, reasons: (reasons.isEmpty ? [onPlanReason] : reasons) + excused,
            unknowns: troubles.filter { $0.verdict == .unknown }.map(\.reason) + unreported, troubles: troubles)
    }

    private var loudTroubles: [Trouble] {
        [(KPIVerdict.critical, PlanVerdict.critical), (.alert, .alert)].flatMap { kpi, plan in
            judged.filter { $0.verdict == kpi }.map {
                Trouble(plan, .indicator($0), "\($0.threshold.metric): \($0.reason)")
            }
                + triggers.filter { $0.verdict == .firing && !$0.isExcused && $0.planVerdict == plan }.map {
                    Trouble(plan, .trigger($0), triggerReason($0))
                }
        }
    }

    private func triggerReason(_ trigger: TriggerAssessment) -> String {
        "the trigger '\(trigger.trigger.text)' fires: \(trigger.reason)"
    }

    /// Indicators that no planned window excuses.
    private var judged: [KPIAssessment] { kpis.filter { !$0.isExcused } }

    /// What a planned window keeps from the verdict, told all the same.
    private var excused: [String] {
        kpis.filter(\.isExcused).map { kpi in
            isBlind(kpi) ? blindReason(kpi) : "\(kpi.threshold.metric) is \(kpi.verdict.rawValue): \(kpi.reason)"
        }
            + triggers.filter(\.isExcused).map { trigger in
                triggerReason(trigger) + (trigger.planned.map { "; within a planned window: \($0.reason)" } ?? "")
            }
    }

    /// Inputs that did not get through, required indicators without fresh data, phases of which nothing tells where they
    /// are.
    private var unknownTroubles: [Trouble] {
        let blind = judged.filter { isBlind($0) && !optional.contains($0.threshold.metric) }
        let lost = phases.filter { $0.verdict == .unknown && !isInTheWay($0) }
        return inputTroubles(unread) + blind.map { Trouble(.unknown, .indicator($0), blindReason($0)) }
            + lost.map { Trouble(.unknown, .phase($0), "\($0.phase.title) is unknown: \($0.reason)") }
    }

    /// Why nothing at all speaks for the plan; nil when something does. That the calendar says a phase is running shows
    /// nothing, and where there are indicators, one of them has to be fresh, whether the plan can do without it or not.
    private var lackOfEvidence: String? {
        if kpis.isEmpty, phases.isEmpty { return "the plan has neither indicators nor phases to judge it by" }
        if kpis.contains(where: { $0.verdict == .onTarget }) { return nil }
        let isDone =
            phases.contains { $0.verdict == .done || $0.passedItems > 0 } || items.contains { $0.verdict == .passed }
            || flags.contains { $0.verdict == .asPlanned && $0.actual != 0 }
        guard isDone else { return "nothing that was measured or done shows how the plan stands" }
        return judged.isEmpty ? nil : "none of the plan's indicators has fresh data"
    }

    private func isBlind(_ kpi: KPIAssessment) -> Bool { kpi.verdict == .stale || kpi.verdict == .noData }

    private func blindReason(_ kpi: KPIAssessment) -> String {
        "\(kpi.threshold.metric) is \(kpi.verdict == .stale ? "stale" : "without data"): \(kpi.reason)"
    }

    private var offPlanTroubles: [Trouble] {
        let bad = [ItemVerdict.failed, .blocked].flatMap { verdict in
            items.filter { $0.verdict == verdict && !isTold($0) }.map {
                Trouble(.offPlan, .item($0), "'\($0.item.text)' \(state(verdict)): \($0.reason)")
            }
        }
        return bad + phases.filter(isInTheWay).map { Trouble(.offPlan, .phase($0), phaseReason($0)) }
            + judged.filter { $0.verdict == .offTarget }.map {
                Trouble(.offPlan, .indicator($0), "\($0.threshold.metric): \($0.reason)")
            }
            + flags.filter { $0.verdict == .behind || $0.verdict == .ahead }.map {
                Trouble(.offPlan, .flag($0), "\($0.flag.name) is \($0.verdict.rawValue): \($0.reason)")
            }
    }

    /// Whether an indicator tells the same: that a limit is missed is one trouble, whoever states the limit.
    private func isTold(_ item: ItemAssessment) -> Bool {
        item.verdict == .failed && item.criterion.map { $0.isIndicator && $0.verdict == .missed } == true
    }

    private func isInTheWay(_ phase: PhaseAssessment) -> Bool {
        phase.verdict == .late || phase.reported?.status.isBad == true
    }

    private func phaseReason(_ phase: PhaseAssessment) -> String {
        guard let report = phase.reported, report.status.isBad else {
            return "\(phase.phase.title) is late: \(phase.reason)"
        }
        return "\(phase.phase.title) \(state(report.status == .failed ? .failed : .blocked)): \(report.toldOfPhase())"
            + (phase.verdict == .late ? "; it is late too" : "")
    }

    private func state(_ verdict: ItemVerdict) -> String { verdict == .failed ? "has failed" : "is blocked" }

    /// What is not known and does not change the verdict: indicators that are not required, and flags.
    private var unreported: [String] {
        judged.filter { isBlind($0) && optional.contains($0.threshold.metric) }.map(blindReason)
            + flags.filter { $0.verdict == .unknown }.map { "\($0.flag.name) is unknown: \($0.reason)" }
    }

    private var onPlanReason: String {
        var parts: [String] = []
        let measured = kpis.count { $0.verdict == .onTarget }
        if measured > 0 {
            parts.append("\(measured) of \(kpis.count) indicator\(kpis.count == 1 ? "" : "s") on target")
        }
        if !phases.isEmpty { parts.append("no phase late") }
        return parts.isEmpty ? "nothing speaks against the plan" : parts.joined(separator: ", ")
    }
}
