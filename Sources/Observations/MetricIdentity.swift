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
