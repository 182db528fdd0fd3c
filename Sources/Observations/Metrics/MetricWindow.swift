/// A stretch of time that is measured as one: from a length before its end, that moment left out, up to its end.
package struct MetricWindow: Hashable, Sendable, Comparable {
    /// Length, above 0.
    package let seconds: Double
    /// How long before the moment of the assessment it ends; 0 for the window that ends now.
    package let offsetSeconds: Double

    package init(seconds: Double, offsetSeconds: Double = 0) {
        self.seconds = seconds
        self.offsetSeconds = offsetSeconds
    }

    package func end(at now: Instant) -> Instant { now.adding(seconds: -offsetSeconds) }

    package func start(at now: Instant) -> Instant { now.adding(seconds: -offsetSeconds - seconds) }

    /// Whether a sample of that time lies in it.
    package func holds(_ time: Instant, at now: Instant) -> Bool { start(at: now) < time && time <= end(at: now) }

    package static func < (left: Self, right: Self) -> Bool {
        (left.offsetSeconds, left.seconds) < (right.offsetSeconds, right.seconds)
    }
}
