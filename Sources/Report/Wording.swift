import SourceText

/// `1 flag`, `3 flags`.
func counted(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
}

/// A text as a sentence: with a full stop unless it ends in a mark of its own or in an address, and with a capital unless it starts
/// with what looks like code (`enableMetrics`, `p95`).
func sentence(_ text: String) -> String {
    var trimmed = text.trimmed
    guard let last = trimmed.last else { return "" }
    let opening = trimmed.prefix { $0 != " " }
    if opening.allSatisfy({ $0.isLetter && $0.isLowercase }) {
        trimmed = opening.prefix(1).uppercased() + trimmed.dropFirst()
    }
    let ending = trimmed.split(separator: " ").last ?? ""
    return ".!?…:".contains(last) || ending.contains("://") ? trimmed : trimmed + "."
}

/// A name for a file or an anchor: lower-case ASCII letters and digits with hyphens; empty when none are left.
package func slug(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
        if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            result.unicodeScalars.append(scalar)
        } else if let last = result.last, last != "-" {
            result.append("-")
        }
    }
    return result.hasSuffix("-") ? String(result.dropLast()) : result
}

/// Makes each name in a list different by numbering those that stand twice.
func distinct(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
        var candidate = name
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = "\(name)-\(number)"
            number += 1
        }
        return candidate
    }
}
