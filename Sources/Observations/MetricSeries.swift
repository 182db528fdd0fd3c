/// Where an observation was read, so that a page can say where a value comes from.
package struct ObservationPlace: Sendable, Hashable {
    /// The file as it is shown to users, or a server's address and what it was asked.
    package let path: String
    /// From 1; nil for a server.
    package let line: Int?

    package init(path: String, line: Int) {
        self.path = path
        self.line = line
    }

    /// - Parameter server: its address, without anything secret.
    package init(server: String, query: String) {
        path = "\(server): \(query)"
        line = nil
    }

    /// `metrics/a.csv:12`, `http://prometheus:9090: up{job="api"}`.
    package var text: String { line.map { "\(path):\($0)" } ?? path }
}

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

/// What a series is called and told apart by.
package struct MetricIdentity: Sendable, Hashable, Comparable {
    /// As written: `hook_execution_seconds`.
    package let name: String
    /// The unit that the source states for its values, as written; nil where only the name may tell it.
    package let unit: String?
    /// Sorted by key, one of each key, none of them empty.
    package let labels: [MetricLabel]

    /// Sorts the labels and drops those without a value; of equal keys the last one counts.
    package init(name: String, unit: String? = nil, labels: [MetricLabel] = []) {
        self.name = name
        self.unit = unit?.isEmpty == true ? nil : unit
        var byKey: [String: String] = [:]
        for label in labels { byKey[label.key] = label.value }
        self.labels = byKey.filter { !$0.value.isEmpty }.map { MetricLabel($0.key, $0.value) }.sorted()
    }

    /// `queue_seconds{host=a, zone=b}`.
    package var text: String {
        labels.isEmpty ? name : "\(name){\(labels.map { "\($0.key)=\($0.value)" }.joined(separator: ", "))}"
    }

    package static func < (left: Self, right: Self) -> Bool {
        if left.name != right.name { return left.name < right.name }
        if left.unit != right.unit { return left.unit ?? "" < right.unit ?? "" }
        return left.labels.lexicographicallyPrecedes(right.labels)
    }
}

/// One answer of a probe.
package struct MetricSample: Sendable, Hashable {
    package let time: Instant
    /// NaN when the probe answered without a number; never infinite.
    package let value: Double
    package let place: ObservationPlace

    package init(time: Instant, value: Double, place: ObservationPlace) {
        self.time = time
        self.value = value.isFinite ? value : .nan
        self.place = place
    }
}
