import SourceText

extension PlanRule {
    /// What `plumbline explain` prints about a rule, 80 columns wide.
    package func explained(style: TextStyle = .plain) -> String {
        var output = Paint.strong("\(id)", style) + " (\(severity.rawValue)\(isPreview ? ", preview" : ""))\n"
        output += wrapped(sentence(summary), indent: 0)
        let parts = [("Fault", explanation.fault), ("Harm", explanation.harm), ("Left alone", explanation.misses)]
        for (title, text) in parts { output += "\n\(Paint.strong(title, style))\n\(wrapped(text, indent: 2))" }
        for (title, documents) in [("Reported", badExample), ("Not reported", goodExample)] {
            output += "\n\(Paint.strong(title, style))\n"
            output += documents.map(listing).joined(separator: "\n")
        }
        output += "\n\(Paint.strong("Allowed in a document by", style))\n"
        output += "  <!-- plumbline: allow \(id)\n       reason=\"why\" until=2026-12-01 -->\n"
        return output
    }

    /// Every rule with its name, severity and what it finds, 80 columns wide.
    package static func list(_ rules: [PlanRule] = catalogue) -> String {
        let column = (rules.map(\.id.count).max() ?? 0) + 2
        return rules.map { rule in
            let name = rule.id + String(repeating: " ", count: column - rule.id.count)
            let severity = rule.severity.rawValue + String(repeating: " ", count: 9 - rule.severity.rawValue.count)
            let lines = wrapped(rule.summary + (rule.isPreview ? " (preview)" : ""), indent: column + 9)
            return name + severity + lines.dropFirst(column + 9)
        }.joined()
    }
}

/// A document of an example under its name, set apart by a bar.
private func listing(_ document: PlanRule.ExampleDocument) -> String {
    var lines = document.text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return "  \(document.name)\n" + lines.map { $0.isEmpty ? "  |\n" : "  | \($0)\n" }.joined()
}

/// Words filled into lines of at most 80 columns, each indented and ended.
func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
        if !line.isEmpty, indent + line.count + 1 + word.count > 80 {
            lines.append(line)
            line = ""
        }
        line += line.isEmpty ? String(word) : " \(word)"
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { "\(margin)\($0)\n" }.joined()
}
