package import Observations

/// How names and texts are written in PromQL.
package enum PromName {
    /// `[a-zA-Z_:][a-zA-Z0-9_:]*`
    package static func isMetric(_ name: String) -> Bool {
        isName(name, with: UInt8(ascii: ":"))
    }

    /// `[a-zA-Z_][a-zA-Z0-9_]*`
    package static func isLabel(_ name: String) -> Bool {
        isName(name, with: nil)
    }

    private static func isName(_ name: String, with further: UInt8?) -> Bool {
        let isLetter: (UInt8) -> Bool = {
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0
                || $0 == UInt8(ascii: "_") || $0 == further
        }
        guard let first = name.utf8.first, isLetter(first) else { return false }
        return name.utf8.allSatisfy { isLetter($0) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }

    /// `up{job="api"}`: every series of a metric that has these labels. The names are taken as they are.
    package static func selector(_ metric: String, _ labels: [MetricLabel]) -> String {
        guard !labels.isEmpty else { return metric }
        return "\(metric){\(labels.map { "\($0.key)=\(quoted($0.value))" }.joined(separator: ","))}"
    }

    /// In double quotes, as Go reads them.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
