import Assessment
import Configuration
import Observations
import Plan
import PlanReading
import PlanRules
import Prometheus
import Report
import SourceText

/// Plan × observations × now → assessment, on one screen: how a plan stands, without a rule or a report.
struct AssessedPlan {
    let plan: Plan
    /// In which the plan's days begin; UTC where nothing names one.
    let zone: PlanZone
    let assessment: Assessment
    /// Seconds from one publication to the next.
    let updateInterval: Double
    /// Which rules the settings ask for: it decides how documents are read, and a name in it that no rule has makes the
    /// settings unusable, whether rules run or not.
    let policy: RulePolicy
    /// What reading the documents found.
    let problems: [Finding]
    /// What is wrong with the inputs, to be told on standard error too.
    let inputFindings: [Finding]

    /// - Parameters:
    ///   - runsChecks: Whether somebody asked for the commands that the settings declare.
    ///   - thenExits: Whether the process ends soon.
    init(
        _ folder: PlanFolder, clock: RunClock, runsChecks: Bool = false, thenExits: Bool = true
    ) throws(CommandError) {
        let configuration = folder.configuration
        policy = try rulePolicy(folder.documents.settings, documentsIn: folder.documents.folder)
        let timezone: Claim<String>?
        (plan, problems, timezone) = Pipeline.read(
            folder.documents, forPreview: policy.runsPreview, thenExits: thenExits)
        zone = try timezone.map(timeZone) ?? .utc
        updateInterval = configuration.updateInterval ?? defaultUpdateInterval

        let checked = runsChecks ? runDeclaredChecks(configuration.checks, in: folder.path, now: clock.now) : []
        let settings = AssessmentConfiguration(
            configuration, updateInterval: updateInterval, zone: zone, now: clock.now)
        let (observations, readFindings) = try observe(folder, plan, settings, clock.now, beside: checked)
        let assessFindings: [Finding]
        (assessment, assessFindings) = assess(
            plan: plan, observations: observations,
            unread: (problems + readFindings).filter { $0.severity == .error } + folder.findings,
            clock: AssessmentClock(
                now: clock.now, today: zone.civilDate(of: clock.now),
                calendar: plan.start.map { PlanCalendar(start: $0, workingDaysOnly: configuration.workingDaysOnly) }),
            configuration: settings)
        inputFindings = folder.findings + readFindings + assessFindings
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

/// What files tell, and a server of what they do not.
private func observe(
    _ folder: PlanFolder, _ plan: Plan, _ configuration: AssessmentConfiguration, _ now: Instant,
    beside checked: [ItemResult]
) throws(CommandError) -> (Observations, [Finding]) {
    let server: PrometheusServer?
    if let settings = folder.configuration.prometheus {
        server = try prometheusServer(settings, in: folder.path)
    } else {
        server = nil
    }
    let (read, findings) = try readObservations(
        folder, demand: metricDemand(plan: plan, configuration: configuration, now: now), beside: checked)
    guard let server else {
        let silences = configuration.kpis.filter { $0.query != nil }.map { settings in
            MetricSilence(
                indicator: settings.kpi, name: settings.metric ?? settings.kpi,
                reason: "its query is asked of nobody, for the settings name no 'prometheus'")
        }
        return (
            Observations(
                metrics: read.metrics, results: read.results, flags: read.flags, silences: silences,
                emptyFiles: read.emptyFiles), findings
        )
    }
    let asked = askServer(server, plan: plan, observed: read.metrics, configuration: configuration, now: now)
    return (
        Observations(
            metrics: asked.metrics, results: read.results, flags: read.flags, silences: asked.silences,
            emptyFiles: read.emptyFiles),
        findings + asked.findings
    )
}

private func readObservations(
    _ folder: PlanFolder, demand: MetricDemand, beside checked: [ItemResult]
) throws(CommandError) -> (Observations, [Finding]) {
    var (metrics, findings) = try readMetrics(folder.metrics, demand: demand, showsProgress: true)
    let results = folder.results.map { ResultFile($0) }
    findings += results.flatMap(\.findings)
    let told = (results.flatMap(\.results) + checked).map(withoutSecrets)
    return (
        Observations(
            metrics: metrics, results: told,
            flags: results.flatMap(\.flags),
            emptyFiles: findings.filter { $0.rule == "metric-file-empty" }.compactMap(\.span?.path)),
        findings
    )
}

/// What a test or a command says may hold a password that it was run with.
private func withoutSecrets(_ result: ItemResult) -> ItemResult {
    guard let evidence = result.evidence else { return result }
    let shown = PlanReading.withoutSecrets(evidence)
    return shown == evidence ? result : result.with(evidence: shown)
}
