import Configuration
import PlanPrinting
import SourceText

/// Settings as aligned lines: key, value, origin.
func settingsText(_ lines: [SettingLine], path: String?) -> String {
    let rows = lines.map { line in
        (TerminalText.safe(line.key), TerminalText.safe(text(of: line.value)), origin(of: line))
    }
    let keyWidth = rows.map(\.0.count).max() ?? 0
    // A value that is longer than most pushes its own origin aside, and no other.
    let valueWidth = min(40, rows.map(\.1.count).max() ?? 0)
    let head = path.map { "settings: \(TerminalText.safe($0))" } ?? "settings: none"
    return "\(head)\n\n"
        + rows.map { "\(padded($0.0, keyWidth))  \(padded($0.1, valueWidth))  \($0.2)\n" }.joined()
}

/// The contract `plumbline/settings/1`.
func settingsJSON(_ lines: [SettingLine], path: String?) -> OrderedJSON {
    let entries = lines.map { line in
        OrderedJSON.object([("key", .string(line.key)), ("value", line.value), ("origin", originJSON(of: line))])
    }
    return .object([
        ("schema", .string("plumbline/settings/1")), ("file", .optional(path)), ("settings", .array(entries)),
    ])
}

private func text(of value: OrderedJSON) -> String {
    switch value {
    case .null: "-"
    case .string(let text): text
    default: value.compact()
    }
}

private func origin(of line: SettingLine) -> String {
    switch line.origin {
    case .standard: return "default"
    case .commandLine: return "command line"
    case .file(let span, let isExtended):
        let start = span.start
        let place = "\(TerminalText.safe(span.path)):\(start.line):\(start.column)"
        return isExtended ? "\(place) (extended)" : place
    }
}

private func originJSON(of line: SettingLine) -> OrderedJSON {
    switch line.origin {
    case .standard: return .object([("kind", .string("default")), ("at", .null)])
    case .commandLine: return .object([("kind", .string("command line")), ("at", .null)])
    case .file(let span, let isExtended):
        return .object([("kind", .string(isExtended ? "extended" : "file")), ("at", placeJSON(span))])
    }
}

private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}
