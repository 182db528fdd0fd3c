import Assessment
import Configuration
import Observations
import Plan
import Report
import SourceText

/// Plan × observations × now → report, on one screen. Everything it needs from the disk is in a ``PlanFolder``.
struct StatusPipeline {
    let report: Report
    /// What is wrong with the inputs, to be told on standard error too.
    let inputFindings: [Finding]

    init(_ folder: PlanFolder, clock: RunClock) throws(CommandError) {
        let configuration = folder.configuration
        let (plan, problems, timezone) = Pipeline.read(folder.documents)
        let zone = try timezone.map(timeZone) ?? .utc

        let (observations, readFindings) = try readObservations(folder)
        let interval = configuration.updateInterval ?? defaultUpdateInterval
        let (assessment, assessFindings) = assess(
            plan: plan, observations: observations,
            unread: (problems + readFindings).filter { $0.severity == .error } + folder.findings,
            clock: AssessmentClock(
                now: clock.now, today: zone.civilDate(of: clock.now),
                calendar: plan.start.map { PlanCalendar(start: $0, workingDaysOnly: configuration.workingDaysOnly) }),
            configuration: AssessmentConfiguration(
                kpis: configuration.indicators.map(settings), updateInterval: interval,
                timeText: { zone.shown($0, now: clock.now).brief }, civilDate: { zone.civilDate(of: $0) }))

        inputFindings = folder.findings + readFindings + assessFindings
        let findings = Pipeline(
            plan, problems: problems + inputFindings, documents: folder.documents,
            today: zone.civilDate(of: clock.now),
            policy: try rulePolicy(folder.documents.settings, documentsIn: folder.documents.folder)
        ).findings
        report = makeReport(
            plan: plan, assessment: assessment, findings: findings,
            context: ReportContext(
                madeAt: clock.now, nextUpdateDue: clock.now.adding(seconds: interval),
                validUntil: clock.now.adding(seconds: 2 * interval), zone: zone, clockGiven: clock.isGiven,
                toolVersion: plumblineVersion, sources: folder.metrics.map(\.path) + folder.results.map(\.path)))
    }
}

/// One hour: what a cron job publishes.
private let defaultUpdateInterval: Double = 3600

private func timeZone(_ name: Claim<String>) throws(CommandError) -> PlanZone {
    guard let zone = PlanZone(named: name.value) else {
        let place = "\(shown(name.span.path)):\(name.span.start.line):\(name.span.start.column)"
        throw CommandError(
            "\(place): there is no time zone '\(shown(name.value))'",
            help: "use an IANA name such as Europe/Berlin or UTC")
    }
    return zone
}

private func settings(_ indicator: IndicatorConfiguration) -> KPISettings {
    KPISettings(
        kpi: indicator.name.value, metric: indicator.metric, unit: indicator.unit, intervalSeconds: indicator.interval,
        windowSeconds: indicator.window, required: indicator.required, span: indicator.name.span)
}

private func readObservations(_ folder: PlanFolder) throws(CommandError) -> (Observations, [Finding]) {
    var findings: [Finding] = []
    var collector = MetricCollector()
    for input in folder.metrics {
        let file = SourceFile(
            path: input.path, bytes: try InputFiles.read(input.location ?? input.path, limit: inputSizeLimit))
        guard let format = MetricFormat(path: file.path) else {
            findings.append(
                Finding(
                    rule: "metric-unreadable", severity: .error,
                    message: "'\(file.path)' is neither CSV nor JSON Lines by its name",
                    at: SourceSpan(file: file, range: 0..<0), help: "name it .csv, .jsonl or .ndjson",
                    identity: [file.path]))
            continue
        }
        findings += readMetrics(file, as: format, into: &collector)
    }
    let results = folder.results.map { ResultFile($0) }
    findings += results.flatMap(\.findings)
    return (
        Observations(metrics: collector.series(), results: results.flatMap(\.results), flags: results.flatMap(\.flags)),
        findings
    )
}
