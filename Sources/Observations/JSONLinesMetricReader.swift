import DataNotations
import SourceText

/// Reads samples out of JSON Lines, a line at a time.
struct JSONLinesMetricReader {
    private static let keys = ["name", "metric", "value", "time", "timestamp", "unit", "labels"]
    private let file: SourceFile
    private var line: Int

    init(_ file: SourceFile) {
        self.file = file
        line = file.firstLine - 1
    }

    /// The next sample, or why its line holds none; nil at the end. Blank lines are passed over.
    mutating func next() -> MetricRecord? {
        while line + 1 < file.firstLine + file.lineStarts.count {
            line += 1
            var range = file.lineRange(line)
            if line == 1, range.lowerBound == 0, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
                range = 3..<range.upperBound
            }
            guard file.bytes[range].contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
            return Result { () throws(ObservationFault) in try sample(SourceSpan(file: file, range: range)) }
        }
        return nil
    }

    /// The sample that a stretch of the file is, on however many lines.
    func sample(at range: Range<Int>) -> MetricRecord {
        Result { () throws(ObservationFault) in try sample(SourceSpan(file: file, range: range)) }
    }

    /// The samples that an element of a list is: one, or what a monitor tells of an endpoint.
    func samples(at range: Range<Int>) -> [MetricRecord] {
        let span = SourceSpan(file: file, range: range)
        do throws(ObservationFault) {
            let value = try read(span)
            if let checks = try EndpointChecks(value, path: file.path) { return try checks.records() }
            if let fault = ObservationFault(undatedSite: value) { throw fault }
            return [.success(try sample(value, span))]
        } catch {
            return [.failure(error)]
        }
    }

    private func sample(_ span: SourceSpan) throws(ObservationFault) -> ReadSample { try sample(try read(span), span) }

    private func sample(_ value: DataValue, _ span: SourceSpan) throws(ObservationFault) -> ReadSample {
        let record = try JSONRecord(value)
        if let fault = record.unknownKey(among: Self.keys) { throw fault }
        let name = try record.text("name", or: "metric")
        let time = try record.time("time", or: "timestamp")
        let identity = MetricIdentity(name: name, unit: try record.optionalText("unit"), labels: try labels(record))
        let place = ObservationPlace(path: file.path, line: span.start.line)
        let (number, fault) = self.value(record)
        return ReadSample(
            identity: identity, sample: MetricSample(time: time, value: number, place: place), value: number,
            fault: fault)
    }

    private func read(_ span: SourceSpan) throws(ObservationFault) -> DataValue {
        do throws(NotationError) {
            return try DataDocument.json(NotationInput(span))
        } catch {
            throw ObservationFault(error.message, at: error.span)
        }
    }

    private func value(_ record: JSONRecord) -> (Double, ObservationFault?) {
        guard let value = record["value"] else { return (.nan, nil) }
        switch value.kind {
        case .null: return (.nan, nil)
        case .number(let number): return (number, nil)
        case .string(let text):
            if let number = metricValue(text) { return (number, nil) }
            return (.nan, ObservationFault("value '\(text.prefix(40))' is not a number", at: value.span))
        case .bool, .array, .object, .opaque:
            return (.nan, ObservationFault("'value' must be a number, not \(value.kind.phrase)", at: value.span))
        }
    }

    private func labels(_ record: JSONRecord) throws(ObservationFault) -> [MetricLabel] {
        guard let value = record["labels"], !value.isNull else { return [] }
        guard case .object(let members) = value.kind else {
            throw ObservationFault("'labels' must be a set of keys, not \(value.kind.phrase)", at: value.span)
        }
        var labels: [MetricLabel] = []
        for member in members {
            switch member.value.kind {
            case .string(let text): labels.append(MetricLabel(member.key, text))
            case .number, .bool: labels.append(MetricLabel(member.key, member.value.span.text))
            case .null: break
            case .array, .object, .opaque:
                throw ObservationFault(
                    "label '\(member.key.clipped(to: 100))' must be a text, not \(member.value.kind.phrase)",
                    at: member.value.span)
            }
        }
        return labels
    }
}
