import DataNotations
import Observations
import SourceText

/// What `/api/v1/query` and `/api/v1/query_range` answer.
struct APIAnswer: Sendable {
    /// One series of the answer, its samples by time; an instant answer has one sample.
    struct Series: Sendable {
        let labels: [MetricLabel]
        let samples: [(time: Double, value: Double)]
    }

    let series: [Series]
    /// What the server says against its own answer: parts of it may be missing.
    let warnings: [String]
    /// What it remarks besides.
    let remarks: [String]

    /// - Throws: what is wrong with it, as the predicate of a sentence about the server.
    init(_ body: [UInt8]) throws(APIFault) {
        let root = try Self.object(body)
        guard root["status"]?.stringValue == "success" else {
            let type = root["errorType"]?.stringValue ?? "an error"
            throw APIFault(
                "answers with \(type): \(root["error"]?.stringValue ?? "it does not say which")",
                isTold: root["error"] != nil)
        }
        guard let data = root["data"], let kind = data["resultType"]?.stringValue, let result = data["result"] else {
            throw APIFault("gives an answer without a result")
        }
        switch kind {
        case "vector":
            series = try result.elements.map { (element) throws(APIFault) in try Self.read(element, "value") }
        case "matrix":
            series = try result.elements.map { (element) throws(APIFault) in try Self.read(element, "values") }
        case "scalar": series = [Series(labels: [], samples: [try Self.sample(result)])]
        default: throw APIFault("answers with a \(kind), which is no number")
        }
        warnings = root["warnings"]?.elements.compactMap(\.stringValue) ?? []
        remarks = root["infos"]?.elements.compactMap(\.stringValue) ?? []
    }

    private static func object(_ body: [UInt8]) throws(APIFault) -> DataValue {
        do throws(NotationError) {
            return try DataDocument.json(NotationInput(file: SourceFile(path: "", bytes: body)))
        } catch {
            let beginning = String(decoding: body.prefix(60), as: UTF8.self)
            throw APIFault("gives an answer that is no JSON: '\(beginning)'")
        }
    }

    private static func read(_ element: DataValue, _ key: String) throws(APIFault) -> Series {
        let labels = element["metric"]?.members.compactMap { member in
            member.value.stringValue.map { MetricLabel(member.key, $0) }
        }
        guard let values = element[key] else {
            throw APIFault("answers with histograms, which are no numbers; a 'query' can take a quantile of them")
        }
        let pairs = key == "value" ? [values] : values.elements
        return Series(
            labels: labels ?? [], samples: try pairs.map { (pair) throws(APIFault) in try sample(pair) })
    }

    /// `[1795426200.123, "1.5"]`, with `"NaN"` and `"+Inf"` for what JSON cannot write.
    private static func sample(_ pair: DataValue) throws(APIFault) -> (time: Double, value: Double) {
        let parts = pair.elements
        guard parts.count == 2, let time = parts[0].numberValue, let text = parts[1].stringValue,
            let value = Double(text)
        else { throw APIFault("answers with '\(pair.span.text.prefix(60))', which is no sample") }
        return (time, value)
    }
}

/// Why an answer cannot be used, as the predicate of a sentence about the server.
struct APIFault: Error {
    let phrase: String
    /// Whether the server says so itself.
    let isTold: Bool

    init(_ phrase: String, isTold: Bool = false) {
        self.phrase = phrase
        self.isTold = isTold
    }
}
