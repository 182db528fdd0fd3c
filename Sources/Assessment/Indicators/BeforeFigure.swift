package import Observations
package import Plan

/// What an indicator came to before the plan began, for reports that hold the end against it. No verdict rests on it.
package enum BeforeFigure: Sendable {
    /// Stated in the settings, not measured here.
    case stated(Quantity)
    case measured(MeasuredBefore)
    /// A phrase that says why nothing is known.
    case unknown(String)
}

package struct MeasuredBefore: Sendable {
    package let value: Quantity
    /// How samples were put together: `average`.
    package let aggregation: String
    package let sampleCount: Int
    package let from: Instant
    package let to: Instant
    /// Why the samples do not speak for all of that time; nil when they do.
    package let objection: String?

    package init(
        value: Quantity, aggregation: String, sampleCount: Int, from: Instant, to: Instant, objection: String?
    ) {
        self.value = value
        self.aggregation = aggregation
        self.sampleCount = sampleCount
        self.from = from
        self.to = to
        self.objection = objection
    }
}

/// The week before day 1, asked for when the plan's last phase begins: only then somebody holds the end against it.
///
/// - Returns: nil before that, and for a plan without a start.
func weekBefore(_ plan: Plan, _ configuration: AssessmentConfiguration, now: Instant) -> MetricWindow? {
    guard let start = plan.start else { return nil }
    let lastBegins = plan.phases.compactMap { $0.days?.lowerBound }.max() ?? 1
    guard configuration.civilDate(now) >= start.adding(days: lastBegins - 1) else { return nil }
    let midnight = Instant(millisecondsSinceEpoch: Int64(start.daysSinceEpoch) * 86_400_000)
    let offset = now.seconds(since: configuration.planClock(midnight))
    return offset < 0 ? nil : MetricWindow(seconds: 7 * 86_400, offsetSeconds: offset)
}

extension SeriesJudgement {
    /// - Parameter week: The week before day 1; nil where nobody asks yet.
    func before(_ week: MetricWindow?) -> BeforeFigure? {
        switch evidence.settings?.baseline {
        case .amount(let quantity)?: return .stated(quantity)
        case .span?:
            return BaselineLimits.window(evidence.settings, now: evidence.now).map {
                before(over: $0, named: "the time of the baseline")
            }
                ?? .unknown("the time in which the baseline is measured is not over")
        case nil: return week.map { before(over: $0, named: "the week before day 1") }
        }
    }

    private func before(over window: MetricWindow, named name: String) -> BeforeFigure {
        let basis = TrendBasis(limits, evidence.settings)
        let statistic = basis?.statistic ?? .average
        // What adds up over a week says nothing beside what adds up over an hour.
        guard statistic != .total, statistic != .increase else {
            return .unknown("a sum has no counterpart in a longer time")
        }
        guard evidence.summary.summary(of: window)?.count ?? 0 > 0 else {
            return .unknown("nothing was measured in \(name)")
        }
        let reading = evidence.reading(
            statistic, over: window, in: basis?.limit.quantity.unit ?? unit, at: samples.count - 1)
        let (from, to) = (window.start(at: evidence.now), window.end(at: evidence.now))
        guard case .success(let reading) = reading, reading.sampleCount > 0 else {
            return .unknown("what was measured before cannot be put together")
        }
        return .measured(
            MeasuredBefore(
                value: reading.value, aggregation: statistic.text, sampleCount: reading.sampleCount, from: from, to: to,
                objection: reading.objection))
    }
}
