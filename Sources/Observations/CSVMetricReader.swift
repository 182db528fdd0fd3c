import SourceText

/// Reads samples out of CSV, a record at a time.
struct CSVMetricReader {
    private let file: SourceFile
    private var records: CSVReader
    private let columns: [CSVHeader.Column]

    /// Reads what stands behind the header.
    init?(_ file: SourceFile, faults: inout FaultList) {
        guard let header = CSVHeader(file, faults: &faults) else { return nil }
        self.init(file, header: header)
        _ = records.next()
    }

    /// Reads records that stand in an excerpt of their own.
    init(_ file: SourceFile, header: CSVHeader) {
        self.file = file
        columns = header.columns
        records = CSVReader(file, separator: header.separator)
    }

    /// The next sample, or why its record holds none; nil at the end.
    mutating func next() -> MetricRecord? {
        records.next().map { record in Result { () throws(ObservationFault) in try sample(record) } }
    }

    private func sample(_ record: CSVReader.Record) throws(ObservationFault) -> ReadSample {
        if let quote = record.unclosedQuote {
            throw ObservationFault("a quote is never closed", at: SourceSpan(file: file, range: quote..<quote + 1))
        }
        if let range = record.behindQuote {
            throw ObservationFault(
                "'\(file.text(range).clipped(to: 40))' stands behind a closing quote",
                at: SourceSpan(file: file, range: range))
        }
        guard record.fields.count == columns.count else {
            let range = (record.fields.first?.range.lowerBound ?? 0)..<(record.fields.last?.range.upperBound ?? 0)
            throw ObservationFault(
                "\(record.fields.count) field\(record.fields.count == 1 ? "" : "s") stand here, "
                    + "but the header has \(columns.count)",
                at: SourceSpan(file: file, range: range))
        }
        var time: Instant?
        var value: Double?
        var valueFault: ObservationFault?
        var name = ""
        var unit: String?
        var labels: [MetricLabel] = []
        for (column, field) in zip(columns, record.fields) {
            switch column {
            case .time: time = try self.time(field)
            case .value: (value, valueFault) = self.value(field)
            case .name: name = try self.name(field)
            case .unit: unit = field.text.isEmpty ? nil : field.text
            case .labels: labels += try self.labels(field)
            case .label(let key): if !field.text.isEmpty { labels.append(MetricLabel(key, field.text)) }
            }
        }
        if let key = repeated(labels.map(\.key)) {
            throw fault("label '\(key.clipped(to: 40))' stands there twice", record.fields[0])
        }
        guard let time, let value else { throw fault("no time or value stands here", record.fields[0]) }
        return ReadSample(
            identity: MetricIdentity(name: name, unit: unit, labels: labels),
            sample: MetricSample(time: time, value: value, place: ObservationPlace(path: file.path, line: record.line)),
            value: value, fault: valueFault)
    }

    private func time(_ field: CSVReader.Field) throws(ObservationFault) -> Instant {
        do throws(TimeFault) {
            return try Instant(reading: field.text)
        } catch {
            throw fault("time '\(field.text.prefix(40))' \(error.phrase)", field)
        }
    }

    private func value(_ field: CSVReader.Field) -> (Double, ObservationFault?) {
        if let value = metricValue(field.text) { return (value, nil) }
        return (.nan, fault("value '\(field.text.prefix(40))' is not a number", field))
    }

    private func name(_ field: CSVReader.Field) throws(ObservationFault) -> String {
        guard !field.text.isEmpty else { throw fault("the name of the metric is missing", field) }
        return field.text
    }

    /// `k=v;k2=v2`.
    private func labels(_ field: CSVReader.Field) throws(ObservationFault) -> [MetricLabel] {
        var labels: [MetricLabel] = []
        for pair in field.text.split(separator: ";") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, !halves[0].isEmpty else {
                throw fault("label '\(pair.prefix(40))' is not written as key=value", field)
            }
            labels.append(MetricLabel(String(halves[0]), String(halves[1])))
        }
        return labels
    }

    private func fault(_ message: String, _ field: CSVReader.Field) -> ObservationFault {
        ObservationFault(message, at: SourceSpan(file: file, range: field.range))
    }
}

/// The first name that comes a second time; nil as a rule.
func repeated(_ names: [String]) -> String? {
    guard names.count > 1 else { return nil }
    var known: Set<String> = []
    return names.first { !known.insert($0).inserted }
}
