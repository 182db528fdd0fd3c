package import Observations
package import Plan
package import SourceText

/// Holds a plan against what was measured and done, at one moment.
///
/// Pure: the same values give the same assessment. What is missing, empty, stale, dated later than now, without a number,
/// without a unit or without a limit never counts as good, nor does an input that could not be read.
///
/// Windows end at the moment of the assessment; `metricDemand` tells which of them the observations have to know.
///
/// Indicators are the plan's thresholds of origin `indicator`, and those that only the configuration names.
/// - Parameter unread: what reading the documents and inputs lost; anything in it makes the plan at least unknown.
/// - Returns: the assessment, and findings about the inputs: `metric-unmatched`, `kpi-unmeasured`, `kpi-window-unused`,
///   `metric-unit-mismatch`, `metric-future-dated`, `result-unmatched`, `result-future-dated`,
///   `result-outdated`.
package func assess(
    plan: Plan, observations: Observations, unread: [Finding] = [], clock: AssessmentClock,
    configuration: AssessmentConfiguration = AssessmentConfiguration()
) -> (assessment: Assessment, findings: [Finding]) {
    let matching = MetricMatching(
        series: observations.metrics, silences: observations.silences, emptyFiles: observations.emptyFiles,
        settings: configuration.kpis)
    let indicators = plan.thresholds.filter { $0.origin == .indicator }
    let stated = statedCriteria(plan)
    let criterionMeasures = stated.flatMap { CriterionMeasure.names(of: $0).map(\.name) }
    let measures = indicators.map(\.metric)
    let (kpis, kpiFindings) = assessIndicators(
        indicators + matching.orphans(measures + criterionMeasures), matching, clock.now, configuration,
        weekBefore(plan, configuration, now: clock.now))
    let measured = MeasuredCriteria(stated, matching, indicators: indicators, clock.now, configuration)
    let sides = MeasureSides(indicators)
    let triggers = plan.triggers.map { trigger in
        TriggerJudgement(
            trigger: trigger, matching: matching, sides: sides, now: clock.now, configuration: configuration
        ).assess()
    }
    let results = ResultMatching(observations.results, plan: plan, now: clock.now, configuration: configuration)
    let ticks = TickDating(now: clock.now, configuration: configuration)
    let past = PastItems(plan, results, clock)
    let checklists = assessChecklists(plan, results, ticks, measured, past)
    let tasks = assessTasks(plan, results)
    let criteria = assessCriteria(plan, results, measured)
    let phases = assessPhases(plan, checklists, tasks, results, clock)
    let flags = assessFlags(plan, observations.flags, clock, configuration)

    let judged = PlanJudgement(
        kpis: kpis, optional: Set(kpis.map(\.threshold).filter { matching.isOptional($0) }.map(\.metric)),
        items: checklists.flatMap(\.items) + tasks.map(\.assessment) + criteria, phases: phases,
        flags: flags.assessments, triggers: triggers, unread: unread + results.lost + flags.lost
    ).judge()
    let assessment = Assessment(
        clock: clock, verdict: judged.verdict, reasons: judged.reasons, unknowns: judged.unknowns,
        troubles: judged.troubles, kpis: kpis, checklists: checklists, tasks: tasks.map(\.assessment),
        criteria: criteria, phases: phases, flags: flags.assessments,
        day: clock.calendar?.day(on: clock.today), newestSample: kpis.compactMap(\.newestSample).max(),
        triggers: triggers, measuredCriteria: measured.assessments.filter { !past.contains(phase: $0.phase) })
    return (
        assessment,
        kpiFindings + measured.findings
            + matching.unmatched(measures, criteria: criterionMeasures, plan.triggers.compactMap(\.metric))
            + results.findings + ticks.findings(plan) + flags.findings
    )
}

private func assessIndicators(
    _ thresholds: [Threshold], _ matching: MetricMatching, _ now: Instant, _ configuration: AssessmentConfiguration,
    _ weekBefore: MetricWindow?
) -> (kpis: [KPIAssessment], findings: [Finding]) {
    var findings: [Finding] = []
    let kpis = thresholds.map { threshold in
        let settings = matching.settings(for: threshold.metric)
        let judged = KPIJudgement(
            threshold: threshold, settings: settings, now: now, configuration: configuration, weekBefore: weekBefore
        ).assess(matching.match(threshold.metric))
        // Two indicators of one metric find the same fault in it.
        let unused = settings.flatMap { unusedWindow($0, threshold) }
        findings += (judged.findings + [unused].compactMap(\.self)).filter { !findings.contains($0) }
        return judged.assessment
    }
    return (kpis, findings)
}

/// That a window is configured for an indicator whose limits are all held against the newest sample.
private func unusedWindow(_ settings: KPISettings, _ threshold: Threshold) -> Finding? {
    let limits = IndicatorLimits(threshold)
    let usesWindow = IndicatorLimits.Kind.allCases.contains { kind in
        limits.limit(kind).map { $0.usedStatistic(settings) != nil && $0.windowSeconds == nil } ?? false
    }
    guard settings.windowSeconds != nil, limits.hasAny, !usesWindow else { return nil }
    return Finding(
        rule: "kpi-window-unused", severity: .warning,
        message:
            "the window of '\(settings.kpi)' has no effect: its limits name no average, so the newest sample counts",
        at: settings.span, help: "remove 'window', or write the limit as '< 1% average', or set a 'statistic'",
        identity: [settings.kpi])
}
