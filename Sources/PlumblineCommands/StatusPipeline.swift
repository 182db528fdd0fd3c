import Configuration
import Events
import Observations
import Plan
import PlanRules
import Report
import SourceText

/// Assessed plan × rules → report, on one screen. Everything it needs from the disk is in a ``PlanFolder``.
struct StatusPipeline {
    let report: Report
    /// What is wrong with the inputs, to be told on standard error too.
    let inputFindings: [Finding]

    /// - Parameters:
    ///   - runsChecks: Whether somebody asked for the commands that the settings declare.
    ///   - thenExits: Whether the process ends soon.
    init(
        _ folder: PlanFolder, clock: RunClock, runsChecks: Bool = false, thenExits: Bool = true
    ) throws(CommandError) {
        let events = readEvents(of: folder)
        let assessed = try AssessedPlan(folder, clock: clock, runsChecks: runsChecks, thenExits: thenExits)
        inputFindings = assessed.inputFindings + events.findings
        let linted = Pipeline(
            assessed.plan, assessed.updates, problems: assessed.problems + inputFindings, documents: folder.documents,
            today: assessed.zone.civilDate(of: clock.now), policy: assessed.policy)
        let interval = assessed.updateInterval
        report = makeReport(
            plan: assessed.plan, assessment: assessed.assessment, findings: linted.findings,
            rules: RuleRun(assessed.policy.rules, allowed: linted.allowed.count),
            updates: assessed.updates, events: events,
            context: ReportContext(
                madeAt: clock.now, nextUpdateDue: clock.now.adding(seconds: interval),
                validUntil: clock.now.adding(seconds: 2 * interval), zone: assessed.zone, clockGiven: clock.isGiven,
                toolVersion: plumblineVersion,
                sources: folder.metrics.map(\.path) + folder.results.map(\.path)
                    + [folder.configuration.prometheus?.url.value].compactMap(\.self),
                site: folder.configuration.site))
    }
}

extension RuleRun {
    /// - Parameter rules: Those that ran.
    fileprivate init(_ rules: [PlanRule], allowed: Int) {
        self.init(
            rules: rules.map { Rule(id: $0.id, summary: $0.summary) },
            faults: PlanRules.InputFault.catalogue.map { Rule(id: $0.id, summary: $0.summary) }, allowed: allowed)
    }
}
