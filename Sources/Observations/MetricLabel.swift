/// `host=a`: what tells one series of a metric from another.
package struct MetricLabel: Sendable, Hashable, Comparable {
    package let key: String
    package let value: String

    package init(_ key: String, _ value: String) {
        self.key = key
        self.value = value
    }

    package static func < (left: Self, right: Self) -> Bool { (left.key, left.value) < (right.key, right.value) }
}
