package import SourceText

/// How a file of metrics is written.
package enum MetricFormat: Sendable, CaseIterable {
    /// A header, then a sample in each record.
    case csv
    /// A JSON object on each line.
    case jsonLines
    /// A JSON list of such objects.
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

/// Reads a file of metrics, sample by sample, into a collector.
///
/// - CSV: a header names `time` (or `timestamp`), `name` (or `metric`) and `value`, in any order; `unit` and `labels`
///   (`k=v;k2=v2`) may stand there too, and every other column is a label. Quotes as in RFC 4180.
/// - JSON Lines: `{"time": …, "name": …, "value": …}`, perhaps with `"unit": "ms"` and `"labels": {"host": "a"}`.
///
/// A value that is missing, empty, `null`, `NaN` or no number at all is kept as NaN: the probe answered, but not with a
/// number. A series that was left out for it would leave the others to speak for it.
/// - Returns: a `metric-unreadable` error for each record that is lost, and a `metric-without-number` warning for each
///   value that says something else than a number; more than 20 of a kind are told in one finding.
package func readMetrics(
    _ file: SourceFile, as format: MetricFormat, into collector: inout MetricCollector
) -> [Finding] {
    var faults = MetricFaults(file)
    switch format {
    case .csv:
        guard var reader = CSVMetricReader(file, faults: &faults.lost) else { break }
        while let record = reader.next() { collect(record, into: &collector, faults: &faults) }
    case .jsonLines:
        var reader = JSONLinesMetricReader(file)
        while let record = reader.next() { collect(record, into: &collector, faults: &faults) }
    case .jsonList, .openMetrics, .prometheus:
        faults.lost.add(ObservationFault("this format is not read here", at: SourceSpan(file: file, range: 0..<0)))
    }
    return faults.lost.findings + faults.numberless.findings
}

/// What one record of a file comes to: a sample, or why there is none.
typealias MetricRecord = Result<ReadSample, ObservationFault>

/// A sample with its series, and what is wrong with its value where that is no number.
struct ReadSample {
    let identity: MetricIdentity
    let sample: MetricSample
    let fault: ObservationFault?
}

/// Of one file: records that are lost, and samples that are kept without a number.
private struct MetricFaults {
    var lost: FaultList
    var numberless: FaultList

    init(_ file: SourceFile) {
        lost = FaultList(rule: "metric-unreadable", .error, path: file.path)
        numberless = FaultList(rule: "metric-without-number", .warning, path: file.path)
    }
}

private func collect(_ record: MetricRecord, into collector: inout MetricCollector, faults: inout MetricFaults) {
    switch record {
    case .success(let read):
        collector.add(read.sample, to: read.identity)
        if let fault = read.fault { faults.numberless.add(fault) }
    case .failure(let fault): faults.lost.add(fault)
    }
}

/// The number that a metric's value writes: NaN where it says that there is none, nil where it cannot be read.
///
/// An infinite value is none either: it cannot be put into an average or on a scale.
func metricValue(_ text: String) -> Double? {
    switch text.lowercased() {
    case "", "nan", "null", "none", "n/a", "na", "-", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity":
        return .nan
    default:
        let isDecimal = text.utf8.allSatisfy { $0.isDigit || "+-.eE".utf8.contains($0) }
        guard isDecimal, let value = Double(text) else { return nil }
        return value.isFinite ? value : .nan
    }
}
