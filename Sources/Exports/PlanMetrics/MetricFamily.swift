/// A metric with its samples, in the text format that Prometheus and the textfile collector read.
struct MetricFamily {
    /// In base units, as the naming rules want it: `plumbline_kpi_last_sample_timestamp_seconds`.
    let name: String
    let help: String
    private(set) var samples: [(labels: [(String, String)], value: Double)] = []

    init(_ name: String, _ help: String) {
        self.name = name
        self.help = help
    }

    mutating func add(_ value: Double, _ labels: [(String, String)]) { samples.append((labels, value)) }

    /// One sample for each state that there could be, 1 for the one that holds: what a graph of states is drawn from.
    mutating func add<State: RawRepresentable<String> & CaseIterable & Equatable>(
        state: State, label: String, _ labels: [(String, String)]
    ) {
        for possible in State.allCases { add(possible == state ? 1 : 0, labels + [(label, possible.rawValue)]) }
    }

    /// Empty for a family without samples.
    ///
    /// Timestamps are left out: the textfile collector refuses them.
    var text: String {
        guard !samples.isEmpty else { return "" }
        var text = "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
        for sample in samples {
            let labels = sample.labels.filter { !$0.1.isEmpty }.map { "\($0.0)=\"\(escaped($0.1))\"" }.joined(
                separator: ",")
            text += "\(name){\(labels)} \(valueText(sample.value))\n"
        }
        return text
    }

    private func valueText(_ value: Double) -> String {
        value.isNaN ? "NaN" : roundedText(value)
    }

    private func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
