import SourceText

/// Rules as a rule file of Prometheus, ready for `promtool check rules`.
///
/// - Parameters:
///   - plan: its title; nil when it has none.
///   - toolVersion: of the tool that wrote it.
package func alertRulesText(_ rules: [AlertRule], plan: String?, toolVersion: String) -> String {
    let name = plan ?? "Plan"
    var text = "# Made by plumbline \(toolVersion) from the documents of a plan: change those, and export again.\n"
    guard !rules.isEmpty else { return text + "groups: []\n" }
    text += "groups:\n  - name: \(quoted(name))\n    rules:\n"
    for rule in rules {
        text += "      - alert: \(quoted(rule.name))\n"
        text += "        expr: \(quoted(rule.expression))\n"
        if rule.holdSeconds > 0 { text += "        for: \(promDuration(rule.holdSeconds))\n" }
        text +=
            "        labels:\n          severity: \(rule.severity.rawValue)\n          plan: \(quoted(templateEscaped(name)))\n"
        text += "          limit: \(quoted(templateEscaped(rule.limit)))\n"
        if let phase = rule.phase { text += "          phase: \(quoted(templateEscaped(phase)))\n" }
        text += "        annotations:\n          summary: \(quoted(templateEscaped(rule.summary)))\n"
        if !rule.actions.isEmpty {
            text += "          description: \(quoted(templateEscaped(rule.actions.joined(separator: "; "))))\n"
        }
        let places = rule.places.map { "\($0.path):\($0.start.line)" }.joined(separator: ", ")
        text += "          source: \(quoted(templateEscaped(places)))\n"
    }
    return text
}

/// Labels and annotations are templates of Go, and a document may hold `{{`.
private func templateEscaped(_ text: String) -> String { text.replacing("{{", with: "{{ \"{{\" }}") }

/// A text in YAML, in double quotes: what JSON allows, YAML does, but for some that its readers refuse or take for the end
/// of a line. Those are written by their numbers, and what is no character by the sign for one that is lost.
private func quoted(_ text: String) -> String {
    var quoted = ""
    for scalar in OrderedJSON.string(text).compact().unicodeScalars {
        switch scalar.value {
        case 0xfffe, 0xffff: quoted += "\u{fffd}"
        case 0x7f...0x9f, 0x2028, 0x2029, 0xfeff:
            let digits = String(scalar.value, radix: 16)
            quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: quoted.unicodeScalars.append(scalar)
        }
    }
    return quoted
}
