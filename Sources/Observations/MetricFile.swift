/// How a file of metrics is written.
package enum MetricFormat: Sendable, CaseIterable {
    /// A header, then a sample in each record.
    case csv
    /// A JSON object on each line.
    case jsonLines
    /// A JSON list of such objects, or of the endpoints that Gatus watches.
    case jsonList
    /// OpenMetrics 1.0 text: times in seconds, and `# EOF` at the end.
    case openMetrics
    /// Prometheus' text format 0.0.4: times in milliseconds.
    case prometheus

    /// By the end of the name: `.csv` or `.tsv`, `.jsonl` or `.ndjson`, `.json`, `.om` or `.openmetrics`,
    /// `.prom` or `.txt`; nil for any other. An ending that says how
    /// the file is compressed does not count.
    package init?(path: String) {
        var name = path.lowercased()
        for ending in [".gz", ".zst"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
        guard let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last else {
            return nil
        }
        switch ending {
        case "csv", "tsv": self = .csv
        case "jsonl", "ndjson": self = .jsonLines
        case "json": self = .jsonList
        case "om", "openmetrics": self = .openMetrics
        case "prom", "txt": self = .prometheus
        default: return nil
        }
    }

    /// By its first byte that is no space.
    init(start: [UInt8]) {
        switch start.first(where: { $0 > 0x20 }) {
        case UInt8(ascii: "{"): self = .jsonLines
        case UInt8(ascii: "["): self = .jsonList
        case UInt8(ascii: "#"): self = .openMetrics
        default: self = .csv
        }
    }
}

/// What one record of a file comes to: a sample, or why there is none.
typealias MetricRecord = Result<ReadSample, ObservationFault>

/// A sample with its series, and what is wrong with its value where that is no number.
struct ReadSample {
    let identity: MetricIdentity
    let sample: MetricSample
    /// The sample's, infinite where it is written so.
    let value: Double
    let fault: ObservationFault?
}

/// The number that a metric's value writes: NaN where it says that there is none, nil where it cannot be read.
///
/// An infinite one, or one too large, stays infinite: it cannot be put into an average or on a scale, and is no gap either.
func metricValue(_ text: String) -> Double? {
    switch text.lowercased() {
    case "", "nan", "null", "none", "n/a", "na", "-": return .nan
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    default:
        let isDecimal = text.utf8.allSatisfy { $0.isDigit || "+-.eE".utf8.contains($0) }
        return isDecimal ? Double(text) : nil
    }
}
