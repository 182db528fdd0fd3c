/// One series as far as an assessment needs it, whether its samples were read from files or a server put them together.
package struct MetricSummary: Sendable {
    package let identity: MetricIdentity
    /// The newest samples, by time, one of each time, none later than the moment of the assessment (a minute's haste of
    /// the source's clock left aside): as many as are kept, at least the newest one where there is any.
    package let recent: [MetricSample]
    /// One for each window that was asked for.
    package let windows: [WindowSummary]
    /// The usual time between samples: the median of those between the recent ones; nil for fewer than two.
    package let usualIntervalSeconds: Double?
    /// Samples dated later than the moment of the assessment, which count nowhere else.
    package let futureCount: Int
    /// The earliest of them.
    package let firstFuture: MetricSample?

    package init(
        identity: MetricIdentity, recent: [MetricSample], windows: [WindowSummary], usualIntervalSeconds: Double?,
        futureCount: Int = 0, firstFuture: MetricSample? = nil
    ) {
        self.identity = identity
        self.recent = recent
        self.windows = windows
        self.usualIntervalSeconds = usualIntervalSeconds
        self.futureCount = futureCount
        self.firstFuture = firstFuture
    }

    package func summary(of window: MetricWindow) -> WindowSummary? { windows.first { $0.window == window } }
}

/// Which windows of which metric an assessment needs, so that a reader keeps no more than that.
package struct MetricDemand: Sendable {
    /// The moment of the assessment, at which windows end.
    package let now: Instant
    /// The windows of the metric of a name, as the source writes it; none for a metric that only has to be named.
    package let windows: @Sendable (_ metric: String) -> [MetricWindow]

    package init(now: Instant, windows: @escaping @Sendable (_ metric: String) -> [MetricWindow]) {
        self.now = now
        self.windows = windows
    }
}
