package import Observations
package import Plan
package import SourceText

/// Holds a plan against what was measured and done, at one moment.
///
/// Pure: the same values give the same assessment. What is missing, empty, stale, dated later than now, without a number,
/// without a unit or without a limit never counts as good; each part says in its reason what is the matter.
///
/// Indicators are the plan's thresholds of origin `indicator`.
/// - Returns: the assessment, and findings about the inputs: `metric-unmatched`, `kpi-unmeasured`, `metric-unit-mismatch`,
///   `metric-future-dated`, `result-unmatched`, `result-future-dated`.
package func assess(
    plan: Plan, observations: Observations, clock: AssessmentClock,
    configuration: AssessmentConfiguration = AssessmentConfiguration()
) -> (assessment: Assessment, findings: [Finding]) {
    let indicators = plan.thresholds.filter { $0.origin == .indicator }
    let matching = MetricMatching(series: observations.metrics, settings: configuration.kpis)
    var findings: [Finding] = []
    var kpis: [KPIAssessment] = []
    var optional: Set<String> = []
    for threshold in indicators {
        let settings = matching.settings(for: threshold)
        if settings?.required == false { optional.insert(threshold.metric) }
        let judgement = KPIJudgement(
            threshold: threshold, settings: settings, now: clock.now, timeText: configuration.timeText)
        let judged = judgement.assess(matching.match(threshold))
        kpis.append(judged.assessment)
        // Two indicators of one metric find the same fault in it.
        findings += judged.findings.filter { !findings.contains($0) }
    }
    findings += matching.unmatched(indicators)

    let results = ResultMatching(
        observations.results, plan: plan, now: clock.now, timeText: configuration.timeText)
    let checklists = assessChecklists(plan, results)
    let tasks = assessTasks(plan, results)
    let phases = assessPhases(plan, checklists, tasks, results, clock)
    let (flags, flagFindings) = assessFlags(plan, observations.flags, clock, timeText: configuration.timeText)
    findings += results.findings + flagFindings

    let judged = PlanJudgement(
        kpis: kpis, optional: optional, checklists: checklists, tasks: tasks, phases: phases, flags: flags,
        troubledPhases: troubledPhases(plan, results)
    ).judge()
    let assessment = Assessment(
        clock: clock, verdict: judged.verdict, reasons: judged.reasons, unknowns: judged.unknowns, kpis: kpis,
        checklists: checklists, phases: phases, flags: flags, day: clock.calendar?.day(on: clock.today),
        newestSample: kpis.compactMap(\.newestSample).max())
    return (assessment, findings)
}

/// What is said of phases that are reported as failed or blocked.
private func troubledPhases(_ plan: Plan, _ results: ResultMatching) -> [String] {
    plan.phases.enumerated().compactMap { place, phase in
        guard let result = results.latest(.phase(place)), result.status.isBad else { return nil }
        let state = result.status == .failed ? "has failed" : "is blocked"
        return "\(phase.title) \(state): \(result.evidence ?? "reported in \(result.place.path):\(result.place.line)")"
    }
}
