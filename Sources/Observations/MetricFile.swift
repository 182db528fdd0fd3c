package import SourceText

/// How a file of metrics is written.
package enum MetricFormat: Sendable, CaseIterable {
    /// A header, then a sample in each record.
    case csv
    /// A JSON object on each line.
    case jsonLines

    /// By the end of the name: `.csv`, `.jsonl` or `.ndjson`; nil for any other.
    package init?(path: String) {
        let lowered = path.lowercased()
        if lowered.hasSuffix(".csv") {
            self = .csv
        } else if lowered.hasSuffix(".jsonl") || lowered.hasSuffix(".ndjson") {
            self = .jsonLines
        } else {
            return nil
        }
    }
}

/// Reads a file of metrics, sample by sample, into a collector.
///
/// - CSV: a header names `time` (or `timestamp`), `name` (or `metric`) and `value`, in any order; `unit` and `labels`
///   (`k=v;k2=v2`) may stand there too, and every other column is a label. Quotes as in RFC 4180.
/// - JSON Lines: `{"time": …, "name": …, "value": …}`, perhaps with `"unit": "ms"` and `"labels": {"host": "a"}`.
///
/// A value that is missing, empty, `null` or `NaN` is kept as NaN: the probe answered, but not with a number.
/// - Returns: a `metric-unreadable` error for each sample that was left out, the first 20 one by one.
package func readMetrics(
    _ file: SourceFile, as format: MetricFormat, into collector: inout MetricCollector
) -> [Finding] {
    var faults = FaultList(rule: "metric-unreadable", file: file)
    switch format {
    case .csv:
        guard var reader = CSVMetricReader(file, faults: &faults) else { break }
        while let record = reader.next() { collect(record, into: &collector, faults: &faults) }
    case .jsonLines:
        var reader = JSONLinesMetricReader(file)
        while let record = reader.next() { collect(record, into: &collector, faults: &faults) }
    }
    return faults.findings
}

/// What one record of a file comes to: a sample, or why there is none.
typealias MetricRecord = Result<(identity: MetricIdentity, sample: MetricSample), ObservationFault>

private func collect(_ record: MetricRecord, into collector: inout MetricCollector, faults: inout FaultList) {
    switch record {
    case .success(let read): collector.add(read.sample, to: read.identity)
    case .failure(let fault): faults.add(fault)
    }
}

/// What is wrong with one record of an input, and where.
struct ObservationFault: Error {
    let message: String
    let span: SourceSpan

    init(_ message: String, at span: SourceSpan) {
        self.message = message
        self.span = span
    }
}

/// The faults of one file as findings; past 20 they are only counted.
struct FaultList {
    private let rule: String
    private let file: SourceFile
    private var listed: [Finding] = []
    private var unlisted = 0

    init(rule: String, file: SourceFile) {
        self.rule = rule
        self.file = file
    }

    mutating func add(_ fault: ObservationFault) {
        guard listed.count < 20 else {
            unlisted += 1
            return
        }
        listed.append(finding(fault.message, at: fault.span))
    }

    var findings: [Finding] {
        guard unlisted > 0 else { return listed }
        let message = "\(unlisted) more record\(unlisted == 1 ? "" : "s") of this file cannot be read"
        return listed + [finding(message, at: SourceSpan(file: file, range: 0..<0))]
    }

    private func finding(_ message: String, at span: SourceSpan) -> Finding {
        Finding(rule: rule, severity: .error, message: message, at: span, identity: [file.path, message])
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
