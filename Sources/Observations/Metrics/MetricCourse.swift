/// How a series went up to now, put together in buckets of equal length, so that it can be drawn whatever its size.
package struct MetricCourse: Sendable {
    /// What was measured in one stretch of time.
    package struct Bucket: Sendable {
        package let start: Instant
        /// Samples with a number, at least one of these or of those without.
        package let count: Int
        /// Samples without one.
        package let numberless: Int
        /// nil for no number.
        package let mean: Double?
        package let minimum: Double?
        package let maximum: Double?
        /// Times of the first and the last number.
        package let first: Instant
        package let last: Instant
        /// The longest time between two numbers of the bucket.
        package let longestGapSeconds: Double
        /// Whether a moment in it has two values, of which nobody knows the right one.
        package let isContradicted: Bool

        package init(
            start: Instant, count: Int, numberless: Int, mean: Double?, minimum: Double?, maximum: Double?,
            first: Instant, last: Instant, longestGapSeconds: Double, isContradicted: Bool
        ) {
            self.start = start
            self.count = count
            self.numberless = numberless
            self.mean = mean
            self.minimum = minimum
            self.maximum = maximum
            self.first = first
            self.last = last
            self.longestGapSeconds = longestGapSeconds
            self.isContradicted = isContradicted
        }
    }

    /// Length of a bucket; all of them start at a multiple of it since 1970.
    package let bucketSeconds: Double
    /// By time; where nothing was measured there is none.
    package let buckets: [Bucket]

    package init(bucketSeconds: Double, buckets: [Bucket]) {
        self.bucketSeconds = bucketSeconds
        self.buckets = buckets
    }

    /// Reckons it from samples; nil when there is none in that time.
    ///
    /// - Parameter samples: of one series, by time, one of each time.
    package init?(of samples: [MetricSample], historySeconds: Double, at now: Instant) {
        guard historySeconds > 0 else { return nil }
        var course = CourseAccumulator(historySeconds: historySeconds, at: now)
        let packed = samples.map {
            PackedSample(time: $0.time.millisecondsSinceEpoch, value: $0.value, line: 0, origin: 0)
        }
        course.add(packed[...], upTo: CourseAccumulator.mostParts)
        guard let result = course.course(upTo: CourseAccumulator.mostParts, gap: { $1 - $0 }) else { return nil }
        self = result
    }
}
