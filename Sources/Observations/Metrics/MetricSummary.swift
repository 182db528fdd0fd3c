/// One series as far as an assessment needs it, whether its samples were read from files or a server put them together.
package struct MetricSummary: Sendable {
    package let identity: MetricIdentity
    /// The newest samples, by time, one of each time (of several that differ all: nobody knows which is right), none later than the moment of the assessment (a minute's haste of
    /// the source's clock left aside): as many as are kept, at least the newest one where there is any.
    package let recent: [MetricSample]
    /// Whether `recent` is all there is, so that what it does not show has not been; false where older samples may exist.
    package let isRecentComplete: Bool
    /// One for each window that was asked for.
    package let windows: [WindowSummary]
    /// The usual time between samples: the median of those between the recent ones; nil for fewer than two.
    package let usualIntervalSeconds: Double?
    /// Samples dated later than the moment of the assessment, which count nowhere else.
    package let futureCount: Int
    /// The earliest of them.
    package let firstFuture: MetricSample?
    /// Why what its source tells may not be all of it, so that nothing of it can be taken for good; nil as a rule.
    package let doubt: String?
    /// The newest of the moments that have two values; nil as a rule. Windows tell of theirs (``WindowSummary/doubt``).
    package let contradiction: MetricContradiction?
    /// The last sample of a file that ends without a line end, so that its value may be cut off; it counts nowhere else.
    package let torn: MetricSample?
    /// How it went in the time that was asked for; nil where nothing was measured then, or where it is not kept.
    package let course: MetricCourse?

    package init(
        identity: MetricIdentity, recent: [MetricSample], isRecentComplete: Bool = false, windows: [WindowSummary],
        usualIntervalSeconds: Double?,
        futureCount: Int = 0, firstFuture: MetricSample? = nil, doubt: String? = nil,
        contradiction: MetricContradiction? = nil, torn: MetricSample? = nil, course: MetricCourse? = nil
    ) {
        self.identity = identity
        self.recent = recent
        self.isRecentComplete = isRecentComplete
        self.windows = windows
        self.usualIntervalSeconds = usualIntervalSeconds
        self.futureCount = futureCount
        self.firstFuture = firstFuture
        self.doubt = doubt
        self.contradiction = contradiction
        self.torn = torn
        self.course = course
    }

    package func summary(of window: MetricWindow) -> WindowSummary? { windows.first { $0.window == window } }
}

/// A moment that has two values, of which nobody knows the right one.
package struct MetricContradiction: Sendable, Hashable {
    package let time: Instant
    /// Names both values and where they stand.
    package let phrase: String

    package init(_ first: MetricSample, _ second: MetricSample) {
        time = first.time
        let told = [first, second].map { sample in
            "\(sample.value.isNaN ? "no number" : "\(sample.value)") in \(sample.place.text)"
        }
        phrase = "two samples of \(first.time.rfc3339()) contradict each other: \(told.joined(separator: ", but "))"
    }
}

/// Which windows and which course of which metric are needed, so that a reader keeps no more than that.
package struct MetricDemand: Sendable {
    /// The moment of the assessment, at which windows end.
    package let now: Instant
    /// The windows of the metric of a name, as the source writes it; none for a metric that only has to be named.
    package let windows: @Sendable (_ metric: String) -> [MetricWindow]
    /// How far back the course of the metric of a name is wanted, in seconds; 0 for not at all.
    package let historySeconds: @Sendable (_ metric: String) -> Double

    package init(
        now: Instant, historySeconds: @escaping @Sendable (_ metric: String) -> Double = { _ in 0 },
        windows: @escaping @Sendable (_ metric: String) -> [MetricWindow]
    ) {
        self.now = now
        self.windows = windows
        self.historySeconds = historySeconds
    }
}

/// A metric of which its source tells nothing, and why.
package struct MetricSilence: Sendable, Hashable {
    /// As the plan names what it measures.
    package let indicator: String
    package let name: String
    /// A phrase that says so.
    package let reason: String

    package init(indicator: String, name: String, reason: String) {
        self.indicator = indicator
        self.name = name
        self.reason = reason
    }
}
