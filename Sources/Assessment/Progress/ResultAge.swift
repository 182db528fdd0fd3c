import Observations
import Plan

/// How old good news may be.
///
/// Much of a plan is prepared ahead of its first day, and a gate is held before it; what is dated more than a month before
/// that day tells of something else. A team may set another limit, reckoned from now: then good news has to say when.
struct ResultAge {
    private let now: Instant
    /// nil when nobody knows it.
    private let firstDay: Instant?
    private let limitSeconds: Double?
    private let timeText: @Sendable (Instant) -> String

    private static let preparationSeconds = 30 * 86_400.0

    init(plan: Plan, now: Instant, configuration: AssessmentConfiguration) {
        self.now = now
        firstDay = plan.start.map { date in
            configuration.planClock(Instant(millisecondsSinceEpoch: Int64(date.daysSinceEpoch) * 86_400_000))
        }
        limitSeconds = configuration.resultLimitSeconds
        timeText = configuration.timeText
    }

    /// Why good news of a moment counts no more, as the predicate of a sentence; nil when it does.
    func fault(of time: Instant?) -> String? {
        guard let time else { return limitSeconds == nil ? nil : "does not say when, and 'result-max-age' is set" }
        if let limitSeconds {
            return now.seconds(since: time) > limitSeconds
                ? "is dated \(timeText(time)), which is longer ago than 'result-max-age'" : nil
        }
        guard let firstDay, firstDay.seconds(since: time) > Self.preparationSeconds else { return nil }
        return "is dated \(timeText(time)), more than 30 days before the plan's first day"
    }
}
