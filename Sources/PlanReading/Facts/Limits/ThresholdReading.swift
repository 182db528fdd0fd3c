import MarkdownTree
import Plan
import SourceText

/// One place that sets limits for a measure.
struct ThresholdSighting: Sendable {
    let metric: String
    let origin: Threshold.Origin
    var limits: [LimitLevel: Claim<Limit>]
    let phase: PhaseHeading?
    let span: SourceSpan
}

extension DocumentOutline {
    /// Measures with the limits that they must keep to, and conditions that lead to a rollback, halt or pause; both in
    /// reading order.
    func readLimits(_ data: [CodeData]) -> StatedLimits {
        var limits = alertRules(data)
        let inStages =
            headings.contains { $0.phase != nil || $0.day != nil }
            || sections.first { $0.level == 1 }?.title.mentions(planned) == true
        for section in planSections {
            let before = limits.triggers.count
            let phase = phase(of: section)?.heading
            defer {
                limits.markAutomatic(section, from: before, underAutomatic: standsUnderAutomatic(section))
                if let phase { limits.file(from: before, under: phase) }
            }
            limits += codeGates(section)
            guard !section.tables.isEmpty || section.lineClasses.intersects(statementSigns) else { continue }
            let purpose = limitPurpose(of: section)
            let listed = listedThresholds(section, phase)
            limits.thresholds += listed + namedThresholds(section, phase)
            limits.unsetLimits += unsetLimits(section, listed)
            let amongWaysBack = stands(section, under: [.rollback, .goBack])
            for table in section.tables {
                limits += tabledLimits(table, purpose, phase, amongWaysBack: amongWaysBack)
            }
            limits.add(conditions(in: section, purpose, inStages: inStages || stands(section, under: planned)), phase)
        }
        limits.thresholds.sort { $0.span < $1.span }
        limits.triggers.sort { $0.span < $1.span }
        return limits
    }
}

/// What titles of a plan or a way back say: what must hold there is to be kept.
private let planned: WordClassSet = [.rollback, .goBack, .rolloutNoun, .strategy, .watched]

/// What a document says of limits: limits for measures, and limits that lead to something.
struct StatedLimits: Sendable {
    var thresholds: [ThresholdSighting] = []
    var triggers: [Trigger] = []
    /// The phases whose sections state triggers, by the triggers' places.
    var triggerPhases: [SourceSpan: PhaseHeading] = [:]
    /// Names that a program compares before it rolls back or pauses.
    var gateNames: Set<String> = []
    var alerts: [Alert] = []
    var unsetLimits: [UnsetLimit] = []

    static func += (left: inout Self, right: Self) {
        left.thresholds += right.thresholds
        left.triggers += right.triggers
        left.triggerPhases.merge(right.triggerPhases) { first, _ in first }
        left.gateNames.formUnion(right.gateNames)
        left.alerts += right.alerts
        left.unsetLimits += right.unsetLimits
    }

    /// Notes the phase whose section states the triggers from one on.
    mutating func file(from first: Int, under phase: PhaseHeading) {
        for trigger in triggers[first...] { triggerPhases[trigger.span] = phase }
    }

    /// One trigger for a line or sentence, however many limits it names; one criterion for each limit.
    mutating func add(_ conditions: [Condition], _ phase: PhaseHeading?) {
        var last: SourceSpan?
        for condition in conditions {
            if let level = condition.purpose.level {
                thresholds += condition.measures.map { measure in
                    ThresholdSighting(
                        metric: measure.metric, origin: condition.isIndicator ? .indicator : .criterion,
                        limits: [level: Claim(measure.limit, at: measure.limitSpan, condition.line.reading)],
                        phase: phase, span: condition.isWholeLine ? condition.line.text.span : condition.text.span)
                }
            } else if case .trigger(let action) = condition.purpose {
                let trigger = Trigger(condition, action)
                if trigger.span != last { triggers.append(trigger) }
                last = trigger.span
            }
        }
    }
}

extension WordClassSet {
    /// The level of limits that a word names, the loudest first.
    var limitLevel: LimitLevel? {
        contains(.critical) ? .critical : contains(.warning) ? .warning : contains(.target) ? .target : nil
    }
}
