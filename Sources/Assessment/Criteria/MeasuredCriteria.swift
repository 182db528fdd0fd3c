import Observations
import Plan
import SourceText

/// The criteria of a plan that something measures.
///
/// A criterion whose measure nobody configured and no metric is called after is not among them: what is declared of it
/// counts, as for any other item.
struct MeasuredCriteria {
    /// In the order of the plan.
    private(set) var assessments: [CriterionAssessment] = []
    private(set) var findings: [Finding] = []
    private var bySubject: [ResultSubject: MeasuredItem] = [:]

    /// - Parameter indicators: what a fault of is told with the indicator already.
    init(
        _ criteria: [StatedCriterion], _ matching: MetricMatching, indicators: [Threshold], _ now: Instant,
        _ configuration: AssessmentConfiguration
    ) {
        let known = Set(indicators.map { MetricName($0.metric).words })
        var told = known
        for criterion in criteria {
            let measure = CriterionMeasure(criterion, matching, known: known)
            let judged = measure.assess(matching, now, configuration)
            if let subject = criterion.subject {
                bySubject[subject, default: MeasuredItem()].add(judged?.assessment, isWhole: criterion.isWholeText)
            }
            guard let judged else { continue }
            assessments.append(judged.assessment)
            // Two criteria of one measure find the same fault in it.
            if told.insert(MetricName(measure.name).words).inserted { findings += judged.findings }
        }
    }

    /// What is measured of an item; nil when nothing is.
    func item(_ subject: ResultSubject) -> MeasuredItem? { bySubject[subject].flatMap { $0.worst == nil ? nil : $0 } }
}

/// What is measured of one item, which may state several limits.
struct MeasuredItem {
    private var all: [CriterionAssessment] = []
    private var isWhole = true

    /// - Parameters:
    ///   - assessment: nil for a limit that nothing measures.
    ///   - isWhole: whether the item says nothing besides this limit.
    fileprivate mutating func add(_ assessment: CriterionAssessment?, isWhole: Bool) {
        self.isWhole = self.isWhole && isWhole && assessment != nil && all.isEmpty
        if let assessment { all.append(assessment) }
    }

    /// What decides: a limit that is missed, else one that is not known.
    var worst: CriterionAssessment? {
        [CriterionVerdict.missed, .unknown, .met].lazy.compactMap { verdict in all.first { $0.verdict == verdict } }
            .first
    }

    /// Whether what is measured is all that the item asks for.
    var decidesAlone: Bool { isWhole }
}

/// The measure that a criterion is about, by the name that the plan's indicators and settings know it by.
struct CriterionMeasure {
    let criterion: StatedCriterion
    let name: String
    private let limit: Limit

    /// The names that its measure may go by: as stated, and without the statistic (`p95 latency`).
    static func names(of criterion: StatedCriterion) -> [(name: String, limit: Limit)] {
        let stated = (criterion.measure, criterion.limit.value)
        let words = nameWords(criterion.measure)
        let statistics = words.compactMap { word in
            Statistic(named: word).flatMap { $0.isOfValues ? (word, $0) : nil }
        }
        guard statistics.count == 1, let (word, statistic) = statistics.first, words.count > 1,
            criterion.limit.value.statistic ?? statistic == statistic
        else { return [stated] }
        let limit = criterion.limit.value
        let plain = Limit(
            comparison: limit.comparison, quantity: limit.quantity, statistic: statistic,
            windowSeconds: limit.windowSeconds, change: limit.change, text: limit.text)
        return [stated, (words.filter { $0 != word }.joined(separator: " "), plain)]
    }

    /// - Parameter known: words of the plan's indicators.
    init(_ criterion: StatedCriterion, _ matching: MetricMatching, known: Set<[String]>) {
        self.criterion = criterion
        let names = Self.names(of: criterion)
        func isKnown(_ name: String) -> Bool {
            known.contains(MetricName(name).words) || matching.settings(for: name) != nil
        }
        var chosen = names[0]
        if names.count > 1, !isKnown(chosen.name), case .none = matching.match(chosen.name), isKnown(names[1].name) {
            chosen = names[1]
        }
        (name, limit) = chosen
    }

    /// - Returns: nil when nothing measures it.
    func assess(
        _ matching: MetricMatching, _ now: Instant, _ configuration: AssessmentConfiguration
    ) -> (assessment: CriterionAssessment, findings: [Finding])? {
        let match = matching.match(name)
        let settings = matching.settings(for: name)
        if case .none = match, settings?.namesSource != true { return nil }
        let threshold = Threshold(
            metric: name, origin: .criterion, targets: [criterion.limit.map { _ in limit }], span: criterion.span,
            phase: criterion.phase)
        let (kpi, findings) = KPIJudgement(
            threshold: threshold, settings: settings, now: now, configuration: configuration
        ).assess(match)
        let verdict: CriterionVerdict =
            switch kpi.verdict {
            case .onTarget: .met
            case .offTarget, .alert, .critical: .missed
            case .stale, .noData: .unknown
            }
        let used = limit.usedWindowSeconds(settings)
        let isHeld = limit.usedStatistic(settings) == nil && used != nil
        let count = kpi.sampleCount
        let samples = isHeld ? count.map { "; \($0) sample\($0 == 1 ? "" : "s") in that time" } ?? "" : ""
        let assessment = CriterionAssessment(
            text: criterion.text, span: criterion.span, phase: criterion.phase, verdict: verdict,
            reason: kpi.reason + (verdict == .unknown ? "" : samples), limit: limit, measure: kpi, sampleCount: count,
            windowSeconds: used, isIndicator: criterion.isIndicator, subject: criterion.subject,
            isWholeText: criterion.isWholeText)
        return (assessment, findings)
    }
}

extension Statistic {
    /// Whether its word tells how values are put together, and is no part of what a measure is called: `error rate`.
    fileprivate var isOfValues: Bool {
        switch self {
        case .average, .median, .maximum, .minimum, .percentile: true
        case .total, .increase, .rate: false
        }
    }
}

extension KPISettings {
    /// Whether it says itself what measures it.
    var namesSource: Bool { metric != nil || counters != nil || query != nil }
}
