import Observations

/// Splits a course where nobody knows what was between two of its buckets.
struct CourseRuns {
    /// Bridged by nothing: a stretch of time longer than twice the interval, or one whose samples say nothing.
    struct Gap: Hashable {
        let from: Instant
        let to: Instant
        /// Set where something was measured, and it cannot be taken for good.
        let reason: String?
    }

    /// Each by time, none of them empty.
    private(set) var runs: [[MetricCourse.Bucket]] = []
    private(set) var gaps: [Gap] = []

    /// - Parameter intervalSeconds: Expected between samples.
    init(_ course: MetricCourse, intervalSeconds: Double, upTo now: Instant) {
        let longest = 2 * intervalSeconds
        var previous: MetricCourse.Bucket?
        var isBroken = true
        for bucket in course.buckets {
            guard bucket.count > 0, !bucket.isContradicted else {
                isBroken = true
                if bucket.isContradicted {
                    gaps.append(Gap(from: bucket.first, to: bucket.last, reason: "two samples contradict each other"))
                }
                continue
            }
            if let previous, bucket.first.seconds(since: previous.last) > longest {
                gaps.append(Gap(from: previous.last, to: bucket.first, reason: nil))
                isBroken = true
            }
            // Where in it the hole is, is not known: it hangs together with neither side.
            let isHoled = Self.isHoled(bucket, longest)
            if isBroken || isHoled { runs.append([bucket]) } else { runs[runs.count - 1].append(bucket) }
            isBroken = isHoled
            previous = bucket
        }
        if let previous, now.seconds(since: previous.last) > longest {
            gaps.append(Gap(from: previous.last, to: now, reason: nil))
        }
    }

    /// Whether something is missing between the samples of a bucket.
    static func isHoled(_ bucket: MetricCourse.Bucket, _ longest: Double) -> Bool {
        bucket.numberless > 0 || bucket.longestGapSeconds > longest
    }
}
