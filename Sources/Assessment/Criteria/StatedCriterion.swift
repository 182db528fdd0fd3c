import Plan
import SourceText

/// A limit that has to be kept to before something counts as reached, as one place of the plan states it.
struct StatedCriterion {
    /// The measure as the plan names it.
    let measure: String
    /// As stated; where it says no window and no statistic, with those of its indicator's target.
    let limit: Claim<Limit>
    /// The item or success criterion that states it; nil for a line that is none of these.
    let subject: ResultSubject?
    /// The whole statement.
    let text: String
    let span: SourceSpan
    /// Id of the phase that it belongs to.
    let phase: String?
    /// Whether the indicator of the measure is held against the very same limit.
    let isIndicator: Bool
    /// Whether the statement says nothing besides, so that whoever measures it knows all of it.
    let isWholeText: Bool
}

/// Every criterion of a plan that has a limit: in boxes, in lists of success criteria, and in the sections of phases.
///
/// What is stated apart from all of these, a table of gates for stages of the rollout say, is not held against what is
/// measured now, for nobody knows when it is due. Tasks of days are done on their day.
func statedCriteria(_ plan: Plan) -> [StatedCriterion] {
    let statements = Statements(plan)
    let places = PhaseSections(plan)
    let targets = IndicatorTargets(plan)
    return plan.thresholds.filter { $0.origin != .configuration }.flatMap { threshold in
        let own = threshold.origin == .indicator ? IndicatorLimits(threshold).target : nil
        return threshold.targets.compactMap { claim -> StatedCriterion? in
            let statement = statements.statement(holding: claim.span)
            let phase = statement?.phase ?? places.phase(at: claim.span)
            guard statement?.isTask != true, statement != nil || threshold.origin == .criterion && phase != nil else {
                return nil
            }
            let limit = targets.completed(claim.value, of: threshold.metric)
            return StatedCriterion(
                measure: threshold.metric, limit: claim.map { _ in limit }, subject: statement?.subject,
                text: statement?.text ?? "\(threshold.metric) \(claim.value.text)",
                span: statement?.span ?? (threshold.span.contains(claim.span) ? threshold.span : claim.span),
                phase: phase, isIndicator: own.map { limit.isSame(as: $0) } ?? false,
                isWholeText: statement.map { saysNoMore($0.text, than: threshold.metric, claim.value) } ?? true)
        }
    }
}

/// Whether a statement has no words besides its measure, its limit, and what leads from the one to the other.
private func saysNoMore(_ text: String, than measure: String, _ limit: Limit) -> Bool {
    var told: [String: Int] = [:]
    for word in nameWords(measure) + nameWords(limit.text) { told[word, default: 0] += 1 }
    return nameWords(text).allSatisfy { word in
        if let count = told[word], count > 0 {
            told[word] = count - 1
            return true
        }
        return Vocabulary.standard.classes(of: word).intersects(leads)
    }
}

private let leads: WordClassSet = [
    .measureLead, .staying, .modal, .article, .being, .placeLead, .target, .limit, .of, .only, .comparison,
]

/// What the indicators of a plan are held against.
private struct IndicatorTargets {
    private var targets: [[String]: Limit] = [:]

    init(_ plan: Plan) {
        for threshold in plan.thresholds where threshold.origin == .indicator {
            guard let target = IndicatorLimits(threshold).target else { continue }
            let words = MetricName(threshold.metric).words
            if targets[words] == nil { targets[words] = target }
        }
    }

    /// A limit that says neither how samples are put together nor for how long takes both from the indicator.
    func completed(_ limit: Limit, of measure: String) -> Limit {
        guard let target = targets[MetricName(measure).words] else { return limit }
        let isBare = limit.statistic == nil && limit.windowSeconds == nil
        guard isBare || limit.statistic == target.statistic else { return limit }
        return Limit(
            comparison: limit.comparison, quantity: limit.quantity, statistic: limit.statistic ?? target.statistic,
            windowSeconds: limit.windowSeconds ?? target.windowSeconds, change: limit.change, text: limit.text)
    }
}

extension Limit {
    /// Whether both ask for the same number of the same window.
    fileprivate func isSame(as other: Limit) -> Bool {
        agrees(with: other) && statistic == other.statistic && windowSeconds == other.windowSeconds
    }
}

/// The parts of a plan that state something in a line of their own, by where they stand.
private struct Statements {
    struct Statement {
        let subject: ResultSubject
        let text: String
        let span: SourceSpan
        let phase: String?
        let isTask: Bool
    }
    /// Of each document, by their places.
    private let byPath: [String: [Statement]]

    init(_ plan: Plan) {
        var statements: [Statement] = []
        var spans: Set<SourceSpan> = []
        let tasks = Set(plan.days.flatMap(\.tasks).map(\.span))
        func add(_ subject: ResultSubject, _ text: String, _ span: SourceSpan, _ phase: String?) {
            if spans.insert(span).inserted {
                statements.append(
                    Statement(subject: subject, text: text, span: span, phase: phase, isTask: tasks.contains(span)))
            }
        }
        for (place, list) in plan.checklists.enumerated() {
            for (number, item) in list.items.enumerated() {
                add(.item(checklist: place, item: number), item.text, item.span, list.phase)
            }
        }
        for (number, day) in plan.days.enumerated() {
            for (position, task) in day.tasks.enumerated() where task.checked != nil {
                add(.task(day: number, task: position), task.text, task.span, day.phase)
            }
        }
        for (place, criterion) in plan.successCriteria.enumerated() {
            add(.criterion(place), criterion.text, criterion.span, nil)
        }
        byPath = Dictionary(grouping: statements, by: \.span.path).mapValues { $0.sorted { $0.span < $1.span } }
    }

    func statement(holding span: SourceSpan) -> Statement? {
        guard let all = byPath[span.path] else { return nil }
        let count = all.countOfLeading { $0.span.range.lowerBound <= span.range.lowerBound }
        guard count > 0, all[count - 1].span.contains(span) else { return nil }
        return all[count - 1]
    }
}
