import Observations
import SourceText

/// One series as a server tells of it, in several answers.
struct ServedSeries: Sendable {
    let labels: [MetricLabel]
    /// Numbers of the summary, by tag.
    private var numbers: [String: Double]
    /// The newest samples, by time, and how many seconds before now they begin.
    private var tail: (samples: [MetricSample], seconds: Double) = ([], 0)
    /// Samples that are dated later than now, which count nowhere.
    private var future: [MetricSample] = []
    private var holes: [MetricWindow: Double] = [:]

    /// The series of an answer to a ``SummaryQuery``.
    static func read(_ answer: APIAnswer, of question: PrometheusQuestion) -> [ServedSeries] {
        var numbers: [[MetricLabel]: [String: Double]] = [:]
        for element in answer.series {
            guard let tag = element.labels.first(where: { $0.key == SummaryQuery.label })?.value,
                let value = element.samples.last?.value
            else { continue }
            numbers[identifying(element.labels), default: [:]][tag] = value
        }
        return numbers.filter { ($0.value[SummaryQuery.reach] ?? 0) > 0 }
            .map { ServedSeries(labels: $0.key, numbers: $0.value) }
            .sorted { $0.labels.lexicographicallyPrecedes($1.labels) }
    }

    /// Without the name, which functions take away, and what we put there.
    private static func identifying(_ labels: [MetricLabel]) -> [MetricLabel] {
        labels.filter { $0.key != "__name__" && $0.key != SummaryQuery.label }.sorted()
    }

    private init(labels: [MetricLabel], numbers: [String: Double]) {
        self.labels = labels
        self.numbers = numbers
    }

    /// Samples as far back as was asked.
    var reach: Double { numbers[SummaryQuery.reach] ?? 0 }

    func count(of window: MetricWindow, _ question: PrometheusQuestion) -> Double {
        question.windows.firstIndex(of: window).flatMap { numbers[SummaryQuery.tag($0, .count)] } ?? 0
    }

    /// Whether samples without a number spoil what the server makes of the others.
    func isSpoilt(_ question: PrometheusQuestion) -> Bool {
        question.windows.indices.contains { index in
            numbers[SummaryQuery.tag(index, .mean)].map { !$0.isFinite } ?? false
        }
    }

    // MARK: The newest samples

    mutating func take(_ answer: APIAnswer, seconds: Double, place: ObservationPlace, at now: Instant) {
        func sample(_ time: Double, _ value: Double) -> MetricSample? {
            Instant(secondsSinceEpoch: time).map { MetricSample(time: $0, value: value, place: place) }
        }
        var samples = answer.series.filter { Self.identifying($0.labels) == labels }.flatMap(\.samples)
            .compactMap { sample($0.time, $0.value) }
        if samples.isEmpty, let time = numbers[SummaryQuery.newest], let value = numbers[SummaryQuery.last] {
            samples = [sample(time, value)].compactMap(\.self)
        }
        let isAhead: (MetricSample) -> Bool = { $0.time.seconds(since: now) > Instant.clockToleranceSeconds }
        future = samples.filter(isAhead)
        var times: Set<Instant> = []
        tail = (samples.filter { !isAhead($0) && times.insert($0.time).inserted }.sorted { $0.time < $1.time }, seconds)
    }

    /// Whether the newest samples hold all of a window.
    func covers(_ window: MetricWindow) -> Bool { window.seconds + window.offsetSeconds <= tail.seconds }

    /// The median of the times between the newest samples; nil for fewer than two.
    var usualInterval: Double? {
        let gaps = zip(tail.samples.dropFirst(), tail.samples).map { $0.time.seconds(since: $1.time) }.sorted()
        return gaps.isEmpty ? nil : gaps[(gaps.count - 1) / 2]
    }

    // MARK: Holes

    mutating func take(
        _ answer: APIAnswer, _ search: HoleSearch, of question: PrometheusQuestion, at now: Instant
    ) {
        let own = answer.series.filter { Self.identifying($0.labels) == labels }
        holes[search.window] = search.longest(own, count: count(of: search.window, question), at: now)
    }

    // MARK: All together

    func summary(of question: PrometheusQuestion, at now: Instant, doubt: String?) -> MetricSummary {
        MetricSummary(
            identity: MetricIdentity(name: question.name, labels: labels), recent: tail.samples,
            isRecentComplete: tail.seconds >= question.horizonSeconds && tail.samples.count > 1,
            windows: question.windows.enumerated().map { index, window in
                covers(window)
                    ? WindowSummary(window, of: tail.samples, at: now) : told(window, index, question)
            },
            usualIntervalSeconds: usualInterval, futureCount: future.count,
            firstFuture: future.min { $0.time < $1.time }, doubt: doubt,
            course: MetricCourse(of: tail.samples, historySeconds: question.historySeconds, at: now))
    }

    /// A window as the server reckons it.
    private func told(_ window: MetricWindow, _ index: Int, _ question: PrometheusQuestion) -> WindowSummary {
        func number(_ aggregate: Aggregate) -> Double? { numbers[SummaryQuery.tag(index, aggregate)] }
        let count = Int(number(.count) ?? 0)
        guard count > 0, let mean = number(.mean), mean.isFinite else {
            // How many of them have no number cannot be told, so none of them counts.
            return WindowSummary(
                window: window, count: 0, numberless: count, total: nil, mean: nil, minimum: nil, maximum: nil,
                distribution: .values([]), longestGapSeconds: window.seconds)
        }
        let ranks = question.ranks.compactMap { rank in number(.quantile(rank)).map { (rank, $0) } }
        let total = number(.total).flatMap { $0.isFinite ? $0 : nil }
        return WindowSummary(
            window: window, count: count, total: total, mean: mean, minimum: number(.minimum),
            maximum: number(.maximum),
            distribution: .ranks(Dictionary(ranks) { first, _ in first }),
            increase: number(.increase).flatMap { $0.isFinite ? $0 : nil },
            longestGapSeconds: holes[window] ?? window.seconds)
    }
}
