import Configuration
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
        let assessed = try AssessedPlan(folder, clock: clock, runsChecks: runsChecks, thenExits: thenExits)
        inputFindings = assessed.inputFindings
        let findings = Pipeline(
            assessed.plan, problems: assessed.problems + inputFindings, documents: folder.documents,
            today: assessed.zone.civilDate(of: clock.now), policy: assessed.policy
        ).findings
        let interval = assessed.updateInterval
        report = makeReport(
            plan: assessed.plan, assessment: assessed.assessment, findings: findings,
            context: ReportContext(
                madeAt: clock.now, nextUpdateDue: clock.now.adding(seconds: interval),
                validUntil: clock.now.adding(seconds: 2 * interval), zone: assessed.zone, clockGiven: clock.isGiven,
                toolVersion: plumblineVersion,
                sources: folder.metrics.map(\.path) + folder.results.map(\.path)
                    + [folder.configuration.prometheus?.url.value].compactMap(\.self)))
    }
}
