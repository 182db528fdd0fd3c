import SourceText

/// Reads one line of OpenMetrics or of Prometheus' text format with care: `name{host="a"} 1.5 1795426200`.
///
/// Both are alike but for times: OpenMetrics counts seconds, with fractions, Prometheus milliseconds.
struct ExpositionLine {
    private let file: SourceFile
    private let isOpenMetrics: Bool
    /// Of metric families, by name.
    private let units: [String: String]
    private let bytes: [UInt8]
    private var offset = 0

    /// - Parameter file: one line.
    init(_ file: SourceFile, isOpenMetrics: Bool, units: [String: String]) {
        self.file = file
        self.isOpenMetrics = isOpenMetrics
        self.units = units
        bytes = Array(file.bytes[file.lineRange(file.firstLine)])
    }

    /// nil for a line that says nothing of a sample.
    mutating func read() -> MetricRecord? {
        skipSpace()
        guard let first = byte, first != UInt8(ascii: "#") else { return nil }
        return Result { () throws(ObservationFault) in try sample() }
    }

    private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipSpace() { while byte == 0x20 || byte == 0x09 { offset += 1 } }

    private func fault(_ message: String, from start: Int) -> ObservationFault {
        ObservationFault(
            message, at: SourceSpan(file: file, range: min(start, bytes.count)..<max(start, min(offset, bytes.count))))
    }

    private mutating func sample() throws(ObservationFault) -> ReadSample {
        let name = try name("the name of a metric")
        skipSpace()
        let labels = byte == UInt8(ascii: "{") ? try labels() : []
        skipSpace()
        let valueStart = offset
        let valueText = word()
        guard !valueText.isEmpty else { throw fault("'\(name.clipped(to: 100))' has no value", from: valueStart) }
        let value = metricValue(valueText)
        let valueFault = fault("value '\(valueText.prefix(40))' is not a number", from: valueStart)
        skipSpace()
        let time = try time(of: name)
        skipSpace()
        if let rest = byte, !isOpenMetrics || rest != UInt8(ascii: "#") {
            let start = offset
            offset = bytes.count
            throw fault("expected the end of the line behind the time", from: start)
        }
        return ReadSample(
            identity: MetricIdentity(name: name, unit: unit(of: name), labels: labels),
            sample: MetricSample(
                time: time, value: value ?? .nan, place: ObservationPlace(path: file.path, line: file.firstLine)),
            value: value ?? .nan, fault: value == nil ? valueFault : nil)
    }

    /// Up to the next space.
    private mutating func word() -> String {
        let start = offset
        while let byte, byte != 0x20, byte != 0x09 { offset += 1 }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func name(_ what: String) throws(ObservationFault) -> String {
        let start = offset
        while let byte,
            byte.isASCIILetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
                || byte.isDigit && offset > start
        {
            offset += 1
        }
        guard offset > start else { throw fault("expected \(what)", from: start) }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func labels() throws(ObservationFault) -> [MetricLabel] {
        let start = offset
        var labels: [MetricLabel] = []
        offset += 1
        while true {
            skipSpace()
            if byte == UInt8(ascii: "}") {
                offset += 1
                if let key = repeated(labels.map(\.key)) {
                    throw fault("label '\(key.clipped(to: 40))' stands there twice", from: start)
                }
                return labels
            }
            let key = try name("the name of a label")
            skipSpace()
            guard byte == UInt8(ascii: "=") else {
                throw fault("label '\(key.clipped(to: 100))' has no value", from: start)
            }
            offset += 1
            skipSpace()
            labels.append(MetricLabel(key, try text()))
            skipSpace()
            if byte == UInt8(ascii: ",") {
                offset += 1
            } else if byte != UInt8(ascii: "}") {
                throw fault("expected ',' or '}' behind label '\(key.clipped(to: 100))'", from: start)
            }
        }
    }

    private mutating func text() throws(ObservationFault) -> String {
        let start = offset
        guard byte == UInt8(ascii: "\"") else { throw fault("expected a text in double quotes", from: start) }
        offset += 1
        var text: [UInt8] = []
        while let byte, byte != UInt8(ascii: "\"") {
            offset += 1
            guard byte == UInt8(ascii: "\\"), let escaped = self.byte else {
                text.append(byte)
                continue
            }
            offset += 1
            switch escaped {
            case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "\\"), UInt8(ascii: "\""): text.append(escaped)
            default: text += [byte, escaped]
            }
        }
        guard byte != nil else { throw fault("a quote is never closed", from: start) }
        offset += 1
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func time(of name: String) throws(ObservationFault) -> Instant {
        let start = offset
        let text = byte == UInt8(ascii: "#") ? "" : word()
        guard !text.isEmpty else {
            throw fault("'\(name.clipped(to: 100))' has no time: when it was measured cannot be told", from: start)
        }
        let isDecimal = text.utf8.allSatisfy { $0.isDigit || isOpenMetrics && "+-.eE".utf8.contains($0) }
        guard isDecimal, let number = Double(text), number >= 0, number < (isOpenMetrics ? 1e11 : 1e14),
            let time = Instant(secondsSinceEpoch: isOpenMetrics ? number : number / 1000)
        else {
            let unit = isOpenMetrics ? "seconds" : "whole milliseconds"
            throw fault("time '\(text.prefix(40))' is not a number of \(unit) since 1970", from: start)
        }
        guard isOpenMetrics || number >= 1e11 || number == 0 else {
            throw fault(
                "time '\(text.prefix(40))' would be in 1973 or before, as this format counts milliseconds since 1970; "
                    + "name a file that counts seconds .om",
                from: start)
        }
        return time
    }

    /// What is stated for the family that a sample belongs to. Counts of events have no unit, whatever they count.
    private func unit(of name: String) -> String? {
        if let unit = units[name] { return unit }
        for ending in ["_total", "_sum"] where name.hasSuffix(ending) {
            return units[String(name.dropLast(ending.count))]
        }
        return nil
    }
}

extension UInt8 {
    fileprivate var isASCIILetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }
}
