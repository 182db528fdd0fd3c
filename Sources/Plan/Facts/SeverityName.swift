import SourceText

/// What a name says of how bad something is: `critical`, `warning`, `p1`; nil where it says nothing.
///
/// `SEV-1` and `P1` are two ways to count, which need not say the same.
package func severityName(_ name: String) -> String? {
    let words = nameWords(name)
    for (index, word) in words.enumerated() {
        if severities.contains(word) { return word }
        let letters = word.prefix { $0.isLetter }
        guard counters.contains(String(letters)) else { continue }
        let digits = word.dropFirst(letters.count)
        if digits.count == 1, digits.allSatisfy(\.isNumber) { return "\(letters)\(digits)" }
        if digits.isEmpty, index + 1 < words.count, words[index + 1].count == 1,
            words[index + 1].allSatisfy(\.isNumber)
        {
            return "\(letters)\(words[index + 1])"
        }
    }
    return nil
}

private let severities: Set<String> = [
    "critical", "warning", "high", "medium", "low", "info", "emergency", "major", "minor", "kritisch", "hoch", "mittel",
    "niedrig", "crítica", "crítico", "alta", "media", "baja", "critique", "élevée", "moyenne", "faible",
]
private let counters: Set<String> = ["p", "s", "sev", "prio", "severity"]
