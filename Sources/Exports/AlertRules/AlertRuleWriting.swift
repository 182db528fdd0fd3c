package import Assessment
package import Plan
package import SourceText

extension [AlertRule] {
    /// A rule for every limit and every rollback trigger of a plan that a metric can be held against, and one for each
    /// metric that falls silent.
    ///
    /// Limits that documents differ on are taken at their strictest, as everywhere. A target gets a rule, of severity
    /// `info`, where the plan names no limit beyond it. Triggers of one condition become one rule.
    /// - Returns: also a finding for each limit that no rule can be written for: `alert-rule-missing`, and a
    ///   `metric-name-derived` note where no settings name the metric.
    package static func writing(
        _ plan: Plan, settings: [KPISettings]
    ) -> (rules: [AlertRule], findings: [Finding]) {
        var writer = AlertRuleWriter(settings: settings)
        for threshold in plan.thresholds where threshold.origin == .indicator { writer.add(threshold) }
        for trigger in plan.triggers { writer.add(trigger, plan: plan) }
        writer.addSilence()
        return (writer.rules, writer.findings)
    }
}

/// Gathers rules, one of a kind.
private struct AlertRuleWriter {
    let settings: [KPISettings]
    private(set) var rules: [AlertRule] = []
    private(set) var findings: [Finding] = []
    private var places: [String: Int] = [:]
    /// The metrics that rules ask for, by their selector, in order, with the measure that each stands for.
    private var metrics: [(measure: String, metric: MeasuredMetric, span: SourceSpan)] = []

    init(settings: [KPISettings]) { self.settings = settings }

    mutating func add(_ threshold: Threshold) {
        let limits = IndicatorLimits(threshold)
        guard limits.hasAny else { return }
        if let doubt = limits.doubt {
            refuse(threshold.metric, doubt, at: threshold.span)
            return
        }
        guard let metric = metric(of: threshold.metric, limits: limits, at: threshold.span) else { return }
        var rules: [(IndicatorLimits.Kind, AlertRule.Severity)] = [(.alert, .warning), (.critical, .critical)]
        if limits.alert == nil, limits.critical == nil { rules = [(.target, .info)] }
        for (kind, severity) in rules {
            guard let limit = limits.limit(kind) else { continue }
            guard limit.change == nil else {
                refuse(
                    threshold.metric, "\(limit.text) is a change, and no query knows what was before",
                    at: threshold.span)
                continue
            }
            let claim = claims(kind, of: threshold).first { $0.value == limit }
            let breach = kind == .target ? limits.missOfTarget : limits.breach(of: limit).map(BreachSign.init)
            guard let breach else {
                refuse(
                    threshold.metric, "the \(kind.phrase) of \(limit.text) does not say on which side it is broken",
                    at: claim?.span ?? threshold.span)
                continue
            }
            guard let condition = AlertCondition(limit, breach, metric, configured(threshold.metric)) else {
                refuseUnit(threshold.metric, metric, limit, at: claim?.span ?? threshold.span)
                continue
            }
            add(
                AlertRule(
                    name: alertName(threshold.metric, kind.rawValue), expression: condition.expression,
                    holdSeconds: condition.holdSeconds, severity: severity,
                    limit: "\(breach.symbol) \(condition.amount)",
                    phase: threshold.phase,
                    summary: "\(threshold.metric) is \(breach.phrase) its \(kind.phrase) of \(condition.amount)",
                    actions: [], places: [claim?.span ?? threshold.span]))
        }
    }

    /// A trigger without a condition is one for people; nothing can be measured.
    mutating func add(_ trigger: Trigger, plan: Plan) {
        guard let measure = trigger.metric, let limit = trigger.lastingCondition, limit.change == nil else { return }
        let words = nameWords(measure)
        let threshold = plan.thresholds.first { $0.origin == .indicator && nameWords($0.metric) == words }
        let limits = IndicatorLimits(threshold ?? Threshold(metric: measure, origin: .indicator, span: trigger.span))
        guard let sign = limit.comparison ?? limits.breach(of: limit) else {
            refuse(
                measure, "the trigger's limit of \(limit.text) does not say on which side it is broken",
                at: trigger.span)
            return
        }
        guard let metric = metric(of: measure, unit: limit.quantity.unit, at: trigger.span) else { return }
        let breach = BreachSign(sign)
        guard let condition = AlertCondition(limit, breach, metric, configured(measure)) else {
            refuseUnit(measure, metric, limit, at: trigger.span)
            return
        }
        let isRollback = trigger.action == "rollback"
        add(
            AlertRule(
                name: alertName(measure, trigger.action ?? "trigger"), expression: condition.expression,
                holdSeconds: condition.holdSeconds, severity: isRollback ? .critical : .warning,
                limit: "\(breach.symbol) \(condition.amount)", phase: nil,
                summary:
                    "\(measure) is \(breach.phrase) \(condition.amount), which calls for a \(trigger.action ?? "decision")",
                actions: [trigger.text], places: [trigger.span]))
    }

    /// A limit on a metric that is no longer there is never broken.
    mutating func addSilence() {
        for (measure, metric, span) in metrics {
            let hold = configured(measure)?.intervalSeconds.map { 2 * $0 } ?? 600
            add(
                AlertRule(
                    name: alertName(measure, "no data"), expression: metric.isAbsent, holdSeconds: hold,
                    severity: .warning, limit: "no data", phase: nil, summary: "\(measure) is not measured any more",
                    actions: [],
                    places: [span]))
        }
    }

    private mutating func add(_ rule: AlertRule) {
        guard let place = places[rule.identity] else {
            places[rule.identity] = rules.count
            rules.append(rule)
            return
        }
        rules[place].actions += rule.actions.filter { !rules[place].actions.contains($0) }
        rules[place].places += rule.places.filter { !rules[place].places.contains($0) }
    }

    private func configured(_ measure: String) -> KPISettings? { settings.settings(for: measure) }

    private mutating func metric(of measure: String, limits: IndicatorLimits, at span: SourceSpan) -> MeasuredMetric? {
        metric(of: measure, unit: (limits.target ?? limits.alert ?? limits.critical)?.quantity.unit ?? .none, at: span)
    }

    private mutating func metric(of measure: String, unit: Unit, at span: SourceSpan) -> MeasuredMetric? {
        let metric: MeasuredMetric
        switch MeasuredMetric.find(measure, configured(measure), limitUnit: unit) {
        case .failure(let fault):
            refuse(measure, fault.phrase, at: span)
            return nil
        case .success(let found): metric = found
        }
        if !metrics.contains(where: { $0.metric.isAbsent == metric.isAbsent }) {
            metrics.append((measure, metric, span))
            if metric.isDerived {
                findings.append(
                    Finding(
                        rule: "metric-name-derived", severity: .warning,
                        message:
                            "no settings name the metric of '\(measure)', so its rules ask for '\(metric.instant)'",
                        at: span, help: "name it under 'kpis' in plumbline.yml", identity: [measure]))
            }
        }
        return metric
    }

    private mutating func refuse(_ measure: String, _ reason: String, at span: SourceSpan) {
        findings.append(
            Finding(
                rule: "alert-rule-missing", severity: .error, message: "'\(measure)' gets no rule: \(reason)", at: span,
                identity: [measure, reason]))
    }

    private mutating func refuseUnit(_ measure: String, _ metric: MeasuredMetric, _ limit: Limit, at span: SourceSpan) {
        let unit = metric.unit(of: limit.usedStatistic(configured(measure))) ?? metric.unit
        let name = unit.symbol.isEmpty ? "plain numbers" : unit.symbol
        let isRate = unit.perSeconds != nil && metric.unit.perSeconds == nil
        refuse(
            measure,
            "'\(metric.instant)' is in \(name)\(isRate ? " a second" : ""), which cannot be compared with \(limit.text)",
            at: span)
    }
}

/// `Error rate`, `critical` → `ErrorRateCritical`.
private func alertName(_ measure: String, _ ending: String) -> String {
    (nameWords(measure) + nameWords(ending)).map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}

private func claims(_ kind: IndicatorLimits.Kind, of threshold: Threshold) -> [Claim<Limit>] {
    switch kind {
    case .target: threshold.targets
    case .alert: threshold.warnings
    case .critical: threshold.criticals
    }
}
