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

    /// - Parameter masks: take what is secret out of texts; a server may repeat what it was sent, anywhere.
    /// - Throws: what is wrong with it, as the predicate of a sentence about the server.
    init(_ body: [UInt8], masks: Masks = Masks()) throws(APIFault) {
        let root = try Self.object(body, masks)
        guard root["status"]?.stringValue == "success" else {
            let type = root["errorType"]?.stringValue ?? "an error"
            let reason = root["error"]?.stringValue ?? "it does not say which"
            throw APIFault("answers with \(masks.text(type)): \(masks.text(reason))", isTold: root["error"] != nil)
        }
        guard let data = root["data"], let kind = data["resultType"]?.stringValue, let result = data["result"] else {
            throw APIFault("gives an answer without a result")
        }
        switch kind {
        case "vector":
            series = try result.elements.map { (element) throws(APIFault) in try Self.read(element, "value", masks) }
        case "matrix":
            series = try result.elements.map { (element) throws(APIFault) in try Self.read(element, "values", masks) }
        case "scalar": series = [Series(labels: [], samples: [try Self.sample(result, masks)])]
        default: throw APIFault("answers with a \(masks.text(kind)), which is no number")
        }
        warnings = root["warnings"]?.elements.compactMap(\.stringValue).map(masks.text) ?? []
        remarks = root["infos"]?.elements.compactMap(\.stringValue).map(masks.text) ?? []
    }

    private static func object(_ body: [UInt8], _ masks: Masks) throws(APIFault) -> DataValue {
        do throws(NotationError) {
            return try DataDocument.json(NotationInput(file: SourceFile(path: "", bytes: body)))
        } catch {
            let beginning = masks.text(String(decoding: body, as: UTF8.self)).prefix(60)
            throw APIFault("gives an answer that is no JSON: '\(beginning)'")
        }
    }

    private static func read(_ element: DataValue, _ key: String, _ masks: Masks) throws(APIFault) -> Series {
        let labels = element["metric"]?.members.compactMap { member in
            member.value.stringValue.map { MetricLabel(masks.label(member.key), masks.label($0)) }
        }
        guard let values = element[key] else {
            throw APIFault("answers with histograms, which are no numbers; a 'query' can take a quantile of them")
        }
        let pairs = key == "value" ? [values] : values.elements
        return Series(
            labels: labels ?? [], samples: try pairs.map { (pair) throws(APIFault) in try sample(pair, masks) })
    }

    /// `[1795426200.123, "1.5"]`, with `"NaN"` and `"+Inf"` for what JSON cannot write.
    private static func sample(_ pair: DataValue, _ masks: Masks) throws(APIFault) -> (time: Double, value: Double) {
        let parts = pair.elements
        // Milliseconds in place of seconds are no moment either.
        guard parts.count == 2, let time = parts[0].numberValue, Instant(secondsSinceEpoch: time) != nil,
            let text = parts[1].stringValue, let value = number(text)
        else { throw APIFault("answers with '\(masks.text(pair.span.text).prefix(60))', which is no sample") }
        return (time, value)
    }

    /// A number as the server writes it, and no other that Swift would read, such as `0x1p3` or `infinity`.
    private static func number(_ text: String) -> Double? {
        switch text {
        case "NaN": return .nan
        case "+Inf": return .infinity
        case "-Inf": return -.infinity
        default:
            let isPlain = text.utf8.allSatisfy { byte in
                UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "+-.eE".utf8.contains(byte)
            }
            return isPlain ? Double(text).flatMap { $0.isFinite ? $0 : nil } : nil
        }
    }

    /// What is secret, taken out of what is told.
    struct Masks: Sendable {
        /// For sentences.
        var text: @Sendable (String) -> String = { $0 }
        /// For names and values of labels, which have to stay what they are otherwise.
        var label: @Sendable (String) -> String = { $0 }
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
