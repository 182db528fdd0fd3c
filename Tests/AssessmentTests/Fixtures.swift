import Assessment
import Observations
import Plan
import SourceText
import Testing

extension KPISettings {
    /// Settings that stand nowhere in particular.
    init(
        kpi: String, metric: String? = nil, unit: String? = nil, intervalSeconds: Double? = nil,
        windowSeconds: Double? = nil, required: Bool = true, labels: [MetricLabel] = [], counters: Counters? = nil,
        statistic: Statistic? = nil, patience: Patience = Patience(), baseline: Baseline? = nil
    ) {
        self.init(
            kpi: kpi, metric: metric, unit: unit, intervalSeconds: intervalSeconds, windowSeconds: windowSeconds,
            required: required, labels: labels, counters: counters, statistic: statistic, patience: patience,
            baseline: baseline, span: AssessmentTests.span())
    }
}

/// 2026-11-30T12:00:00Z, day 8 of a plan that starts on 2026-11-23.
let now = Instant(millisecondsSinceEpoch: 1_796_040_000_000)

func clock(day: Int? = 8) throws -> AssessmentClock {
    let start = try #require(CivilDate(iso: "2026-11-23"))
    return AssessmentClock(
        now: now, today: start.adding(days: (day ?? 8) - 1), calendar: day == nil ? nil : PlanCalendar(start: start))
}

/// A span of its own for each number, all on line 1 of one file.
private let document = SourceFile(path: "plan.md", text: String(repeating: "x", count: 1000))
func span(_ place: Int = 0) -> SourceSpan { SourceSpan(file: document, range: place..<place + 1) }

/// A limit as a document writes it.
func limit(_ text: String) throws -> Limit {
    try #require(QuantityReader(TokenizedText(text)).fieldLimit()?.limit, "'\(text)' is no limit")
}

func threshold(
    _ metric: String, target: String? = nil, alert: String? = nil, critical: String? = nil,
    origin: Threshold.Origin = .indicator
) throws -> Threshold {
    func claims(_ text: String?) throws -> [Claim<Limit>] {
        try text.map { [Claim(try limit($0), at: span(), .field)] } ?? []
    }
    return Threshold(
        metric: metric, origin: origin, targets: try claims(target), warnings: try claims(alert),
        criticals: try claims(critical), span: span())
}

/// A series whose samples are given as seconds before now and values; negative seconds lie in the future.
func series(
    _ name: String, _ samples: [(age: Double, value: Double)], unit: String? = nil, labels: [MetricLabel] = []
) -> MetricSeries {
    MetricSeries(
        identity: MetricIdentity(name: name, unit: unit, labels: labels),
        samples: samples.enumerated().map { index, sample in
            MetricSample(
                time: now.adding(seconds: -sample.age), value: sample.value,
                place: ObservationPlace(path: "m.csv", line: index + 2))
        })
}

/// Samples of the last two hours, one each five minutes, all of one value.
func steady(_ name: String, _ value: Double, unit: String? = nil, labels: [MetricLabel] = []) -> MetricSeries {
    series(name, stride(from: 7200.0, through: 0, by: -300).map { ($0, value) }, unit: unit, labels: labels)
}

/// What was observed, as far as an assessment of the plan asks for it.
func observed(
    _ plan: Plan, _ metrics: [MetricSeries], results: [ItemResult] = [], flags: [FlagResult] = [],
    configuration: AssessmentConfiguration = AssessmentConfiguration()
) -> Observations {
    let demand = metricDemand(plan: plan, configuration: configuration, now: now)
    return Observations(metrics: metrics.map { $0.summary(for: demand) }, results: results, flags: flags)
}

func assessed(
    _ thresholds: [Threshold], _ metrics: [MetricSeries], settings: [KPISettings] = []
) throws -> (assessment: Assessment, findings: [Finding]) {
    try assessed(Plan(thresholds: thresholds), metrics: metrics, settings: settings)
}

func kpi(
    _ threshold: Threshold, _ metrics: [MetricSeries], settings: KPISettings? = nil
) throws -> KPIAssessment {
    try #require(try assessed([threshold], metrics, settings: [settings].compactMap(\.self)).assessment.kpis.first)
}

func rules(_ findings: [Finding]) -> [String] { findings.map(\.rule) }

/// A counter that has risen by so much at each of the last so many seconds, one sample each five minutes.
func counter(_ name: String, perSample rise: Double, over seconds: Double = 7200, labels: [MetricLabel] = [])
    -> MetricSeries
{
    let ages = Array(stride(from: seconds, through: 0, by: -300))
    return series(name, ages.enumerated().map { ($1, 1000 + Double($0) * rise) }, labels: labels)
}

func trigger(_ metric: String?, _ condition: String?, action: String? = "rollback") throws -> Trigger {
    let limit = try condition.map { try AssessmentTests.limit($0) }
    return Trigger(
        text: [metric, condition].compactMap(\.self).joined(separator: " "), metric: metric, condition: limit,
        window: nil, action: action, span: span())
}
