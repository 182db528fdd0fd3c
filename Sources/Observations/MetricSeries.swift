/// Where an observation was read, so that a page can say where a value comes from.
package struct ObservationPlace: Sendable, Hashable {
    /// The file as it is shown to users.
    package let path: String
    /// From 1.
    package let line: Int

    package init(path: String, line: Int) {
        self.path = path
        self.line = line
    }
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

/// The samples of one metric with one set of labels, by time; samples of the same time in the order they were read.
package struct MetricSeries: Sendable {
    package let identity: MetricIdentity
    package let samples: [MetricSample]

    /// Sorts the samples by time.
    package init(identity: MetricIdentity, samples: [MetricSample]) {
        self.identity = identity
        self.samples = samples.enumerated()
            .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            .map(\.element)
    }
}

/// Gathers samples into series as they are read, one file after the other.
///
/// Holds every sample; memory grows with their number.
package struct MetricCollector: Sendable {
    private var places: [MetricIdentity: Int] = [:]
    private var gathered: [(identity: MetricIdentity, samples: [MetricSample])] = []

    package init() {}

    package mutating func add(_ sample: MetricSample, to identity: MetricIdentity) {
        if let place = places[identity] {
            gathered[place].samples.append(sample)
        } else {
            places[identity] = gathered.count
            gathered.append((identity, [sample]))
        }
    }

    /// All series, by name, unit and labels.
    package func series() -> [MetricSeries] {
        gathered.sorted { $0.identity < $1.identity }
            .map { MetricSeries(identity: $0.identity, samples: $0.samples) }
    }
}
