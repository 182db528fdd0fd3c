/// JSON whose keys stay in the order they were given: what every published contract is written with.
package indirect enum OrderedJSON: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([OrderedJSON])
    case object([(String, OrderedJSON)])

    /// A string, or `null` when absent.
    package static func optional(_ text: String?) -> OrderedJSON { text.map { .string($0) } ?? .null }
    /// A number, or `null` when absent.
    package static func optional(_ number: Double?) -> OrderedJSON { number.map { .number($0) } ?? .null }
    package static func optional(_ number: Int?) -> OrderedJSON { number.map { .number(Double($0)) } ?? .null }
    package static func integer(_ number: Int) -> OrderedJSON { .number(Double(number)) }

    package static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.string(let a), .string(let b)): a == b
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.0 == $1.0 && $0.1 == $1.1 }
        default: false
        }
    }

    /// Two-space indented text with a final newline; the same value always gives the same bytes.
    package func serialized() -> String {
        var output = ""
        write(to: &output, indent: 0)
        output += "\n"
        return output
    }

    /// The same on one line, without spaces and without a newline: an entry of JSON Lines.
    package func compact() -> String {
        var output = ""
        write(to: &output, indent: nil)
        return output
    }

    /// - Parameter indent: nil for one line.
    private func write(to output: inout String, indent: Int?) {
        switch self {
        case .null: output += "null"
        case .bool(let value): output += value ? "true" : "false"
        case .number(let value): output += OrderedJSON.text(of: value)
        case .string(let text): OrderedJSON.quote(text, into: &output)
        case .array(let values):
            OrderedJSON.writeList(values.map { (nil, $0) }, brackets: ("[", "]"), to: &output, indent: indent)
        case .object(let members):
            OrderedJSON.writeList(members.map { ($0.0, $0.1) }, brackets: ("{", "}"), to: &output, indent: indent)
        }
    }

    private static func writeList(
        _ members: [(String?, OrderedJSON)], brackets: (String, String), to output: inout String, indent: Int?
    ) {
        let inner = indent.map { $0 + 2 }
        output += brackets.0
        for (index, (key, value)) in members.enumerated() {
            if index > 0 { output += "," }
            breakLine(inner, &output)
            if let key {
                quote(key, into: &output)
                output += indent == nil ? ":" : ": "
            }
            value.write(to: &output, indent: inner)
        }
        if !members.isEmpty { breakLine(indent, &output) }
        output += brackets.1
    }

    private static func breakLine(_ indent: Int?, _ output: inout String) {
        guard let indent else { return }
        output += "\n"
        output += String(repeating: " ", count: indent)
    }

    /// Whole numbers without a fraction; NaN and infinities, which JSON has not, as `null`.
    private static func text(of value: Double) -> String {
        guard value.isFinite else { return "null" }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    private static func quote(_ text: String, into output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            // Control characters of both kinds: JSON is shown on terminals too.
            case _
            where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
                || [0x2028, 0x2029].contains(scalar.value):
                let hex = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }
}
